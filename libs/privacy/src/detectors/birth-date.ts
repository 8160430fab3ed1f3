import { findDates } from '@app/text';
import type { PiiText } from '../pii-text.js';
import type { PiiEntity } from '../privacy-model.js';

/** Behind one of these up to forty characters before a date, it is that of a birth. */
const CONTEXT =
  /\bdob\b|\bd\.o\.b|birth|\bborn\b|geburt|geboren|\bgeb\.|\bne[e]? le\b|naissance|nacimiento|nacid[oa]|nascit[ao]|nat[oa] il|nascimento|nascid[oa]|geboorte|fodt|fodd|syntyn|urodz|naroz|szulet/;
/** One of these stands in every such word. */
const PARTS = [
  'dob',
  'd.o.b',
  'birth',
  'born',
  'geb',
  'naissance',
  'naci',
  'nasci',
  'nat',
  'fod',
  'syntyn',
  'urodz',
  'naroz',
  'szulet',
  'ne le',
  'nee le',
];

/** Dates beside a word for birth. */
export function findBirthDates(view: PiiText): PiiEntity[] {
  const { text, folded } = view;
  if (!view.hasAny(PARTS) || !CONTEXT.test(folded)) return [];
  return findDates(text)
    .filter(({ start }) => CONTEXT.test(folded.slice(Math.max(0, start - 40), start)))
    .map(({ start, end }) => ({ type: 'DATE_OF_BIRTH' as const, start, end, score: 0.9 }));
}
