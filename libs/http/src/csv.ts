import type { FastifyReply } from 'fastify';

/** What a spreadsheet would take for the start of a formula; the wide forms too, which some of them turn into the others. */
const FORMULA = /^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Where a spreadsheet whose lists are divided by semicolons or tabs would begin another cell in the middle of ours, and run it. */
const FORMULA_INSIDE = /([;\t]["\s]*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

/** RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it; nothing is an empty cell. */
const cell = (value: string | number | null): string => {
  const raw = value === null ? '' : String(value);
  const inert = raw.replaceAll(FORMULA_INSIDE, "$1'");
  const text = FORMULA.test(inert) && !NUMBER.test(inert) ? `'${inert}` : inert;
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

type Cells<K extends string> = Readonly<Record<K, string | number | null>>;

/** A table with the names of its columns as the first line. */
export const csvOf = <K extends string>(columns: readonly K[], rows: readonly Cells<K>[]): string =>
  [columns.join(','), ...rows.map((row) => columns.map((column) => cell(row[column])).join(','))].join('\r\n') + '\r\n';

/** A table instead of JSON where the request wants `text/csv`. */
export function tableOr<K extends string, B>(
  reply: FastifyReply,
  name: string,
  columns: readonly K[],
  rows: readonly Cells<K>[],
  body: () => B,
): string | B {
  if (!/\btext\/csv\b/.test(reply.request.headers.accept ?? '')) return body();
  void reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`);
  return csvOf(columns, rows);
}
