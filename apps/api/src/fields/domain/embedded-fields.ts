import type { DocumentView } from './document-view.js';
import type { EmbeddedInvoice, EmbeddedValue } from './einvoice.js';
import type { PlacedInvoice } from './embedded-places.js';
import type { ExtractedField } from './field-model.js';
import { matchOf, type Grounder } from './grounding.js';
import type { FieldSpec } from '../../schemas/index.js';
import { cents } from './values.js';

export interface EmbeddedBuild {
  readonly view: DocumentView;
  readonly grounder: Grounder;
  readonly runId: string | null;
  readonly invoice: PlacedInvoice;
}

/** Data made by the sender's software for machines; what is left are errors of that software. */
const EMBEDDED_CONFIDENCE = 0.99;

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** What the page says is the same, or holds it among other words: descriptions go on in more lines than data has. */
function agrees(spec: FieldSpec, own: string, value: string): boolean {
  if (plain(own) === plain(value)) return true;
  const printed = new Set(wordsOf(own));
  return (spec.name === 'description' || spec.type === 'address') && wordsOf(value).every((word) => printed.has(word));
}

/** Where the visible text says the same: the field's own place if it agrees, else any place with that value. */
function visible(
  build: EmbeddedBuild,
  spec: FieldSpec,
  value: EmbeddedValue,
  own: ExtractedField | null,
): ExtractedField['grounding'] {
  if (own?.grounding && own.value !== null && agrees(spec, own.value, value.value)) return own.grounding;
  const span =
    spec.type === 'money' || spec.type === 'number' || /^-?\d+(?:\.\d+)?$/.test(value.value)
      ? build.view.amounts.find(
          (amount) => cents(amount.value) === cents(value.value) && !(amount.percent && spec.type === 'money'),
        )
      : spec.type === 'date'
        ? build.view.dates.find((date) => date.iso === value.value)
        : build.grounder.quotes.find(value.value);
  if (!span) return null;
  const raw = build.view.text.slice(span.start, span.end);
  return build.grounder.ground({ start: span.start, end: span.end }, matchOf(value.value, raw, false));
}

/** What the page says of a field is evidence first; where it does not say it, the data itself is. */
function groundingOf(
  build: EmbeddedBuild,
  spec: FieldSpec,
  value: EmbeddedValue,
  own: ExtractedField | null,
): ExtractedField['grounding'] {
  const { isWhole, places } = build.invoice;
  const inData = () => places?.ground(value) ?? null;
  return isWhole ? (inData() ?? visible(build, spec, value, own)) : (visible(build, spec, value, own) ?? inData());
}

/** A field from embedded data. */
export function embeddedField(
  build: EmbeddedBuild,
  spec: FieldSpec,
  value: EmbeddedValue,
  own: ExtractedField | null,
): ExtractedField {
  return {
    name: spec.name,
    type: spec.type,
    value: value.value,
    currency: value.currency,
    raw: value.raw,
    confidence: EMBEDDED_CONFIDENCE,
    grounding: groundingOf(build, spec, value, own),
    source: 'embedded-data',
    path: value.path,
    origin: { engine: 'embedded-data', agent: null, model: null, runId: build.runId },
    ruleFailures: [],
    verdict: null,
  };
}

type Line = EmbeddedInvoice['lineItems'][number];
type Item = NonNullable<ExtractedField['items']>[number];

const amountOf = (item: Item): string | null | undefined => item.fields.find(({ name }) => name === 'amount')?.value;

/** For each line of the data the row of the page with its amount, in their order. */
function rowsOf(lines: readonly Line[], items: readonly Item[]): (Item | undefined)[] {
  let next = 0;
  return lines.map((line) => {
    const amount = line.get('amount')?.value;
    const at = items.findIndex((item, index) => {
      const printed = amountOf(item);
      return index >= next && amount !== undefined && printed && cents(printed) === cents(amount);
    });
    if (at < 0) return undefined;
    next = at + 1;
    return items[at];
  });
}

/** The line items of embedded data; the list of the visible text where the data has none. */
export function embeddedList(build: EmbeddedBuild, spec: FieldSpec, own: ExtractedField): ExtractedField {
  const { lineItems } = build.invoice;
  if (spec.name !== 'lineItems' || lineItems.length === 0) return own;
  const rows = rowsOf(lineItems, own.items ?? []);
  const items = lineItems.map((line, index) => ({
    fields: (spec.fields ?? []).map((column) => {
      const value = line.get(column.name);
      const blank: ExtractedField = {
        ...own,
        name: column.name,
        type: column.type,
        value: null,
        raw: null,
        currency: null,
        confidence: 0,
        grounding: null,
        ruleFailures: [],
        items: undefined,
      };
      const printed = rows[index]?.fields.find(({ name }) => name === column.name) ?? null;
      return value ? embeddedField(build, column, value, printed) : blank;
    }),
  }));
  return {
    ...own,
    items,
    confidence: EMBEDDED_CONFIDENCE,
    source: 'embedded-data',
    path: items[0]?.fields.find((field) => field.path)?.path?.replace(/\[1\].*$/, '') ?? '',
    origin: { engine: 'embedded-data', agent: null, model: null, runId: build.runId },
    ruleFailures: [],
  };
}
