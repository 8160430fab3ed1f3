import type { PiiType } from '../privacy-model.js';

export const COMPLIANCE_FRAMEWORKS = ['none', 'gdpr', 'ccpa', 'pdpa', 'pipeda', 'lgpd'] as const;
export type FrameworkId = Exclude<(typeof COMPLIANCE_FRAMEWORKS)[number], 'none'>;

/** What laws on personal data ask for, as far as they speak of the same things. */
export const DEMANDS = [
  'lawful-basis',
  'notice',
  'minimisation',
  'redaction',
  'retention',
  'transfers',
  'access',
  'erasure',
  'rectification',
  'portability',
  'objection',
  'opt-out-of-sale',
  'security',
  'records',
  'breach-notice',
  'responsible-person',
] as const;
export type DemandId = (typeof DEMANDS)[number];

/** A time that a law gives. */
export type Deadline =
  | { readonly unit: 'days' | 'business-days' | 'hours' | 'months'; readonly count: number }
  /** Words of the law that name no number. */
  | { readonly unit: 'none'; readonly words: string };

/** A published text of a law. */
export interface LawText {
  readonly title: string;
  /** Of the official publication. */
  readonly url: string;
  /** Which sources it is the text of; left out for the law itself, which is beside every demand. */
  readonly of?: RegExp;
}

export interface Demand {
  /** Article or section. */
  readonly source: string;
  /** What it asks for, in a sentence. */
  readonly asks: string;
  readonly within?: Deadline;
  /** How much longer it may take where the person is told why in time; `open` where the law bounds it by no number. */
  readonly extension?: Deadline | 'open';
  /** What a person has to do that no program can see. */
  readonly toDo: string;
}

/** A law as far as this service can follow it. Demands that the law does not make are absent. */
export interface Framework {
  readonly id: FrameworkId;
  readonly name: string;
  readonly texts: readonly LawText[];
  /** Types of personal data that it protects and that a policy must therefore not leave out. */
  readonly protects: readonly PiiType[];
  readonly demands: Readonly<Partial<Record<DemandId, Demand>>>;
}

/**
 * What identifies a natural person. Names of organisations and web addresses do not by themselves: recital 14 GDPR, section 4(5)
 * PDPA and section 4.01 PIPEDA leave organisations and business contacts out, and the others speak of natural persons as well.
 */
export const OF_PERSONS: readonly PiiType[] = [
  'PERSON',
  'EMAIL_ADDRESS',
  'PHONE_NUMBER',
  'CREDIT_CARD',
  'IBAN',
  'US_SSN',
  'US_BANK_NUMBER',
  'IP_ADDRESS',
  'ADDRESS',
  'DATE_OF_BIRTH',
  'PASSPORT',
  'NATIONAL_ID',
];

/** The texts that a demand stands in. */
export const textsOf = ({ texts }: Framework, { source }: Demand): readonly Pick<LawText, 'title' | 'url'>[] =>
  texts.filter(({ of }) => of === undefined || of.test(source)).map(({ title, url }) => ({ title, url }));

export const days = (count: number): Deadline => ({ unit: 'days', count });
