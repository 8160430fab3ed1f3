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
  if (spec.type === 'list') return 'is a list, and lists are not taught';
  if (typeof value !== 'string' || value.trim() === '') return 'must be a text that is not empty';
  if (value.length > MOST_CHARACTERS) return `must not be longer than ${MOST_CHARACTERS} characters`;
  const [form, rule] = FORMS[spec.type] ?? [/^/, ''];
  return form.test(value) ? null : rule;
}

/** Values as somebody gives them, checked against the fields of a schema. Throws `invalid_example` with pointers. */
export function taughtValues(
  { fields }: Pick<ExtractionSchema, 'fields'>,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const problems: FieldProblem[] = Object.entries(given).flatMap(([name, value]) => {
    const problem = problemIn(
      fields.find((field) => field.name === name),
      value,
    );
    return problem === null ? [] : [{ pointer: `/fields/${name}`, detail: problem }];
  });
  if (Object.keys(given).length === 0) problems.push({ pointer: '/fields', detail: 'must have a field' });
  if (problems.length > 0)
    throw new AppError('invalid_example', 'invalid', { detail: 'The values do not fit the schema.', errors: problems });
  return given as Readonly<Record<string, string>>;
}
