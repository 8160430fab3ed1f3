import { blocksOf, type Block } from '../domain/blocks.js';
import type { DocumentView } from '../domain/document-view.js';
import { heightOf, rightOf, type Cell } from '../domain/layout.js';
import {
  addressFit,
  endsAddress,
  hasLegalForm,
  isContactLine,
  isOnlyLegalForm,
  isOtherLabel,
  isRegistrationLine,
  isSalutation,
  nameFit,
  trimName,
} from '../domain/party-text.js';

/** A possible issuer of the document: a name in a block, and the address lines under it. */
export interface Issuer {
  readonly name: readonly Cell[];
  readonly address: readonly Cell[];
  /** About 0..1. */
  readonly score: number;
}

/** Recognition parts the words of a line; on a receipt what stands close behind a piece belongs to it, until something else begins. */
function wholeLine(view: DocumentView, cell: Cell, isOther: (text: string) => boolean = isContactLine): Cell[] {
  if (!view.layout.recognised) return [cell];
  const line = [cell];
  for (const next of rightOf(view.layout, cell)) {
    const last = line.at(-1) ?? cell;
    if (next.rect.left - last.rect.right > 3 * heightOf(cell.rect) || isOther(next.text)) break;
    line.push(next);
  }
  return line;
}

/** A short second line that brings the legal form which the first lacks. */
const endsName = (first: Cell, next: Cell): boolean =>
  !hasLegalForm(first.text) &&
  hasLegalForm(next.text) &&
  next.text.trim().split(/\s+/).length <= 3 &&
  addressFit(next.text) < 0.4 &&
  !isRegistrationLine(next.text);

/** A name may go on in the next line where that holds only the legal form, or after a form of address. */
function nameCells(view: DocumentView, cells: readonly Cell[], at: number): { cells: Cell[]; lines: number } {
  const first = cells[at];
  if (!first) return { cells: [], lines: 0 };
  const own = wholeLine(view, first);
  const next = cells[at + 1];
  const goesOn =
    next !== undefined && !isOnlyLegalForm(first.text) && (isSalutation(first.text) || endsName(first, next));
  return goesOn ? { cells: [...own, next], lines: 2 } : { cells: own, lines: 1 };
}

const endsLetterhead = (text: string): boolean => endsAddress(text) || isOtherLabel(text);

/** A line in brackets under a name says which branch it is. */
const isRemark = (text: string): boolean => /^\s*\([^()]*\)\s*$/.test(text);

/** The lines of the address that follow a name: from the first that looks like one until a contact, number or title. */
export function addressCells(cells: readonly Cell[], after: number): Cell[] {
  const rest = cells.slice(after);
  const first = rest
    .slice(0, 5)
    .findIndex(({ text }) => addressFit(text) >= 0.4 && !isRegistrationLine(text) && !isRemark(text));
  if (first < 0) return [];
  const found: Cell[] = [];
  for (const cell of rest.slice(first, first + 7)) {
    if (endsLetterhead(cell.text)) break;
    found.push(cell);
  }
  return found;
}

/** True where a label in or right above the block says that it belongs to somebody else. */
function isAddressee(view: DocumentView, block: Block): boolean {
  const others = new Set(
    view.schema.fields
      .filter((field) => field.concept === 'recipient-name' || field.concept === 'party-name')
      .map((field) => field.name),
  );
  const tells = (cell: Cell | undefined): boolean =>
    (cell ? (view.byCell.get(cell) ?? []) : []).some(
      (hit) => hit.quality >= 0.7 && hit.fields.some((field) => others.has(field)),
    );
  const top = block.cells[0];
  if (!top) return false;
  const above = [1, 2]
    .flatMap((up) => view.layout.rows[top.row - up] ?? [])
    .filter((cell) => cell.page === top.page && cell.rect.left < top.rect.right && cell.rect.right > top.rect.left);
  return block.cells.slice(0, 2).some(tells) || above.some(tells);
}

function scoreOf(view: DocumentView, block: Block, name: readonly Cell[], address: readonly Cell[]): number {
  const first = name[0];
  if (!first) return 0;
  const text = name.map((cell) => cell.text).join(' ');
  const top = Math.max(0, 1 - first.row / Math.min(60, Math.max(12, view.layout.rows.length)));
  const heights = view.layout.cells
    .slice(0, 200)
    .map((cell) => heightOf(cell.rect))
    .sort((a, b) => a - b);
  const tall = heightOf(first.rect) / Math.max(0.1, heights[heights.length >> 1] ?? 1);
  const contacts = block.cells.some((cell) => isContactLine(cell.text) || isRegistrationLine(cell.text));
  const parts = [
    0.22 * nameFit(text),
    hasLegalForm(text) ? 0.16 : 0,
    address.length > 0 ? 0.14 : 0,
    contacts ? 0.1 : 0,
    0.22 * top,
    Math.min(0.1, 0.12 * Math.max(0, tall - 1.1)),
    first.page === 1 ? 0.05 : 0,
    (view.byCell.get(first) ?? []).some((hit) => hit.quality >= 0.9) ? -0.2 : 0,
  ];
  return parts.reduce((sum, part) => sum + part, 0);
}

/** How often a name may be looked for again; more hits add no evidence. */
function mentions(view: DocumentView, name: string): number {
  const needle = trimName(name).toLowerCase();
  if (needle.length < 5) return 0;
  const text = view.text.slice(0, 60_000).toLowerCase();
  let count = 0;
  for (let at = text.indexOf(needle); at >= 0 && count < 4; at = text.indexOf(needle, at + needle.length)) count++;
  return count;
}

/** Candidates for whoever wrote the document, from the blocks of the first and last page. */
export function findIssuers(view: DocumentView): Issuer[] {
  const pages = new Set([1, view.layout.pageCount]);
  const issuers: Issuer[] = [];
  for (const block of blocksOf(view.layout, pages).slice(0, 120)) {
    const addressee = isAddressee(view, block);
    for (let at = 0; at < Math.min(block.cells.length, 6); at++) {
      const cell = block.cells[at];
      if (!cell || nameFit(cell.text) < 0.45) continue;
      const { cells: name, lines } = nameCells(view, block.cells, at);
      const address = addressCells(block.cells, at + lines).flatMap((line) => wholeLine(view, line, endsLetterhead));
      const again = Math.min(0.08, 0.04 * Math.max(0, mentions(view, cell.text) - 1));
      const score = scoreOf(view, block, name, address) + again - (addressee ? 0.35 : 0) - 0.03 * at;
      issuers.push({ name, address, score });
    }
  }
  return issuers.sort((a, b) => b.score - a.score).slice(0, 8);
}
