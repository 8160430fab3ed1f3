import { fold } from '@app/text';
import { isNounLike } from '../lexicon/noun-like.js';
import { isSurname } from '../lexicon/surnames.js';
import { KIND, kindsOf } from '../lexicon/word-kinds.js';
import type { NameRun, NameToken } from '../name-runs.js';
import type { PiiText } from '../pii-text.js';
import type { PiiEntity } from '../privacy-model.js';

const HONORIFICS = new Set(
  `mr mrs ms miss mx dr prof professor sir dame rev reverend fr father sr sra srta herr frau hr dipl ing mme mlle m
  monsieur madame mademoiselle senor senora senorita don dona signor signora signorina dott dottssa avv dhr mevr mevrouw
  meneer pan pani gospod gospa shri smt sheikh hon capt captain sgt lt col gen judge justice president senator governor
  chancellor mayor minister officer detective inspector dean principal uncle aunt auntie king queen prince princess`
    .trim()
    .split(/\s+/),
);

/** Words directly before a name that say that it is one. */
/** The expressions that look back end at the place they are asked about (`y`). */
const STRONG_CUE =
  /(?<=(?:\bname(?: is|'s| was)?:?|\b(?:named?(?: (?:him|her|them|it))?|called|nicknamed|dear|hi|hello|hey|regards|sincerely|cheers|thanks|love|greetings|yours|signed|i am|i'm|this is|attn|attention|starring|features|directed by|written by|produced by|composed by|performed by|sung by|played by|founded by|authored by|painted by|married|uncle|aunt|brother|sister|father|mother|wife|husband|son|daughter|friend|colleague|boss|guardian|contact|gru(?:ß|ss)|lieber?|liebe|hallo|ich bin|ich heisse|heisst|bonjour|cher|chere|cordialement|je m'appelle|estimad[oa]|hola|querid[oa]|me llamo|soy|gentile|caro|cara|mi chiamo|prezad[oa]|ola|chamo-me|geachte|beste|mijn naam is|name ist|nom est|nombre es|nome e)[,:]?)\s{1,3})/y;
const WEAK_CUE =
  /(?<=\b(?:by|with|told|asked|met|saw|between|against|add|remind|tell|ask|invite|call|change it to|and (?:his|her))\s)/y;
const CUE_AFTER =
  /(?:'s|’s)?\s?(?:,?\s(?:who|whose|said|says|told|asked|wrote|writes|replied|announced|added|explained|claimed|stated|argued|thinks|believes|lives|lived|works|worked|married|born|died|sang|sings|played|plays|starred|directed|was born|will be (?:talking|speaking|joining|attending)|is (?:the|a|an|my|our|his|her) |was (?:the|a|an) |has (?:been )?(?:a|the)|and (?:his|her)|aged|\d{1,2},)|\((?:born|\d{4}|age))/y;

const HONORIFIC_BEFORE = /(?<=\b(?:mr|mrs|ms|dr|prof|sr|sra|herr|frau|mme|mlle|monsieur|madame)\.? ?)/y;
/** The beginning of the text, a line or a sentence. */
const OPENING = /(?<=^|[.!?:;\n…]["'”’)\]]{0,3}\s{0,9}|[\n"“«*•-]\s{0,9})/uy;
const QUOTE_BEFORE = /(?<=["“„«'‘]|['’]s )/y;
const QUOTE_AFTER = /["”“»'’]/y;
const OWNER_BEFORE = /(?<=['’]s )/y;

/** `Remember me, Zoltan?`: somebody is spoken to. */
const SPOKEN_TO_BEFORE = /(?<=[\p{Ll}’'] ?,\s)/uy;
const SPOKEN_TO_AFTER = /[?!]{1,3}(?:["”’)]|\s|$)/uy;

/** The surroundings of a few words; most words are settled before any of it is asked. */
class Surroundings {
  constructor(
    private readonly view: PiiText,
    private readonly start: number,
    private readonly end: number,
  ) {}

  precededBy(pattern: RegExp): boolean {
    pattern.lastIndex = this.start;
    return pattern.test(this.view.folded);
  }

  followedBy(pattern: RegExp): boolean {
    pattern.lastIndex = this.end;
    return pattern.test(this.view.folded);
  }

  /** In quotation marks of its own, or somebody's (`her Great Expectations`, `Ann's Great Expectations`): a title. */
  get isQuoted(): boolean {
    return (this.precededBy(QUOTE_BEFORE) && this.followedBy(QUOTE_AFTER)) || this.precededBy(OWNER_BEFORE);
  }

  get nounsAreCapitalised(): boolean {
    return this.view.nounsAreCapitalised;
  }

  /** In a line of capitalised words or capitals, where a capital says nothing. */
  get isTitled(): boolean {
    const { text } = this.view;
    const from = Math.max(text.lastIndexOf('\n', this.start - 1) + 1, this.start - LINE_WINDOW);
    const to = text.indexOf('\n', this.end);
    return this.view.isTitled(from, Math.min(to < 0 ? text.length : to, this.end + LINE_WINDOW));
  }
}

const LINE_WINDOW = 200;

const KNOWN = KIND.common | KIND.stopword | KIND.capitalised | KIND.place;
const isKnownWord = (token: NameToken): boolean =>
  (token.kinds & KNOWN) !== 0 || /['’](?:m|re|ve|ll|d|t)$/u.test(token.text);
const isGivenName = (token: NameToken): boolean => (token.kinds & KIND.givenName) !== 0;
const isClearGivenName = (token: NameToken): boolean => (token.kinds & KIND.clearGivenName) !== 0;

const isForeignStopword = (token: NameToken): boolean =>
  (token.kinds & (KIND.foreignStopword | KIND.givenName)) === KIND.foreignStopword;

/** `Könnten Sie`, but not `Anna ten Pas`: function words do not end a name, unless they are known as one. */
function withoutTrailingStopwords(tokens: readonly NameToken[]): NameToken[] {
  const isNamePart = (token: NameToken): boolean =>
    !isForeignStopword(token) || (token.kinds & KIND.surname) !== 0 || token.end - token.start > token.text.length;
  return tokens.slice(0, tokens.some(isGivenName) ? tokens.length : tokens.findLastIndex(isNamePart) + 1);
}

/** Words that cannot be part of a name here; a clear given name always can. */
const isOutsider = (token: NameToken): boolean => !token.isInitial && !isClearGivenName(token) && isKnownWord(token);

/** Capitals only: an abbreviation, where the words around it are not in capitals too. */
const isAcronym = (token: NameToken): boolean => !isClearGivenName(token) && /^\p{Lu}{2,5}$/u.test(token.text);

const isHonorific = (token: NameToken): boolean =>
  HONORIFICS.has(token.folded.includes('.') ? token.folded.replaceAll('.', '') : token.folded);

/** The parts of a run that may be names: without honorifics and known words, and cut at them. */
function segmentsOf(run: NameRun): { tokens: NameToken[]; honorific: boolean }[] {
  const segments: { tokens: NameToken[]; honorific: boolean }[] = [];
  let current: NameToken[] = [];
  let honorific = false;
  const close = (): void => {
    if (current.at(-1)?.isInitial === true && current.at(-1)?.text.includes('.') !== true) current.pop();
    segments.push({ tokens: withoutTrailingStopwords(current), honorific });
    current = [];
    honorific = false;
  };
  for (const token of run) {
    if (current.length === 0 && isHonorific(token)) honorific = true;
    else if (current.length === 0 && isForeignStopword(token)) close();
    else if (!honorific && isOutsider(token) && !(current.some(isGivenName) && isSurname(token.folded))) close();
    else current.push(token);
  }
  close();
  return segments.filter((segment) => segment.tokens.length > 0);
}

/** Unknown words that are rather a title, a product or an abbreviation. */
const isNoName = (words: readonly NameToken[], around: Surroundings): boolean =>
  words.some((word) => isAcronym(word) || (isNounLike(word.text) && !isSurname(word.folded))) || around.isQuoted;

const holdsClearGivenName = (token: NameToken): boolean =>
  token.folded.includes('-')
    ? token.folded.split('-').some((part) => (kindsOf(part) & KIND.clearGivenName) !== 0)
    : isClearGivenName(token);

/** Where every noun has a capital, many end like a family name. */
const isFamilyName = (token: NameToken, around: Surroundings): boolean =>
  (token.kinds & KIND.surname) !== 0 || (isSurname(token.folded) && !around.nounsAreCapitalised);

/** 0 where nothing speaks for a person. */
function scorePerson(tokens: readonly NameToken[], around: Surroundings, honorific: boolean): number {
  const words = tokens.filter((token) => !token.isInitial);
  const [first] = words;
  if (first === undefined || tokens.length > 5) return 0;
  if (honorific || around.precededBy(HONORIFIC_BEFORE)) return 0.9;
  const strong = around.precededBy(STRONG_CUE);
  const isFull = tokens.length > 1;
  if (words.some(holdsClearGivenName)) return isFull || strong ? 0.9 : 0.75;
  const ambiguous = isGivenName(first);
  if (!ambiguous && !strong && isNoName(words, around)) return 0;
  const signs = { strong, ambiguous, surname: words.some((word) => isFamilyName(word, around)) };
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
  if (signs.ambiguous || signs.surname) return around.isTitled ? 0.6 : 0.8;
  if (signs.initials || around.followedBy(CUE_AFTER)) return 0.65;
  return around.isTitled || around.nounsAreCapitalised ? 0 : 0.55;
}

const isSpokenTo = (around: Surroundings): boolean =>
  around.precededBy(SPOKEN_TO_BEFORE) && around.followedBy(SPOKEN_TO_AFTER);

/** `Kowal and Becker were`: a pair that does something together. */
const PAIR_AFTER = / (?:and|&) \p{L}+ (?:were|are|have|had|agreed|met)\b/uy;

function scoreSingle(around: Surroundings, signs: NameSigns): number {
  if (signs.strong) return around.isTitled ? 0 : 0.7;
  const score = scoreUnannounced(around, signs);
  return score > 0 && around.isTitled ? 0 : score;
}

function scoreUnannounced(around: Surroundings, { surname, ambiguous }: NameSigns): number {
  const isActing = around.followedBy(CUE_AFTER);
  if (surname && around.followedBy(PAIR_AFTER)) return 0.55;
  if (isSpokenTo(around)) return 0.55;
  const opens = around.precededBy(OPENING);
  if (surname || ambiguous) return opens && !isActing ? 0 : 0.6;
  return !opens && !around.nounsAreCapitalised && (isActing || around.precededBy(WEAK_CUE)) ? 0.5 : 0;
}

const EVERYDAY = KIND.stopword | KIND.common | KIND.capitalised;

/** A name in small letters behind `my name is` and the like. */
const LOWER_CASE =
  /\b(?:my name is|my name's|name is|name:|i am called|account is|change it to|spelled?) ((?:[\p{L}'’-]{2,20}\s){0,2}[\p{L}'’-]{2,20})(?=[.,!?]|$|\n)/gu;
/** A speaker in small letters at the beginning of a line: `mika: "who is it?"`. */
const SPEAKER = /(?:^|\n)[ \t]{0,4}([\p{Ll}’-]{2,20}):[ \t]{1,2}["“]/gu;
const EAST_ASIAN = /([\p{Script=Han}]{2,4}|[\p{Script=Katakana}ー]{2,8})(?=様|さん|氏|先生|先生|女士|先生)/gu;

/** Parts of the words before a name in small letters, and of those behind a name in Han characters or kana. */
const BEFORE_LOWER_CASE = ['name', 'called', 'account is', 'change it to', 'spell'];
const AFTER_EAST_ASIAN = ['様', 'さん', '氏', '先生', '女士'];

function findUncapitalised(view: PiiText): PiiEntity[] {
  const { text } = view;
  const entities: PiiEntity[] = [];
  for (const match of view.hasAny(BEFORE_LOWER_CASE) ? text.matchAll(LOWER_CASE) : []) {
    const name = match[1] ?? '';
    const parts = name.split(/\s/).map((part) => fold(part));
    if (parts.some((part) => (kindsOf(part) & EVERYDAY) !== 0)) continue;
    const start = match.index + match[0].length - name.length;
    entities.push({ type: 'PERSON', start, end: start + name.length, score: 0.6 });
  }
  for (const match of AFTER_EAST_ASIAN.some((word) => text.includes(word)) ? text.matchAll(EAST_ASIAN) : [])
    entities.push({ type: 'PERSON', start: match.index, end: match.index + (match[1] ?? '').length, score: 0.6 });
  return entities;
}

function findSpeakers({ text }: PiiText): PiiEntity[] {
  if (!text.includes(': "') && !text.includes(': “')) return [];
  return [...text.matchAll(SPEAKER)].flatMap((match) => {
    const name = match[1] ?? '';
    if ((kindsOf(fold(name)) & KIND.givenName) === 0) return [];
    const start = match.index + match[0].indexOf(name);
    return [{ type: 'PERSON', start, end: start + name.length, score: 0.6 } as const];
  });
}

/** Words behind which a capitalised name is a firm, a street or a product, not a person. */
const IMPERSONAL_AFTER =
  / ?(?:street|st\.|road|avenue|boulevard|lane|drive|inc|llc|ltd|corp|gmbh|university|airport|hospital|group|river|lake|mountain)\b/y;

/** Names of people: by given and family names, titles, and the words around capitalised words. */
export function findPersons(view: PiiText): PiiEntity[] {
  const entities = [...findUncapitalised(view), ...findSpeakers(view)];
  for (const run of view.nameRuns)
    for (const { tokens, honorific } of segmentsOf(run)) {
      const start = tokens[0]?.start ?? 0;
      const end = tokens.at(-1)?.end ?? start;
      const around = new Surroundings(view, start, end);
      const score = around.followedBy(IMPERSONAL_AFTER) ? 0 : scorePerson(tokens, around, honorific);
      if (score > 0) entities.push({ type: 'PERSON', start, end, score });
    }
  return entities;
}
