import { patternMatcher, type PatternMatcher } from '@app/text';
import { confidenceOf } from './confidence.js';
import type { Candidate } from './field-model.js';
import { heard, type LocalChoice } from './opinions.js';
import { checkRules, noLists, settleBalances, solveSums, type RuleOutcome } from './rules.js';
import type { ExtractionSchema, FieldSpec } from '../../schemas/index.js';
import { fold } from './tokens.js';

export interface Choice {
  readonly candidate: Candidate;
  readonly runnerUp: number;
}

export interface Merged {
  readonly choices: ReadonlyMap<string, Choice>;
  readonly outcome: RuleOutcome;
}

/** More than this many candidates of a field never matter. */
const KEEP = 12;
/** What a second, independent place with the same value adds. */
const AGREEMENT = 0.04;

/** The best, and of many the first and the last of the document: of balances that are carried over those are the ones. */
function isKept(candidate: Candidate, rank: number, all: readonly Candidate[]): boolean {
  const isFirst = (): boolean => all.every(({ start }) => start >= candidate.start);
  const isLast = (): boolean => all.every(({ start }) => start <= candidate.start);
  return rank < KEEP || isFirst() || isLast();
}

const keyOf = (candidate: Candidate): string => fold(candidate.value).replace(/\s+/g, ' ');

/** One candidate a value: the best, a little stronger for every other place that says the same. */
function pooled(candidates: readonly Candidate[]): Candidate[] {
  const byValue = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const list = byValue.get(keyOf(candidate)) ?? [];
    list.push(candidate);
    byValue.set(keyOf(candidate), list);
  }
  return [...byValue.values()]
    .flatMap((list) => {
      const best = list.reduce((top, one) => (one.score > top.score ? one : top));
      const places = new Set(list.map((one) => one.start)).size;
      const kinds = new Set(list.map(({ evidence, agent }) => `${evidence} ${agent}`)).size;
      const score = best.score + AGREEMENT * Math.min(3, places - 1);
      return [{ ...best, score, support: { places, kinds } }];
    })
    .sort((a, b) => b.score - a.score)
    .filter(isKept);
}

const matchers = new Map<string, PatternMatcher>();
/** Beyond this many patterns all are made anew: they come from tenants' schemas. */
const MAX_MATCHERS = 500;

function matcherOf(pattern: string): PatternMatcher {
  const known = matchers.get(pattern);
  if (known) return known;
  const made = patternMatcher(pattern);
  if (matchers.size >= MAX_MATCHERS) matchers.clear();
  matchers.set(pattern, made);
  return made;
}

function allowed(field: FieldSpec, candidate: Candidate): Candidate | null {
  if (field.pattern !== undefined && !matcherOf(field.pattern)(candidate.value)) return null;
  if (!field.enum) return candidate;
  const printed = fold(candidate.value).replace(/\s+/g, '');
  const member =
    field.enum.find((one) => fold(one).replace(/\s+/g, '') === printed) ??
    field.enum.find((one) => printed.includes(fold(one).replace(/\s+/g, '')));
  return member === undefined ? null : { ...candidate, value: member };
}

/** A number that serves as one identifier is seldom another; the weaker claim on the same span steps back. */
function withoutSharedSpans(pools: Map<string, Candidate[]>, fields: readonly FieldSpec[]): void {
  const shared = fields
    .filter((field) => (field.family === 'identifiers' || field.family === 'parties') && field.type !== 'list')
    .map((field) => field.name);
  for (const name of shared) {
    const list = pools.get(name) ?? [];
    const demoted = list.map((candidate) => {
      const stronger = shared.some(
        (other) =>
          other !== name &&
          pools.get(other)?.[0] &&
          overlaps(pools.get(other)?.[0], candidate) &&
          (pools.get(other)?.[0]?.score ?? 0) > candidate.score + 0.02,
      );
      return stronger ? { ...candidate, score: candidate.score - 0.3 } : candidate;
    });
    pools.set(
      name,
      demoted.sort((a, b) => b.score - a.score),
    );
  }
}

const overlaps = (a: Candidate | undefined, b: Candidate): boolean =>
  a !== undefined && a.start < b.end && b.start < a.end;

/** Below this a guess would be wrong more often than right; the field stays empty. */
const FLOOR = 0.22;

/**
 * One value a field: strongest evidence first, then what arithmetic confirms. Where a model has spoken, the local engine decides
 * by itself first, and each is heard on what the other says.
 */
export function mergeCandidates(schema: ExtractionSchema, candidates: readonly Candidate[]): Merged {
  const own = candidates.filter(({ model }) => model === undefined);
  const local = decided(schema, own);
  return own.length === candidates.length ? local : decided(schema, heard(candidates, opinionsIn(local)));
}

const opinionsIn = ({ choices, outcome }: Merged): Map<string, LocalChoice> =>
  new Map(
    [...choices].map(([name, { candidate, runnerUp }]) => {
      const failures = outcome.failures.get(name)?.length ?? 0;
      const standing = { runnerUp, confirmed: outcome.confirmed.has(name), failures };
      return [name, { candidate, confidence: confidenceOf(candidate, standing) }];
    }),
  );

function decided(schema: ExtractionSchema, candidates: readonly Candidate[]): Merged {
  const fields = schema.fields.filter((field) => field.type !== 'list');
  const pools = new Map<string, Candidate[]>();
  for (const field of fields) {
    const own = candidates
      .filter((candidate) => candidate.field === field.name)
      .flatMap((candidate) => allowed(field, candidate) ?? []);
    pools.set(field.name, pooled(own));
  }
  withoutSharedSpans(pools, fields);
  solveSums(schema, pools);
  settleBalances(schema, pools);
  const choices = new Map<string, Choice>();
  for (const [name, pool] of pools) {
    const [best, ...others] = pool;
    if (best && best.score >= FLOOR) choices.set(name, { candidate: best, runnerUp: others[0]?.score ?? 0 });
  }
  const values = new Map([...choices].map(([name, { candidate }]) => [name, candidate.value]));
  return { choices, outcome: checkRules(schema, values, noLists) };
}
