import { fold, foldKeepingOffsets, isStopword } from '@app/text';
import { isCommonWord } from '../lexicon/common-words.js';
import { isClearGivenName, isGivenName } from '../lexicon/given-names.js';
import { isCapitalisedWord, isPlace } from '../lexicon/places.js';
import { isNounLike } from '../lexicon/noun-like.js';
import { isSurname } from '../lexicon/surnames.js';
import type { PiiEntity } from '../privacy-model.js';
import { nameRuns, type NameRun, type NameToken } from './name-tokens.js';

const HONORIFICS = new Set(
  `mr mrs ms miss mx dr prof professor sir dame rev reverend fr father sr sra srta herr frau hr dipl ing mme mlle m
  monsieur madame mademoiselle senor senora senorita don dona signor signora signorina dott dottssa avv dhr mevr mevrouw
  meneer pan pani gospod gospa shri smt sheikh hon capt captain sgt lt col gen judge justice president senator governor
  chancellor mayor minister officer detective inspector dean principal uncle aunt auntie king queen prince princess`
    .trim()
    .split(/\s+/),
);

/** Words directly before a name that say that it is one. */
const STRONG_CUE =
  /(?:\bname(?: is|'s| was)?:?|\b(?:named?(?: (?:him|her|them|it))?|called|nicknamed|dear|hi|hello|hey|regards|sincerely|cheers|thanks|love|greetings|yours|signed|i am|i'm|im|this is|attn|attention|starring|features|directed by|written by|produced by|composed by|performed by|sung by|played by|founded by|authored by|painted by|married|uncle|aunt|brother|sister|father|mother|wife|husband|son|daughter|friend|colleague|boss|guardian|contact|gru(?:ß|ss)|lieber?|liebe|hallo|ich bin|ich heisse|heisst|bonjour|cher|chere|cordialement|je m'appelle|estimad[oa]|hola|querid[oa]|me llamo|soy|gentile|caro|cara|mi chiamo|prezad[oa]|ola|chamo-me|geachte|beste|mijn naam is|name ist|nom est|nombre es|nome e)[,:]?)\s{1,3}$/;
const WEAK_CUE =
  /\b(?:by|with|told|asked|met|saw|between|against|add|remind|tell|ask|invite|call|change it to|and (?:his|her))\s$/;
const CUE_AFTER =
  /^(?:'s|’s)?\s?(?:,?\s(?:who|whose|said|says|told|asked|wrote|writes|replied|announced|added|explained|claimed|stated|argued|thinks|believes|lives|lived|works|worked|married|born|died|sang|sings|played|plays|starred|directed|was born|will be (?:talking|speaking|joining|attending)|is (?:the|a|an|my|our|his|her) |was (?:the|a|an) |has (?:been )?(?:a|the)|and (?:his|her)|aged|\d{1,2},)|\((?:born|\d{4}|age))/;

interface Surroundings {
  readonly before: string;
  readonly after: string;
  /** At the beginning of the text, a line or a sentence. */
  readonly opens: boolean;
  /** In a line of capitalised words or capitals, where a capital says nothing. */
  readonly titled: boolean;
  readonly honorific: boolean;
  /** In quotation marks of its own, or somebody's (`her Great Expectations`, `Ann's Great Expectations`): a title. */
  readonly quoted: boolean;
}

const isKnownWord = (token: NameToken): boolean =>
  isCommonWord(token.folded) ||
  isStopword(token.folded, 'en') ||
  isCapitalisedWord(token.folded) ||
  isPlace(token.folded) ||
  /['’](?:m|re|ve|ll|d|t)$/u.test(token.text);

/** Words that cannot be part of a name here; a clear given name always can. */
const isOutsider = (token: NameToken): boolean =>
  !token.isInitial && isKnownWord(token) && !isClearGivenName(token.folded);

/** Capitals only: an abbreviation, where the words around it are not in capitals too. */
const isAcronym = (token: NameToken): boolean => /^\p{Lu}{2,5}$/u.test(token.text) && !isClearGivenName(token.folded);

const isHonorific = (token: NameToken): boolean => HONORIFICS.has(token.folded.replaceAll('.', ''));

/** The parts of a run that may be names: without honorifics and known words, and cut at them. */
function segmentsOf(run: NameRun): { tokens: NameToken[]; honorific: boolean }[] {
  const segments: { tokens: NameToken[]; honorific: boolean }[] = [];
  let current: NameToken[] = [];
  let honorific = false;
  const close = (): void => {
    if (current.at(-1)?.isInitial === true && current.at(-1)?.text.includes('.') !== true) current.pop();
    segments.push({ tokens: current, honorific });
    current = [];
    honorific = false;
  };
  for (const token of run) {
    const behindGivenName = current.some((other) => isGivenName(other.folded));
    if (isHonorific(token) && current.length === 0) honorific = true;
    else if (isOutsider(token) && !(behindGivenName && isSurname(token.folded)) && !honorific) close();
    else current.push(token);
  }
  close();
  return segments.filter((segment) => segment.tokens.length > 0);
}

const LINE_WINDOW = 200;

function lineAround(text: string, start: number, end: number): string {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - LINE_WINDOW);
  const to = text.indexOf('\n', end);
  return text.slice(from, Math.min(to < 0 ? text.length : to, end + LINE_WINDOW));
}

function isTitled(line: string): boolean {
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  return words.length >= 4 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * 0.7;
}

function surroundings(text: string, folded: string, tokens: readonly NameToken[], honorific: boolean): Surroundings {
  const start = tokens[0]?.start ?? 0;
  const end = tokens.at(-1)?.end ?? start;
  const before = folded.slice(Math.max(0, start - 40), start);
  return {
    before,
    after: folded.slice(end, end + 40),
    opens: /(?:^|[.!?:;\n…]["'”’)\]]*\s*|[\n"“«*•-]\s*)$/u.test(before),
    titled: isTitled(lineAround(text, start, end)),
    quoted:
      (/(?:["“„«'‘]|['’]s )$/.test(before) && /^["”“»'’]/.test(folded.slice(end, end + 1))) || /['’]s $/.test(before),
    honorific: honorific || /\b(?:mr|mrs|ms|dr|prof|sr|sra|herr|frau|mme|mlle|monsieur|madame)\.? ?$/.test(before),
  };
}

/** Unknown words that are rather a title, a product or an abbreviation. */
const isNoName = (words: readonly NameToken[], around: Surroundings): boolean =>
  around.quoted || words.some((word) => (isNounLike(word.text) && !isSurname(word.folded)) || isAcronym(word));

/** 0 where nothing speaks for a person. */
function scorePerson(tokens: readonly NameToken[], around: Surroundings): number {
  const words = tokens.filter((token) => !token.isInitial);
  const [first] = words;
  if (first === undefined || tokens.length > 5) return 0;
  if (around.honorific) return 0.9;
  const strong = STRONG_CUE.test(around.before);
  const isFull = tokens.length > 1;
  if (words.flatMap((word) => word.folded.split('-')).some(isClearGivenName)) return isFull || strong ? 0.9 : 0.75;
  const ambiguous = isGivenName(first.folded);
  if (!ambiguous && !strong && isNoName(words, around)) return 0;
  const signs = { strong, ambiguous, surname: words.some((word) => isSurname(word.folded)) };
  return isFull
    ? scoreFullName(around, { ...signs, initials: words.length < tokens.length })
    : scoreSingle(around, signs);
}

interface NameSigns {
  readonly strong: boolean;
  readonly ambiguous: boolean;
  readonly surname: boolean;
  readonly initials?: boolean;
}

function scoreFullName(around: Surroundings, signs: NameSigns): number {
  if (signs.strong) return 0.85;
  if (signs.ambiguous || signs.surname) return around.titled ? 0.6 : 0.8;
  if (signs.initials || CUE_AFTER.test(around.after)) return 0.65;
  return around.titled ? 0 : 0.55;
}

/** `Kowal and Becker were`: a pair that does something together. */
const PAIR_AFTER = /^ (?:and|&) \p{L}+ (?:were|are|have|had|agreed|met)\b/u;

function scoreSingle(around: Surroundings, signs: NameSigns): number {
  if (around.titled) return 0;
  if (signs.strong) return 0.7;
  const isActing = CUE_AFTER.test(around.after);
  if (signs.surname && PAIR_AFTER.test(around.after)) return 0.55;
  if (signs.surname || signs.ambiguous) return around.opens && !isActing ? 0 : 0.6;
  return !around.opens && (isActing || WEAK_CUE.test(around.before)) ? 0.5 : 0;
}

/** A name in small letters behind `my name is` and the like. */
const LOWER_CASE =
  /\b(?:my name is|my name's|name is|name:|i am called|account is|change it to|spelled?) ((?:[\p{L}'’-]{2,20}\s){0,2}[\p{L}'’-]{2,20})(?=[.,!?]|$|\n)/gu;
const EAST_ASIAN = /([\p{Script=Han}]{2,4}|[\p{Script=Katakana}ー]{2,8})(?=様|さん|氏|先生|先生|女士|先生)/gu;

function findUncapitalised(text: string): PiiEntity[] {
  const entities: PiiEntity[] = [];
  for (const match of text.matchAll(LOWER_CASE)) {
    const name = match[1] ?? '';
    const parts = name.split(/\s/).map((part) => fold(part));
    if (parts.some((part) => isStopword(part, 'en') || isCommonWord(part) || isCapitalisedWord(part))) continue;
    const start = match.index + match[0].length - name.length;
    entities.push({ type: 'PERSON', start, end: start + name.length, score: 0.6 });
  }
  for (const match of text.matchAll(EAST_ASIAN))
    entities.push({ type: 'PERSON', start: match.index, end: match.index + (match[1] ?? '').length, score: 0.6 });
  return entities;
}

/** Words behind which a capitalised name is a firm, a street or a product, not a person. */
const IMPERSONAL_AFTER =
  /^ ?(?:street|st\.|road|avenue|boulevard|lane|drive|inc|llc|ltd|corp|gmbh|university|airport|hospital|group|river|lake|mountain)\b/;

/** Names of people: by given and family names, titles, and the words around capitalised words. */
export function findPersons(text: string): PiiEntity[] {
  const folded = foldKeepingOffsets(text);
  const entities = findUncapitalised(text);
  for (const run of nameRuns(text))
    for (const { tokens, honorific } of segmentsOf(run)) {
      const around = surroundings(text, folded, tokens, honorific);
      const start = tokens[0]?.start ?? 0;
      const end = tokens.at(-1)?.end ?? start;
      const score = IMPERSONAL_AFTER.test(around.after) ? 0 : scorePerson(tokens, around);
      if (score > 0) entities.push({ type: 'PERSON', start, end, score });
    }
  return entities;
}
