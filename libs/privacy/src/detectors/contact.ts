import { isIP } from 'node:net';
import { findDates, foldKeepingOffsets } from '@app/text';
import type { PiiEntity } from '../privacy-model.js';
import { findForms, type PiiForm } from './pattern-detector.js';

/** Top-level domains under which a bare name (`example.com`) is taken for a web address. */
const DOMAINS =
  'com|org|net|edu|gov|mil|int|info|biz|io|co|ai|app|dev|eu|uk|us|de|fr|es|it|pt|nl|be|ch|at|pl|cz|sk|hu|ro|bg|gr|se|no|dk|fi|is|ie|ru|ua|tr|il|in|cn|jp|kr|tw|hk|sg|my|id|ph|th|vn|au|nz|ca|mx|br|ar|cl|co|pe|za|ng|ke|eg|ma|ae|sa|ee|lv|lt|si|hr|rs|cy|lu|online|shop|site|tech|store|cloud|xyz|me|tv';

const FORMS: readonly PiiForm[] = [
  {
    type: 'EMAIL_ADDRESS',
    pattern:
      /[\p{L}\p{N}][\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{0,63}@[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}\.){1,8}\p{L}{2,24}/gu,
    score: 0.99,
  },
  { type: 'URL', pattern: /\b(?:https?|ftp):\/\/[^\s<>"'”’)\]}]{3,2000}(?<![.,;:!?])/gi, score: 0.95 },
  { type: 'URL', pattern: /(?<![\w@.])www\.[\p{L}\p{N}-]{1,63}\.[^\s<>"'”’)\]}]{2,500}(?<![.,;:!?])/giu, score: 0.95 },
  {
    type: 'URL',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}@._/-])(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.){1,4}(?:${DOMAINS})(?![\\p{L}\\p{N}@-]|\\.\\p{L})(?:/[^\\s<>"'”’)\\]}]{0,500}(?<![.,;:!?]))?`,
      'giu',
    ),
    isValid: (raw) => !/^[\d.]+$/.test(raw) && /^[^.]{2}/.test(raw) && !/^(?:e\.g|i\.e|a\.m|p\.m)/i.test(raw),
    score: 0.7,
  },
  {
    type: 'IP_ADDRESS',
    pattern: /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d]|\.\d)/g,
    isValid: (raw) => isIP(raw) === 4,
    score: 0.9,
  },
  {
    type: 'IP_ADDRESS',
    pattern: /(?<![\p{L}\p{N}:.])[0-9a-f:]{2,39}(?:\.\d{1,3}){0,3}(?![\p{L}\p{N}:])/giu,
    isValid: (raw) => (raw.match(/:/g) ?? []).length >= 2 && /[0-9a-f]/i.test(raw) && isIP(raw) === 6,
    score: 0.9,
  },
];

const PHONE_CONTEXT =
  /phone|\btel\b|telefon|\bfax|mobile?\b|\bcell|\bcall|\bcalling|dial|\bring\b|whatsapp|\bsms\b|text (?:me|us)|messages? to|handy|movil|cellulare|celular|portable|telemovel|mobiel|contact|reach|number|nummer|numero|\bat\b|hotline|電話|电话|전화/;
const PHONE =
  /(?<![\p{L}\p{N}_/#$€£-]|\d[.,])(?:\+ ?\d{1,3}[ .-]?)?(?:\(\+?\d{1,5}\)[ .-]?)?\d(?:[ .\-–/]{0,1}\d|[ .-]?\(\d{1,4}\)[ .-]?\d| - \d){5,14}(?:,? ?(?:x|ext\.?|extension) ?\d{1,6})?(?![\p{L}\p{N}_]|[.,/-]\d)/giu;

/** Digits that no one writes as a telephone number: amounts, plain counters, years, dotted triples. */
function isUnlikelyPhone(raw: string): boolean {
  const digits = raw.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 16 || /^(\d)\1+$/.test(digits)) return true;
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

function findPhoneNumbers(text: string): PiiEntity[] {
  const folded = foldKeepingOffsets(text);
  const dates = findDates(text);
  const entities: PiiEntity[] = [];
  for (const match of text.matchAll(PHONE)) {
    const start = match.index;
    const end = start + match[0].length;
    if (isUnlikelyPhone(match[0]) || dates.some((date) => date.start < end && start < date.end)) continue;
    const near = `${folded.slice(Math.max(0, start - 50), start)} ${folded.slice(end, end + 20)}`;
    const score = phoneScore(match[0], near);
    if (score > 0) entities.push({ type: 'PHONE_NUMBER', start, end, score });
  }
  return entities;
}

/** E-mail addresses, web addresses, IP addresses and telephone numbers. */
export const findContacts = (text: string): PiiEntity[] => [...findForms(text, FORMS), ...findPhoneNumbers(text)];
