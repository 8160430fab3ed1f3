import type { Page, StoredReading } from '@app/reading';
import { detectLanguage, fold, isStopword } from '@app/text';
import { isAtEdge, isFoot, isHead, linesOf, type PageLine } from './page-lines.js';
import { type Numbering, numberingOf } from './page-numbering.js';

/** What of a page helps to tell whether it goes on with the document of the page before. */
export interface PageFacts {
  readonly width: number;
  readonly height: number;
  readonly isBlank: boolean;
  /** A sheet that is put between documents before they are scanned. */
  readonly isSeparator: boolean;
  readonly numbering: Numbering | null;
  readonly head: ReadonlySet<string>;
  readonly foot: ReadonlySet<string>;
  readonly body: readonly PageLine[];
  /** What the page says of itself, by label: numbers and dates of the document. */
  readonly labelled: ReadonlyMap<string, string>;
  /** Numbers and codes that are no amounts and no dates. */
  readonly codes: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly language: string | null;
  /** Of the usual line, as a share of the page's height; 0 where it is not known. */
  readonly lineHeight: number;
  readonly left: number;
  /** How much larger than usual the largest line of the upper half is: 0.5 for half as large again. */
  readonly titleGrowth: number;
  /** Kinds of contact that stand at the top: e-mail or web address, telephone, registration number, postal code. */
  readonly contacts: number;
  readonly domains: ReadonlySet<string>;
  /** How far down the page its text goes, 0 to 1. */
  readonly fill: number;
  readonly tableHead: string | null;
  /** The first and the last number of clauses or sections that begin lines. */
  readonly clauses: readonly [first: number, last: number] | null;
}

const FEWEST_WORDS = 3;
const LONGEST_SHEET = 60;
const SEPARATOR =
  /\b(separator|trennblatt|trennseite|feuille de separation|intercalaire|hoja separadora|separador|foglio separatore|separatore|patch ?(code|t|[1-6])|document separator)\b/;
const UPPER_HALF = 0.45;
const LANGUAGE_SAMPLE = 1_500;
const SURE_LANGUAGE = 0.9;
const TALKATIVE = 120;

export function pageFacts(reading: StoredReading, page: Page): PageFacts {
  const lines = linesOf(reading, page);
  const text = lines.map((line) => line.text).join('\n');
  const folded = fold(text);
  const body = lines.filter((line) => !isAtEdge(line));
  const lineHeight = median(lines.map(({ height }) => height));
  const upper = lines.filter(({ y }) => y < UPPER_HALF);
  const language = languageOf(text);
  const words = folded.match(/\p{L}{2,}/gu) ?? [];
  return {
    width: page.width,
    height: page.height,
    isBlank: words.length < FEWEST_WORDS && (folded.match(/\d/g)?.length ?? 0) < 5,
    isSeparator: folded.length < LONGEST_SHEET && SEPARATOR.test(folded),
    numbering: numberingOf(lines),
    head: keysOf(lines.filter(isHead)),
    foot: keysOf(lines.filter(isFoot)),
    body,
    labelled: labelledIn(upper),
    codes: new Set((folded.match(CODE) ?? []).filter(isCode)),
    words: new Set(words.filter((word) => word.length >= 5 && !isStopword(word, language ?? ''))),
    language,
    lineHeight,
    left: Math.min(1, ...body.map(({ x }) => x)),
    titleGrowth: lineHeight > 0 ? growthOf(upper, lineHeight) : 0,
    contacts: contactsIn(lines.filter(({ y }) => y < 0.3)),
    domains: new Set(Array.from(folded.matchAll(DOMAIN), ([, domain]) => domain ?? '')),
    fill: body.at(-1)?.y ?? 0,
    tableHead: tableHeadOf(reading, page),
    clauses: clausesOf(body),
  };
}

const keysOf = (lines: readonly PageLine[]): Set<string> =>
  new Set(lines.map(({ key }) => key).filter((key) => /\p{L}{3}/u.test(key)));

const CODE = /[\p{L}\p{N}][\p{L}\p{N}/-]{4,}/gu;
const DATE = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/;
const isCode = (token: string): boolean => (token.match(/\d/g)?.length ?? 0) >= 4 && !DATE.test(token);

/** A label and what follows it, in one cell or in two beside each other. */
const LABEL = /^\p{L}[\p{L}.'’° -]{2,28}[:#.]?$/u;
const BOTH = /^(\p{L}[\p{L}.'’° -]{2,28}?)\s*[:#]\s*(\S.*)$/u;
const AMOUNT = /^[^\p{L}\d]*\d[\d .,']*[.,]\d{2}\D{0,4}$/u;

function labelledIn(lines: readonly PageLine[]): Map<string, string> {
  const found = new Map<string, string>();
  const note = (label: string, value: string): void => {
    const digits = value.match(/\d/g)?.length ?? 0;
    if (digits >= 3 && value.length <= 40 && !AMOUNT.test(value))
      found.set(fold(label).replace(/[^\p{L}]/gu, ''), fold(value));
  };
  for (const { segments } of lines)
    segments.forEach((segment, index) => {
      const both = BOTH.exec(segment);
      const next = segments[index + 1];
      if (both) note(both[1] ?? '', both[2] ?? '');
      else if (next !== undefined && LABEL.test(segment)) note(segment, next);
    });
  return found;
}

function languageOf(text: string): string | null {
  if (text.length < TALKATIVE) return null;
  const { code, confidence } = detectLanguage(text.slice(0, LANGUAGE_SAMPLE));
  return confidence >= SURE_LANGUAGE && code !== 'und' ? code : null;
}

/** A title is short. */
const growthOf = (lines: readonly PageLine[], usual: number): number =>
  Math.max(0, ...lines.filter(({ text }) => text.length <= 70).map(({ height }) => height / usual - 1));

const DOMAIN = /(?:@|www\.)((?:[a-z0-9-]+\.)+[a-z]{2,})/g;
const CONTACTS = [
  /@|www\./,
  /\b(?:tel|phone|fax|telefon|telephone)\b|\+\d{2}/,
  /\b(?:vat|ust|tva|iva|iban|reg|siret|cif|nif|ein)\b/,
  /\b\d{5}\b|\b[a-z]{1,2}\d{1,2} \d[a-z]{2}\b/,
];

const contactsIn = (lines: readonly PageLine[]): number =>
  CONTACTS.filter((pattern) => lines.some(({ folded }) => pattern.test(folded))).length;

function tableHeadOf(reading: StoredReading, page: Page): string | null {
  const table = page.blocks.find((block) => block.table !== undefined)?.table;
  if (table === undefined) return null;
  const cells = table.cells
    .filter(({ row }) => row === 0)
    .map(({ start, end }) => fold(reading.text.slice(start, end)));
  return cells.length >= 2 && cells.every((cell) => !/\d/.test(cell)) ? cells.join('|') : null;
}

const CLAUSE = /^(?:§\s*|art(?:icle|\.|ikel|icolo|iculo)?\s*)?(\d{1,2})(?:\.\d{1,2})*[.)]?\s+\p{L}/u;

function clausesOf(body: readonly PageLine[]): [number, number] | null {
  const numbers = body.flatMap(({ folded }) => {
    const found = CLAUSE.exec(folded);
    return found ? [Number(found[1])] : [];
  });
  const [first, last] = [numbers[0], numbers.at(-1)];
  return first === undefined || last === undefined ? null : [first, last];
}

function median(values: readonly number[]): number {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
