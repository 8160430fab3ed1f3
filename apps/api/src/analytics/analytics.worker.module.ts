import { Module } from '@nestjs/common';
import { PARTITION_METRICS, PartitionMetrics } from './analytics.metrics.js';
import { PartitionsRepository } from './data/partitions.repository.js';
import { RollUpsRepository } from './data/rollups.repository.js';
import { LedgerPartitions } from './ledger-partitions.service.js';
import { RollUps } from './rollups.service.js';

/** The schedule is that of the pipeline's worker module: a second one would run everything twice. */
@Module({
  providers: [
    RollUpsRepository,
    RollUps,
    PartitionsRepository,
    LedgerPartitions,
    PartitionMetrics,
    ...PARTITION_METRICS,
  ],
})
export class AnalyticsWorkerModule {}
