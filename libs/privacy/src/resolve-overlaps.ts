import type { PiiEntity, PiiType } from './privacy-model.js';

/** Which of two overlapping entities is kept where their scores are close: what is proven by form over what is guessed. */
const RANK: Readonly<Record<PiiType, number>> = {
  EMAIL_ADDRESS: 13,
  URL: 12,
  IBAN: 11,
  CREDIT_CARD: 10,
  US_SSN: 9,
  NATIONAL_ID: 8,
  PASSPORT: 8,
  IP_ADDRESS: 7,
  DATE_OF_BIRTH: 6,
  US_BANK_NUMBER: 5,
  ADDRESS: 4,
  PHONE_NUMBER: 3,
  ORGANIZATION: 2,
  PERSON: 1,
};

const length = (entity: PiiEntity): number => entity.end - entity.start;
const weight = (entity: PiiEntity): number => Math.round(entity.score * 10) * 20 + RANK[entity.type];

/** How many of the kept, which are in order, begin before an offset. */
function placeOf(kept: readonly PiiEntity[], offset: number): number {
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Entities that do not overlap, in the order of the text. Of two that do, the surer one stays, then the longer. */
export function resolveOverlaps(entities: readonly PiiEntity[]): PiiEntity[] {
  const kept: PiiEntity[] = [];
  const byWeight = entities.toSorted((a, b) => weight(b) - weight(a) || length(b) - length(a) || a.start - b.start);
  for (const entity of byWeight) {
    const next = placeOf(kept, entity.start);
    const isFree = (kept[next - 1]?.end ?? 0) <= entity.start && (kept[next]?.start ?? Infinity) >= entity.end;
    if (isFree) kept.splice(next, 0, entity);
  }
  return kept;
}
