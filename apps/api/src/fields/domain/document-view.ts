import type { DateMatch, MoneyMatch } from '@app/text';
import type { Page, StoredReading } from '@app/reading';
import { withDollars } from './dollar.js';
import { buildLayout, type Layout } from './layout.js';
import { findLabels, labelBookOf, type LabelHit } from './labels.js';
import { nearLabels } from './near-labels.js';
import { labelsByCell, type LabelsByCell } from './regions.js';
import type { ExtractionSchema } from '../../schemas/index.js';
import { documentCurrency, findAmounts, findDatesOnce } from './values.js';

/** What all agents look at: computed once a document and schema, never changed. */
export interface DocumentView {
  readonly text: string;
  /** All pages; of a long document the layout has only some of them. */
  readonly pages: readonly Page[];
  readonly layout: Layout;
  readonly schema: ExtractionSchema;
  readonly labels: readonly LabelHit[];
  readonly byCell: LabelsByCell;
  readonly byField: ReadonlyMap<string, readonly { readonly hit: LabelHit; readonly rank: number }[]>;
  /** All dates of the text in order. */
  readonly dates: readonly DateMatch[];
  /** All amounts and numbers of the text in order. */
  readonly amounts: readonly MoneyMatch[];
  readonly currency: string | null;
  readonly language: string;
}

/**
 * Recognition parts amounts at their decimal point ("62. 80"). The space moves behind the digits, so that the text keeps
 * its length; afterwards each amount is stretched to the digits that it lost on the way.
 */
function amountsOfScan(text: string): MoneyMatch[] {
  const joined = text.replace(/(?<![\d.,])(\d{1,5})(?: \.|\. )(\d{2})(?![\d.,])/g, '$1.$2 ');
  return findAmounts(joined).map((amount) => {
    let end = amount.end;
    while (/\d/.test(text[end] ?? '') && joined[end] === ' ') end++;
    return { ...amount, end };
  });
}

/** The code behind a label such as "Currency". */
function statedCurrency(
  text: string,
  schema: ExtractionSchema,
  byField: ReadonlyMap<string, readonly { readonly hit: LabelHit }[]>,
): string | null {
  const field = schema.fields.find((one) => one.concept === 'currency');
  for (const { hit } of byField.get(field?.name ?? '') ?? []) {
    const code = /^[\s:.|-]{0,12}([A-Z]{3})\b/.exec(text.slice(hit.end, hit.end + 20))?.[1];
    if (code !== undefined) return code;
  }
  return null;
}

/** Superscript endings come apart in some readings ("16t h"); the length must stay. */
const repairOrdinals = (text: string): string =>
  text.replace(/(?<=\d)(s t|n d|r d|t h)(?=[\s,])/g, (ending) => `${ending.replace(' ', '')} `);

/** Some files print hyphens and minus signs by their typographic codes; the length must stay. */
const plainHyphens = (text: string): string => text.replace(/[\u2010\u2011\u2212\ufe63\uff0d]/g, '-');

/** All labels on the pages in their order: those that a schema names, and those that share words with its fields. */
function labelsOn(layout: Layout, schema: ExtractionSchema): readonly LabelHit[] {
  const exact = findLabels(layout, labelBookOf(schema));
  const near = nearLabels(layout, schema, exact);
  return near.length === 0 ? exact : [...exact, ...near].sort((a, b) => a.start - b.start);
}

function labelsByField(labels: readonly LabelHit[]): DocumentView['byField'] {
  const byField = new Map<string, { hit: LabelHit; rank: number }[]>();
  for (const hit of labels) {
    hit.fields.forEach((field, index) => {
      const list = byField.get(field) ?? [];
      list.push({ hit, rank: hit.ranks[index] ?? 0 });
      byField.set(field, list);
    });
  }
  return byField;
}

/** The same document, of which only these pages are looked at. Dates, amounts and currency stay those of the whole. */
export function viewOfPages(view: DocumentView, pages: readonly Page[]): DocumentView {
  const layout = { ...buildLayout({ text: view.text, pages }), recognised: view.layout.recognised };
  const labels = labelsOn(layout, view.schema);
  return { ...view, pages, layout, labels, byCell: labelsByCell(labels), byField: labelsByField(labels) };
}

export function viewDocument(
  { pages, ...printed }: Pick<StoredReading, 'text' | 'pages'>,
  schema: ExtractionSchema,
  language: string,
): DocumentView {
  const reading = { pages, text: plainHyphens(printed.text) };
  const layout = buildLayout(reading);
  const labels = labelsOn(layout, schema);
  const byField = labelsByField(labels);
  const printedAmounts = layout.recognised ? amountsOfScan(reading.text) : findAmounts(reading.text);
  const amounts = withDollars(reading.text, printedAmounts);
  return {
    text: reading.text,
    pages: reading.pages,
    layout,
    schema,
    labels,
    byCell: labelsByCell(labels),
    byField,
    dates: findDatesOnce(repairOrdinals(reading.text), language),
    amounts,
    currency: statedCurrency(reading.text, schema, byField) ?? documentCurrency(reading.text, amounts),
    language,
  };
}

/** The longest currency sign and gap that may stand before an amount, in another cell than the amount itself. */
const CURRENCY_REACH = 40;

/** The amounts that end inside [start, end): their currency may stand in the cell before. */
export const amountsIn = (view: Pick<DocumentView, 'amounts'>, start: number, end: number): MoneyMatch[] =>
  within(view.amounts, Math.max(0, start - CURRENCY_REACH), end).filter((amount) => amount.end > start);

/** The matches that lie inside [start, end), by binary search. */
export function within<T extends { readonly start: number; readonly end: number }>(
  sorted: readonly T[],
  start: number,
  end: number,
): T[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let at = low; at < sorted.length; at++) {
    const match = sorted[at];
    if (!match || match.start >= end) break;
    if (match.end <= end) found.push(match);
  }
  return found;
}
