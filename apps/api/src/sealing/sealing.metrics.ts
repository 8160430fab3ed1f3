import { type Counter, type Gauge, InjectMetric, makeCounterProvider, makeGaugeProvider } from '@app/observability';
import { Injectable } from '@nestjs/common';

/** How far data keys and values are from the current keys; never whose. */
@Injectable()
export class SealingMetrics {
  constructor(
    @InjectMetric('dossier_sealing_values_total') readonly rows: Counter,
    @InjectMetric('dossier_sealing_rewrapped_keys_total') readonly rewrapped: Counter,
    @InjectMetric('dossier_sealing_failures_total') readonly failures: Counter,
    @InjectMetric('dossier_sealing_tenants_pending') readonly pending: Gauge,
    @InjectMetric('dossier_sealing_old_master_keys') readonly oldMasters: Gauge,
  ) {
    for (const work of WORKS) failures.inc({ work }, 0);
  }
}

export const WORKS = ['rewrap', 'reseal', 'retire', 'unreadable'] as const;

export const SEALING_METRICS = [
  makeCounterProvider({
    name: 'dossier_sealing_values_total',
    help: 'Rows whose plain or older values were sealed with the current data key',
  }),
  makeCounterProvider({
    name: 'dossier_sealing_rewrapped_keys_total',
    help: 'Data keys that were wrapped again with the current master key',
  }),
  makeCounterProvider({
    name: 'dossier_sealing_failures_total',
    help: 'Data keys that could not be wrapped again, turns that failed, and rows that do not open, by work',
    labelNames: ['work'],
  }),
  makeGaugeProvider({
    name: 'dossier_sealing_tenants_pending',
    help: 'Tenants of which not all values were seen to be sealed with the current data key',
  }),
  makeGaugeProvider({
    name: 'dossier_sealing_old_master_keys',
    help: 'Master keys other than the current one that wrap data keys; at 0 they may go',
  }),
];
