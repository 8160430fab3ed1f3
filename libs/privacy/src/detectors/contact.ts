import { isIP } from 'node:net';
import type { Span } from '@app/text';
import { isLetter, isLetterOrNumber } from '../characters.js';
import { matchesOf } from '../matches.js';
import type { PiiText } from '../pii-text.js';
import type { PiiEntity, PiiType } from '../privacy-model.js';
import { findForms, type PiiForm } from './pattern-detector.js';

/** Top-level domains under which a bare name (`example.com`) is taken for a web address. */
const DOMAINS =
  'com|org|net|edu|gov|mil|int|info|biz|io|co|ai|app|dev|eu|uk|us|de|fr|es|it|pt|nl|be|ch|at|pl|cz|sk|hu|ro|bg|gr|se|no|dk|fi|is|ie|ru|ua|tr|il|in|cn|jp|kr|tw|hk|sg|my|id|ph|th|vn|au|nz|ca|mx|br|ar|cl|co|pe|za|ng|ke|eg|ma|ae|sa|ee|lv|lt|si|hr|rs|cy|lu|online|shop|site|tech|store|cloud|xyz|me|tv';

const EMAIL =
  /[\p{L}\p{N}][\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{0,63}@[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}\.){1,8}\p{L}{2,24}/uy;
/** What may stand before the `@`, and what may follow an address where it is part of something else. */
const LOCAL = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const LONGEST_LOCAL = 64;

const SCHEME = /\b(?:https?|ftp):\/\/[^\s<>"'”’)\]}]{3,2000}(?<![.,;:!?])/iy;
const SCHEME_LENGTHS = [5, 4, 3];
const WWW = /(?<![\w@.])www\.[\p{L}\p{N}-]{1,63}\.[^\s<>"'”’)\]}]{2,500}(?<![.,;:!?])/iuy;
const DOMAIN = new RegExp(
  `(?<![\\p{L}\\p{N}@._/-])(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.){1,4}(?:${DOMAINS})(?![\\p{L}\\p{N}@-]|\\.\\p{L})(?:/[^\\s<>"'”’)\\]}]{0,500}(?<![.,;:!?]))?`,
  'iuy',
);
const isDomain = (raw: string): boolean =>
  !/^[\d.]+$/.test(raw) && /^[^.]{2}/.test(raw) && !/^(?:e\.g|i\.e|a\.m|p\.m)/i.test(raw);

const IP4: readonly PiiForm[] = [
  {
    type: 'IP_ADDRESS',
    digits: 4,
    pattern: /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d]|\.\d)/g,
    isValid: (raw) => isIP(raw) === 4,
    score: 0.9,
  },
];
const IP6 = /(?<![\p{L}\p{N}:.])[0-9a-f:]{2,39}(?:\.\d{1,3}){0,3}(?![\p{L}\p{N}:])/iuy;

/** Offsets of a string in a text. */
function* placesOf(text: string, part: string): Generator<number> {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) yield at;
}

/** The length of what the expression (`y`) finds at an offset, or 0. */
function lengthAt(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex - offset : 0;
}

/** Where matches of one kind begin and how long they are; none begins inside the one before. */
function entitiesAt(
  type: PiiType,
  score: number,
  places: Iterable<readonly [start: number, length: number]>,
): PiiEntity[] {
  const entities: PiiEntity[] = [];
  let from = 0;
  for (const [start, length] of places) {
    if (length === 0 || start < from) continue;
    from = start + length;
    entities.push({ type, start, end: from, score });
  }
  return entities;
}

function* emails(text: string): Generator<readonly [number, number]> {
  let from = 0;
  for (const at of placesOf(text, '@')) {
    let start = at;
    while (start > from && at - start < LONGEST_LOCAL && LOCAL.test(text[start - 1] ?? '')) start--;
    while (start < at && !isLetterOrNumber(text.charCodeAt(start))) start++;
    const length = start < at ? lengthAt(EMAIL, text, start) : 0;
    if (length > 0) from = start + length;
    yield [start, length];
  }
}

function* links(text: string): Generator<readonly [number, number]> {
  for (const at of placesOf(text, '://'))
    for (const length of SCHEME_LENGTHS) {
      if (at >= length) yield [at - length, lengthAt(SCHEME, text, at - length)];
    }
}

function* webNames({ text, folded }: PiiText): Generator<readonly [number, number]> {
  for (const at of placesOf(folded, 'www.')) yield [at, lengthAt(WWW, text, at)];
}

const isInName = (code: number): boolean =>
  isLetterOrNumber(code) || code === 0x40 || (code >= 0x2d && code <= 0x2f) || code === 0x5f;

/** Names of hosts: at the beginning of each run of the characters of names that has a point before a letter. */
function* hosts(text: string): Generator<readonly [number, number]> {
  let end = -1;
  for (const point of placesOf(text, '.')) {
    if (point < end || !isLetter(text.charCodeAt(point + 1)) || !isLetterOrNumber(text.charCodeAt(point - 1))) continue;
    let start = point;
    while (start > Math.max(0, end) && isInName(text.charCodeAt(start - 1))) start--;
    end = point;
    while (end < text.length && isInName(text.charCodeAt(end))) end++;
    const length = lengthAt(DOMAIN, text, start);
    if (length > 0 && isDomain(text.slice(start, start + length))) yield [start, length];
  }
}

