import { correctionFrom, type Sample } from './correction.js';
import { type Curve, IDENTITY, valueAt } from './curve.js';
import type { VerdictKind } from './verdict.js';

/** What a confidence is about, from the general to the special. */
export interface Claim {
  readonly kind: VerdictKind;
  /** What gave the value; null for documents, whose values may come from several. */
  readonly engine: string | null;
  /** The schema of a field or a document; the type itself where a type was told. */
  readonly group: string | null;
  /** Null but for fields; of a cell it is the name of the list, a dot, and the name of the column. */
  readonly field: string | null;
}

/** A verdict as calibration knows it. */
export interface Verdict extends Claim, Sample {}

/** Curves by claim, as `keysOf` names them. */
export type Curves = ReadonlyMap<string, Curve>;

/** Nothing is certain, whatever many agree: a hundredth is left for what no verdict has shown yet. */
const HIGHEST = 0.99;

/** The claim and what it is a case of, the most general first: `field/local`, `field/local/sch_invoice`, …`/total`. */
export function keysOf({ kind, engine, group, field }: Claim): string[] {
  const parts = [kind, ...(engine === null ? [] : [engine]), ...(group === null ? [] : [group])];
  if (group !== null && field !== null) parts.push(field);
  const first = engine === null ? 1 : 2;
  return parts.slice(first - 1).map((_, index) => parts.slice(0, first + index).join('/'));
}

/** The curve of the most special of the keys that has one. */
const mostSpecial = (curves: Curves, keys: readonly string[]): Curve =>
  keys.map((key) => curves.get(key)).findLast((curve) => curve !== undefined) ?? IDENTITY;

/**
 * Learns corrections from verdicts, level by level: first what an engine's confidences are worth, then, over that, those of a
 * schema, then those of a field. What a level has few verdicts for stays as the level above left it. Takes up
 * to some hundred milliseconds for thousands.
 */
export function learnCorrections(verdicts: readonly Verdict[], defaults: Curves): Curves {
  const corrections = new Map<string, Curve>();
  let level = verdicts.map((verdict) => {
    const keys = keysOf(verdict);
    return { ...verdict, keys, confidence: valueAt(mostSpecial(defaults, keys), verdict.confidence) };
  });
  for (let depth = 0; depth < 3; depth++) {
    for (const [key, samples] of Map.groupBy(level, ({ keys }) => keys[depth])) {
      const curve = key === undefined ? null : correctionFrom(samples);
      if (key !== undefined && curve !== null) corrections.set(key, curve);
    }
    level = level.map((one) => {
      const curve = corrections.get(one.keys[depth] ?? '');
      return curve ? { ...one, confidence: valueAt(curve, one.confidence) } : one;
    });
  }
  return corrections;
}

/**
 * What a confidence of an engine means: by the built-in curve of its kind, and by the corrections over it. Never falls with the
 * confidence; 0 stays 0, for it says that there is no value.
 */
export function calibrated(claim: Claim, confidence: number, defaults: Curves, corrections: Curves): number {
  if (confidence <= 0) return 0;
  const keys = keysOf(claim);
  const believed = valueAt(mostSpecial(defaults, keys), confidence);
  const told = keys.reduce((value, key) => {
    const curve = corrections.get(key);
    return curve ? valueAt(curve, value) : value;
  }, believed);
  return Math.round(Math.min(HIGHEST, Math.max(0, told)) * 1000) / 1000;
}
