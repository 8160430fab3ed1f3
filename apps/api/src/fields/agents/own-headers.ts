import type { DocumentView } from '../domain/document-view.js';
import type { FieldSpec } from '../../schemas/index.js';
import type { TableHeader } from './table-header.js';

/** Rows above a header in which the name of its table stands. */
const NAME_ROWS = 2;

/** The lists whose names stand in a header, or right above it. */
function listsNamedAt(
  view: DocumentView,
  { firstRow, lastRow, page }: TableHeader,
  lists: ReadonlySet<string>,
): Set<string> {
  const named = view.labels.filter(
    ({ cell, quality, fields }) =>
      quality >= 0.9 &&
      cell.page === page &&
      cell.row >= firstRow - NAME_ROWS &&
      cell.row <= lastRow &&
      fields.some((name) => lists.has(name)),
  );
  const nearest = Math.max(...named.map(({ cell }) => cell.row));
  return new Set(named.filter(({ cell }) => cell.row === nearest).flatMap(({ fields }) => fields));
}

/** Of the tables that would do for a list those that bear its name; else those that bear no other list's. */
export function ownHeaders(
  view: DocumentView,
  field: FieldSpec,
  headers: readonly TableHeader[],
): readonly TableHeader[] {
  const lists = new Set(view.schema.fields.filter(({ type }) => type === 'list').map(({ name }) => name));
  if (lists.size < 2) return headers;
  const named = headers.map((header) => ({ header, names: listsNamedAt(view, header, lists) }));
  const own = named.filter(({ names }) => names.has(field.name));
  return (own.length > 0 ? own : named.filter(({ names }) => names.size === 0)).map(({ header }) => header);
}
