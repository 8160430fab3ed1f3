import type { Page } from '@app/reading';
import type { FieldSpec } from '../../schemas/index.js';
import { type DocumentView, viewOfPages } from '../domain/document-view.js';
import type { CandidateRow, ListCandidate } from '../domain/field-model.js';
import { partsOfPages } from '../domain/layout.js';
import { findHeaders } from './table-header.js';

/** Words of one part: the memory of some twenty dense pages, however long the document is. */
const PART_WORDS = 8_000;

const startOf = ({ cells }: CandidateRow): number => Math.min(...cells.map(({ start }) => start));

/** The page with the last header of a part, under which the table may go on over the next pages without another. */
function lastHeaderIn(part: DocumentView, field: FieldSpec, pages: readonly Page[]): Page | undefined {
  const header = findHeaders(part, field.fields ?? []).at(-1);
  return header && pages.find(({ number }) => number === header.page);
}

const hasHeaderFirst = (part: DocumentView, field: FieldSpec): boolean =>
  findHeaders(part, field.fields ?? [])[0]?.page === part.layout.rows[0]?.[0]?.page;

/**
 * The rows of a table that is longer than a layout may be: part by part, each forgotten before the next. A part that begins
 * without a header is read below the page that had the last one, and only its own rows are kept.
 */
export function readByParts(
  view: DocumentView,
  field: FieldSpec,
  read: (part: DocumentView) => readonly ListCandidate[],
): ListCandidate | null {
  const rows: CandidateRow[] = [];
  let best: ListCandidate | null = null;
  let before: Page | undefined;
  for (const pages of partsOfPages(view.pages, PART_WORDS)) {
    let part = viewOfPages(view, pages);
    const header = lastHeaderIn(part, field, pages);
    if (before && !hasHeaderFirst(part, field)) part = viewOfPages(view, inARow([before, ...pages]));
    const [found] = read(part);
    before = header ?? before;
    if (!found) continue;
    const from = pages[0]?.start ?? 0;
    rows.push(...found.rows.filter((row) => startOf(row) >= from));
    if (!best || found.score > best.score) best = found;
  }
  return best && { ...best, rows };
}

/** Pages as if they came one after the other: a table ends where a page is missing. */
const inARow = (pages: readonly Page[]): Page[] => pages.map((page, index) => ({ ...page, number: index + 1 }));
