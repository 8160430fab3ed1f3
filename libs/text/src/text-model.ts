/** A part of a text, offsets in UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A word, a number, or one character of a script that is written without spaces; `text` is the slice as it stands. */
export interface Token extends Span {
  readonly text: string;
}

export interface LanguageGuess {
  /** ISO 639-1; Norwegian Bokmål is `nb`. `und` where nothing can be told. */
  readonly code: string;
  /** 0..1 */
  readonly confidence: number;
}

/** Order of a numeric date. `auto` lets the text's own unambiguous dates, then its language, decide. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd' | 'auto';

export interface DateMatch extends Span {
  /** `YYYY-MM-DD` */
  readonly iso: string;
  /** True where day and month could be swapped and only convention decided. */
  readonly ambiguous: boolean;
}

export interface NumberMatch extends Span {
  /** A plain decimal string: `-1234.56`. */
  readonly value: string;
  /** Decimal places as written. */
  readonly decimals: number;
  readonly percent: boolean;
}

export interface MoneyMatch extends NumberMatch {
  /** ISO 4217, or null where no sign or code stands beside the amount. */
  readonly currency: string | null;
}

export type DecimalMark = '.' | ',';

export const DURATION_UNITS = ['day', 'week', 'month', 'year', 'hour', 'minute'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

export interface DurationMatch extends Span {
  /** ISO 8601: `P2Y`, `P30D`, `PT12H`. */
  readonly iso: string;
  readonly value: number;
  readonly unit: DurationUnit;
}

export interface PhoneMatch extends Span {
  /** `+` and digits (ITU-T E.164). */
  readonly e164: string;
  /** ISO 3166-1 alpha-2, or null where the number does not tell. */
  readonly country: string | null;
}
