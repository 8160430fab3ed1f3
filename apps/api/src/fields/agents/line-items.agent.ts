import type { DocumentView } from '../domain/document-view.js';
import type { CandidateRow, ListCandidate } from '../domain/field-model.js';
import type { FieldSpec } from '../../schemas/index.js';
import { boxedAmounts } from './boxed-amounts.js';
import { datedEntries } from './dated-entries.js';
import type { FieldAgent } from './field-agent.js';
import { headedRows } from './headed-rows.js';
import { readByParts } from './long-tables.js';
import { findHeaders, signatureOf, type TableHeader } from './table-header.js';
import { ownHeaders } from './own-headers.js';
import { carriedBy, readTable } from './table-rows.js';
import { nameLists } from './name-lists.js';
import { readLooseLines } from './loose-lines.js';

/** How many rows a list keeps: some twenty megabytes of answer. Where there are more, that is said. */
export const MAX_ITEMS = 20_000;

function tables(view: DocumentView, field: FieldSpec, headers: readonly TableHeader[]): ListCandidate[] {
  const rows: CandidateRow[] = [];
  let best = 0;
  let signature = '';
  for (const [index, header] of headers.entries()) {
    const own = signatureOf(header);
    if (rows.length > 0 && own !== signature) continue;
    const again = headers.slice(index + 1).find((next) => signatureOf(next) === own);
    const found = readTable(view, header, again?.firstRow ?? Infinity, carriedBy(rows));
    if (found.length === 0) continue;
    signature = own;
    best = Math.max(best, header.score);
    rows.push(...found);
  }
  return rows.length > 0
    ? [{ field: field.name, rows: rows.slice(0, MAX_ITEMS), score: best, agent: 'line-items' }]
    : [];
}

function tablesIn(view: DocumentView, field: FieldSpec): ListCandidate[] {
  const read = (part: DocumentView): ListCandidate[] =>
    tables(part, field, ownHeaders(part, field, findHeaders(part, field.fields ?? [])));
  if (!view.layout.truncated) return read(view);
  const found = readByParts(view, field, read);
  return found ? [{ ...found, rows: found.rows.slice(0, MAX_ITEMS) }] : [];
}

/** Lines that end in an amount belong to any of several lists. */
const isOneOfMany = ({ schema }: DocumentView, { fields = [] }: FieldSpec): boolean =>
  fields.some(({ name }) => name === 'amount') &&
  schema.fields.filter((other) => other.fields?.some(({ name }) => name === 'amount')).length > 1;

/** Line items, transactions and other rows: under a table's header, or, where there is none, line by line. */
export const lineItemsAgent: FieldAgent = {
  family: 'line-items',
  find(view, fields) {
    const lists = fields
      .filter((field) => field.type === 'list')
      .flatMap((field) => {
        if (field.concept === 'boxed-amounts') return boxedAmounts(view, field);
        if ((field.fields?.length ?? 0) < 2) return nameLists(view, [field]);
        if (field.concept === 'dated-entries') return datedEntries(view, field);
        const found = [...tablesIn(view, field), ...headedRows(view, field)];
        return found.length > 0 || isOneOfMany(view, field) ? found : readLooseLines(view, field);
      });
    return { candidates: [], lists };
  },
};
