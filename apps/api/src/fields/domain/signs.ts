import type { FieldSpec } from '../../schemas/index.js';
import { type Standing, strengthOf } from './confidence.js';
import type { DocumentView } from './document-view.js';
import type { Candidate } from './field-model.js';
import { hasLegalForm } from './party-text.js';
import { cents } from './values.js';

/**
 * What speaks for a value or against it, each 0..1:
 * - `strong`, `clear`: its score, and how far the next best value lies behind;
 * - `alone`: nothing else was found for the field;
 * - `places`: it stands at other places that are ones for this field; `kinds`: found there in another way;
 * - `echo`: the document says it elsewhere, whatever for; `longer`: as the beginning of something longer;
 * - `confirmed`: sums hold; `legible`: how surely its words were recognised;
 * - `formed`: a name with a legal form; `long`: more words than names have;
 * - `paired`: one of two parties; `ambiguous`: a date whose day and month could change places.
 */
export const SIGNS = [
  'strong',
  'clear',
  'alone',
  'places',
  'kinds',
  'echo',
  'longer',
  'confirmed',
  'legible',
  'formed',
  'long',
  'paired',
  'ambiguous',
] as const;
export type Signs = Readonly<Record<(typeof SIGNS)[number], number>>;

/** What a group's logistic regression has learned: a weight a sign, and one of the log-odds of the evidence. */
export interface Belief {
  readonly offset: number;
  readonly base: number;
  readonly signs: Readonly<Partial<Record<keyof Signs, number>>>;
}

/** Margins of scores beyond this say no more. */
const CLEAR = 0.3;
/** More echoes or places than this say no more. */
const MOST = 2;
/** Shorter words stand in any text. */
const SHORTEST = 4;
/** Names of more words have mostly swallowed what stands beside them. */
const MAX_WORDS = 6;

const NUMERIC_DATE = /(?<!\d)(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?\d{2,4}(?!\d)/;
function isAmbiguous({ type }: FieldSpec, { raw }: Candidate): boolean {
  const [, first, second] = (type === 'date' && NUMERIC_DATE.exec(raw)) || [];
  return first !== second && Number(first) <= 12 && Number(second) <= 12;
}

const share = (value: number, full: number): number => Math.min(1, Math.max(0, value / full));
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** What goes on behind a name: a legal form, or another word of it. */
const GOES_ON = /^(?:,?\s+(?:inc|llc|l\.l\.c|ltd|l\.?p|corp|co|plc|llp|limited|incorporated|company|gmbh|s\.?a)\b)/i;

function echoesOfText({ text }: DocumentView, { raw, start, end }: Candidate): Pick<Signs, 'echo' | 'longer'> {
  const words = raw.split(/\s+/).filter(Boolean);
  if (words.join('').length < SHORTEST) return { echo: 0, longer: 0 };
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}])${words.map(escaped).join(String.raw`\s+`)}(?![\p{L}\p{N}])`,
    'giu',
  );
  let [echoes, longer] = [0, 0];
  for (const match of text.matchAll(pattern)) {
    if (match.index < end && start < match.index + match[0].length) continue;
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 24);
    if (GOES_ON.test(after)) longer++;
    else echoes++;
    if (echoes >= MOST) break;
  }
  return { echo: share(echoes, MOST), longer: longer > 0 && echoes === 0 ? 1 : 0 };
}

function echoesOf(view: DocumentView, { type }: FieldSpec, candidate: Candidate): Pick<Signs, 'echo' | 'longer'> {
  const isElsewhere = ({ start, end }: { start: number; end: number }): boolean =>
    start >= candidate.end || end <= candidate.start;
  const counted = (count: number) => ({ echo: share(count, MOST), longer: 0 });
  if (type === 'date')
    return counted(view.dates.filter((one) => one.iso === candidate.value && isElsewhere(one)).length);
  if (type === 'money') {
    const value = cents(candidate.value);
    return counted(view.amounts.filter((one) => cents(one.value) === value && isElsewhere(one)).length);
  }
  return echoesOfText(view, candidate);
}

const flag = (is: boolean): number => (is ? 1 : 0);

export function signsOf(view: DocumentView, spec: FieldSpec, candidate: Candidate, standing: Standing): Signs {
  const { places, kinds, paired = false } = candidate.support ?? { places: 1, kinds: 1 };
  return {
    strong: strengthOf(candidate),
    clear: share(candidate.score - standing.runnerUp, CLEAR),
    alone: flag(standing.runnerUp === 0),
    places: share(places - 1, MOST),
    kinds: flag(kinds > 1),
    ...echoesOf(view, spec, candidate),
    confirmed: flag(standing.confirmed),
    legible: standing.legibility ?? 1,
    formed: flag(hasLegalForm(candidate.value)),
    long: flag(candidate.value.split(/\s+/).length > MAX_WORDS),
    paired: flag(paired),
    ambiguous: flag(isAmbiguous(spec, candidate)),
  };
}
