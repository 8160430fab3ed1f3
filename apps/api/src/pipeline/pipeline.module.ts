import { EventRouter } from '@app/queue';
import { Global, Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { DocumentRouter } from './document.router.js';
import { DeadLettersController } from './http/dead-letters.controller.js';
import { PipelineService } from './pipeline.service.js';

/** Global, because the queue's relay asks it what comes next. */
@Global()
@Module({
  imports: [DocumentsModule],
  controllers: [DeadLettersController],
  providers: [PipelineService, { provide: EventRouter, useClass: DocumentRouter }],
  exports: [EventRouter],
})
export class PipelineModule {}
