import { PersonalData } from '@app/privacy';
import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { TextServicesController } from './http/text-services.controller.js';
import { TriageController } from './http/triage.controller.js';
import { TextServices } from './text-services.service.js';
import { TriageService } from './triage.service.js';

@Module({
  imports: [DocumentsModule],
  controllers: [TriageController, TextServicesController],
  providers: [PersonalData, TriageService, TextServices],
  exports: [TriageService],
})
export class TriageModule {}
