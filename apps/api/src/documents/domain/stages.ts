import { assertNever } from '@app/kernel';
import { JSON_EMAIL_MEDIA_TYPE } from '@app/reading';
import { isLoss } from './children.js';
import type { DocumentRecord, Pipeline, Receipt, Stage, Status } from './document.js';

/** The stages that a document passes, in order, by what its sender asked for. */
export function stagesOf(pipeline: Pipeline): readonly Stage[] {
  switch (pipeline) {
    case 'full':
      return ['received', 'read', 'classified', 'understood', 'indexed'];
    case 'classify':
      return ['received', 'read', 'classified'];
    case 'index':
      return ['received', 'read', 'indexed'];
    case 'read':
      return ['received', 'read'];
    default:
      return assertNever(pipeline);
  }
}

export const isLastStage = (pipeline: Pipeline, stage: Stage): boolean => stagesOf(pipeline).at(-1) === stage;

/** 0..1 */
export function progressOf(pipeline: Pipeline, stage: Stage): number {
  const stages = stagesOf(pipeline);
  return Math.max(0, stages.indexOf(stage)) / (stages.length - 1);
}

/**
 * Success is claimed only where nothing was lost. A document that gave neither text nor files (a photograph, a blank scan) has
 * something that was not understood, so it is no success either; its receipt counts the empty pages.
 */
export function finalStatusOf(receipt: Receipt | null): Extract<Status, 'succeeded' | 'partial'> {
  if (!receipt) return 'succeeded';
  const { skipped, incomplete = [] } = receipt.children;
  const lost = receipt.pages.failed > 0 || receipt.truncated || skipped.some(isLoss) || incomplete.length > 0;
  const saysNothing = receipt.pages.read === 0 && receipt.children.found === 0;
  return lost || saysNothing ? 'partial' : 'succeeded';
}

export const REPROCESS_FROM = ['read', 'classify', 'understand', 'index'] as const;
export type ReprocessFrom = (typeof REPROCESS_FROM)[number];

/** The stage that a document stands at before the named step is done again. */
export const STAGE_BEFORE: Readonly<Record<ReprocessFrom, Stage>> = {
  read: 'received',
  classify: 'read',
  understand: 'classified',
  index: 'understood',
};

/** What the pipeline may look at to choose the next step: small facts, never content. */
export const routingFacts = (document: Pick<DocumentRecord, 'options' | 'email' | 'parentId' | 'mediaType'>) => ({
  pipeline: document.options.pipeline,
  email: document.email !== null,
  child: document.parentId !== null,
  // It can hold no files, and nothing of it is worth being kept before the rest.
  atOnce: document.mediaType === JSON_EMAIL_MEDIA_TYPE && document.options.triageOnly === true,
});

export const eventOfStage = (stage: Stage): string => `document.${stage}`;
