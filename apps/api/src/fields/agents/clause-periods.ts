import type { DurationMatch } from '@app/text';
import { within, type DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import { durationText, sentenceAt, type Prose } from '../domain/prose.js';
import type { FieldSpec } from '../../schemas/index.js';

export interface Period {
  readonly duration: DurationMatch;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** Sentences that hold a pattern, once each, at most forty. */
function sentencesWith(prose: Prose, pattern: RegExp): { start: number; end: number; text: string; at: number }[] {
  const found: { start: number; end: number; text: string; at: number }[] = [];
  for (const match of prose.text.matchAll(pattern)) {
    const { start, end } = sentenceAt(prose.text, match.index);
    if (found.at(-1)?.start !== start) found.push({ start, end, text: prose.text.slice(start, end), at: match.index });
    if (found.length >= 40) break;
  }
  return found;
}

const TERM =
  /\b(?:(?:initial |primary |original |base )?term (?:of|for|hereof|shall|will|is|\()|(?:initial|primary|original) (?:term|period)|agreement (?:shall|will|is|becomes?|takes?|commences?|remains?|continues?)[^.;]{0,80}?(?:remain|continue|be (?:effective|valid|in (?:full )?(?:force|effect))|commence|effective|expire|terminate|in effect|in force|binding)|(?:obligations?|restrictions?|duties|confidentiality|covenants?)[^.;]{0,120}?(?:survive|continue|remain|expire|terminate|last|apply|cease|for a period)|period of confidentiality|(?:commence|begin|continue|extend)s?\b[^.;]{0,140}?\bfor\s+(?:an?\s+|the\s+)?(?:initial\s+|further\s+)?(?:period|term|\w+\s+(?:\(\d+\)\s+)?(?:-\s*)?(?:years?|months?))|for a (?:period|term) of|valid for|shall (?:remain|continue) in (?:full )?(?:force|effect))/gi;
const NOT_TERM =
  /\b(?:notice|cure|terminat\w+ (?:for|without|upon|by either)|renew\w*|extend\w*|extension|successive|warrant\w*|payment|invoice|audit|non-?solicit\w*|solicit\w*|hire|employ\w*|insurance|delivery|arbitrat\w*)\b/i;

/** "… shall terminate three years from the date hereof": how long from the first day to the last. */
const ENDING = /\b(?:terminat\w*|expir\w*|ceas\w*|laps\w*|until|in (?:full )?(?:force|effect))\b[^.;]{0,90}$/i;
const COUNTED_FROM =
  /^[\s,)]*(?:from|after|following|of)\b[^.;]{0,60}?\b(?:date|hereof|agreement|execution|disclosure|receipt)\b/i;
/** What goes on after the end is not the term. */
const SURVIVAL =
  /\bsurviv\w*\b[^.;]{0,140}?\b(?:terminat|expir)\w*|\b(?:after|following) (?:such |the |any )?(?:early )?(?:terminat|expir)\w*/i;
/** Bounds that parties set to each other beside secrecy. */
const RESTRAINT =
  /\b(?:solicit\w*|hire|employ(?:s|ed|ee|ees|ment)?|compet\w*|standstill|securities|voting|purchase orders?|warrant\w*)\b/i;

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const ANNIVERSARY =
  /\b(?:(\d{1,2})\s?(?:st|nd|rd|th)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))\)?\s+(?:year\s+)?anniversary\b/gi;

/** "until the twentieth (20th) anniversary": years from the first day. */
export function anniversaries(prose: Prose): Period[] {
  return [...prose.text.matchAll(ANNIVERSARY)].slice(0, 5).flatMap((match) => {
    const value = match[1] === undefined ? ORDINALS.indexOf((match[2] ?? '').toLowerCase()) + 1 : Number(match[1]);
    const [start, end] = [match.index, match.index + match[0].length];
    const before = prose.text.slice(Math.max(0, start - 160), start);
    const score =
      /\b(?:until|end\w*|expir\w*|terminat\w*|through)\b/i.test(before) &&
      /\b(?:term|agreement|obligations?|continue)\b/i.test(before)
        ? 0.85
        : 0.4;
    return value > 0
      ? [{ duration: { start, end, iso: `P${value}Y`, value, unit: 'year' as const }, start, end, score }]
      : [];
  });
}

/** A length of time in its sentence: the whole, what stands before it, close before it, and after it. */
interface Placed {
  readonly duration: DurationMatch;
  readonly text: string;
  readonly before: string;
  readonly near: string;
  readonly after: string;
}

const DEFINES =
  /\bterm\b|\bin (?:full )?(?:force|effect)\b|\bagreement\b|\bexpire|\bterminate|\bsurvive|\bperiod of\b/i;

/** What speaks for and against a length of time being the term. */
const TERM_SIGNS: readonly (readonly [(place: Placed) => boolean, number])[] = [
  [({ near }) => DEFINES.test(near), 0.15],
  [({ text }) => /\binitial\b/i.test(text), 0.06],
  [({ near }) => NOT_TERM.test(near.slice(-60)), -0.25],
  [({ duration }) => ['day', 'hour', 'minute'].includes(duration.unit), -0.25],
  [({ near, after }) => ENDING.test(near) && COUNTED_FROM.test(after), 0.2],
  [({ before, after }) => SURVIVAL.test(`${before} ${after}`), -0.15],
  [({ text }) => RESTRAINT.test(text), -0.22],
  [
    ({ before }) =>
      /\b(?:commenc\w*|begin\w*|effective date)\b/i.test(before) &&
      /\b(?:continue|extend|remain|end|for)\b/i.test(before),
    0.12,
  ],
  [({ text }) => /\bterm\b/i.test(text.slice(0, 60)), 0.08],
];

