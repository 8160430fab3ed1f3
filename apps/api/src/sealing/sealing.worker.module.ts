import { Module } from '@nestjs/common';
import { SealingModule } from './sealing.module.js';
import { SealingTurns } from './sealing-turns.service.js';

@Module({ imports: [SealingModule], providers: [SealingTurns] })
export class SealingWorkerModule {}
