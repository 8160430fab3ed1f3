export const PII_TYPES = [
  'PERSON',
  'EMAIL_ADDRESS',
  'PHONE_NUMBER',
  'CREDIT_CARD',
  'IBAN',
  'US_SSN',
  'US_BANK_NUMBER',
  'IP_ADDRESS',
  'ADDRESS',
  'ORGANIZATION',
  'DATE_OF_BIRTH',
  'PASSPORT',
  'NATIONAL_ID',
  'URL',
] as const;
export type PiiType = (typeof PII_TYPES)[number];

/** Personal data in a text, offsets in UTF-16 code units, end exclusive. It never holds the data itself. */
export interface PiiEntity {
  readonly type: PiiType;
  readonly start: number;
  readonly end: number;
  /** 0..1: a checksum or an unmistakable form is near 1, a guess from capital letters near 0.5. */
  readonly score: number;
  /** Of an id: the country that gives it out (ISO 3166-1), and which one it is. */
  readonly country?: string;
  readonly subtype?: string;
}
