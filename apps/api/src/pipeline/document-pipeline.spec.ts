import { describe, expect, it } from 'vitest';
import { DOCUMENT_JOBS, DOCUMENT_PIPELINE, nextJobs } from './document-pipeline.js';

const queues = (event: string, facts: Record<string, string | boolean>): string[] =>
  (nextJobs({ event, facts }) ?? []).map(({ queue }) => queue);

describe('the pipeline of a document', () => {
  it.each([
    ['document.received', { pipeline: 'read', email: false }, ['documents.read-document']],
    ['document.received', { pipeline: 'read', email: false, child: true }, ['documents.read-child']],
    ['document.received', { pipeline: 'full', email: false, child: false, atOnce: true }, ['pipeline.pass-mail']],
    ['document.received', { pipeline: 'full', email: false, child: true, atOnce: true }, ['documents.read-child']],
    ['document.read', { pipeline: 'full', email: false }, ['classification.classify-document']],
    ['document.read', { pipeline: 'classify', email: false }, ['classification.classify-document']],
    ['document.read', { pipeline: 'index', email: false }, ['queries.index-document']],
    ['document.read', { pipeline: 'read', email: false }, []],
    ['document.classified', { pipeline: 'full', email: false }, ['extraction.extract-fields']],
    ['document.classified', { pipeline: 'full', email: true }, ['triage.triage-email']],
    ['document.classified', { pipeline: 'classify', email: true }, []],
    ['document.understood', { pipeline: 'full', email: true }, ['queries.index-document']],
    ['document.gathered', { pipeline: 'full', email: true }, ['extraction.gather-fields']],
    ['document.failed', { pipeline: 'full', email: true }, []],
    ['budget.warning', { scope: 'tenant' }, []],
    ['document.run-promoted', { kind: 'extract' }, []],
    ['run.replay-requested', { runId: 'r' }, ['extraction.replay-run']],
    ['golden-set.evaluation-requested', {}, ['golden.evaluate-set']],
    ['review.needed', {}, []],
    ['classifier.training-requested', {}, ['classifiers.train-classifier']],
    ['tenant.review-settings-changed', {}, ['reviews.judge-anew']],
    ['privacy.erasure-requested', {}, ['lifecycle.erase-subject']],
    ['privacy.export-requested', {}, ['lifecycle.export-subject']],
  ])('after %s with %o comes %o', (event, facts, expected) => expect(queues(event, facts)).toEqual(expected));

  it('knows no other events', () => expect(nextJobs({ event: 'document.sold', facts: {} })).toBeNull());

  it('uses every job, and each has its own queue', () => {
    const used = new Set(Object.values(DOCUMENT_PIPELINE).flatMap((steps) => steps.map(({ job }) => job)));
    expect(used).toEqual(new Set(DOCUMENT_JOBS));
    expect(new Set(DOCUMENT_JOBS.map(({ queue }) => queue)).size).toBe(DOCUMENT_JOBS.length);
  });
});
