import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { TriageEngine } from './domain/triage-engine.js';
import { TextServicesController } from './http/text-services.controller.js';
import { TriageController } from './http/triage.controller.js';
import { TextServices } from './text-services.service.js';
import { TriageService } from './triage.service.js';

@Module({
  imports: [DocumentsModule],
  controllers: [TriageController, TextServicesController],
  providers: [{ provide: TriageEngine, useFactory: () => new TriageEngine() }, TriageService, TextServices],
  exports: [TriageService],
})
export class TriageModule {}
