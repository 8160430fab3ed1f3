import { AppError, type FieldProblem } from '@app/kernel';
import type { ExtractionSchema, FieldSpec } from '../../schemas/index.js';

const MOST_CHARACTERS = 4_000;

/** How the values of a type are written. */
const FORMS: Readonly<Partial<Record<FieldSpec['type'], readonly [RegExp, string]>>> = {
  date: [/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'must be a date, YYYY-MM-DD'],
  money: [/^-?\d{1,15}(?:\.\d{1,9})?$/, 'must be a decimal number, 1234.50 for one'],
  number: [/^-?\d{1,15}(?:\.\d{1,9})?$/, 'must be a decimal number, 1234.50 for one'],
  boolean: [/^(?:true|false)$/, 'must be true or false'],
};

function problemIn(spec: FieldSpec | undefined, value: unknown): string | null {
  if (!spec) return 'is no field of the schema';
  if (typeof value !== 'string' || value.trim() === '') return 'must be a text that is not empty';
  if (value.length > MOST_CHARACTERS) return `must not be longer than ${MOST_CHARACTERS} characters`;
  const [form, rule] = FORMS[spec.type] ?? [/^/, ''];
  return form.test(value) ? null : rule;
}

const MOST_ROWS = 500;

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with the rows of a list, each with a value by column; columns may be left out. */
function problemsInRows({ fields = [] }: FieldSpec, value: unknown, pointer: string): FieldProblem[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_ROWS)
    return [{ pointer, detail: `must be an array of 1 to ${MOST_ROWS} rows` }];
  return (value as readonly unknown[]).flatMap((row, at) => {
    if (!isRow(row) || Object.keys(row).length === 0)
      return [{ pointer: `${pointer}/${at}`, detail: 'must be an object with a value by column' }];
    return Object.entries(row).flatMap(([column, cell]) => {
      const problem = problemIn(
        fields.find(({ name }) => name === column),
        cell,
      );
      return problem === null ? [] : [{ pointer: `${pointer}/${at}/${column}`, detail: problem }];
    });
  });
}

function problemsOf(fields: readonly FieldSpec[], name: string, value: unknown): FieldProblem[] {
  const [spec, pointer] = [fields.find((field) => field.name === name), `/fields/${name}`];
  if (spec?.type === 'list') return problemsInRows(spec, value, pointer);
  const problem = problemIn(spec, value);
  return problem === null ? [] : [{ pointer, detail: problem }];
}

/**
 * Values as somebody gives them, checked against the fields of a schema; rows of lists as JSON. Throws `invalid_example` with
 * pointers.
 */
export function taughtValues(
  { fields }: Pick<ExtractionSchema, 'fields'>,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const problems = Object.entries(given).flatMap(([name, value]) => problemsOf(fields, name, value));
  if (Object.keys(given).length === 0) problems.push({ pointer: '/fields', detail: 'must have a field' });
  if (problems.length > 0)
    throw new AppError('invalid_example', 'invalid', { detail: 'The values do not fit the schema.', errors: problems });
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}
