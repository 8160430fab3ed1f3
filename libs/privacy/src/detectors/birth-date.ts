import type { PiiText } from '../pii-text.js';
import type { PiiEntity } from '../privacy-model.js';

/** Behind one of these up to forty characters before a date, it is that of a birth. */
const CONTEXT =
  /\bdob\b|\bd\.o\.b|birth|\bborn\b|geburt|geboren|\bgeb\.|\bne[e]? le\b|naissance|nacimiento|nacid[oa]|nascit[ao]|nat[oa] il|nascimento|nascid[oa]|geboorte|fodt|fodd|syntyn|urodz|naroz|szulet/;

/** Dates beside a word for birth. */
export const findBirthDates = ({ folded, dates }: PiiText): PiiEntity[] =>
  dates
    .filter(({ start }) => CONTEXT.test(folded.slice(Math.max(0, start - 40), start)))
    .map(({ start, end }) => ({ type: 'DATE_OF_BIRTH' as const, start, end, score: 0.9 }));
