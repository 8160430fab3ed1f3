import type { ExtractedField } from '../../fields/index.js';

/** A field, a row of a list, or a cell of a row. */
export interface FieldPlace {
  readonly field: ExtractedField;
  /** From 0; a row that is not there yet is a new one. */
  readonly row?: number;
  readonly column?: string;
}

const ROW = /^(.+)\[(\d{1,4})\](?:\.(.+))?$/u;

/** What a name points at: `total`, `lineItems`, `lineItems[2]` or `lineItems[2].amount`. Null where there is no such place. */
export function placeOf(fields: readonly ExtractedField[], name: string): FieldPlace | null {
  const plain = fields.find((field) => field.name === name);
  if (plain) return { field: plain };
  const [, list, digits, column] = ROW.exec(name) ?? [];
  const field = fields.find((one) => one.name === list && one.type === 'list');
  if (!field || digits === undefined) return null;
  const row = Number(digits);
  const rows = field.items ?? [];
  if (column === undefined) return { field, row };
  return rows[row]?.fields.some((one) => one.name === column) ? { field, row, column } : null;
}

/** The name of a place, as `placeOf` reads it. */
export const nameOfPlace = (field: string, row?: number, column?: string): string =>
  row === undefined ? field : `${field}[${row}]${column === undefined ? '' : `.${column}`}`;
