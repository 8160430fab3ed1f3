import type { PageFacts } from './page-facts.js';
import type { PageLine } from './page-lines.js';
import type { Numbering } from './page-numbering.js';

/** The type that a page alone looks like, with its confidence 0 to 1; `generic` where it looks like none. */
export interface PageType {
  readonly type: string;
  readonly confidence: number;
}

/** What speaks for or against a boundary between two pages, each 0 to 1 (or a little more). */
export const FEATURES = [
  'numberContinues',
  'numberRestarts',
  'countEnded',
  'countOpen',
  'numberInside',
  'labelAgrees',
  'labelConflicts',
  'codesShared',
  'wordsShared',
  'looksFirst',
  'typeDiffers',
  'typeStays',
  'title',
  'contacts',
  'domainDiffers',
  'sizeDiffers',
  'languageDiffers',
  'proseGoesOn',
  'beforeFull',
  'beforeShort',
  'saysContinued',
  'clausesGoOn',
  'annex',
  'tableGoesOn',
  'lookDiffers',
  'blankBetween',
] as const;
export type Feature = (typeof FEATURES)[number];
export type Features = Readonly<Record<Feature, number>>;

/** Features that need the types of both pages, which take most of the time. */
export const TYPE_FEATURES = ['looksFirst', 'typeDiffers', 'typeStays'] as const satisfies readonly Feature[];

const flag = (is: boolean): number => (is ? 1 : 0);
const bounded = (value: number): number => Math.min(1, Math.max(0, value));

/** From a page to the next one that has text; `blanks` pages between them have none. */
export function boundaryFeatures(before: PageFacts, after: PageFacts, blanks: number): Features {
  return {
    ...numbers(before, after),
    ...identity(before, after),
    ...paper(before, after),
    ...flow(before, after),
    looksFirst: 0,
    typeDiffers: 0,
    typeStays: 0,
    title: bounded(after.titleGrowth / 0.8),
    // One kind of contact stands anywhere; a letterhead has several.
    contacts: bounded((after.contacts - 1) / 2),
    blankBetween: flag(blanks > 0),
  };
}

/** Two pages of one type are two documents only where they say different things of themselves. */
export const typeFeatures = (
  before: PageType,
  after: PageType,
  { labelConflicts }: Pick<Features, 'labelConflicts'>,
): Pick<Features, (typeof TYPE_FEATURES)[number]> => ({
  looksFirst: after.type === 'generic' ? 0 : after.confidence,
  typeDiffers:
    before.type === 'generic' || after.type === 'generic' || before.type === after.type
      ? 0
      : Math.min(before.confidence, after.confidence),
  typeStays:
    after.type !== 'generic' && before.type === after.type && labelConflicts === 0
      ? Math.min(before.confidence, after.confidence)
      : 0,
});

function numbers({ numbering: a }: PageFacts, { numbering: b }: PageFacts) {
  const continues = goesOn(a, b);
  return {
    numberContinues: continues ? (a?.isBare || b?.isBare ? BARE : 1) : 0,
    numberRestarts: restartsAt(a, b),
    countEnded: flag(!continues && a !== null && a.of === a.number),
    countOpen: flag(restartsAt(a, b) < 1 && isOpen(a)),
    numberInside: flag(!continues && (b?.number ?? 0) > 1),
  };
}

/** A number alone may be something else than a page's. */
const BARE = 0.7;

/** At a first page; a bare 1 counts only after a page with another number. */
function restartsAt(a: Numbering | null, b: Numbering | null): number {
  if (b?.number !== 1) return 0;
  if (!b.isBare) return 1;
  return (a?.number ?? 0) > 1 ? BARE : 0;
}

function goesOn(a: Numbering | null, b: Numbering | null): boolean {
  if (a === null || b?.number !== a.number + 1) return false;
  return a.of === null || b.of === null || a.of === b.of;
}

const isOpen = (numbering: Numbering | null): boolean =>
  numbering !== null && numbering.of !== null && numbering.number < numbering.of;

