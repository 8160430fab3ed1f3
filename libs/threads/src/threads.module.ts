import { Global, Module } from '@nestjs/common';
import { Threads } from './threads.service.js';

/** Provides `Threads`, one for the process. The configuration part `threadsConfig` must be loaded (ConfigModule.forRoot). */
@Global()
@Module({ providers: [Threads], exports: [Threads] })
export class ThreadsModule {}
