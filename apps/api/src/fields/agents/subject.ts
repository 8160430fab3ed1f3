import type { DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import { heightOf, type Cell } from '../domain/layout.js';
import { addressFit, isContactLine, isDocumentTitle, nameFit } from '../domain/party-text.js';
import { isLabelCell } from '../domain/regions.js';
import { phraseIn } from '../domain/values.js';
import type { FieldSpec } from '../../schemas/index.js';

/** A paper about a person begins with who it is; its sections come after. */
const HEAD_ROWS = 12;

function headOf(view: DocumentView): readonly Cell[] {
  const lists = new Set(view.schema.fields.filter(({ type }) => type === 'list').map(({ name }) => name));
  const first = view.labels.find(({ fields, quality }) => quality >= 0.9 && fields.some((name) => lists.has(name)));
  return view.layout.rows.slice(0, Math.min(HEAD_ROWS, first?.cell.row ?? HEAD_ROWS)).flat();
}

const PERSON =
  /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:de|del|della|di|da|dos|van|von|der|den|la|le|el|y|e)\b)*(?:\s+\p{Lu}[\p{L}'’.-]*){1,3}$/u;
const TOWN = /^\p{Lu}[\p{L} .'’-]{1,30},\s*\p{Lu}[\p{L} .'’-]{1,30}$/u;
const PHONE = /\+?\(?\d[\d\s().\-/]{6,18}\d/;

const candidate = (view: DocumentView, field: FieldSpec, start: number, end: number, score: number): Candidate[] => {
  const phrase = phraseIn(view.text, start, end);
  if (!phrase) return [];
  const raw = view.text.slice(phrase.start, phrase.end);
  const found = { value: phrase.value, raw, start: phrase.start, end: phrase.end };
  return [{ field: field.name, ...found, score, evidence: 'header-block', agent: field.family }];
};

const isFree = (view: DocumentView, cell: Cell): boolean =>
  !isLabelCell(cell, view.byCell) && (view.byCell.get(cell) ?? []).every(({ start }) => start - cell.start > 2);

/** The person that a paper is about: a name in a line of its own, the higher and the larger the likelier. */
export function subjectNames(view: DocumentView, field: FieldSpec): Candidate[] {
  const head = headOf(view);
  const heights = head.map(({ rect }) => heightOf(rect)).sort((a, b) => a - b);
  const usual = heights[heights.length >> 1] ?? 1;
  return head.flatMap((cell) => {
    const text = cell.text.trim();
    const isName = PERSON.test(text) && nameFit(text) >= 0.45 && !isDocumentTitle(text) && !isContactLine(text);
    if (!isName || !isFree(view, cell)) return [];
    const tall = heightOf(cell.rect) > 1.2 * usual ? 0.1 : 0;
    return candidate(view, field, cell.start, cell.end, 0.68 + tall - 0.03 * cell.row);
  });
}

/** Where the person lives: a line of the head that is an address, or two names of places. */
export function subjectPlaces(view: DocumentView, field: FieldSpec): Candidate[] {
  return headOf(view).flatMap((cell) => {
    const text = cell.text.trim();
    const isPlace = !isContactLine(text) && (addressFit(text) >= 0.4 || TOWN.test(text));
    return isPlace && isFree(view, cell)
      ? candidate(view, field, cell.start, cell.end, (addressFit(text) >= 0.4 ? 0.6 : 0.5) - 0.01 * cell.row)
      : [];
  });
}

/** The first telephone number of the head. */
export function subjectPhones(view: DocumentView, field: FieldSpec): Candidate[] {
  for (const cell of headOf(view)) {
    const match = PHONE.exec(cell.text);
    const isDate =
      match &&
      view.dates.some(
        ({ start, end }) => start < cell.start + match.index + match[0].length && end > cell.start + match.index,
      );
    if (!match || isDate || match[0].replace(/\D/g, '').length < 8) continue;
    return candidate(view, field, cell.start + match.index, cell.start + match.index + match[0].length, 0.6);
  }
  return [];
}