const shareOf = (own: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  own.size === 0 ? 0 : [...own].filter((key) => other.has(key)).length / own.size;

function identity(before: PageFacts, after: PageFacts) {
  const both = [...after.labelled].filter(([label]) => before.labelled.has(label));
  const agreed = both.filter(([label, value]) => before.labelled.get(label) === value).length;
  const codes = [...after.codes].filter((code) => before.codes.has(code)).length;
  const smaller = Math.min(before.words.size, after.words.size);
  const words = smaller < 8 ? 0 : [...after.words].filter((word) => before.words.has(word)).length / smaller;
  const domains = shareOf(after.domains, before.domains);
  return {
    labelAgrees: bounded(agreed / 2),
    labelConflicts: bounded((both.length - agreed) / 2),
    codesShared: bounded(codes / 3),
    wordsShared: words,
    domainDiffers: flag(before.domains.size > 0 && after.domains.size > 0 && domains === 0),
  };
}

const differs = (a: number, b: number): boolean => Math.abs(a - b) > 0.02 * Math.max(a, b);

function paper(before: PageFacts, after: PageFacts) {
  const isTurned =
    !differs(before.width, after.height) && !differs(before.height, after.width) && differs(after.width, after.height);
  const known = before.lineHeight > 0 && after.lineHeight > 0;
  const type = known ? Math.abs(Math.log(before.lineHeight / after.lineHeight)) / 0.35 : 0;
  const margin = Math.abs(before.left - after.left) / 0.05;
  return {
    sizeDiffers: flag(!isTurned && (differs(before.width, after.width) || differs(before.height, after.height))),
    languageDiffers: flag(before.language !== null && after.language !== null && before.language !== after.language),
    lookDiffers: bounded(type) * 0.5 + bounded(margin) * 0.5,
  };
}

const CONTINUED =
  /\b(?:continued|cont'?d|carried forward|brought forward|balance forward|ubertrag|fortsetzung|suite|a reporter|report|suma y sigue|suma anterior|continuacion|segue|a riportare|riporto|continuacao|a transportar|transporte)\b/;
const ANNEX =
  /^(?:\W*)(?:annex|appendix|schedule|exhibit|attachment|addendum|amendment|enclosure|anlage|anhang|beilage|annexe|piece jointe|anexo|adjunto|apendice|allegato|appendice|bijlage|chapter|kapitel|chapitre|capitulo|capitolo|section|part|abschnitt|general (?:terms|conditions)|terms (?:and|&) conditions|terms of|allgemeine geschaftsbedingungen|agb\b|conditions generales|condiciones generales|condizioni generali|(?:table of )?contents|inhalt|sommaire|indice)/;
/** Lines at the top of a page, and at its bottom, where it is said that something goes on. */
const TOP = 6;
const BOTTOM = 4;
const FULL = 0.86;
const SHORT = 0.75;

function flow(before: PageFacts, after: PageFacts) {
  const shared = (line: PageLine, other: PageFacts): boolean => other.head.has(line.key) || other.foot.has(line.key);
  const last = before.body.filter((line) => !shared(line, after));
  const first = after.body.filter((line) => !shared(line, before));
  return {
    proseGoesOn: prose(last, first),
    beforeFull: flag(before.fill > FULL),
    beforeShort: bounded((SHORT - before.fill) / 0.5),
    saysContinued: flag(
      first.slice(0, TOP).some(({ folded }) => CONTINUED.test(folded) && folded.length < 60) ||
        last.slice(-BOTTOM).some(({ folded }) => CONTINUED.test(folded) && folded.length < 60),
    ),
    annex: flag(first.slice(0, 3).some(({ folded }) => ANNEX.test(folded))),
    tableGoesOn: flag(before.tableHead !== null && before.tableHead === after.tableHead),
    clausesGoOn: flag(clausesGoOn(before, after)),
  };
}

/** A paragraph that has not ended, and a page that begins inside a sentence. */
function prose(last: readonly PageLine[], first: readonly PageLine[]): number {
  const [end, begin] = [last.at(-1), first[0]];
  if (end === undefined || begin === undefined) return 0;
  const isOpen = end.width > 0.45 && end.text.split(' ').length >= 6 && !/[.!?:;]["”’)]?$/.test(end.text);
  const isInside = /^\p{Ll}/u.test(begin.text) && begin.text.split(' ').length >= 4;
  return isInside ? (isOpen ? 1 : 0.5) : isOpen ? 0.5 : 0;
}

/** The clauses of the page go on with those of the page before. */
const clausesGoOn = ({ clauses: a }: PageFacts, { clauses: b }: PageFacts): boolean =>
  a !== null && b !== null && (b[0] === a[1] || b[0] === a[1] + 1);
