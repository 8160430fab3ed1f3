import { QuoteFinder } from '@app/text';
import type { FieldSpec } from '../../schemas/index.js';
import type { AgentResult, Candidate, ExtractedField } from '../domain/field-model.js';
import type { Findings } from '../extract-fields.js';
import { featuresOf } from './features.js';
import { type Lesson, scoreOf, sharesOf, type Weights } from './ranker.js';
import { keyOf, type Span, spansOf } from './spans.js';

/** What was learned for one field, and from how many documents. */
export interface Ranker {
  readonly weights: Weights;
  readonly lessons: number;
  /** Of them, those whose value the local engine had found by itself. */
  readonly localRight: number;
}

/** Fields whose values are chosen among stretches of the text; lists, statements and addresses over lines are not. */
export const isTeachable = ({ type }: Pick<FieldSpec, 'type'>): boolean =>
  type === 'string' || type === 'date' || type === 'money' || type === 'number' || type === 'address';

/** Documents that the local engine is taken to have read right, and wrong, before the first lesson tells how it does. */
const RIGHT_BEFORE = 19;
const WRONG_BEFORE = 1;

/** Log-odds that the local engine's choice is right, by the lessons in which it was (mean of a beta distribution). */
const localOdds = ({ lessons, localRight }: Ranker): number =>
  Math.log((localRight + RIGHT_BEFORE) / (lessons - localRight + WRONG_BEFORE));

/** How often what `lessons` documents in a row have shown holds for the next one (Laplace's rule of succession). */
const reliance = (lessons: number): number => (lessons + 1) / (lessons + 2);
const KEEP = 4;

const proposedFor = ({ found }: Findings, { name }: FieldSpec): readonly Candidate[] =>
  found.candidates.filter(({ field }) => field === name);

/** What a solved document teaches about a field; null where its value does not stand in the text. */
export function lessonOf(findings: Findings, spec: FieldSpec, value: string): Lesson | null {
  const proposed = proposedFor(findings, spec);
  const key = keyOf(spec.type, value);
  const known = spansOf(findings.view, spec, proposed);
  const spans = known.some((span) => span.key === key) ? known : withLocated(findings, spec, proposed, value);
  const right = spans.flatMap((span, index) => (span.key === key ? [index] : []));
  return right.length === 0 ? null : { spans: featuresOf(findings.view, spec, spans, proposed), right };
}

/** A value of words that no stretch is: where it stands, as one more stretch. */
function withLocated(findings: Findings, spec: FieldSpec, proposed: readonly Candidate[], value: string): Span[] {
  const isText = spec.type === 'string' || spec.type === 'address';
  const place = isText ? new QuoteFinder(findings.view.text).find(value) : null;
  if (place === null) return [];
  const located: Candidate = {
    field: spec.name,
    value,
    raw: findings.view.text.slice(place.start, place.end),
    start: place.start,
    end: place.end,
    score: 0,
    evidence: 'learned',
    agent: spec.family,
  };
  return spansOf(findings.view, spec, [...proposed, located]);
}

/** The likeliest values of a field by what was learned, the local engine's own choice heard too. */
export function rankedCandidates(
  findings: Findings,
  spec: FieldSpec,
  chosen: ExtractedField | undefined,
  ranker: Ranker,
): Candidate[] {
  const { weights, lessons } = ranker;
  const proposed = proposedFor(findings, spec);
  const spans = spansOf(findings.view, spec, proposed);
  if (spans.length === 0) return [];
  const bonus = localOdds(ranker) * (chosen?.confidence ?? 0);
  const scores = featuresOf(findings.view, spec, spans, proposed).map(
    (features, index) => scoreOf(weights, features) + (spans[index]?.value === chosen?.value ? bonus : 0),
  );
  const shares = sharesOf(scores);
  const byKey = Map.groupBy(
    spans.map((span, index) => ({ span, share: shares[index] ?? 0 })),
    ({ span }) => span.key,
  );
  return [...byKey.values()]
    .map((places) => ({
      share: places.reduce((sum, { share }) => sum + share, 0),
      best: places.reduce((top, one) => (one.share > top.share ? one : top)).span,
    }))
    .sort((a, b) => b.share - a.share)
    .slice(0, KEEP)
    .map(({ share, best }) => {
      const own = best.value === chosen?.value ? chosen.confidence : 0;
      return candidateOf(findings, spec, best, { share, certainty: share * Math.max(reliance(lessons), own) });
    });
}

function candidateOf(
  { view }: Findings,
  spec: FieldSpec,
  { start, end, value, currency }: Span,
  { share, certainty }: { readonly share: number; readonly certainty: number },
): Candidate {
  return {
    field: spec.name,
    value,
    raw: view.text.slice(start, end),
    ...(currency !== undefined && { currency }),
    start,
    end,
    score: share,
    evidence: 'learned',
    agent: spec.family,
    certainty,
  };
}

/** The findings with what was learned in the place of what the agents proposed, for the fields that something was learned of. */
export function withLearned(
  findings: Findings,
  local: readonly ExtractedField[],
  rankers: ReadonlyMap<string, Ranker>,
): Findings {
  const learned = findings.view.schema.fields.flatMap((spec) => {
    const ranker = rankers.get(spec.name);
    if (ranker === undefined || !isTeachable(spec)) return [];
    return rankedCandidates(
      findings,
      spec,
      local.find(({ name }) => name === spec.name),
      ranker,
    );
  });
  const fields = new Set(learned.map(({ field }) => field));
  const kept = findings.found.candidates.filter(({ field }) => !fields.has(field));
  const found: AgentResult = { ...findings.found, candidates: [...kept, ...learned] };
  return { ...findings, found };
}
