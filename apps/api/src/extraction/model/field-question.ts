import { z } from 'zod';
import type { DocumentQuestion } from '../../models/index.js';
import type { FieldSpec } from '../../schemas/index.js';
import { labelsOf } from '../../schemas/model.js';

const MAX_VALUE = 2_000;
const MAX_QUOTE = 600;
const MAX_ROWS = 200;
/** Tokens of an answer: a value, its quote and the JSON around them; for a list as much as a dense page has. */
const TOKENS_A_FIELD = 150;
const TOKENS_A_LIST = 6_000;
const NAMED_LABELS = 6;
/** What the shape of the answer or the instructions mean; another number asks anew what is in the cache. */
const VERSION = 1;

const quoted = z.strictObject({ value: z.string().max(MAX_VALUE), quote: z.string().max(MAX_QUOTE) }).nullable();
const cell = z.string().max(MAX_VALUE).nullable();

const columnsOf = (spec: FieldSpec): readonly FieldSpec[] =>
  spec.fields ?? [{ name: spec.name, type: 'string', family: spec.family, labels: spec.labels }];

function shapeOf(spec: FieldSpec): z.ZodType {
  if (spec.type !== 'list') return quoted;
  const cells = Object.fromEntries(columnsOf(spec).map(({ name }) => [name, cell]));
  return z.array(z.strictObject({ quote: z.string().max(MAX_QUOTE), cells: z.strictObject(cells) })).max(MAX_ROWS);
}

export type QuotedValue = z.output<typeof quoted>;
export interface QuotedRow {
  readonly quote: string;
  readonly cells: Readonly<Record<string, string | null>>;
}
/** By name of the field. */
export type FieldAnswers = Readonly<Record<string, QuotedValue | readonly QuotedRow[]>>;

const RULES = `Read the fields below out of the document.
- A value must be stated in the document. Where it is not, answer null. Never guess, compute or translate.
- "quote" is the shortest passage, copied to the letter, that contains the value and shows that it belongs to the field.
- Dates are written YYYY-MM-DD, amounts and numbers as plain decimals (1234.50), booleans as true or false, all else as printed.
- Of a list, give every row in the order of the document; its "quote" is the passage of that row.`;

const TYPE_NAMES: Readonly<Record<FieldSpec['type'], string>> = {
  string: 'text',
  number: 'number',
  money: 'amount of money',
  date: 'date',
  boolean: 'true or false',
  address: 'postal address',
  list: 'list of rows',
};

function described(spec: FieldSpec, indent = ''): string {
  const labels = labelsOf(spec.labels).slice(0, NAMED_LABELS);
  const parts = [
    `${indent}- ${spec.name} (${TYPE_NAMES[spec.type]})`,
    spec.description === undefined ? '' : `: ${spec.description}`,
    labels.length > 0 ? `; printed as ${labels.join(', ')}` : '',
    spec.enum ? `; one of ${spec.enum.join(', ')}` : '',
  ];
  const columns = spec.type === 'list' ? columnsOf(spec).map((column) => `\n${described(column, '  ')}`) : [];
  return [...parts, ...columns].join('');
}

/** What was wrong with a field at first: our words, and values that come out of the document. */
export interface Complaint {
  readonly field: string;
  readonly problem: string;
}

const complaintText = (complaints: readonly Complaint[]): string =>
  complaints.map(({ field, problem }) => `${field}: ${problem}`).join('\n');

/** Asks a model for fields of a document; with complaints it is a second try, and knows what the first got wrong. */
export function fieldQuestion(
  specs: readonly FieldSpec[],
  text: string,
  complaints: readonly Complaint[] = [],
): DocumentQuestion<z.ZodType<FieldAnswers>> {
  const isRetry = complaints.length > 0;
  const schema = z.strictObject(Object.fromEntries(specs.map((spec) => [spec.name, shapeOf(spec)])));
  const again = isRetry
    ? '\n\nA first reading had the problems that are listed after the document. Read these fields anew.'
    : '';
  return {
    purpose: isRetry ? 'retry' : 'extract',
    instructions: `${RULES}${again}\n\nFields:\n${specs.map((spec) => described(spec)).join('\n')}`,
    content: [{ name: 'document', text }, ...(isRetry ? [{ name: 'problems', text: complaintText(complaints) }] : [])],
    schema: schema as unknown as z.ZodType<FieldAnswers>,
    schemaName: 'fields',
    schemaVersion: VERSION,
    maxTokens: specs.reduce((sum, { type }) => sum + (type === 'list' ? TOKENS_A_LIST : TOKENS_A_FIELD), 0),
  };
}
