/** Types of a field's value, as in the HTTP API. */
export const FIELD_TYPES = ['string', 'number', 'money', 'date', 'boolean', 'address', 'list'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** The agent that looks for a field. */
export const FIELD_FAMILIES = ['parties', 'dates', 'money', 'identifiers', 'line-items', 'clauses'] as const;
export type FieldFamily = (typeof FIELD_FAMILIES)[number];

/** What the machine-readable zone of a travel document holds (ICAO Doc 9303, parts 4 to 6). */
export type ZonePart =
  | 'document-number'
  | 'surname'
  | 'given-names'
  | 'nationality'
  | 'birth-date'
  | 'sex'
  | 'expiry-date';

export type LabelLanguage = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl';

/** Names under which documents print a field, best first, by language. */
export type Labels = Readonly<Partial<Record<LabelLanguage, readonly string[]>>>;

/**
 * What an agent may know of a field beyond its labels. A concept names a way of looking, not a document:
 * `issuer` is whoever wrote the document, `total` the amount that all others add up to.
 */
export type Concept =
  | 'issuer-name'
  | 'issuer-address'
  | 'recipient-name'
  /** Of a letter: who signs it. */
  | 'writer-name'
  | 'writer-address'
  | 'recipient-address'
  | 'party-name'
  | 'party-address'
  | 'total'
  | 'due'
  | 'subtotal'
  | 'tax'
  | 'discount'
  | 'tip'
  | 'balance'
  | 'currency'
  | 'main-date'
  | 'later-date'
  | 'period-start'
  | 'period-end'
  | 'title'
  | 'time'
  | 'phone'
  | 'iban'
  | 'bic'
  | 'tax-id'
  | 'document-number'
  | 'free-text'
  | 'contract-parties'
  | 'agreement-date'
  | 'effective-date'
  | 'expiration-date'
  | 'term'
  | 'renewal-term'
  | 'notice-period'
  | 'governing-law'
  | 'jurisdiction'
  | 'payment-method'
  | 'printed-label'
  | 'person-name'
  | 'form-name'
  | 'year'
  | 'court'
  | 'plaintiff'
  | 'defendant'
  | 'boxed-amounts'
  | 'email'
  /** Of a paper about a person: what stands at its head without a label. */
  | 'subject-name'
  | 'subject-place'
  | 'subject-phone'
  /** Of another paper that this one speaks of in a sentence. */
  | 'mentioned-number'
  | 'mentioned-date'
  | 'mentioned-due'
  | 'mentioned-amount'
  | 'unit-of-use'
  /** Records under a heading, each with a time of its own. */
  | 'dated-entries'
  | 'section-entries'
  | 'all-dates'
  | 'all-amounts'
  | 'all-organizations'
  | 'all-people'
  | 'all-identifiers';

/** All labels of a field in one list, each language's best first. */
export function labelsOf(labels: Labels): string[] {
  const lists = Object.values(labels);
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
}

export interface FieldSpec {
  readonly name: string;
  readonly type: FieldType;
  readonly family: FieldFamily;
  readonly labels: Labels;
  /** Names that it may be printed under too, but that may be those of others. */
  readonly weakLabels?: readonly string[];
  /** Names whose words a printed label may share, where none of the labels is printed. */
  readonly looseLabels?: readonly string[];
  readonly description?: string;
  readonly concept?: Concept;
  readonly required?: boolean;
  readonly priority?: 'high' | 'normal' | 'low';
  /** A regular expression that a value must match as a whole. */
  readonly pattern?: string;
  /** The only values allowed; what is printed is mapped to the nearest. */
  readonly enum?: readonly string[];
  /** The part of a machine-readable zone that holds this field. */
  readonly zonePart?: ZonePart;
  /** Columns of a list. */
  readonly fields?: readonly FieldSpec[];
}

/** A relation between fields that a good reading keeps. Fields without a value make a rule silent. */
export type SchemaRule =
  | {
      readonly kind: 'sum';
      readonly name: string;
      readonly of: readonly string[];
      readonly minus?: readonly string[];
      readonly equals: string;
    }
  | {
      readonly kind: 'line-sum';
      readonly name: string;
      readonly list: string;
      readonly column: string;
      readonly equalsOneOf: readonly string[];
    }
  | { readonly kind: 'date-order'; readonly name: string; readonly first: string; readonly second: string }
  | { readonly kind: 'not-above'; readonly name: string; readonly field: string; readonly limit: string }
  /** Of an account: each balance follows from the one before by the amounts between, from the first to the last. */
  | {
      readonly kind: 'balance';
      readonly name: string;
      readonly list: string;
      /** Columns of the list. */
      readonly amount: string;
      readonly balance: string;
      readonly opening: string;
      readonly closing: string;
    };

export interface ExtractionSchema {
  /** `sch_…` for a tenant's schema; the document type for a built-in one. */
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly description: string;
  readonly documentType: string | null;
  /** Other document types that have the same fields. */
  readonly alsoFor?: readonly string[];
  readonly fields: readonly FieldSpec[];
  readonly rules: readonly SchemaRule[];
  /** Printed labels that look like a field's but mean something else ("total quantity"). */
  readonly decoys: readonly string[];
  /** True where every `label: value` pair of the document becomes a field of its own. */
  readonly openEnded?: boolean;
}
