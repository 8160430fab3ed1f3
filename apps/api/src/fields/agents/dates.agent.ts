import type { DateMatch } from '@app/text';
import { within, type DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import type { Region } from '../domain/regions.js';
import type { FieldSpec } from '../../schemas/index.js';
import { columnUnder } from './date-columns.js';
import { isMentioned, mentioned } from './mentions.js';
import { monthReader } from './month-periods.js';
import { foundDate, isRange, periodOf, type Side, sideOf } from './periods.js';
import { nameLists } from './name-lists.js';
import { atLabels, type FieldAgent, type Found, type RegionReader } from './field-agent.js';

function readDates(view: DocumentView, side: Side): RegionReader {
  return (region: Region): readonly Found[] => {
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

/** The title with nothing but a gap behind it. */
const TITLE_BESIDE =
  /(?:^|\n)[^\n]{0,30}(?:invoice|rechnung|gutschrift|korrektur|facture|avoir|fattura|factura|fatura|factuur)(?:[^\n]{0,60}\S)?\s{3}$/i;

/** A letter's date: in a cell of its own, perhaps behind the name of a town. */
const DATED = /^(?:\p{Lu}[\p{L} .-]{1,30},?\s*(?:den|le|the|el|a|em|il)?\s*)?$/u;

function isLetterDate(view: DocumentView, { start, end }: DateMatch): boolean {
  const cell = view.layout.cells.find((one) => one.start <= start && end <= one.end);
  if (!cell || cell.page !== 1 || cell.end - end > 1) return false;
  return DATED.test(view.text.slice(cell.start, start)) && cell.rect.top < UPPER_PART * pageBottom(view);
}

const UPPER_PART = 0.55;
const pageBottom = (view: DocumentView): number =>
  view.layout.cells.reduce((bottom, { page, rect }) => (page === 1 ? Math.max(bottom, rect.bottom) : bottom), 0);

/** Dates that begin or end a period: what the paper is about, not when it was written. */
function datesOfPeriods(view: DocumentView): ReadonlySet<DateMatch> {
  return new Set(
    view.dates.flatMap((first, index) => {
      const second = view.dates[index + 1];
      return second && isRange(view, first, second) ? [first, second] : [];
    }),
  );
}

/** Dates without a label: alone in the document, near its top, with the time of day. */
function unlabelled(view: DocumentView, field: FieldSpec): Candidate[] {
  const different = new Set(view.dates.map((date) => date.iso)).size;
  const length = Math.max(1, view.text.length);
  const periods = datesOfPeriods(view);
  return view.dates.slice(0, 30).map((date, index) => {
    const timed = TIME_AFTER.test(view.text.slice(date.end, date.end + 12)) ? 0.14 : 0;
    const alone = different === 1 ? 0.2 : 0;
    const before = view.text.slice(Math.max(0, date.start - 80), date.start);
    const other = periods.has(date) || OTHER_DATE.test(before.slice(-40)) ? -0.25 : 0;
    const elsewhere = isMentioned(view, date) ? -0.4 : 0;
    const titled = TITLE_LINE.test(before) ? 0.3 : 0;
    const high = 0.12 * (1 - Math.min(1, date.start / Math.min(length, 3000)));
    const { fit, ...found } = foundDate(view, date, 1);
    const letter = isLetterDate(view, date) ? 0.12 : 0;
    const beside = letter > 0 && TITLE_BESIDE.test(before) ? 0.15 : 0;
    const score = (0.42 + timed + alone + titled + letter + beside + other + elsewhere + high - 0.01 * index) * fit;
    const evidence = alone + titled > 0 ? 'pattern' : 'position';
    return { field: field.name, ...found, score, evidence, agent: 'dates' };
  });
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
        const ends = side !== null;
        const read = readDates(view, side);
        const own = withoutColumns(
          atLabels(view, field, (region, hit) => (ends && columnUnder(view, hit) ? [] : read(region, hit))),
        );
        if (field.concept === 'main-date') return [...own, ...unlabelled(view, field)];
        if (side) return [...own, ...atLabels(view, field, monthReader(view, side)), ...periodOf(view, field, side)];
        return [...own, ...mentioned(view, field)];
      });
    return { candidates, lists: nameLists(view, fields) };
  },
};
