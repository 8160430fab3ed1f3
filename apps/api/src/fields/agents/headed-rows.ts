import type { MoneyMatch } from '@app/text';
import { amountsIn, type DocumentView } from '../domain/document-view.js';
import type { Candidate, CandidateRow, ListCandidate } from '../domain/field-model.js';
import type { Cell } from '../domain/layout.js';
import { moneyString, phraseIn } from '../domain/values.js';
import type { FieldSpec } from '../../schemas/index.js';
import { sectionsOf } from './sections.js';
import { isSummaryRow } from './summary-rows.js';

const cellOf = (view: DocumentView, field: FieldSpec, value: string, start: number, end: number): Candidate => ({
  field: field.name,
  value,
  raw: view.text.slice(start, end),
  start,
  end,
  currency: field.type === 'money' ? view.currency : null,
  score: 0.75,
  evidence: 'table',
  agent: 'line-items',
});

interface Columns {
  readonly description: FieldSpec;
  readonly amount: FieldSpec;
  readonly toDate: FieldSpec | undefined;
}

function columnsOf({ fields = [] }: FieldSpec): Columns | null {
  const [description, amount, toDate] = ['description', 'amount', 'yearToDate'].map((name) =>
    fields.find((column) => column.name === name),
  );
  return description && amount ? { description, amount, toDate } : null;
}

/** The amounts with cents behind the first words of a row. */
function amountsBehind(view: DocumentView, row: readonly Cell[]): MoneyMatch[] {
  const [first, last] = [row[0], row.at(-1)];
  if (!first || !last || !/\p{L}{2}/u.test(first.text)) return [];
  return amountsIn(view, first.start, last.end).filter(
    ({ start, decimals, percent }) => start > first.start && decimals === 2 && !percent,
  );
}

/** "IRPF 163,00": words, then the amount; a second amount is that of the year where the list has one. */
function rowOf(
  view: DocumentView,
  { description, amount, toDate }: Columns,
  row: readonly Cell[],
): CandidateRow | null {
  const [own, year] = amountsBehind(view, row).slice(toDate ? -2 : -1);
  const words = own && row[0] ? phraseIn(view.text, row[0].start, Math.min(row[0].end, own.start)) : null;
  if (!own || !words) return null;
  const money = (field: FieldSpec, match: MoneyMatch): Candidate =>
    cellOf(view, field, moneyString(match.value), match.start, match.end);
  return {
    cells: [
      cellOf(view, description, words.value, words.start, words.end),
      money(amount, own),
      ...(toDate && year ? [money(toDate, year)] : []),
    ],
  };
}

/** The rows under the heading of a list that has no heads of columns: as many as end in an amount, until a sum. */
export function headedRows(view: DocumentView, field: FieldSpec): ListCandidate[] {
  const columns = columnsOf(field);
  if (!columns) return [];
  const rows = sectionsOf(view, field.name).flatMap((section) => {
    const found: CandidateRow[] = [];
    for (const row of section.rows) {
      const one = isSummaryRow(view, row) ? null : rowOf(view, columns, row);
      if (!one) break;
      found.push(one);
    }
    return found;
  });
  return rows.length > 0 ? [{ field: field.name, rows, score: 0.7, agent: 'line-items' }] : [];
}
