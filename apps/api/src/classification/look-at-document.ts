import { type PackedReading, unpackReading } from '@model/reading';
import type { Ask } from '@app/threads';
import { LRUCache } from 'lru-cache';
import type { ClassificationInput, LocalClassification } from './domain/classification-model.js';
import { classifyDocument } from './domain/classify-document.js';
import { viewDocument } from './domain/document-view.js';
import { type Fingerprint, fingerprintOf } from './domain/memory/fingerprint.js';
import { NO_OWN_TYPES, OwnTypes } from './domain/own-types/own-types.js';
import type { OwnTaxonomy } from './domain/own-types/own-type.js';
import { keptTerms } from './domain/own-types/terms.js';

/** A document whose type is looked for. All of it can be sent to a thread. */
export interface LookTask extends Omit<ClassificationInput, 'reading'> {
  readonly reading: PackedReading;
  /** Names the tenant's own categories as they stand now; null where it has none. */
  readonly own: string | null;
  /** Whether its traces are wanted as well; else they are empty. */
  readonly traced: boolean;
}

/** What is seen in a document, and its traces: what is kept of it to know its like again. */
export interface Looked {
  readonly found: LocalClassification;
  readonly fingerprint: Fingerprint;
  /** Of its text, for the tenant's own categories. */
  readonly terms: readonly string[];
}

const NO_TRACES = { fingerprint: { words: [], template: [], heads: [] }, terms: [] };

/** Tenants whose categories a thread keeps ready, at about 100 kB each. */
const KEPT = 100;
const compiled = new LRUCache<string, OwnTypes>({ max: KEPT });

/** What the local engine sees in a document. Asks for the tenant's own categories, where it does not know them as they stand now. */
export async function lookAtDocument(task: LookTask, ask: Ask<null, OwnTaxonomy>): Promise<Looked> {
  const own = await ownTypes(task.own, ask);
  const reading = await unpackReading(task.reading);
  const view = viewDocument(reading);
  const found = classifyDocument({ ...task, reading }, own, view);
  const traces = task.traced ? { fingerprint: fingerprintOf(view), terms: keptTerms(view.words) } : NO_TRACES;
  return { found, ...traces };
}

async function ownTypes(key: string | null, ask: Ask<null, OwnTaxonomy>): Promise<OwnTypes> {
  if (key === null) return NO_OWN_TYPES;
  const known = compiled.get(key);
  if (known) return known;
  const own = new OwnTypes(await ask(null), key);
  compiled.set(key, own);
  return own;
}
