import { PersonalData } from '@app/privacy';
import { Module } from '@nestjs/common';
import { ClassifiersModule } from '../classifiers/index.js';
import { ConversationsModule } from '../conversations/index.js';
import { DocumentsModule } from '../documents/index.js';
import { ModelsModule } from '../models/index.js';
import { TenantsModule } from '../tenants/index.js';
import { TextServicesController } from './http/text-services.controller.js';
import { TriageController } from './http/triage.controller.js';
import { FirstResults } from './first-results.service.js';
import { MailLooks } from './mail-looks.service.js';
import { OwnCategories } from './own-categories.service.js';
import { Settling } from './settling.service.js';
import { TextServices } from './text-services.service.js';
import { TriageAgents } from './triage-agents.service.js';
import { TriageService } from './triage.service.js';

@Module({
  imports: [ClassifiersModule, ConversationsModule, DocumentsModule, ModelsModule, TenantsModule],
  controllers: [TriageController, TextServicesController],
  providers: [
    FirstResults,
    MailLooks,
    OwnCategories,
    PersonalData,
    Settling,
    TriageAgents,
    TriageService,
    TextServices,
  ],
  exports: [TriageService],
})
export class TriageModule {}
