/** What a spreadsheet would take for the start of a formula; the wide forms too, which some of them turn into the others. */
const FORMULA = /^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe before it; nothing is an empty cell. */
const cell = (value: string | number | null): string => {
  const raw = value === null ? '' : String(value);
  const text = FORMULA.test(raw) && !NUMBER.test(raw) ? `'${raw}` : raw;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A table with the names of its columns as the first line. */
export const csvOf = <K extends string>(
  columns: readonly K[],
  rows: readonly Readonly<Record<K, string | number | null>>[],
): string =>
  [columns.join(','), ...rows.map((row) => columns.map((column) => cell(row[column])).join(','))].join('\r\n') + '\r\n';
