import { type CsvRow, parseCsv } from './parse-csv.js';

/** In the order in which they are preferred where they fit as well: commas are also inside numbers and sentences. */
const SEPARATORS = ['\t', ';', '|', ','] as const;
export type Separator = (typeof SEPARATORS)[number];

const SAMPLE_CHARACTERS = 64 * 1024;
const SAMPLE_ROWS = 200;
/** Of the rows, so many must have the same number of cells. */
const MIN_REGULARITY = 0.5;
/** Another separator inside a cell may be a list of its own; rows that do not fit weigh more. */
const FOREIGN_COST = 0.3;
/** A first line by which Excel is told the separator. */
const TOLD = /^sep=(.)\n/i;

export interface Dialect {
  /** Null where each line is one cell. */
  readonly separator: Separator | null;
  /** Cells of most rows. */
  readonly columns: number;
  /** Characters before the first row. */
  readonly skipped: number;
}

/** Finds what parts the cells: what cuts most rows into the same number of them. */
export function detectDialect(text: string): Dialect {
  const told = TOLD.exec(text.slice(0, 20));
  const skipped = told?.[0].length ?? 0;
  const known = SEPARATORS.find((separator) => separator === told?.[1]);
  const sample = text.slice(skipped, skipped + SAMPLE_CHARACTERS);
  const fits = (known === undefined ? SEPARATORS : [known]).map((separator) => fitOf(sample, separator));
  const best = fits.reduce<Fit | null>((a, b) => (a === null || b.score > a.score + 1e-9 ? b : a), null);
  if (best === null || best.columns < 2 || (best.regularity < MIN_REGULARITY && known === undefined))
    return { separator: null, columns: 1, skipped };
  return { separator: best.separator, columns: best.columns, skipped };
}

interface Fit {
  readonly separator: Separator;
  readonly columns: number;
  /** Share of rows that have so many cells. */
  readonly regularity: number;
  readonly score: number;
}

function fitOf(sample: string, separator: Separator): Fit {
  const rows = sampleRows(sample, separator);
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [columns = 1, count = 0] = [...counts].filter(([width]) => width > 1).sort((a, b) => b[1] - a[1])[0] ?? [];
  const regularity = rows.length === 0 ? 0 : count / rows.length;
  return { separator, columns, regularity, score: regularity - FOREIGN_COST * foreignShare(rows, separator) };
}

function sampleRows(sample: string, separator: Separator): CsvRow[] {
  const rows: CsvRow[] = [];
  for (const row of parseCsv(sample, separator)) {
    if (rows.length >= SAMPLE_ROWS) break;
    if (row.length > 1 || row[0]?.trim() !== '') rows.push(row);
  }
  // The last row of a sample may be cut.
  if (rows.length > 2 && sample.length === SAMPLE_CHARACTERS) rows.pop();
  return rows;
}

/** Share of cells that hold another separator where it is no decimal comma: they look cut in the wrong places. */
function foreignShare(rows: readonly CsvRow[], separator: Separator): number {
  const others = SEPARATORS.filter((other) => other !== separator && other !== ',');
  const cells = rows.flat();
  const foreign = cells.filter((cell) => others.some((other) => cell.includes(other)));
  return cells.length === 0 ? 0 : foreign.length / cells.length;
}
