import type { FieldProblem } from '@app/kernel';
import type { FieldType } from '../../schemas/index.js';
import type { FoundField } from './score.js';
import type { Truth } from './truth.js';

const DECIMAL = [/^-?\d{1,15}(?:\.\d{1,9})?$/, 'must be a decimal number, 1234.50 for one'] as const;
/** How the values of a type are written; others are written as they are printed. */
const FORMS: Readonly<Partial<Record<FieldType, readonly [RegExp, string]>>> = {
  date: [/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'must be a date, YYYY-MM-DD'],
  money: DECIMAL,
  number: DECIMAL,
  boolean: [/^(?:true|false)$/, 'must be true or false'],
};

function problemOf(type: FieldType | undefined, value: string | null, pointer: string): FieldProblem[] {
  const form = type && FORMS[type];
  return !form || value === null || form[0].test(value) ? [] : [{ pointer, detail: form[1] }];
}

/** Values that can never be found right, because their fields write them in another way; held against what was found in the document. */
export function formProblems(fields: Truth['fields'], found: readonly FoundField[]): FieldProblem[] {
  return Object.entries(fields).flatMap(([name, truth]) => {
    const field = found.find((one) => one.name === name);
    const pointer = `/fields/${name}`;
    if (!Array.isArray(truth)) {
      if (field?.type === 'list') return [{ pointer, detail: 'must be a list of rows' }];
      return problemOf(field?.type, truth, pointer);
    }
    if (field && field.type !== 'list') return [{ pointer, detail: 'must be a single value' }];
    const columns = new Map(field?.items?.[0]?.fields.map((column) => [column.name, column.type]));
    return truth.flatMap((row, at) =>
      Object.entries(row).flatMap(([column, value]) =>
        problemOf(columns.get(column), value, `${pointer}/${at}/${column}`),
      ),
    );
  });
}
