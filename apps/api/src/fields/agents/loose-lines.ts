import { within, type DocumentView } from '../domain/document-view.js';
import type { Candidate, CandidateRow, ListCandidate } from '../domain/field-model.js';
import type { Cell } from '../domain/layout.js';
import type { FieldSpec } from '../../schemas/index.js';
import { cents, moneyString } from '../domain/values.js';
import { isBalanceRow, isSummaryRow } from './summary-rows.js';

const make = (
  field: FieldSpec,
  value: string,
  raw: string,
  start: number,
  end: number,
  currency: string | null,
): Candidate => ({
  field: field.name,
  value,
  raw,
  start,
  end,
  currency,
  score: 0.5,
  evidence: 'position',
  agent: 'line-items',
});

/** A line of goods: words, then an amount with cents at the end. */
function lineOf(
  view: DocumentView,
  row: readonly Cell[],
  description: FieldSpec,
  amount: FieldSpec,
): CandidateRow | null {
  const first = row[0];
  const last = row.at(-1);
  if (!first || !last) return null;
  const price = within(view.amounts, last.start, last.end).at(-1);
  if (!price || price.decimals !== 2 || price.percent || last.end - price.end > 3) return null;
  const end = row.length > 1 ? first.end : price.start;
  const text = view.text.slice(first.start, end).replace(/\s+/g, ' ').trim();
  if (text.replace(/[^\p{L}]/gu, '').length < 3) return null;
  return {
    cells: [
      make(
        description,
        text,
        text,
        first.start,
        Math.max(first.start + 1, first.start + view.text.slice(first.start, end).trimEnd().length),
        null,
      ),
      make(
        amount,
        moneyString(price.value),
        view.text.slice(price.start, price.end),
        price.start,
        price.end,
        price.currency ?? view.currency,
      ),
    ],
  };
}

const amountOf = ({ cells }: CandidateRow): number =>
  cents(cells.find(({ field }) => field === 'amount')?.value ?? '0');

/** True where a line is what all lines before it come to: a sum, whatever it is called. Of one line alone nobody can tell. */
function isSumOf(rows: readonly CandidateRow[], line: CandidateRow): boolean {
  const sum = rows.reduce((all, row) => all + amountOf(row), 0);
  return rows.length > 1 && sum !== 0 && amountOf(line) === sum;
}

/** Items of a receipt without a header: lines that end in an amount, above the first total. */
export function readLooseLines(view: DocumentView, field: FieldSpec): ListCandidate[] {
  const description = field.fields?.find((column) => column.name === 'description');
  const amount = field.fields?.find((column) => column.name === 'amount');
  if (!description || !amount) return [];
  const rows: CandidateRow[] = [];
  for (const row of view.layout.rows.slice(0, 400)) {
    if (isSummaryRow(view, row)) break;
    if (isBalanceRow(view, row)) continue;
    const line = lineOf(view, row, description, amount);
    if (line && isSumOf(rows, line)) break;
    if (line) rows.push(line);
  }
  return rows.length > 0 ? [{ field: field.name, rows, score: 0.45, agent: 'line-items' }] : [];
}
