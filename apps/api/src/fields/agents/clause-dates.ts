import type { DateMatch } from '@app/text';
import { within, type DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import { addDuration, sentenceAt, type Prose } from '../domain/prose.js';
import type { FieldSpec } from '../../schemas/index.js';
import { anniversaries, initialTerms, type Period } from './clause-periods.js';

const make = (view: DocumentView, field: FieldSpec, date: DateMatch, score: number): Candidate => ({
  field: field.name,
  value: date.iso,
  raw: view.text.slice(date.start, date.end),
  start: date.start,
  end: date.end,
  score,
  evidence: 'clause',
  agent: 'clauses',
});

const MADE = /\b(?:made|entered(?: into)?|executed|dated?|as of|is made|concluded|signed|effective)\b[^.]{0,80}$/i;

/** "the Supply Agreement ("Supply Agreement"), dated as of": of another contract, which this one changes or rests on. */
const OF_ANOTHER =
  /(?<!\bis\s+)\b(?:the|that|an?|certain)\s+(?:[\p{L}&’'-]+\s+){0,6}(?:agreement|contract|lease|license|licence|note|deed)\W*(?:\([^)]{0,60}\)\W*)?(?:(?:dated|entered|made|executed|concluded|into|and|as|of|on|the)\s+){1,6}$/iu;
/** What the date of another contract loses. */
const ANOTHERS = -0.35;

/** The date of the contract itself: in the preamble after "made and entered into as of", or on the cover. */
function agreementDates(view: DocumentView, prose: Prose, field: FieldSpec): Candidate[] {
  const { start, end } = prose.preamble;
  const opening = within(view.dates, start, end)
    .slice(0, 4)
    .map((date, index) => {
      const before = prose.text.slice(Math.max(start, date.start - 110), date.start);
      const effective = /effective[^.]{0,30}$/i.test(before) && !/dated|made|entered/i.test(before) ? -0.2 : 0;
      const other = OF_ANOTHER.test(before) ? ANOTHERS : 0;
      return make(view, field, date, (MADE.test(before) ? 0.88 : 0.6) - 0.06 * index + effective + other);
    });
  const cover = within(view.dates, 0, Math.max(start, 2_500))
    .slice(0, 3)
    .map((date, index) => {
      const before = prose.text.slice(Math.max(0, date.start - 110), date.start);
      const other = OF_ANOTHER.test(before) ? ANOTHERS : 0;
      return make(
        view,
        field,
        date,
        (/\b(?:dated|date[d:]?|as of)\W*(?:the\s+)?$/i.test(before) ? 0.7 : 0.42) - 0.05 * index + other,
      );
    });
  const tail = [...prose.text.slice(-6_000).matchAll(/\b(?:date[d:]*|signed|executed)\b\W{0,6}/gi)]
    .slice(0, 4)
    .flatMap((match) => {
      const at = prose.text.length - Math.min(6_000, prose.text.length) + match.index + match[0].length;
      const date = within(view.dates, at, at + 40)[0];
      return date ? [make(view, field, date, 0.3)] : [];
    });
  return [...opening, ...cover, ...tail];
}

const EFFECTIVE: readonly (readonly [RegExp, number, 'after' | 'before'])[] = [
  [/["“']Effective\s+Date["”']\s*(?:shall\s+)?(?:means?|is|be)?[^.;]{0,40}$/i, 0.93, 'before'],
  [/\beffective\s+date\s*(?:of this agreement)?\s*(?:is|shall be|:|means)?\s*$/i, 0.86, 'before'],
  [
    /\b(?:effective|with effect|in effect|takes? effect|into force|commenc\w*|valid)\s+(?:as\s+of|from|on|since|upon)?\s*(?:the\s+)?$/i,
    0.84,
    'before',
  ],
  [/^[^.;)]{0,25}\((?:the\s+)?["“'](?:the\s+)?(?:Effective|Commencement)\s+Date/i, 0.95, 'after'],
];
const SAME_DATE =
  /["“'(]?effective\s+date["”')]?\s*(?:shall\s+)?(?:means?|be|is)[^.]{0,60}\b(?:date\s+(?:first|hereof|of this|set forth|above|on which)|first (?:written|above))|(?:as of|on) the (?:date|day and year) (?:first|hereof)|first (?:set forth|written|mentioned) above/i;

function effectiveDates(view: DocumentView, prose: Prose, field: FieldSpec): Candidate[] {
  const found = view.dates.slice(0, 120).flatMap((date) => {
    const before = prose.text.slice(Math.max(0, date.start - 110), date.start);
    const after = prose.text.slice(date.end, date.end + 60);
    const matches = EFFECTIVE.filter(([pattern, , side]) => pattern.test(side === 'before' ? before : after));
    const score = Math.max(0, ...matches.map(([, weight]) => weight));
    return score > 0 ? [make(view, field, date, score - Math.min(0.15, date.start / 800_000))] : [];
  });
  if (found.some((candidate) => candidate.score > 0.85)) return found;
  const says = SAME_DATE.test(prose.text.slice(0, 120_000)) ? 0.72 : 0.5;
  return [
    ...found,
    ...agreementDates(view, prose, field)
      .slice(0, 1)
      .map((candidate) => ({ ...candidate, score: Math.min(candidate.score, says) })),
  ];
}

const UNTIL =
  /\b(?:expir\w*|terminat\w*|until|through|end(?:s|ing)?|continue\w* (?:in (?:full )?(?:force|effect) )?(?:until|through)|up to)\b(?:\s+(?:on|at|as of|(?:the )?(?:earlier|later|sooner) (?:of|to occur of)[:,]?(?:\s*\((?:i|a|1|x)\))?|the|midnight|close of business|of business|and including|including|date|is|shall be|:))*\s*$/i;

function best(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>((top, one) => (top && top.score >= one.score ? top : one), undefined);
}

/** A term of less than a year is more often a notice or a phase than the whole. */
const isShort = ({ duration }: Period): boolean =>
  duration.unit !== 'year' && !(duration.unit === 'month' && duration.value >= 12);

/** The last day: stated, or the anniversary that the stated term ends on. */
function expirationDates(view: DocumentView, prose: Prose, field: FieldSpec): Candidate[] {
  const stated = view.dates.slice(0, 200).flatMap((date) => {
    const before = prose.text.slice(Math.max(0, date.start - 70), date.start);
    if (!UNTIL.test(before)) return [];
    const { start, end } = sentenceAt(prose.text, date.start);
    const term = /\b(?:term|agreement|contract|lease|license)\b/i.test(prose.text.slice(start, end)) ? 0.85 : 0.55;
    const prior = /\b(?:prior to|before|not later than|no later than)\b[^.]{0,30}$/i.test(before) ? -0.3 : 0;
    return [make(view, field, date, term + prior)];
  });
  const since = best(effectiveDates(view, prose, field));
  return [...stated, ...(since ? endOfTerm(view, prose, field, since) : [])];
}

/** The day on which the stated term ends, counted from the first day. */
function endOfTerm(view: DocumentView, prose: Prose, field: FieldSpec, since: Candidate): Candidate[] {
  const terms = [...anniversaries(prose), ...initialTerms(prose)].filter((term) => term.score >= 0.66).slice(0, 2);
  return terms.flatMap((term) => {
    const { start, end } = term;
    const iso = addDuration(since.value, term.duration);
    if (iso === null) return [];
    const score = term.score * Math.min(0.85, since.score + 0.1) * (isShort(term) ? 0.8 : 1);
    return [
      {
        field: field.name,
        value: iso,
        raw: view.text.slice(start, end),
        start,
        end,
        score,
        evidence: 'clause-derived' as const,
        agent: 'clauses',
      },
    ];
  });
}

/** Dates of a contract by their concept. */
export function findContractDates(view: DocumentView, prose: Prose, field: FieldSpec): Candidate[] {
  if (field.concept === 'agreement-date') return agreementDates(view, prose, field);
  return field.concept === 'effective-date' ? effectiveDates(view, prose, field) : expirationDates(view, prose, field);
}
