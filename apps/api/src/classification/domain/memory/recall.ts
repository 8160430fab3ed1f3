import type { Fingerprint } from './fingerprint.js';
import { agreement, overlap } from './hashing.js';

/** A document whose type somebody has confirmed. */
export interface TypeMemory extends Fingerprint {
  readonly type: string;
  readonly source: MemorySource;
  /** What the local engine says of it. */
  readonly localType: string;
}

/** `review`: somebody has looked at a document. `example`: given with a category of the tenant's own. */
export type MemorySource = 'review' | 'example';

/** What memory says of a document. */
export interface Recollection {
  readonly type: string;
  readonly likeness: 'near-duplicate' | 'template';
  readonly source: MemorySource;
  /** Confirmed documents that are as much like it. */
  readonly confirmed: number;
  /** 0..1: how often such a recollection is right. */
  readonly trust: number;
  /** The local engine judges this document as it judged the remembered ones: what it was told about them holds here too. */
  readonly sameView: boolean;
}

/** Copies and scans of one document share more than this of their runs of words; two of one template with other values less. */
const NEARLY_THE_SAME = 0.7;
/** Of labels with their places. Documents of one template share more, those of one sender and another kind mostly less. */
const SAME_TEMPLATE = 0.45;
/** Headings count as much as all other labels: a sender's papers differ by their title, not by their letterhead. */
const WEIGHT_OF_HEADS = 0.5;
/** Where the next best type comes this close, memory does not know. */
const CLEARLY = 0.08;

const TRUST_IN_COPY = 0.98;
/** One confirmed document of the template; three that say the same. */
const TRUST_IN_TEMPLATE = 0.93;
const TRUST_IN_PROVEN_TEMPLATE = 0.97;
const PROVEN = 3;

interface Likeness {
  readonly memory: TypeMemory;
  readonly kind: Recollection['likeness'];
  readonly strength: number;
}

/**
 * What the remembered documents say of one. Those that the local engine judges as it judges this one come first: a correction
 * ("this invoice is a utility bill") holds for its like, not for every paper on the letterhead. Null where nothing is like it, or
 * where two types are alike near.
 */
export function recall(
  fingerprint: Fingerprint,
  localType: string,
  memories: readonly TypeMemory[],
): Recollection | null {
  const alike = memories
    .map((memory) => likenessOf(fingerprint, memory))
    .filter((one) => one !== null)
    .sort((a, b) => b.strength - a.strength);
  const same = alike.filter(({ memory }) => memory.localType === localType);
  return recollectionOf(same.length > 0 ? same : alike, same.length > 0);
}

function likenessOf(fingerprint: Fingerprint, memory: TypeMemory): Likeness | null {
  const copy = agreement(fingerprint.words, memory.words);
  if (copy >= NEARLY_THE_SAME) return { memory, kind: 'near-duplicate', strength: copy };
  const labels = overlap(fingerprint.template, memory.template);
  const headed = fingerprint.heads.length > 0 && memory.heads.length > 0;
  const strength = headed
    ? (1 - WEIGHT_OF_HEADS) * labels + WEIGHT_OF_HEADS * overlap(fingerprint.heads, memory.heads)
    : labels;
  // Headings alone make no template.
  return Math.min(labels, strength) < SAME_TEMPLATE ? null : { memory, kind: 'template', strength };
}

function recollectionOf(alike: readonly Likeness[], sameView: boolean): Recollection | null {
  const [best] = alike;
  if (best === undefined) return null;
  const { type, source } = best.memory;
  const other = alike.find(({ memory }) => memory.type !== type);
  if (other !== undefined && other.strength > best.strength - CLEARLY) return null;
  const confirmed = alike.filter(({ memory }) => memory.type === type).length;
  const likeness = best.kind;
  return { type, source, likeness, confirmed, trust: trustIn(likeness, confirmed), sameView };
}

function trustIn(likeness: Recollection['likeness'], confirmed: number): number {
  if (likeness === 'near-duplicate') return TRUST_IN_COPY;
  return confirmed >= PROVEN ? TRUST_IN_PROVEN_TEMPLATE : TRUST_IN_TEMPLATE;
}
