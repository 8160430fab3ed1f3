import { Global, Module } from '@nestjs/common';
import { ClassificationModule } from '../classification/index.js';
import { DocumentsModule, SchemaChoice } from '../documents/index.js';
import { QualityModule } from '../quality/index.js';
import { SchemasModule } from '../schemas/index.js';
import { TriageModule } from '../triage/index.js';
import { DraftsService } from './drafts.service.js';
import { ExtractionService } from './extraction.service.js';
import { FieldReader } from './field-reader.service.js';
import { DraftsController } from './http/drafts.controller.js';
import { ExtractionsController } from './http/extractions.controller.js';
import { ReplaysController } from './http/replays.controller.js';
import { LessonsRepository } from './data/lessons.repository.js';
import { ExamplesController } from './http/examples.controller.js';
import { LessonsService } from './learning/lessons.service.js';
import { Rankers } from './learning/rankers.service.js';
import { MailFields } from './mail/mail-fields.service.js';
import { MailReader } from './mail/mail-reader.service.js';
import { MailSources } from './mail/mail-sources.service.js';
import { ReplayReader } from './replay-reader.service.js';
import { ReplaysService } from './replays.service.js';
import { Revisions } from './revision/revisions.service.js';
import { TenantSchemaChoice } from './schema-choice.service.js';
import { WholeReader } from './whole-reader.service.js';

/** Global, because documents ask for schemas by their port. */
@Global()
@Module({
  imports: [ClassificationModule, DocumentsModule, QualityModule, SchemasModule, TriageModule],
  controllers: [DraftsController, ExamplesController, ExtractionsController, ReplaysController],
  providers: [
    DraftsService,
    ExtractionService,
    FieldReader,
    LessonsRepository,
    LessonsService,
    MailFields,
    MailReader,
    MailSources,
    Rankers,
    ReplayReader,
    ReplaysService,
    Revisions,
    WholeReader,
    { provide: SchemaChoice, useClass: TenantSchemaChoice },
  ],
  exports: [ExtractionService, LessonsService, MailFields, ReplaysService, Revisions, SchemaChoice, WholeReader],
})
export class ExtractionModule {}
