import { AppError } from '@app/kernel';
import { fold, isUnspaced, phoneParts } from '@app/text';
import { z } from 'zod';

/** One identifier of a person, or several that are all of the same one: whatever holds any of them is of the subject. */
export const subjectSchema = z.union(
  [
    z.string().trim().min(1).max(320),
    z.strictObject({ identifiers: z.array(z.string().trim().min(1).max(320)).min(1).max(20) }),
  ],
  { error: 'must be an identifier (an e-mail address, a number, a name), or {"identifiers": [1 to 20 of them]}' },
);
export type SubjectInput = z.infer<typeof subjectSchema>;

export const identifiersOf = (subject: SubjectInput): readonly string[] =>
  typeof subject === 'string' ? [subject] : subject.identifiers;

/** How an identifier is recognised; a regular expression over texts that `prepared` has made comparable. */
export type Needle = string;

/** Fewer letters and digits than this are in everything. */
const FEWEST = 4;
const FEWEST_UNSPACED = 2;

const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/gu;

/** A text as it is compared: folded, without characters that nobody sees. */
export const prepared = (text: string): string => fold(text.replace(INVISIBLE, '').normalize('NFKC'));

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** What people write between the digits of one number. */
const GAP = '[\\s()./\u00b7\u2013-]{0,3}';
const spread = (characters: string): string => Array.from(characters, escaped).join(GAP);

const bounded = (pattern: string): Needle => `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`;

function emailNeedle(address: string): Needle {
  return `(?<![\\p{L}\\p{N}._%+-])${escaped(address)}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`;
}

const FEWEST_PHONE_DIGITS = 7;

/** With and without country code, and with the zero that is dialled inside a country. */
function phoneNeedle(text: string): Needle | null {
  const digits = text.replace(/\D/g, '');
  if (!/^[+(\d][\d\s()./-]*$/.test(text) || digits.length < FEWEST_PHONE_DIGITS) return null;
  const parts = phoneParts(text);
  const national = parts?.national ?? digits.replace(/^0+/, '');
  if (national.length < FEWEST_PHONE_DIGITS - 1) return null;
  const code = parts === null ? '(?:\\+|00)\\d{1,3}' : `(?:\\+|00)?${spread(parts.countryCode)}`;
  return bounded(`(?:${code}${GAP})?(?:\\(?0\\)?${GAP})?${spread(national)}`);
}

function numberNeedle(text: string): Needle | null {
  const compact = text.replace(/[^\p{L}\p{N}]/gu, '');
  const digits = compact.replace(/\D/g, '').length;
  const isNumber = /^[\p{L}\p{N}\s()./+-]+$/u.test(text) && digits >= FEWEST && digits * 2 >= compact.length;
  return isNumber ? bounded(spread(compact)) : null;
}

/** Words in their order, and for names the last one first. */
function wordsNeedle(text: string): Needle {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const inOrder = words.map(escaped).join('[\\s._-]{1,4}');
  const last = words.at(-1) ?? '';
  const turned = [last, ...words.slice(0, -1)].map(escaped).join('[\\s,._-]{1,4}');
  const pattern = words.length > 1 ? `${inOrder}|${turned}` : inOrder;
  return isUnspaced(text) ? `(?:${pattern})` : bounded(pattern);
}

function needleOf(identifier: string): Needle {
  const text = prepared(identifier).trim();
  const meaning = text.replace(/[^\p{L}\p{N}]/gu, '');
  if (Array.from(meaning).length < (isUnspaced(meaning) ? FEWEST_UNSPACED : FEWEST))
    throw new AppError('subject_too_short', 'invalid', {
      detail: `An identifier needs at least ${FEWEST} letters or digits: a shorter one is in texts of others, too.`,
      errors: [{ pointer: '/subject', detail: `has fewer than ${FEWEST} letters and digits` }],
    });
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return emailNeedle(text);
  return phoneNeedle(text) ?? numberNeedle(text) ?? wordsNeedle(text);
}

/** Throws `subject_too_short`. */
export const needlesOf = (identifiers: readonly string[]): Needle[] => identifiers.map(needleOf);

/** The same subject in whatever spelling, in one spelling; what its keyed hash is made of. */
export const canonicalSubject = (identifiers: readonly string[]): string =>
  identifiers
    .map((identifier) => prepared(identifier).replace(/\s+/g, ' ').trim())
    .sort()
    .join('\n');

const expressions = new Map<string, RegExp>();

/** Compiling costs more than looking through a short text. */
function expressionOf(needle: Needle): RegExp {
  const known = expressions.get(needle);
  if (known !== undefined) return known;
  const expression = new RegExp(needle, 'u');
  if (expressions.size >= 200) expressions.clear();
  expressions.set(needle, expression);
  return expression;
}

export interface SubjectTask {
  readonly texts: readonly string[];
  /** One list for each subject that is looked for. */
  readonly subjects: readonly (readonly Needle[])[];
}

/** For each text the subjects that it names, by index. */
export const findSubjects = ({ texts, subjects }: SubjectTask): number[][] =>
  texts.map((text) => {
    const comparable = prepared(text);
    return subjects.flatMap((needles, index) =>
      needles.some((needle) => expressionOf(needle).test(comparable)) ? [index] : [],
    );
  });

/** All strings, numbers and names of a JSON value, parted so that none runs into the next. */
export function wordsOfJson(value: unknown): string {
  const words: string[] = [];
  const visit = (inner: unknown): void => {
    if (typeof inner === 'string') words.push(inner);
    else if (typeof inner === 'number') words.push(String(inner));
    else if (Array.isArray(inner)) inner.forEach(visit);
    else if (inner !== null && typeof inner === 'object')
      for (const [name, part] of Object.entries(inner)) {
        words.push(name);
        visit(part);
      }
  };
  visit(value);
  return words.join('\n\u0001\n');
}