/** Colons at most four characters apart, as in an address of version 6. */
function* ip6Addresses(text: string): Generator<readonly [number, number]> {
  let last = -Infinity;
  for (const colon of placesOf(text, ':')) {
    const isNear = colon - last <= 5;
    last = colon;
    if (!isNear) continue;
    let start = colon;
    while (start > 0 && colon - start < 12 && /[0-9a-f:]/i.test(text[start - 1] ?? '')) start--;
    const length = lengthAt(IP6, text, start);
    if (length > 0 && isIP(text.slice(start, start + length)) === 6) yield [start, length];
  }
}

const PHONE_CONTEXT =
  /phone|\btel\b|telefon|\bfax|mobile?\b|\bcell|\bcall|\bcalling|dial|\bring\b|whatsapp|\bsms\b|text (?:me|us)|messages? to|handy|movil|cellulare|celular|portable|telemovel|mobiel|contact|reach|number|nummer|numero|\bat\b|hotline|電話|电话|전화/;
const PHONE =
  /(?<![\p{L}\p{N}_/#$€£-]|\d[.,])(?:\+ ?\d{1,3}[ .-]?)?(?:\(\+?\d{1,5}\)[ .-]?)?\d(?:[ .\-–/]{0,1}\d|[ .-]?\(\d{1,4}\)[ .-]?\d| - \d){5,14}(?:,? ?(?:x|ext\.?|extension) ?\d{1,6})?(?![\p{L}\p{N}_]|[.,/-]\d)/giu;
const PHONE_DIGITS = 7;
/** Characters of a text around a group of digits that can belong to its number: `+ (`, an extension. */
const PHONE_BEFORE = 8;
const PHONE_AFTER = 20;

/** Digits that no one writes as a telephone number: amounts, plain counters, years, dotted triples. */
function isUnlikelyPhone(raw: string): boolean {
  const digits = raw.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 16 || /^(\d)\1+$/.test(digits)) return true;
  // Thirteen digits in a row without a country's sign are an article or a place (GTIN, GLN).
  if (/^(?!00)\d{13,}$/.test(raw)) return true;
  if (/^\d{1,2}\/\d{1,2} ?[-–] ?\d{1,2}\/\d{1,2}/.test(raw) || /^\d{1,3}(?:\.\d{1,3}){2}$/.test(raw)) return true;
  return /^\d{1,3}(?:[.,]\d{3})+$/.test(raw) || /^(?:19|20)\d{2}[ .\-/](?:19|20)\d{2}$/.test(raw);
}

/** 0 where nothing speaks for a telephone number. */
function phoneScore(raw: string, near: string): number {
  const digits = raw.replace(/\D/g, '');
  const hasContext = PHONE_CONTEXT.test(near);
  if (/^\+|^\(?00/.test(raw)) return digits.length >= 8 ? 0.95 : 0.6;
  if (/^\(?0[1-9]/.test(raw) && digits.length >= 9) return hasContext ? 0.95 : 0.7;
  const groups = raw.split(/\D+/).filter(Boolean);
  if (hasContext) return groups.length > 1 ? 0.9 : 0.6;
  if (/^\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}/.test(raw)) return 0.8;
  return groups.length > 1 && digits.length >= 8 && groups.every((group) => group.length >= 2) ? 0.5 : 0;
}

function* phoneSpans({ text, digitGroups }: PiiText): Generator<Span> {
  let from = 0;
  for (const group of digitGroups) {
    if (group.digits < PHONE_DIGITS) continue;
    const offset = Math.max(from, group.start - PHONE_BEFORE);
    for (const match of matchesOf(PHONE, text.slice(offset, group.end + PHONE_AFTER))) {
      const start = offset + match.index;
      if (start >= group.end) break;
      from = start + match[0].length;
      yield { start, end: from };
    }
  }
}

function findPhoneNumbers(view: PiiText): PiiEntity[] {
  const { text, folded } = view;
  const entities: PiiEntity[] = [];
  for (const { start, end } of phoneSpans(view)) {
    const raw = text.slice(start, end);
    if (isUnlikelyPhone(raw)) continue;
    if (view.dates.some((date) => date.start < end && start < date.end)) continue;
    const near = `${folded.slice(Math.max(0, start - 50), start)} ${folded.slice(end, end + 20)}`;
    const score = phoneScore(raw, near);
    if (score > 0) entities.push({ type: 'PHONE_NUMBER', start, end, score });
  }
  return entities;
}

/** E-mail addresses, web addresses, IP addresses and telephone numbers. */
export const findContacts = (view: PiiText): PiiEntity[] => [
  ...entitiesAt('EMAIL_ADDRESS', 0.99, emails(view.text)),
  ...entitiesAt('URL', 0.95, links(view.text)),
  ...entitiesAt('URL', 0.95, webNames(view)),
  ...entitiesAt('URL', 0.7, hosts(view.text)),
  ...findForms(view, IP4),
  ...entitiesAt('IP_ADDRESS', 0.9, ip6Addresses(view.text)),
  ...findPhoneNumbers(view),
];
