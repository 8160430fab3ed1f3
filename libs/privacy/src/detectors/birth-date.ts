import { findDates, foldKeepingOffsets } from '@app/text';
import type { PiiEntity } from '../privacy-model.js';

const CONTEXT =
  /\bdob\b|\bd\.o\.b|birth|\bborn\b|geburt|geboren|\bgeb\.|\bne[e]? le\b|naissance|nacimiento|nacid[oa]|nascit[ao]|nat[oa] il|nascimento|nascid[oa]|geboorte|fodt|fodd|syntyn|urodz|naroz|szulet/;

/** Dates beside a word for birth. */
export function findBirthDates(text: string): PiiEntity[] {
  const folded = foldKeepingOffsets(text);
  return findDates(text)
    .filter(({ start }) => CONTEXT.test(folded.slice(Math.max(0, start - 40), start)))
    .map(({ start, end }) => ({ type: 'DATE_OF_BIRTH' as const, start, end, score: 0.9 }));
}
