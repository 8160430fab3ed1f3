import { Module } from '@nestjs/common';
import { AuditChain } from './audit-chain.service.js';
import { TrailEndsRepository } from './data/trail-ends.repository.js';
import { TrailEnds } from './trail-ends.service.js';

/** The schedule is that of the pipeline's worker module: a second one would run everything twice. */
@Module({ providers: [AuditChain, TrailEnds, TrailEndsRepository] })
export class ComplianceWorkerModule {}
