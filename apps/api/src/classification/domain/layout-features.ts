import type { Page } from '@app/reading';
import type { ClassificationInput } from './classification-model.js';
import type { DocumentView, ViewLine } from './document-view.js';

/** What can be seen of a document without knowing its words. Shares are 0..1. */
export interface LayoutFeatures {
  readonly mediaType: string;
  readonly isImage: boolean;
  readonly isEmail: boolean;
  readonly pages: number;
  readonly words: number;
  /** Height over width of the block of text on the first page; 0 where boxes are missing. A till roll is 1.6 and more. */
  readonly textAspect: number;
  /** The same of the first page itself: the shape of a photograph that was cut to the paper. 0 without pages. */
  readonly pageAspect: number;
  readonly wordsPerLine: number;
  /** Lines of the first page that end in an amount with two decimals, and their share of its lines. */
  readonly amountLines: number;
  readonly amountShare: number;
  /** Amounts with two decimals, anywhere. */
  readonly amounts: number;
  /** Digits among letters and digits. */
  readonly digitShare: number;
  /** Words that stand in lines of at least nine words. */
  readonly prose: number;
  /** Segments of the first page that are `Label:` or `Label: value`. */
  readonly labelShare: number;
  /** Rules to write on, rows of dots, and boxes to tick. */
  readonly fillIns: number;
  /** Times of day; with seconds they come from a till. */
  readonly times: number;
  readonly emails: number;
  readonly phones: number;
  readonly urls: number;
  /** Lines of a machine-readable zone (ICAO 9303): capitals, digits and fillers only. */
  readonly hasMachineReadableZone: boolean;
  /** 13 to 19 digits in groups of a payment card, with a right check digit (ISO/IEC 7812, Luhn). */
  readonly hasCardNumber: boolean;
}

const AMOUNT_AT_END = /(?:^|[^\d.,])\d{1,3}(?:[., ]?\d{3})*[.,]\s?\d{2}\s?(?:[A-Z]{1,3}|[€$£%*]|-)?$/;
const AMOUNT = /\d\s?[.,]\s?\d{2}(?!\d)/g;
const LABEL = /^[^:]{2,40}:(?:\s|$)/;
const FILL_IN = /_{4,}|\.{10,}|[☐☑☒□■◻✔]|\[\s?[xX]?\s?\]|\(\s\)/g;
const TIME =
  /\b(?:[01]?\d|2[0-3])\s?[:.]\s?[0-5]\d(?:\s?:\s?[0-5]\d|\s?[AaPp]\.?[Mm]\b)|\b(?:[01]?\d|2[0-3]):[0-5]\d\b/g;
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]+/g;
const PHONE = /(?:\+|\(0?\d|\b\d)[\d\s().-]{7,16}\d\b/g;
const URL = /\b(?:https?:\/\/|www\.)\S+/gi;
const MRZ_LINE = /^[A-Z0-9<]{28,46}$/;
const CARD_NUMBER = /\b\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{1,7}\b|\b3\d{3}[ -]?\d{6}[ -]?\d{5}\b/g;

export function layoutFeatures(input: ClassificationInput, view: DocumentView): LayoutFeatures {
  const first = view.lines.filter((line) => line.page === 0);
  const amountLines = first.filter((line) => AMOUNT_AT_END.test(line.text.trim())).length;
  const cells = view.segments.filter((segment) => segment.page === 0).length;
  return {
    mediaType: input.mediaType,
    isImage: input.mediaType.startsWith('image/'),
    isEmail: input.reading.email !== null || input.mediaType === 'message/rfc822',
    pages: input.reading.pages.length,
    words: view.words.length,
    textAspect: textAspect(input.reading.pages[0]),
    pageAspect: pageAspect(input.reading.pages[0]),
    wordsPerLine: view.words.length / Math.max(1, view.lines.length),
    amountLines,
    amountShare: amountLines / Math.max(1, first.length),
    amounts: count(view.text, AMOUNT),
    digitShare: digitShare(view.text),
    prose: proseShare(view),
    labelShare: countLabels(first) / Math.max(1, cells),
    fillIns: count(view.text, FILL_IN),
    times: count(view.text, TIME),
    emails: count(view.text, EMAIL),
    phones: count(view.text, PHONE),
    urls: count(view.text, URL),
    hasMachineReadableZone: hasMachineReadableZone(view.lines),
    hasCardNumber: (view.text.match(CARD_NUMBER) ?? []).some(passesLuhn),
  };
}

const count = (text: string, expression: RegExp): number => text.match(expression)?.length ?? 0;

function digitShare(text: string): number {
  const digits = count(text, /\d/g);
  return digits / Math.max(1, digits + count(text, /\p{L}/gu));
}

function textAspect(page: Page | undefined): number {
  const boxes = page?.lines.flatMap((line) => (line.box === null ? [] : [line.box])) ?? [];
  if (page === undefined || boxes.length < 4 || page.width <= 0) return 0;
  // The outermost tenth on each side is left out: a stray mark at the border of a photograph is no text block.
  const edge = (values: number[], share: number): number =>
    values.sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;
  const left = edge(
    boxes.map((box) => box.x),
    0.1,
  );
  const right = edge(
    boxes.map((box) => box.x + box.width),
    0.9,
  );
  const top = edge(
    boxes.map((box) => box.y),
    0,
  );
  const bottom = edge(
    boxes.map((box) => box.y + box.height),
    1,
  );
  return ((bottom - top) * page.height) / Math.max(1, (right - left) * page.width);
}

const pageAspect = (page: Page | undefined): number =>
  page === undefined || page.width <= 0 ? 0 : page.height / page.width;

function proseShare(view: DocumentView): number {
  const LONG_LINE = 9;
  let inLongLines = 0;
  for (const segment of view.segments) if (segment.words.length >= LONG_LINE) inLongLines += segment.words.length;
  return inLongLines / Math.max(1, view.words.length);
}

const countLabels = (lines: readonly ViewLine[]): number =>
  lines.flatMap((line) => line.text.split(/\s{3,}|\t/)).filter((part) => LABEL.test(part.trim())).length;

function hasMachineReadableZone(lines: readonly ViewLine[]): boolean {
  const looksLike = lines.filter((line) => {
    const packed = line.text.replace(/\s/g, '').replace(/[«‹]/g, '<');
    return MRZ_LINE.test(packed) && (packed.match(/</g)?.length ?? 0) >= 4;
  });
  return looksLike.length >= 1;
}

export function passesLuhn(number: string): boolean {
  const digits = number.replace(/\D/g, '');
  if (digits.length < 13 || digits.length > 19 || /^(\d)\1*$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
