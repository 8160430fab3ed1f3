import { KIND } from '../lexicon/word-kinds.js';
import type { NameToken } from '../name-runs.js';
import type { PiiText } from '../pii-text.js';
import type { PiiEntity } from '../privacy-model.js';

/** Legal forms and words that close the name of an organisation, folded. */
const CLOSING = new Set(
  `inc incorporated llc llp lp ltd limited corp corporation co company plc gmbh mbh ag kg ohg se sa sas sarl srl spa bv nv
  ab as asa oy oyj aps sro kft zrt bt doo pty pvt bhd kk group holding holdings partners associates bank university college
  institute foundation association federation union council society ministry agency authority hospital clinic insurance
  airlines airways motors pharmaceuticals technologies technology systems solutions software labs laboratories studios
  ventures capital consulting enterprises industries services logistics media network networks press times reports lines
  stiftung verein versicherung sparkasse universitat`
    .trim()
    .split(/\s+/),
);
const WELL_KNOWN = new Set(
  `nato unesco unicef google microsoft amazon facebook netflix twitter tesla samsung siemens toyota volkswagen bmw nasa fbi
  cia ibm intel oracle cisco adobe sony nokia ericsson nestle unilever pfizer novartis boeing airbus walmart ikea starbucks
  mcdonalds paypal linkedin reuters bloomberg interpol greenpeace opec imf`
    .trim()
    .split(/\s+/),
);
/** Ends at the place it is asked about (`y`). */
const CUE_BEFORE =
  /(?<=\b(?:(?:ceo|cto|cfo|founder|co-founder|president|chairman|chairwoman|director|head|employee|employees|owner|spokes(?:man|woman|person)|manager|partner|member) (?:of|at)|work(?:s|ed|ing)? (?:for|at)|employed (?:by|at)|company called|company named|firm|startup|joined|acquired by|invested in|customer of|shares (?:of|in)|merger with|subsidiary of|headquarters of|on behalf of)\s(?:the\s)?)/y;
const CUE_AFTER =
  /(?:'s|’s)? ?(?:is the brainchild|is an? (?:\p{L}+ ){0,4}(?:company|firm|startup|start-up|organi[sz]ation|provider|platform|business|agency|studio|consultancy|manufacturer|retailer|supplier|bank|insurer|charity|publisher|maker|developer|operator|brand)|was founded|was established|announced|acquired|employs|'s (?:ceo|founder|president|headquarters|shares|board)|(?:ceo|cto|founder|spokes(?:man|woman|person)|headquarters|shares|stock)\b)/uy;

const isAt = (pattern: RegExp, text: string, offset: number): boolean => {
  pattern.lastIndex = offset;
  return pattern.test(text);
};

const closes = ({ folded }: NameToken): boolean =>
  CLOSING.has(folded.includes('.') ? folded.replaceAll('.', '') : folded);

const NEUTRAL = KIND.common | KIND.stopword | KIND.capitalised;
const isNeutral = (token: NameToken): boolean => (token.kinds & NEUTRAL) !== 0 && !closes(token);
const isNeutralOrPlace = (token: NameToken): boolean => (token.kinds & KIND.place) !== 0 || isNeutral(token);

/** `Smith, Jones and Miller`, as partnerships are called. */
const PARTNERS =
  /(?:\p{Lu}[\p{L}'’-]{1,30}, ){1,3}\p{Lu}[\p{L}'’-]{1,30},? (?:and|&) \p{Lu}[\p{L}'’-]{1,30}(?![\p{L}'’-]| \p{Lu})/uy;
const LEGAL_AFTER = /,? (?:llp|llc|inc|ltd|plc|gmbh|pc|p\.c\.|attorneys|solicitors)\b/y;

/** The run up to its last closing word, without the sentence's first word where that is an everyday one. */
function closedName(run: readonly NameToken[]): readonly NameToken[] | null {
  const last = run.findLastIndex(closes);
  if (last < 1) return null;
  let first = 0;
  while (first < last && ((run[first]?.kinds ?? 0) & KIND.stopword) !== 0) first++;
  const name = run.slice(first, last + 1);
  return name.length > 1 && name.some((token) => !isNeutral(token) && !CLOSING.has(token.folded)) ? name : null;
}

function entityOf(tokens: readonly NameToken[], score: number): PiiEntity | null {
  const [first] = tokens;
  const last = tokens.at(-1);
  return first && last ? { type: 'ORGANIZATION', start: first.start, end: last.end, score } : null;
}

function scoreByContext(folded: string, tokens: readonly NameToken[]): number {
  const start = tokens[0]?.start ?? 0;
  const end = tokens.at(-1)?.end ?? start;
  if (tokens.every(isNeutralOrPlace)) return 0;
  return isAt(CUE_BEFORE, folded, start) || isAt(CUE_AFTER, folded, end) ? 0.8 : 0;
}

function partnerships({ text, folded, nameRuns }: PiiText): PiiEntity[] {
  const entities: PiiEntity[] = [];
  let from = 0;
  for (const { start: tokenStart, end: tokenEnd, text: word } of nameRuns.flat()) {
    const start = tokenEnd - word.length;
    if (text[tokenEnd] !== ',' || tokenStart < from) continue;
    PARTNERS.lastIndex = start;
    const match = PARTNERS.exec(text);
    if (match === null) continue;
    const end = start + match[0].length;
    from = end;
    if (isAt(CUE_AFTER, folded, end) || isAt(LEGAL_AFTER, folded, end))
      entities.push({ type: 'ORGANIZATION', start, end, score: 0.95 });
  }
  return entities;
}

/** Organisations: by legal form or closing word, by the words around them, and a few that everyone knows. */
export function findOrganizations(view: PiiText): PiiEntity[] {
  const entities: PiiEntity[] = [];
  const push = (entity: PiiEntity | null): void => {
    if (entity) entities.push(entity);
  };
  for (const run of view.nameRuns) {
    const closed = closedName(run);
    if (closed) {
      push(entityOf(closed, 0.85));
      continue;
    }
    const named = run.filter((token, i) => !(i === 0 && isNeutral(token)));
    const score = scoreByContext(view.folded, named);
    if (score > 0) push(entityOf(named, score));
    else for (const token of run) if (WELL_KNOWN.has(token.folded)) push(entityOf([token], 0.8));
  }
  return [...entities, ...partnerships(view)];
}
