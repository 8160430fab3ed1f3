import { type Counter, InjectMetric, makeCounterProvider } from '@app/observability';
import { Injectable } from '@nestjs/common';
import { PARTITIONED } from './data/partitions.repository.js';

/** What becomes of the partitions of the ledgers. */
@Injectable()
export class PartitionMetrics {
  constructor(
    @InjectMetric('dossier_analytics_partitions_total') readonly partitions: Counter,
    @InjectMetric('dossier_analytics_misplaced_rows_total') readonly misplaced: Counter,
    @InjectMetric('dossier_analytics_partition_failures_total') readonly failures: Counter,
  ) {
    // A series that begins with 1 has never grown.
    for (const table of PARTITIONED) {
      for (const action of ['made', 'dropped']) partitions.inc({ table, action }, 0);
      misplaced.inc({ table }, 0);
      failures.inc({ table }, 0);
    }
  }
}

export const PARTITION_METRICS = [
  makeCounterProvider({
    name: 'dossier_analytics_partitions_total',
    help: 'Partitions of the ledgers that were made and dropped',
    labelNames: ['table', 'action'],
  }),
  makeCounterProvider({
    name: 'dossier_analytics_misplaced_rows_total',
    help: 'Lines of the ledgers that came before their month had a partition and were moved into it',
    labelNames: ['table'],
  }),
  makeCounterProvider({
    name: 'dossier_analytics_partition_failures_total',
    help: 'Turns in which the partitions of a ledger could not be brought up to date; each is tried again a minute later',
    labelNames: ['table'],
  }),
];
