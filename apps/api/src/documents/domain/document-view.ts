import { publicId } from '@app/kernel';
import type { DocumentRecord, Run } from './document.js';
import type { RunDiff } from './run-diff.js';

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

/** Billionths, so that sums are exact: costs have nine places. */
const nanoOf = ({ cost }: Run): bigint => BigInt(Math.round(Number(cost) * 1e9));

function amountOf(nano: bigint): string {
  const digits = (nano < 0n ? -nano : nano).toString().padStart(10, '0');
  return `${nano < 0n ? '-' : ''}${digits.slice(0, -9)}.${digits.slice(-9)}`.replace(/0{1,7}$/, '');
}

const sumOfCosts = (runs: readonly Run[]): string => amountOf(runs.reduce((sum, run) => sum + nanoOf(run), 0n));

export function usageOf(runs: readonly Run[]) {
  return {
    tokensIn: runs.reduce((sum, run) => sum + run.tokensIn, 0),
    tokensOut: runs.reduce((sum, run) => sum + run.tokensOut, 0),
    cost: { amount: sumOfCosts(runs), currency: 'USD' },
    cacheHit: runs.some((run) => run.cacheHit),
    durationMs: runs.reduce((sum, run) => sum + run.durationMs, 0),
  };
}

const resultOf = (runs: readonly Run[], id: string | null): unknown =>
  runs.find((run) => run.id === id)?.result ?? null;

/** A document as lists show it: without its results. */
export function listedDocument(document: DocumentRecord) {
  return {
    id: publicId('document', document.id),
    filename: document.filename,
    mediaType: document.mediaType,
    sizeBytes: document.sizeBytes,
    sha256: document.sha256,
    duplicateOf: document.duplicateOf && publicId('document', document.duplicateOf),
    parentId: document.parentId && publicId('document', document.parentId),
    pages: document.pages,
    split: document.split,
    status: document.status,
    stage: document.stage,
    error: document.error,
    industry: document.industry,
    type: document.type,
    createdAt: iso(document.createdAt),
    completedAt: iso(document.completedAt),
    metadata: document.metadata,
  };
}

/** A document as the API answers it. Parts that were not reached, or do not apply, are null. */
export function documentView(document: DocumentRecord, children: readonly DocumentRecord[], runs: readonly Run[]) {
  const { industry: _industry, type: _type, createdAt, completedAt, metadata, ...head } = listedDocument(document);
  return {
    ...head,
    children: children.map((child) => ({
      id: publicId('document', child.id),
      filename: child.filename,
      role: child.role,
      pages: child.pages,
      type: child.type,
      status: child.status,
    })),
    receipt: document.receipt,
    language: document.language,
    classification: resultOf(runs, document.runs.classify),
    extraction: resultOf(runs, document.runs.extract),
    email: document.email,
    triage: resultOf(runs, document.runs.triage),
    usage: usageOf(runs),
    createdAt,
    completedAt,
    metadata,
  };
}

export type DocumentView = ReturnType<typeof documentView>;

export const runView = (run: Run) => ({
  id: publicId('run', run.id),
  documentId: publicId('document', run.documentId),
  kind: run.kind,
  engine: run.engine,
  engineVersion: run.engineVersion,
  model: run.model,
  schemaId: run.schemaId,
  schemaVersion: run.schemaVersion,
  promptHash: run.promptHash,
  tokensIn: run.tokensIn,
  tokensOut: run.tokensOut,
  cost: { amount: sumOfCosts([run]), currency: 'USD' },
  cacheHit: run.cacheHit,
  durationMs: run.durationMs,
  createdAt: iso(run.createdAt),
});

/** Two runs and what they differ in; usage is what the later one took more. */
export const runDiffView = ({ before, after, ...differences }: RunDiff) => ({
  documentId: publicId('document', after.documentId),
  kind: after.kind,
  ...differences,
  before: runView(before),
  after: runView(after),
  usage: {
    tokensIn: after.tokensIn - before.tokensIn,
    tokensOut: after.tokensOut - before.tokensOut,
    cost: { amount: amountOf(nanoOf(after) - nanoOf(before)), currency: 'USD' },
    durationMs: after.durationMs - before.durationMs,
  },
});
