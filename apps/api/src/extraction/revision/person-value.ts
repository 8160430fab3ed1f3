import { findDates, findMoney, findNumbers, fold, patternMatcher } from '@app/text';
import type { FieldSpec } from '../../schemas/index.js';
import { moneyString } from '../../fields/index.js';

const MOST_CHARACTERS = 4_000;
const DECIMAL = /^-?\d{1,15}(?:\.\d{1,9})?$/;

/** A value in the form in which fields hold it. */
export interface TypedValue {
  readonly value: string;
  /** Of an amount that was given with one; null where none was named. */
  readonly currency: string | null;
}

type ValueSpec = Pick<FieldSpec, 'type' | 'enum' | 'pattern'>;

const typed = (value: string, currency: string | null = null): TypedValue => ({ value, currency });

/** The only match that there is, and only where nothing but signs stands around it. */
function whole<T extends { readonly start: number; readonly end: number }>(
  text: string,
  found: readonly T[],
): T | null {
  const [only] = found;
  if (!only || found.length > 1) return null;
  return /[\p{L}\p{N}]/u.test(text.slice(0, only.start) + text.slice(only.end)) ? null : only;
}

function dateOf(text: string, language: string): TypedValue | string {
  const found = whole(text, findDates(text, { order: 'auto', language }));
  return found && !found.ambiguous ? typed(found.iso) : 'must be a date, best as YYYY-MM-DD';
}

function amountOf(text: string, isMoney: boolean): TypedValue | string {
  if (DECIMAL.test(text)) return typed(isMoney ? moneyString(text) : text);
  const money = whole(text, findMoney(text));
  const found = money ?? whole(text, findNumbers(text));
  if (!found || found.percent || (money !== null && !isMoney)) return 'must be a decimal number, 1234.50 for one';
  return isMoney ? typed(moneyString(found.value), money?.currency ?? null) : typed(found.value);
}

function textOf({ enum: members, pattern }: ValueSpec, text: string): TypedValue | string {
  const value = text.replace(/\s+/g, ' ');
  const member = members?.find((one) => fold(one) === fold(value));
  if (members && member === undefined) return `must be one of ${members.join(', ')}`;
  if (pattern !== undefined && !patternMatcher(pattern)(value)) return 'must have the form that the schema asks for';
  return typed(member ?? value);
}

const booleanOf = (text: string): TypedValue | string =>
  text === 'true' || text === 'false' ? typed(text) : 'must be true or false';

/**
 * A value as a person types it, in the field's own form: dates and amounts may be written as documents write them, where that can
 * be read in one way only. A sentence on what is wrong where it does not fit.
 */
export function typedValue(spec: ValueSpec, given: unknown, language: string): TypedValue | string {
  if (!['string', 'number', 'boolean'].includes(typeof given)) return 'must be a text, a number or true or false';
  const text = String(given).normalize('NFC').trim();
  if (text === '' || text.includes('\0')) return 'must be a text that is not empty';
  if (text.length > MOST_CHARACTERS) return `must not be longer than ${MOST_CHARACTERS} characters`;
  switch (spec.type) {
    case 'date':
      return dateOf(text, language);
    case 'money':
    case 'number':
      return amountOf(text, spec.type === 'money');
    case 'boolean':
      return booleanOf(text);
    default:
      return textOf(spec, text);
  }
}