/** Lengths of the term itself, best first. */
export function initialTerms(prose: Prose): Period[] {
  return sentencesWith(prose, TERM)
    .flatMap(({ start, end, text }) =>
      within(prose.durations, start, end)
        .slice(0, 3)
        .map((duration, index) => {
          const before = prose.text.slice(start, duration.start);
          const after = prose.text.slice(duration.end, Math.min(end, duration.end + 90));
          const place = { duration, text, before, near: before.slice(-90), after };
          const signs = TERM_SIGNS.reduce((sum, [holds, weight]) => sum + (holds(place) ? weight : 0), 0.6);
          const score = signs - 0.08 * index - Math.min(0.08, start / 1_500_000);
          return { duration, start: duration.start, end: duration.end, score };
        }),
    )
    .sort((a, b) => b.score - a.score);
}

const RENEWAL = /\b(?:renew(?:s|ed|al|als|able)?|extend(?:s|ed)?|extension|roll over|prolonged)\b/gi;

function renewalTerms(prose: Prose): (Period & { text: string })[] {
  return sentencesWith(prose, RENEWAL)
    .flatMap(({ start, end, text, at }) => {
      const successive = /\b(?:successive|consecutive|additional|further|subsequent|another|renewal)\b/i.test(text);
      const automatic = /\bautomatic\w*\b/i.test(text) ? 0.1 : 0;
      const yearly = /\b(?:year[- ]to[- ]year|annually|yearly|from year to year)\b/i.exec(text);
      const found = within(prose.durations, start, end).map((duration) => {
        const before = prose.text.slice(start, duration.start);
        const after = prose.text.slice(duration.end, duration.end + 40);
        const notice =
          /\bnotice|prior to|at least|not less than|no less than|no later|within\b[^.]{0,30}$/i.test(
            before.slice(-50),
          ) || /^\W*(?:days?\W+)?(?:prior|before|written notice|notice|in advance)/i.test(after)
            ? -0.35
            : 0;
        const later = duration.start > at ? 0.08 : -0.1;
        const follows =
          /^\s*(?:\w+\s)?(?:terms?|periods?|renewals?|extensions?)/i.test(after) ||
          /\b(?:successive|additional|further|renewal)\b[^.]{0,40}$/i.test(before.slice(-60))
            ? 0.15
            : 0;
        const small = duration.unit === 'day' ? -0.15 : 0;
        const value = `${/\b(?:successive|consecutive)\b/i.test(text) ? 'successive ' : ''}${durationText(duration)}`;
        return {
          duration,
          start: duration.start,
          end: duration.end,
          score: (successive ? 0.62 : 0.5) + automatic + notice + later + follows + small,
          text: value,
        };
      });
      if (!yearly) return found;
      const from = start + yearly.index;
      const duration: DurationMatch = { start: from, end: from + yearly[0].length, iso: 'P1Y', value: 1, unit: 'year' };
      return [...found, { duration, start: duration.start, end: duration.end, score: 0.72, text: 'successive 1 year' }];
    })
    .sort((a, b) => b.score - a.score);
}

const NOTICE = /\bnotice\b|\bnotif(?:y|ies|ication)\b|\bcancel\w*|\bterminat\w*/gi;

function noticePeriods(prose: Prose): Period[] {
  return sentencesWith(prose, NOTICE)
    .flatMap(({ start, end, text }) => {
      const renewal = /\b(?:renew\w*|extend\w*|non-?renewal|expir\w*|end of the (?:then|term|initial))\b/i.test(text)
        ? 0.28
        : 0;
      const terminate = /\b(?:terminat\w*|cancel\w*)\b/i.test(text) ? 0.08 : 0;
      const breach = /\b(?:breach|default|cure|insolven\w*|bankrupt\w*|invoice|payment|receipt)\b/i.test(text)
        ? -0.15
        : 0;
      return within(prose.durations, start, end)
        .filter(({ unit }) => unit === 'day' || unit === 'month' || unit === 'week')
        .map((duration) => {
          const around = prose.text.slice(Math.max(start, duration.start - 60), duration.end + 50);
          const prior = /\b(?:prior|before|advance|notice|at least|not less than)\b/i.test(around) ? 0.15 : -0.2;
          return {
            duration,
            start: duration.start,
            end: duration.end,
            score: 0.4 + renewal + terminate + breach + prior,
          };
        });
    })
    .sort((a, b) => b.score - a.score);
}

/** Below this a length of time belongs to some other clause more often than not. */
const WEAKEST = 0.6;

/** Lengths of time by their concept: the term, its renewal, the notice before it. */
export function findPeriods(view: DocumentView, prose: Prose, field: FieldSpec): Candidate[] {
  const make = (period: Period, value: string): Candidate => ({
    field: field.name,
    value,
    raw: view.text.slice(period.start, period.end),
    start: period.start,
    end: period.end,
    score: period.score,
    evidence: 'clause',
    agent: 'clauses',
  });
  if (field.concept === 'renewal-term')
    return renewalTerms(prose)
      .slice(0, 3)
      .map((period) => make(period, period.text));
  const periods =
    field.concept === 'notice-period' ? noticePeriods(prose) : [...initialTerms(prose), ...anniversaries(prose)];
  return periods
    .filter(({ score }) => score >= WEAKEST)
    .slice(0, 3)
    .map((period) => make(period, durationText(period.duration)));
}
