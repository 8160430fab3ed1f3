import type { ExtractionSchema, FieldSpec, FieldType } from '../domain/schema-model.js';
import { labelsOf } from '../domain/schema-model.js';
import { builtInSchemas } from '../registry/extractor-registry.js';
import { meaningKey, wordsIn } from './words.js';

interface Entry {
  readonly field: FieldSpec;
  readonly schema: ExtractionSchema;
  /** How far down the field's own labels the name stands; its own name is the best. */
  readonly rank: number;
}

/** Types between which a meaning can be lent. */
const alike = (a: FieldType, b: FieldType): boolean =>
  a === b || (['money', 'number'].includes(a) && ['money', 'number'].includes(b));

type Index = ReadonlyMap<string, readonly Entry[]>;

/** Made when it is first asked for: most threads never are. */
function index(fieldsOf: (schema: ExtractionSchema) => readonly FieldSpec[]): () => Index {
  let made: Index | undefined;
  return () => (made ??= indexed(fieldsOf));
}

function indexed(fieldsOf: (schema: ExtractionSchema) => readonly FieldSpec[]): Index {
  const entries = new Map<string, Entry[]>();
  for (const schema of builtInSchemas())
    for (const field of fieldsOf(schema))
      for (const [rank, name] of [field.name, ...labelsOf(field.labels)].entries()) {
        const key = meaningKey(name);
        entries.set(key, [...(entries.get(key) ?? []), { field, schema, rank }]);
      }
  return entries;
}

const FIELDS = index((schema) => schema.fields);
const COLUMNS = index((schema) => schema.fields.flatMap((field) => field.fields ?? []));

export interface Question {
  readonly type: FieldType;
  /** What the field is called, the surest name first. */
  readonly names: readonly string[];
  readonly column: boolean;
  readonly documentType: string | null;
}

/** Schemas of papers of one trade: "gross" is pay there, and "period" that of a job. They lend only to their own type. */
const OF_ONE_TRADE: ReadonlySet<string> = new Set([
  'utility_bill',
  'payment_reminder',
  'expense_report',
  'payslip',
  'delivery_note',
  'insurance_claim',
  'insurance_policy',
  'resume',
  'termination',
]);

function lookUp(names: readonly string[], { type, column, documentType }: Question): FieldSpec | null {
  const isAsked = ({ key }: ExtractionSchema): boolean => !OF_ONE_TRADE.has(key) || key === documentType;
  for (const name of names) {
    const found = ((column ? COLUMNS : FIELDS)().get(meaningKey(name)) ?? []).filter(
      ({ field, schema }) => alike(field.type, type) && isAsked(schema),
    );
    const weight = ({ schema, rank }: Entry): number => rank - (schema.documentType === documentType ? 1_000 : 0);
    const best = found.reduce<Entry | null>((top, one) => (top && weight(top) <= weight(one) ? top : one), null);
    if (best) return best.field;
  }
  return null;
}

/** Phrases of two to four words of a description's first sentence, the longest first. */
function phrasesOf(description: string): string[] {
  const words = wordsIn(/^[^.;:(]*/.exec(description)?.[0] ?? '').slice(0, 14);
  return [4, 3, 2].flatMap((length) =>
    Array.from({ length: Math.max(0, words.length - length + 1) }, (_, at) => words.slice(at, at + length).join(' ')),
  );
}

/**
 * The field of a built-in schema that means the same, by a name or label that both have, in whichever of their languages.
 * It lends its labels and what is known of where to look.
 */
export const sameMeaning = (question: Question, description: string): FieldSpec | null =>
  lookUp(question.names, question) ?? lookUp(phrasesOf(description), question);
