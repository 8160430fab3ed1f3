/** An id that is written in digits alone, as countries give them out. */
export interface NumericId {
  /** ISO 3166-1. */
  readonly country: string;
  readonly subtype: string;
  readonly digits: number;
  /** Over its digits. */
  readonly isValid: (digits: string) => boolean;
  /** Over folded text beside it: many numbers pass a check digit by chance, so without such a word it is taken for none. */
  readonly context: RegExp;
  /** A way of writing that nothing else has; with it the word is not needed. */
  readonly written?: RegExp;
  /** Score without context, where it is `written`. */
  readonly score?: number;
}

export const weigh = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i] ?? 0), 0);

const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a day and a month exist; years are not asked, two digits of one say nothing. */
export const isDayOfYear = (day: number, month: number): boolean => day >= 1 && day <= (LONGEST_MONTH[month - 1] ?? 0);

export const numberAt = (digits: string, start: number, end: number): number => Number(digits.slice(start, end));

/** One digit that is repeated is what people type to fill a field in. */
export const isVaried = (digits: string): boolean => new Set(digits).size > 1;
