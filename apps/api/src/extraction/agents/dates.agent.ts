import type { DateMatch } from '@app/text';
import { within, type DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import type { Region } from '../domain/regions.js';
import type { FieldSpec } from '../../schemas/index.js';
import { nameLists } from './name-lists.js';
import { atLabels, wordsOf, type FieldAgent, type Found } from './field-agent.js';

const foundDate = (view: DocumentView, date: DateMatch, fit: number): Found => ({
  value: date.iso,
  raw: view.text.slice(date.start, date.end),
  start: date.start,
  end: date.end,
  fit: date.ambiguous ? fit * 0.97 : fit,
});

type Side = 'start' | 'end' | null;

/** Whether a field asks for the first or the last day of a period. */
export function sideOf(field: FieldSpec): Side {
  if (field.concept === 'period-start') return 'start';
  if (field.concept === 'period-end') return 'end';
  if (field.concept) return null;
  const words = wordsOf(field);
  const start = /\b(from|start|begin\w*|first day|since|von|ab|debut|desde|inizio|dal)\b/.test(words);
  const end = /\b(to|end|until|through|last day|bis|fin|hasta|fine|al)\b/.test(words);
  return start === end ? null : start ? 'start' : 'end';
}

const BETWEEN = /^\s*(?:[-–—~]|to|through|thru|until|till|and|bis|au|a|al|tot|t\/m)\s*$/i;

/** Two dates joined by a dash or "to". */
export const isRange = (view: DocumentView, first: DateMatch, second: DateMatch | undefined): boolean =>
  second !== undefined && BETWEEN.test(view.text.slice(first.end, second.start)) && first.iso <= second.iso;

function readDates(view: DocumentView, side: Side) {
  return (region: Region): Found[] => {
    const dates = within(view.dates, region.start, region.end);
    const [first, second] = dates;
    if (!first) return [];
    const lead = region.start === first.start ? 1 : first.start - region.start < 12 ? 0.93 : 0.75;
    if (side && isRange(view, first, second) && second)
      return [foundDate(view, side === 'start' ? first : second, lead * 1.08)];
    if (
      side === 'end' &&
      !/\b(to|end|until|bis|check out)\b/i.test(view.text.slice(Math.max(0, region.start - 24), region.start))
    )
      return [foundDate(view, first, lead * 0.8)];
    return [foundDate(view, first, lead)];
  };
}

const TIME_AFTER = /^[\s,T-]{0,3}\(?\d{1,2}[:.]\d{2}/;
const OTHER_DATE =
  /(?:due|expir\w*|valid|until|birth|print\w*|deliver\w*|since|fällig\w*|liefer\w*|bestell\w*|order|effective|gst|w\.?e\.?f)\W{0,12}(?:\w+\W{1,3}){0,2}$/i;

/** "Invoice no. 123 of 1 May": the date in the document's own title. */
const TITLE_LINE =
  /(?:^|\n)[^\n]{0,30}(?:invoice|rechnung|gutschrift|korrektur|facture|avoir|fattura|factura|fatura|factuur|receipt|order|bestellung|commande)[^\n]{0,60}\s(?:vom|du|del|dated|of|van|de|from|op)\s$/i;

/** Dates without a label: alone in the document, near its top, with the time of day. */
function unlabelled(view: DocumentView, field: FieldSpec): Candidate[] {
  const different = new Set(view.dates.map((date) => date.iso)).size;
  const length = Math.max(1, view.text.length);
  return view.dates.slice(0, 30).map((date, index) => {
    const timed = TIME_AFTER.test(view.text.slice(date.end, date.end + 12)) ? 0.14 : 0;
    const alone = different === 1 ? 0.2 : 0;
    const other = OTHER_DATE.test(view.text.slice(Math.max(0, date.start - 40), date.start)) ? -0.25 : 0;
    const titled = TITLE_LINE.test(view.text.slice(Math.max(0, date.start - 80), date.start)) ? 0.3 : 0;
    const high = 0.12 * (1 - Math.min(1, date.start / Math.min(length, 3000)));
    const { fit, ...found } = foundDate(view, date, 1);
    const score = (0.42 + timed + alone + titled + other + high - 0.01 * index) * fit;
    return { field: field.name, ...found, score, evidence: alone > 0 ? 'pattern' : 'position', agent: 'dates' };
  });
}

const PERIOD = /\b(?:dates?|period|term|schedule|flight|stay|zeitraum|periode?|periodo|duration|campaign|coverage)\b/i;

/** What stands in front of or above a range, for telling the document's own period from that of a table row. */
function isHeaded(view: DocumentView, at: number): boolean {
  if (PERIOD.test(view.text.slice(Math.max(0, at - 45), at))) return true;
  const cell = view.layout.cells.find((one) => one.start <= at && at < one.end);
  const above = cell
    ? [1, 2]
        .flatMap((up) => view.layout.rows[cell.row - up] ?? [])
        .filter((one) => one.rect.left < cell.rect.right && one.rect.right > cell.rect.left)
    : [];
  return above.some((one) => PERIOD.test(one.text));
}

/** The first range of days in the document, for the period that the document is about. */
function ranges(view: DocumentView, field: FieldSpec, side: Exclude<Side, null>): Candidate[] {
  const candidates: Candidate[] = [];
  for (let index = 0; index + 1 < Math.min(view.dates.length, 60); index++) {
    const first = view.dates[index];
    const second = view.dates[index + 1];
    if (first && second && isRange(view, first, second)) {
      const { fit, ...found } = foundDate(view, side === 'start' ? first : second, 1);
      const headed = isHeaded(view, first.start);
      if (headed || index < 20)
        candidates.push({
          field: field.name,
          ...found,
          score: (headed ? 0.72 : 0.4) * fit - 0.01 * candidates.length,
          evidence: headed ? 'label-below' : 'position',
          agent: 'dates',
        });
    }
    if (candidates.length >= 6) break;
  }
  return candidates;
}

/** A heading over a column of many dates tells of the rows, not of the document. */
function withoutColumns(candidates: readonly Candidate[]): Candidate[] {
  const values = new Set(
    candidates.filter((one) => one.evidence === 'label-below' || one.evidence === 'label-text').map((one) => one.value),
  ).size;
  return candidates.map((one) =>
    values >= 3 && (one.evidence === 'label-below' || one.evidence === 'label-text')
      ? { ...one, score: one.score - 0.3 }
      : one,
  );
}

/** Dates: at their labels; the main date also without one; periods as pairs. */
export const datesAgent: FieldAgent = {
  family: 'dates',
  find(view, fields) {
    const candidates = fields
      .filter((field) => field.type !== 'list')
      .flatMap((field) => {
        const side = sideOf(field);
        const own = withoutColumns(atLabels(view, field, readDates(view, side)));
        if (field.concept === 'main-date') return [...own, ...unlabelled(view, field)];
        if (side) return [...own, ...ranges(view, field, side)];
        return own;
      });
    return { candidates, lists: nameLists(view, fields) };
  },
};
