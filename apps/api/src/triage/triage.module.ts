import { PersonalData } from '@app/privacy';
import { Module } from '@nestjs/common';
import { ClassifiersModule } from '../classifiers/index.js';
import { ConversationsModule } from '../conversations/index.js';
import { DispatchModule } from '../dispatch/index.js';
import { DocumentsModule } from '../documents/index.js';
import { ModelsModule } from '../models/index.js';
import { QueriesModule } from '../queries/index.js';
import { TenantsModule } from '../tenants/index.js';
import { ReplyTemplatesRepository } from './data/reply-templates.repository.js';
import { CorrectionsController } from './http/corrections.controller.js';
import { ReplyTemplatesController } from './http/reply-templates.controller.js';
import { TextServicesController } from './http/text-services.controller.js';
import { TriageController } from './http/triage.controller.js';
import { TriageAttachments } from './attachments.service.js';
import { Corrections } from './corrections.service.js';
import { FirstResults } from './first-results.service.js';
import { MailLooks } from './mail-looks.service.js';
import { OwnCategories } from './own-categories.service.js';
import { ReplyKnowledge } from './replies/reply-knowledge.service.js';
import { ReplyTemplates } from './replies/reply-templates.service.js';
import { ReplyWriter } from './replies/reply-writer.service.js';
import { Settling } from './settling.service.js';
import { TextServices } from './text-services.service.js';
import { TriageAgents } from './triage-agents.service.js';
import { TriageService } from './triage.service.js';

@Module({
  imports: [
    ClassifiersModule,
    ConversationsModule,
    DispatchModule,
    DocumentsModule,
    ModelsModule,
    QueriesModule,
    TenantsModule,
  ],
  controllers: [CorrectionsController, TriageController, TextServicesController, ReplyTemplatesController],
  providers: [
    Corrections,
    FirstResults,
    MailLooks,
    OwnCategories,
    PersonalData,
    ReplyKnowledge,
    ReplyTemplates,
    ReplyTemplatesRepository,
    ReplyWriter,
    Settling,
    TriageAgents,
    TriageAttachments,
    TriageService,
    TextServices,
  ],
  exports: [TriageAttachments, TriageService],
})
export class TriageModule {}
