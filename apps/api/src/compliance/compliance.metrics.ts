import { type Counter, type Gauge, InjectMetric, makeCounterProvider, makeGaugeProvider } from '@app/observability';
import { Injectable } from '@nestjs/common';

/** How the trail itself is doing. */
@Injectable()
export class AuditMetrics {
  constructor(
    @InjectMetric('dossier_compliance_audit_entries_total') readonly entries: Counter,
    @InjectMetric('dossier_compliance_audit_lost_total') readonly lost: Counter,
    @InjectMetric('dossier_compliance_audit_waiting_entries') readonly waiting: Gauge,
    @InjectMetric('dossier_compliance_audit_chained_total') readonly chained: Counter,
    @InjectMetric('dossier_compliance_audit_chain_failures_total') readonly failures: Counter,
  ) {
    // A series that begins with 1 has never grown.
    for (const reason of ['error', 'broken']) failures.inc({ reason }, 0);
  }
}

export const COMPLIANCE_METRICS = [
  makeCounterProvider({
    name: 'dossier_compliance_audit_entries_total',
    help: 'Entries written to audit trails, by kind',
    labelNames: ['kind'],
  }),
  makeCounterProvider({
    name: 'dossier_compliance_audit_lost_total',
    help: 'Entries that could not be written after all tries; anything but 0 is a gap in a trail',
  }),
  makeGaugeProvider({
    name: 'dossier_compliance_audit_waiting_entries',
    help: 'Entries of reads and refusals in memory that are not written yet',
  }),
  makeCounterProvider({
    name: 'dossier_compliance_audit_chained_total',
    help: 'Entries that were linked into the chains of their tenants',
  }),
  makeCounterProvider({
    name: 'dossier_compliance_audit_chain_failures_total',
    help: 'Turns in which the chain of a tenant could not be continued, by reason',
    labelNames: ['reason'],
  }),
];
