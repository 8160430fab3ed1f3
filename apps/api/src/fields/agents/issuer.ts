import { addressLines } from '../domain/address-lines.js';
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
import { isLabelCell } from '../domain/regions.js';
import { headingsOfOthers, hostsOf, isHostOf, senderLine } from './issuer-signs.js';
import { AMOUNT, headerRowsOfItems } from './table-header.js';

/** A possible issuer of the document: a name in a block, and the address lines under it. */
export interface Issuer {
  readonly name: readonly Cell[];
  readonly address: readonly Cell[];
  /** About 0..1. */
  readonly score: number;
  /** About 0..1: how much it looks like the one that the document is sent to. */
  readonly addresseeFit: number;
}

/** Recognition parts the words of a line; on a receipt what stands close behind a piece belongs to it, until something else begins. */
function wholeLine(view: DocumentView, cell: Cell, isOther: (text: string) => boolean = isContactLine): Cell[] {
  // The beginning of a cell has what it was cut from behind it.
  const isWhole = view.layout.rows[cell.row]?.includes(cell) === true;
  if (!view.layout.recognised || !isWhole) return [cell];
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
function addressCells(cells: readonly Cell[]): Cell[] {
  const lines = addressLines(cells, { reach: 5, most: 7, ends: endsLetterhead, isRemark });
  const last = lines.at(-1);
  const next = last && cells[cells.indexOf(last) + 1];
  const head = next && beforeContact(next);
  return head ? [...lines, head] : lines;
}

/** "81750 Johor Bahru, Tel 07-387 3322": the end of an address in the line of the first contact, without that contact. */
function beforeContact(cell: Cell): Cell | null {
  const text = (CONTACT_IN_LINE.exec(cell.text)?.[1] ?? '').trimEnd();
  if (addressFit(text) < 0.4 || endsLetterhead(text)) return null;
  const end = cell.start + text.length;
  return { ...cell, text, end, words: cell.words.filter((word) => word.end <= end) };
}
const CONTACT_IN_LINE = /^(.{8,}?)[\s,;(]+(?:tel|telephone|telefon|phone|ph|fax|h\/?p|mobile)\b[^\d]{0,8}[\d(+]/iu;

/** Where a name is the last of its block but for its registration, the address that the block below begins with. */
function addressBelow(rest: readonly Cell[], below: Block | undefined): Cell[] {
  if (!below || !rest.every((cell) => isRegistrationLine(cell.text))) return [];
  const cells = below.cells.slice(below.cells.findIndex((cell) => !isRegistrationLine(cell.text)));
  const address = addressCells(cells);
  return address[0] === cells[0] ? address : [];
}

/** In heights of a line: further below a block, nothing belongs to it. */
const BLOCK_GAP = 3;

/** The block that stands right under another on a recognised page, whose lines vary in height. */
function blockBelow(view: DocumentView, blocks: readonly Block[], { cells, page }: Block): Block | undefined {
  const last = cells.at(-1);
  if (!view.layout.recognised || !last) return undefined;
  const { left, right, bottom } = last.rect;
  return blocks.find(({ page: other, cells: [first] }) => {
    if (other !== page || !first || first.row <= last.row) return false;
    const isUnder = first.rect.left < right && first.rect.right > left;
    return isUnder && first.rect.top - bottom < BLOCK_GAP * Math.max(heightOf(first.rect), heightOf(last.rect));
  });
}

/** True where a label in or right above the block says that it belongs to somebody else. */
function isAddressee(view: DocumentView, block: Block, headings: ReadonlySet<Cell>): boolean {
  const others = new Set(
    view.schema.fields
      .filter((field) => field.concept === 'recipient-name' || field.concept === 'party-name')
      .map((field) => field.name),
  );
  const tells = (cell: Cell | undefined): boolean =>
    (cell !== undefined && headings.has(cell)) ||
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

/** The part of a page from which on a block stands at its foot. */
const FOOT = 0.85;

/**
 * Where the foot of a page begins, if it tells of the writer: with registrations, banks and ways to reach him. A page without
 * such a foot is left out.
 */
function imprintsOf(view: DocumentView, pages: ReadonlySet<number>): ReadonlyMap<number, number> {
  const cells = Map.groupBy(
    view.layout.cells.filter(({ page }) => pages.has(page)),
    ({ page }) => page,
  );
  return new Map(
    [...cells].flatMap(([page, own]) => {
      const top = FOOT * own.reduce((most, { rect }) => Math.max(most, rect.bottom), 0);
      const tells = own.some(({ rect, text }) => rect.top >= top && (isRegistrationLine(text) || isContactLine(text)));
      return tells ? [[page, top] as const] : [];
    }),
  );
}

/** A window's address: a name, or a form of address, over a street and a town, with nothing about telephones and taxes. */
function addresseeFit(view: DocumentView, block: Block, name: readonly Cell[], address: readonly Cell[]): number {
  const [first] = name;
  if (!first || address.length === 0) return 0;
  const fit = nameFit(name.map((cell) => cell.text).join(' '));
  const own = block.cells.slice(block.cells.indexOf(first));
  const ends = own.some((cell) => isContactLine(cell.text) || isRegistrationLine(cell.text)) ? 0.3 : 0;
  const high = 0.2 * (1 - Math.min(1, first.row / Math.max(12, view.layout.rows.length)));
  return 0.4 * fit + (isSalutation(first.text) ? 0.3 : 0) + 0.05 * Math.min(3, address.length) + high - ends;
}

interface Signs {
  readonly view: DocumentView;
  readonly hosts: readonly string[];
  readonly headings: ReadonlySet<Cell>;
  readonly imprints: ReadonlyMap<number, number>;
  /** Rows that hold items or the headings of their columns. */
  readonly isOfItems: (row: number) => boolean;
}

function signsOf(view: DocumentView, pages: ReadonlySet<number>): Signs {
  const headers = headerRowsOfItems(view);
  const first = Math.min(...headers);
  const isOfItems = (row: number): boolean =>
    headers.has(row) || (row > first && (view.layout.rows[row] ?? []).some((cell) => AMOUNT.test(cell.text)));
  const imprints = imprintsOf(view, pages);
  return { view, hosts: hostsOf(view.text), headings: headingsOfOthers(view), imprints, isOfItems };
}

/** What a name gains where it stands, or is that of an address of mail or web. */
const SIGN = { host: 0.25, imprint: 0.2, sender: 0.2 };

/** A name in a block with the lines of its address: as a line of its own, or as the beginning of a line about the sender. */
function partyAt(
  view: DocumentView,
  block: Block,
  at: number,
  below: Block | undefined,
): Pick<Issuer, 'name' | 'address'> & { isSender: boolean } {
  const cell = block.cells[at];
  const sender = cell && senderLine(cell);
  if (sender) return { name: [sender.name], address: sender.address, isSender: true };
  const { cells: name, lines } = nameCells(view, block.cells, at);
  const rest = block.cells.slice(at + lines);
  const own = addressCells(rest);
  const address = own.length > 0 ? own : addressBelow(rest, below);
  return { name, address: address.flatMap((line) => wholeLine(view, line, endsLetterhead)), isSender: false };
}

/** Labels, headings and what stands among items. */
const isNoName = ({ view, headings, isOfItems }: Signs, cell: Cell): boolean =>
  isOfItems(cell.row) || isLabelCell(cell, view.byCell) || headings.has(cell);

function fromBlock(signs: Signs, block: Block, below: Block | undefined): Issuer[] {
  const { view, hosts, headings, imprints } = signs;
  const addressee = isAddressee(view, block, headings);
  return block.cells.slice(0, 6).flatMap((cell, at) => {
    const text = senderLine(cell)?.name.text ?? cell.text;
    if (nameFit(text) < 0.45 || isNoName(signs, cell)) return [];
    const { name, address, isSender } = partyAt(view, block, at, below);
    const imprint = cell.rect.top >= (imprints.get(cell.page) ?? Infinity);
    const again = Math.min(0.08, 0.04 * Math.max(0, mentions(view, text) - 1));
    const signed =
      SIGN.host * Number(isHostOf(hosts, text)) + SIGN.sender * Number(isSender) + SIGN.imprint * Number(imprint);
    const score = scoreOf(view, block, name, address) + again + signed - 0.35 * Number(addressee) - 0.03 * at;
    const isOther = imprint || headings.has(block.cells[0] ?? cell);
    return [{ name, address, score, addresseeFit: isOther ? 0 : addresseeFit(view, block, name, address) }];
  });
}

/** Parties beyond these are no candidates. */
const MOST = 12;

/** Candidates for whoever wrote the document, from the blocks of the first and last page. */
export function findIssuers(view: DocumentView): Issuer[] {
  const pages = new Set([1, view.layout.pageCount]);
  const signs = signsOf(view, pages);
  const blocks = blocksOf(view.layout, pages).slice(0, 120);
  return blocks
    .flatMap((block) => fromBlock(signs, block, blockBelow(view, blocks, block)))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST);
}
