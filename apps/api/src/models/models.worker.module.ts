import { Module } from '@nestjs/common';
import { ModelsModule } from './models.module.js';
import { CallExpiry } from './call-expiry.service.js';

@Module({ imports: [ModelsModule], providers: [CallExpiry] })
export class ModelsWorkerModule {}
