import { ReadingModule } from '@app/reading';
import { Module } from '@nestjs/common';
import { TenantsModule } from '../tenants/index.js';
import { ChildrenService } from './children.service.js';
import { DocumentsRepository } from './data/documents.repository.js';
import { ErasureRepository } from './data/erasure.repository.js';
import { PartsRepository } from './data/parts.repository.js';
import { ReadingsRepository } from './data/readings.repository.js';
import { RunsRepository } from './data/runs.repository.js';
import { DocumentErasure } from './document-erasure.service.js';
import { DocumentRuns } from './document-runs.service.js';
import { DocumentStages } from './document-stages.service.js';
import { DocumentContents, DocumentsService } from './documents.service.js';
import { DocumentContentsController } from './http/document-contents.controller.js';
import { DocumentsController } from './http/documents.controller.js';
import { RunsController } from './http/runs.controller.js';
import { LiveDocuments } from './live.service.js';
import { MailParts } from './mail-parts.service.js';
import { FileParts } from './file-parts.service.js';
import { ReadingService } from './reading.service.js';
import { RunHistory } from './run-history.service.js';
import { StageEffects } from './stage-effects.service.js';
import { SubmissionPorts, SubmissionService } from './submission.service.js';
import { TenantReader } from './tenant-reader.service.js';

@Module({
  imports: [TenantsModule, ReadingModule],
  controllers: [DocumentsController, DocumentContentsController, RunsController],
  providers: [
    DocumentsRepository,
    ReadingsRepository,
    RunsRepository,
    ErasureRepository,
    PartsRepository,
    MailParts,
    DocumentErasure,
    SubmissionPorts,
    SubmissionService,
    StageEffects,
    DocumentRuns,
    DocumentStages,
    ChildrenService,
    FileParts,
    TenantReader,
    ReadingService,
    DocumentContents,
    DocumentsService,
    LiveDocuments,
    RunHistory,
  ],
  exports: [
    DocumentErasure,
    FileParts,
    SubmissionService,
    DocumentRuns,
    DocumentStages,
    DocumentsService,
    DocumentContents,
    LiveDocuments,
    MailParts,
    ReadingService,
  ],
})
export class DocumentsModule {}
