import type { DocumentView } from '../domain/document-view.js';
import { buildLabelBook, findLabels, type LabelHit } from '../domain/labels.js';
import { heightOf, rightOf, type Cell } from '../domain/layout.js';
import { addressLines } from '../domain/address-lines.js';
import { addressFit, endsAddress, isSalutation, nameFit } from '../domain/party-text.js';
import { isLabelCell } from '../domain/regions.js';
import type { FieldSpec } from '../../schemas/index.js';
import { headerRowsOfItems } from './table-header.js';

/** One line of what a document says of a party. */
export interface PartyLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'name' | 'address' | 'unknown';
}

const part = (name: string, labels: FieldSpec['labels']): FieldSpec => ({
  name,
  type: 'string',
  family: 'parties',
  labels,
});
/** Labels inside a party's section. */
const PARTS = buildLabelBook([
  part('name', {
    en: ['name', 'company', 'company name', 'full name'],
    de: ['name', 'firma', 'firmenname'],
    fr: ['nom', 'raison sociale', 'societe'],
    es: ['nombre', 'razon social'],
    it: ['nome', 'denominazione', 'ragione sociale'],
    pt: ['nome', 'razao social'],
    nl: ['naam', 'bedrijfsnaam'],
  }),
  part('address', {
    en: ['address', 'addr', 'street', 'street address'],
    de: ['anschrift', 'adresse', 'strasse'],
    fr: ['adresse'],
    es: ['direccion', 'domicilio'],
    it: ['indirizzo'],
    pt: ['morada', 'endereco'],
    nl: ['adres'],
  }),
]);

export interface PartLabels {
  readonly byCell: ReadonlyMap<Cell, LabelHit>;
}

/** Name and address labels by the cell that they begin. */
export function partLabels(view: DocumentView): PartLabels {
  const hits = findLabels(view.layout, PARTS).filter((hit) => hit.start - hit.cell.start <= 2 && hit.quality >= 0.9);
  return { byCell: new Map(hits.map((hit) => [hit.cell, hit])) };
}

const line = (view: DocumentView, start: number, end: number, kind: PartyLine['kind']): PartyLine => ({
  text: view.text.slice(start, end).replace(/\s+/g, ' ').trim(),
  start,
  end,
  kind,
});

const LEAD = /^[\s:;.|-]*/;

/** Lines of the same value above and below a cell in the middle: a label may stand beside any of them. */
function grown(view: DocumentView, cell: Cell): Cell[] {
  const stack = [cell];
  const reach = (direction: 1 | -1): void => {
    for (let row = cell.row + direction; Math.abs(row - cell.row) <= 3; row += direction) {
      const edge = direction === 1 ? stack.at(-1) : stack[0];
      const cells = view.layout.rows[row] ?? [];
      const next = cells.find(
        (other) =>
          edge && other.page === cell.page && Math.abs(other.rect.left - cell.rect.left) < 0.5 * heightOf(cell.rect),
      );
      if (!next || !edge || next !== cells[0] || isLabelCell(next, view.byCell)) return;
      const gap = direction === 1 ? next.rect.top - edge.rect.bottom : edge.rect.top - next.rect.bottom;
      if (gap > 0.9 * heightOf(cell.rect)) return;
      if (direction === 1) stack.push(next);
      else stack.unshift(next);
    }
  };
  reach(1);
  reach(-1);
  return stack;
}

/** A gap that is wider than the one before by this many heights is an empty line: the block is at its end. */
const WIDER = 0.8;

/** The column under a label or beside it: the lines that may tell of the party. */
function columnCells(view: DocumentView, from: Cell, anchor: Cell, rows: number): Cell[] {
  const height = Math.max(4, heightOf(anchor.rect));
  const found: Cell[] = [];
  let bottom = from.rect.bottom;
  let usual = Infinity;
  for (let index = from.row + 1; index <= from.row + rows; index++) {
    const row = view.layout.rows[index];
    if (!row || row[0]?.page !== from.page) break;
    const cell = row.find(
      (other) =>
        other.rect.left > anchor.rect.left - 2.5 * height &&
        other.rect.left < Math.max(anchor.rect.right, anchor.rect.left + 4 * height),
    );
    if (!cell) continue;
    const gap = cell.rect.top - bottom;
    if (gap > (found.length === 0 ? 3.5 : 2.2) * height || gap > usual + WIDER * height) break;
    if (found.length > 0) usual = Math.min(usual, Math.max(0, gap));
    found.push(cell);
    bottom = cell.rect.bottom;
  }
  return found;
}

const SECTION_ROWS = 9;

function readCell(view: DocumentView, cell: Cell, parts: PartLabels): PartyLine[] {
  const own = parts.byCell.get(cell);
  if (!own) {
    const other = isLabelCell(cell, view.byCell) || /:\s/.test(cell.text);
    return other ? [] : [line(view, cell.start, cell.end, 'unknown')];
  }
  const kind = own.fields[0] === 'address' ? 'address' : 'name';
  const lead = LEAD.exec(view.text.slice(own.end, cell.end))?.[0].length ?? 0;
  if (own.end + lead < cell.end) return [line(view, own.end + lead, cell.end, kind)];
  const value = rightOf(view.layout, cell)[0];
  if (!value || isLabelCell(value, view.byCell)) return [];
  return grown(view, value).map((one) => line(view, one.start, one.end, kind));
}

