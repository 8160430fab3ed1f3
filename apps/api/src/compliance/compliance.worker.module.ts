import { Module } from '@nestjs/common';
import { AuditChain } from './audit-chain.service.js';

/** The schedule is that of the pipeline's worker module: a second one would run everything twice. */
@Module({ providers: [AuditChain] })
export class ComplianceWorkerModule {}
