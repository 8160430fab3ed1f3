import { type Counter, InjectMetric, makeCounterProvider } from '@app/observability';
import { Injectable } from '@nestjs/common';
import { type Cause, CAUSES } from './domain/erasure.js';

/** What goes, and what could not be done; never whose. */
@Injectable()
export class LifecycleMetrics {
  constructor(
    @InjectMetric('dossier_lifecycle_erased_documents_total') readonly documents: Counter,
    @InjectMetric('dossier_lifecycle_held_documents_total') readonly held: Counter,
    @InjectMetric('dossier_lifecycle_failures_total') readonly failures: Counter,
    @InjectMetric('dossier_lifecycle_orphaned_files_total') readonly orphans: Counter,
  ) {
    // A series that begins with 1 has never grown.
    for (const cause of CAUSES) documents.inc({ cause }, 0);
    for (const work of WORKS) failures.inc({ work }, 0);
    for (const outcome of ['removed', 'doubtful']) orphans.inc({ outcome }, 0);
  }

  erased(cause: Cause, count: number): void {
    this.documents.inc({ cause }, count);
  }
}

export const WORKS = [
  'retention',
  'settling',
  'tombstones',
  'staged',
  'orphans',
  'exports',
  'tenants',
  'memory',
] as const;

export const LIFECYCLE_METRICS = [
  makeCounterProvider({
    name: 'dossier_lifecycle_erased_documents_total',
    help: 'Documents that were erased, by what caused it',
    labelNames: ['cause'],
  }),
  makeCounterProvider({
    name: 'dossier_lifecycle_held_documents_total',
    help: 'Documents that were due and stay because of a legal hold, counted at each look',
  }),
  makeCounterProvider({
    name: 'dossier_lifecycle_failures_total',
    help: 'Turns of the lifecycle that failed and are tried again, by work',
    labelNames: ['work'],
  }),
  makeCounterProvider({
    name: 'dossier_lifecycle_orphaned_files_total',
    help: 'Stored files that no row knows: removed, or left because something does not add up, counted at each look',
    labelNames: ['outcome'],
  }),
];
