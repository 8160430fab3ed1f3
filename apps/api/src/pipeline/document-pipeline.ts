import type { JobDefinition, OutboxEvent } from '@app/queue';
import { classifyDocumentJob } from '../classification/index.js';
import { trainClassifierJob } from '../classifiers/index.js';
import { readChildJob, readDocumentJob } from '../documents/index.js';
import { extractFieldsJob, gatherFieldsJob, replayRunJob } from '../extraction/index.js';
import { evaluateSetJob } from '../golden/index.js';
import { eraseSubjectJob, exportSubjectJob } from '../lifecycle/index.js';
import { indexDocumentJob } from '../queries/index.js';
import { judgeAnewJob } from '../reviews/index.js';
import { triageEmailJob } from '../triage/index.js';
import { passMailJob } from './jobs/pass-mail.job.js';

/** The small facts that an event carries. */
interface Facts {
  readonly pipeline?: unknown;
  readonly email?: unknown;
  /** True of files that were found inside others. */
  readonly child?: unknown;
  /** True of what passes all stages in one job. */
  readonly atOnce?: unknown;
}

interface Step {
  /** What follows, where its condition holds; nothing else decides. */
  readonly job: JobDefinition;
  readonly when?: (facts: Facts) => boolean;
}

const asked =
  (...pipelines: readonly string[]) =>
  (facts: Facts): boolean =>
    pipelines.includes(String(facts.pipeline));
const isEmail = (facts: Facts): boolean => facts.email === true;
const isChild = (facts: Facts): boolean => facts.child === true;
const passesAtOnce = (facts: Facts): boolean => facts.atOnce === true && !isChild(facts);

/** THE table: which work follows which event. An event without a line here is an error at run time and in the tests. */
export const DOCUMENT_PIPELINE: Readonly<Record<string, readonly Step[]>> = {
  'document.received': [
    { job: passMailJob, when: passesAtOnce },
    { job: readDocumentJob, when: (facts) => !isChild(facts) && !passesAtOnce(facts) },
    { job: readChildJob, when: isChild },
  ],
  'document.read': [
    { job: classifyDocumentJob, when: asked('full', 'classify') },
    { job: indexDocumentJob, when: asked('index') },
  ],
  'document.classified': [
    { job: triageEmailJob, when: (facts) => asked('full')(facts) && isEmail(facts) },
    { job: extractFieldsJob, when: (facts) => asked('full')(facts) && !isEmail(facts) },
  ],
  'document.gathered': [{ job: gatherFieldsJob }],
  'document.understood': [{ job: indexDocumentJob, when: asked('full', 'index') }],
  'document.indexed': [],
  'document.failed': [],
  'document.cancelled': [],
  'run.replay-requested': [{ job: replayRunJob }],
  'golden-set.evaluation-requested': [{ job: evaluateSetJob }],
  'classifier.training-requested': [{ job: trainClassifierJob }],
  'tenant.review-settings-changed': [{ job: judgeAnewJob }],
  'privacy.erasure-requested': [{ job: eraseSubjectJob }],
  'privacy.export-requested': [{ job: exportSubjectJob }],
  // For those who are told of events; no work follows.
  'document.run-promoted': [],
  'budget.warning': [],
  'review.needed': [],
};

export const DOCUMENT_JOBS: readonly JobDefinition[] = [
  passMailJob,
  readDocumentJob,
  readChildJob,
  classifyDocumentJob,
  triageEmailJob,
  extractFieldsJob,
  gatherFieldsJob,
  replayRunJob,
  indexDocumentJob,
  trainClassifierJob,
  evaluateSetJob,
  judgeAnewJob,
  eraseSubjectJob,
  exportSubjectJob,
];

export const nextJobs = (event: Pick<OutboxEvent, 'event' | 'facts'>): readonly JobDefinition[] | null =>
  DOCUMENT_PIPELINE[event.event]?.filter(({ when }) => when?.(event.facts) ?? true).map(({ job }) => job) ?? null;
