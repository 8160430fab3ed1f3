import type { DocumentView } from './document-view.js';
import type { EmbeddedInvoice, EmbeddedValue } from './einvoice.js';
import type { ExtractedField } from './field-model.js';
import { matchOf, type Grounder } from './grounding.js';
import type { FieldSpec } from '../../schemas/index.js';
import { cents } from './values.js';

export interface EmbeddedBuild {
  readonly view: DocumentView;
  readonly grounder: Grounder;
  readonly runId: string | null;
}

/** Data made by the sender's software for machines; what is left are errors of that software. */
const EMBEDDED_CONFIDENCE = 0.99;

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Where the visible text says the same: the field's own place if it agrees, else any place with that value. */
function visible(
  build: EmbeddedBuild,
  spec: FieldSpec,
  value: EmbeddedValue,
  own: ExtractedField | null,
): ExtractedField['grounding'] {
  if (own?.grounding && own.value !== null && plain(own.value) === plain(value.value)) return own.grounding;
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
    grounding: visible(build, spec, value, own),
    source: 'embedded-data',
    path: value.path,
    origin: { engine: 'embedded-data', agent: null, model: null, runId: build.runId },
    ruleFailures: [],
    verdict: null,
  };
}

/** The line items of embedded data; the list of the visible text where the data has none. */
export function embeddedList(
  build: EmbeddedBuild,
  spec: FieldSpec,
  invoice: EmbeddedInvoice,
  own: ExtractedField,
): ExtractedField {
  if (spec.name !== 'lineItems' || invoice.lineItems.length === 0) return own;
  const items = invoice.lineItems.map((line) => ({
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
      return value ? embeddedField(build, column, value, null) : blank;
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
