import { Module } from '@nestjs/common';
import { ModelsModule } from './models.module.js';
import { ModelBatches } from './batches.service.js';
import { CallExpiry } from './call-expiry.service.js';

@Module({ imports: [ModelsModule], providers: [ModelBatches, CallExpiry] })
export class ModelsWorkerModule {}
