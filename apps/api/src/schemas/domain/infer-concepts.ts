import type { Concept, ExtractionSchema, FieldFamily, FieldSpec, FieldType } from './schema-model.js';

interface Hint {
  readonly words: RegExp;
  readonly types: readonly FieldType[];
  readonly concept: Concept;
  readonly family: FieldFamily;
}

/** What a tenant's field is about, told by its name and labels alone. The first hint that fits counts. */
const HINTS: readonly Hint[] = [
  {
    words: /\b(?:part(?:y|ies)|vertragspartei(?:en)?|parties contractantes)\b/,
    types: ['list'],
    concept: 'contract-parties',
    family: 'clauses',
  },
  {
    words: /\bgoverning law\b|\bapplicable law\b|\bjurisdiction\b/,
    types: ['string'],
    concept: 'governing-law',
    family: 'clauses',
  },
  { words: /\beffective date\b|\bcommencement date\b/, types: ['date'], concept: 'effective-date', family: 'clauses' },
  {
    words: /\bagreement date\b|\bdated as of\b|\bexecution date\b/,
    types: ['date'],
    concept: 'agreement-date',
    family: 'clauses',
  },
  {
    words: /\bexpir(?:y|ation) date\b|\btermination date\b/,
    types: ['date'],
    concept: 'expiration-date',
    family: 'clauses',
  },
  { words: /\brenewal term\b/, types: ['string'], concept: 'renewal-term', family: 'clauses' },
  { words: /\bnotice period\b/, types: ['string'], concept: 'notice-period', family: 'clauses' },
  { words: /\bterm\b|\bduration\b|\blaufzeit\b/, types: ['string'], concept: 'term', family: 'clauses' },
  {
    words: /\bgross (?:amount|total)\b|\btotal gross\b|\bgrand total\b|\btotal amount\b|\binvoice total\b/,
    types: ['money', 'number'],
    concept: 'total',
    family: 'money',
  },
  { words: /\biban\b/, types: ['string'], concept: 'iban', family: 'identifiers' },
  { words: /\bbic\b|\bswift\b/, types: ['string'], concept: 'bic', family: 'identifiers' },
  { words: /\bcurrency\b/, types: ['string'], concept: 'currency', family: 'money' },
];

const CLAUSE_CONCEPTS = new Set<Concept>([
  'contract-parties',
  'governing-law',
  'effective-date',
  'agreement-date',
  'expiration-date',
  'renewal-term',
  'notice-period',
  'term',
]);

/** Words of a field: its name in words and its labels. */
const wordsOf = (field: Pick<FieldSpec, 'name' | 'labels'>): string =>
  [field.name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' '), ...Object.values(field.labels).flat()]
    .join(' ; ')
    .toLowerCase();

const NUMBER_LIKE = /\b(?:number|no|nr|id|code|reference|ref|sku|key|nummer|numero)\b|#/;

function familyOf(field: Pick<FieldSpec, 'name' | 'labels' | 'type'>): FieldFamily {
  const byType: Readonly<Record<FieldType, FieldFamily | null>> = {
    date: 'dates',
    money: 'money',
    number: 'money',
    address: 'parties',
    list: 'line-items',
    boolean: 'clauses',
    string: null,
  };
  return byType[field.type] ?? (NUMBER_LIKE.test(wordsOf(field)) ? 'identifiers' : 'parties');
}

/** A field as a tenant states it. */
export interface PlainField {
  readonly name: string;
  readonly type: FieldType;
  readonly description?: string;
  readonly labels?: readonly string[];
  readonly required?: boolean;
  readonly priority?: 'high' | 'normal' | 'low';
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly fields?: readonly PlainField[];
}

const spaced = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' ');

/** Numbers are often printed together with their revision: "Order / Rev". */
function withRevision(label: string): string[] {
  const stem = /^(.*\S)\s*(?:#|number|no\.?|nr\.?)$/i.exec(label)?.[1];
  return stem === undefined ? [] : ['rev', 'revision', 'version'].map((word) => `${stem} ${word}`);
}

/** A tenant's field with the labels, the family and the concept that its words suggest. */
export function specify(field: PlainField): FieldSpec {
  const stated = field.labels ?? [];
  const labels = { en: [...new Set([...stated, spaced(field.name), ...stated.flatMap(withRevision)])] };
  const words = wordsOf({ name: field.name, labels });
  const hint = HINTS.find((one) => one.types.includes(field.type) && one.words.test(words));
  const { fields, ...rest } = field;
  return {
    ...rest,
    labels,
    family: hint?.family ?? familyOf({ name: field.name, type: field.type, labels }),
    ...(hint ? { concept: hint.concept } : {}),
    ...(fields ? { fields: fields.map(specify).map((column) => ({ ...column, family: 'line-items' as const })) } : {}),
  };
}

/** One or two clause-like names occur in forms too ("term", "party"); a contract's schema has several. */
export function specifySchema(
  schema: Omit<ExtractionSchema, 'fields' | 'decoys'> & {
    readonly fields: readonly PlainField[];
    readonly decoys?: readonly string[];
  },
): ExtractionSchema {
  const fields = schema.fields.map(specify);
  const clauses = fields.filter((field) => field.concept && CLAUSE_CONCEPTS.has(field.concept)).length;
  const plain = (field: FieldSpec): FieldSpec => {
    if (clauses >= 2 || !field.concept || !CLAUSE_CONCEPTS.has(field.concept)) return field;
    const { concept: _, ...rest } = field;
    return { ...rest, family: familyOf(field) };
  };
  return { ...schema, fields: fields.map(plain), decoys: schema.decoys ?? [] };
}
