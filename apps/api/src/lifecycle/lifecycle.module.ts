import { storageConfig } from '@app/storage';
import { Global, Module } from '@nestjs/common';
import { DocumentsModule, ErasureWatch } from '../documents/index.js';
import { QueriesModule } from '../queries/index.js';
import { TenantEnd, TenantsModule } from '../tenants/index.js';
import { ArchiveIndex } from './archive-index.service.js';
import { CatalogueRepository } from './data/catalogue.repository.js';
import { DeletionsRepository } from './data/deletions.repository.js';
import { DueRepository } from './data/due.repository.js';
import { EmptyingRepository } from './data/emptying.repository.js';
import { ErasuresRepository } from './data/erasures.repository.js';
import { EvidenceRepository } from './data/evidence.repository.js';
import { ExportsRepository } from './data/exports.repository.js';
import { HoldsRepository } from './data/holds.repository.js';
import { KnownFilesRepository } from './data/known-files.repository.js';
import { ServedRepository } from './data/served.repository.js';
import { SubjectRecordsRepository } from './data/subject-records.repository.js';
import { SubjectRowsRepository } from './data/subject-rows.repository.js';
import { TombstonesRepository } from './data/tombstones.repository.js';
import { DueErasure } from './due-erasure.service.js';
import { ErasedContents } from './erased-contents.service.js';
import { ErasedMemory } from './erased-memory.service.js';
import { ErasureKeeper } from './erasure-keeper.service.js';
import { ErasureReports } from './erasure-reports.service.js';
import { Erasures } from './erasures.service.js';
import { ExportFiles } from './export-files.service.js';
import { ExportLooks } from './export-looks.service.js';
import { ExportPacker } from './export-packer.service.js';
import { ExportArchives, Exports } from './exports.service.js';
import { Holds } from './holds.service.js';
import { ErasuresController } from './http/erasures.controller.js';
import { ExportsController } from './http/exports.controller.js';
import { HoldsController } from './http/holds.controller.js';
import { TenantDeletionsController } from './http/tenant-deletions.controller.js';
import { LifecycleEvidence } from './lifecycle-evidence.service.js';
import { LIFECYCLE_METRICS, LifecycleMetrics } from './lifecycle.metrics.js';
import { OrphanedFiles, SweepReports } from './orphaned-files.service.js';
import { ReburialTraces } from './reburial-traces.service.js';
import { Reburial } from './reburial.service.js';
import { ReburiedTenants } from './reburied-tenants.service.js';
import { RestoreCheck } from './restore-check.service.js';
import { RetentionPlan } from './retention-plan.service.js';
import { Retention } from './retention.service.js';
import { Settlement } from './settlement.service.js';
import { SubjectArchive } from './subject-archive.service.js';
import { SubjectCaches } from './subject-caches.service.js';
import { SubjectDocuments } from './subject-documents.service.js';
import { SubjectErasure, SubjectTraces } from './subject-erasure.service.js';
import { SubjectRows } from './subject-rows.service.js';
import { ExportEndings, SubjectExports } from './subject-export.service.js';
import { SubjectFinder } from './subject-finder.service.js';
import { SubjectLooks } from './subject-looks.service.js';
import { loadSubjectSeal, SubjectSeal } from './subject-seal.js';
import { TableCheck } from './table-check.service.js';
import { ScheduledEnd, TenantDeletions } from './tenant-deletions.service.js';
import { TenantEndings } from './tenant-endings.service.js';
import { TenantBelongings, TenantErasure } from './tenant-erasure.service.js';
import { TombstoneLog } from './tombstone-log.js';
import { Tombstones } from './tombstones.service.js';
import { TurnFailures } from './turn-failures.service.js';

/** Global, because documents ask it before they go. */
@Global()
@Module({
  imports: [TenantsModule, DocumentsModule, QueriesModule],
  controllers: [ErasuresController, ExportsController, HoldsController, TenantDeletionsController],
  providers: [
    { provide: SubjectSeal, inject: [storageConfig.token], useFactory: loadSubjectSeal },
    { provide: ErasureWatch, useClass: ErasureKeeper },
    { provide: TenantEnd, useClass: ScheduledEnd },
    CatalogueRepository,
    DeletionsRepository,
    DueRepository,
    EmptyingRepository,
    ErasuresRepository,
    EvidenceRepository,
    ExportsRepository,
    HoldsRepository,
    KnownFilesRepository,
    ServedRepository,
    SubjectRecordsRepository,
    SubjectRowsRepository,
    TombstonesRepository,
    DueErasure,
    ErasedContents,
    ErasedMemory,
    ErasureReports,
    Erasures,
    ArchiveIndex,
    ExportArchives,
    ExportEndings,
    ExportFiles,
    ExportLooks,
    ExportPacker,
    Exports,
    Holds,
    LifecycleEvidence,
    LifecycleMetrics,
    ...LIFECYCLE_METRICS,
    OrphanedFiles,
    SweepReports,
    Reburial,
    ReburialTraces,
    ReburiedTenants,
    RestoreCheck,
    Retention,
    RetentionPlan,
    Settlement,
    SubjectArchive,
    SubjectCaches,
    SubjectDocuments,
    SubjectErasure,
    SubjectExports,
    SubjectRows,
    SubjectTraces,
    SubjectFinder,
    SubjectLooks,
    TableCheck,
    TenantBelongings,
    TenantDeletions,
    TenantEndings,
    TenantErasure,
    TombstoneLog,
    Tombstones,
    TurnFailures,
  ],
  exports: [
    ErasureWatch,
    ExportFiles,
    LifecycleEvidence,
    OrphanedFiles,
    RestoreCheck,
    Retention,
    Settlement,
    SubjectErasure,
    SubjectExports,
    TenantEnd,
    TenantErasure,
    TurnFailures,
  ],
})
export class LifecycleModule {}