/** What follows the label in its own cell, where that holds words. */
function ownLine(view: DocumentView, hit: LabelHit): PartyLine[] {
  const lead = LEAD.exec(view.text.slice(hit.end, hit.cell.end))?.[0].length ?? 0;
  const rest = view.text.slice(hit.end + lead, hit.cell.end);
  return /\p{L}{2}/u.test(rest) ? [line(view, hit.end + lead, hit.cell.end, 'unknown')] : [];
}

const startsWithLabel = (view: DocumentView, cell: Cell): boolean =>
  (view.byCell.get(cell) ?? []).some((hit) => hit.start - cell.start <= 2 && hit.quality >= 0.9);

/** The cell right of a label, where it may be the label's value. */
function besideOf(view: DocumentView, hit: LabelHit, parts: PartLabels): Cell | null {
  const right = rightOf(view.layout, hit.cell)[0];
  if (!right || startsWithLabel(view, right)) return null;
  return parts.byCell.has(right) || !isLabelCell(right, view.byCell) ? right : null;
}

/** True where the section of another party begins. */
const opensParty = (view: DocumentView, cell: Cell, hit: LabelHit): boolean =>
  (view.byCell.get(cell) ?? []).some(
    (other) =>
      other !== hit &&
      other.quality >= 0.9 &&
      other.start - cell.start <= 2 &&
      other.fields.some((name) => isPartyField(view, name)),
  );

/** "Staff no.: 417" below "Name: A. Moss": the value of a label that is about something else than the party. */
function isOfOther(view: DocumentView, cell: Cell, hit: LabelHit, parts: PartLabels): boolean {
  if (cell.rect.left <= hit.cell.rect.right) return false;
  const row = view.layout.rows[cell.row] ?? [];
  const left = row[row.indexOf(cell) - 1];
  return left !== undefined && !parts.byCell.has(left) && startsWithLabel(view, left) && isLabelCell(left, view.byCell);
}

/** What stands in the section that a label such as "Sold to" opens: beside it and below, or only below. */
export function sectionOf(
  view: DocumentView,
  hit: LabelHit,
  parts: PartLabels,
  place: 'beside' | 'under' = 'beside',
): PartyLine[] {
  const lines = ownLine(view, hit);
  const beside = lines.length === 0 && place === 'beside' ? besideOf(view, hit, parts) : null;
  if (beside) lines.push(...readCell(view, beside, parts));
  const items = Math.min(...[...headerRowsOfItems(view)].filter((row) => row > hit.cell.row));
  const anchor = beside && (nameFit(beside.text) > 0.3 || parts.byCell.has(beside)) ? beside : hit.cell;
  for (const cell of columnCells(view, hit.cell, anchor, SECTION_ROWS)) {
    if (opensParty(view, cell, hit) || cell.row >= items) break;
    if (!isOfOther(view, cell, hit, parts)) lines.push(...readCell(view, cell, parts));
  }
  return lines;
}

const isPartyField = (view: DocumentView, name: string): boolean =>
  view.schema.fields.some(
    (field) => field.name === name && field.family === 'parties' && (field.concept?.endsWith('-name') ?? true),
  );

/** "Mapleton School, Oak Road, Derby DE23 4GH": a name with its address in one line, as two. */
function parted(one: PartyLine): PartyLine[] {
  const comma = one.text.indexOf(',');
  if (one.kind !== 'unknown' || comma < 0 || nameFit(one.text) >= NAME_FIT) return [one];
  const [name, rest] = [one.text.slice(0, comma), one.text.slice(comma + 1).trim()];
  if (nameFit(name) < NAME_FIT || addressFit(name) > 0 || addressFit(rest) < 0.4) return [one];
  return [
    { ...one, text: name, end: one.start + comma },
    { ...one, text: rest, start: one.end - rest.length, kind: 'address' },
  ];
}
const NAME_FIT = 0.45;

/** The best line for a name, and the lines of the address that follow it. */
export function splitSection(section: readonly PartyLine[]): { name: PartyLine[]; address: PartyLine[] } {
  const lines = section.flatMap((one, index) => (index === 0 ? parted(one) : [one]));
  const labelled = lines.filter((one) => one.kind === 'name' && /\p{L}{2}/u.test(one.text));
  const address = lines.filter((one) => one.kind === 'address');
  const at = lines.findIndex((one) => one.kind === 'unknown' && nameFit(one.text) >= NAME_FIT);
  const goesOn = at >= 0 && isSalutation(lines[at]?.text ?? '') ? 2 : 1;
  const name = labelled.length > 0 ? labelled : at >= 0 ? lines.slice(at, at + goesOn) : [];
  if (address.length > 0 || at < 0) return { name, address };
  return { name, address: addressLines(lines.slice(at + goesOn), { reach: 4, most: 6, ends: endsAddress }) };
}
