import { confidenceOf } from './confidence.js';
import type { Candidate } from './field-model.js';
import { fold } from './tokens.js';

/** Signs and spaces are read and copied in many ways; in numbers and dates they matter. */
const plain = (value: string): string =>
  /^[-\d.]+$/.test(value)
    ? value
    : fold(value)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();

const isSame = (one: Candidate, other: Candidate): boolean => plain(one.value) === plain(other.value);

/** By itself. */
const confidenceIn = (candidate: Candidate): number =>
  confidenceOf(candidate, { runnerUp: 0, confirmed: false, failures: 0 });

/** What the local engine chooses for a field by itself, and how sure it is of it. */
export interface LocalChoice {
  readonly candidate: Candidate;
  readonly confidence: number;
}

/**
 * Candidates of a model and of the local engine, each with what the other says. A value that the local engine has passed over is
 * no agreement. A model copies what is printed, so what both mean is written as the local engine has mended it. A model's value
 * that is less sure than the local choice steps back behind it.
 */
export function heard(candidates: readonly Candidate[], choices: ReadonlyMap<string, LocalChoice>): Candidate[] {
  const named = new Map(candidates.filter(({ model }) => model !== undefined).map((one) => [one.field, one]));
  return candidates.map((one) => {
    const local = choices.get(one.field);
    const other = named.get(one.field);
    if (local === undefined || other === undefined) return one;
    const agrees = isSame(local.candidate, other);
    if (one.model === undefined)
      return agrees || !isSame(one, local.candidate)
        ? one
        : { ...one, witness: { agrees, confidence: confidenceIn(other) } };
    const witness = { agrees, confidence: local.confidence };
    if (agrees) return { ...one, ...(isPrinted(local.candidate) && placeOf(local.candidate)), witness };
    const isOutvoted = local.confidence > confidenceIn(one);
    return { ...one, witness, ...(isOutvoted && { score: local.candidate.score - BEHIND }) };
  });
}

/** So far behind that the margin casts no doubt of its own: the doubt is the witness's. Sums still find the value there. */
const BEHIND = 0.15;

/** What the local engine has worked out stands where the model says, if anywhere. */
const isPrinted = ({ evidence }: Candidate): boolean => evidence !== 'computed' && evidence !== 'clause-derived';

const placeOf = ({ value, raw, start, end, parts }: Candidate) => ({
  value,
  raw,
  start,
  end,
  ...(parts && { parts }),
  evidence: 'model' as const,
});
