import type { ExtractionSchema, FieldSpec } from '../../schemas/index.js';
import { type ExtractedField, keyOf, type Verdict } from '../../fields/index.js';
import { nameOfPlace } from './field-place.js';
import type { TypedValue } from './person-value.js';
import type { Places } from './places.js';

/** What a verdict did to one value; `before` is what the engine had said. */
export interface FieldChange {
  /** As the reviewer names it: `total`, `lineItems[2].amount`. */
  readonly name: string;
  /** As the schema names it: `total`, `lineItems.amount`. */
  readonly field: string;
  readonly verdict: Verdict;
  readonly before: Held;
  readonly after: Held;
  /** What gave the value that is judged. */
  readonly origin: ExtractedField['origin'];
  /** 0..1, as it was told before, and as the engine had it. */
  readonly confidence: number;
  readonly rawConfidence: number;
  /** The document that the value stands in, where it is a part of the one that was reviewed; `doc_…`. */
  readonly documentId: string | null;
}

export interface Held {
  readonly value: string | null;
  readonly currency: string | null;
}

export interface Reviser {
  readonly schema: ExtractionSchema;
  readonly runId: string;
  readonly places: Places;
}

const held = ({ value, currency }: ExtractedField): Held => ({ value, currency });
export const byPerson = (runId: string) => ({ engine: 'person', agent: null, model: null, runId }) as const;

/** Words of a schema and yes or no are seldom printed as such: that they are not found says nothing. */
const isPrinted = (spec: Pick<FieldSpec, 'type' | 'enum'>): boolean => spec.type !== 'boolean' && !spec.enum;

/** Where the value stands, or, where it does not, the place that was looked at. */
function standing(
  { places }: Reviser,
  field: ExtractedField,
  spec: Pick<FieldSpec, 'name' | 'type' | 'enum'>,
  value: string,
  around: readonly number[] | null,
): Pick<ExtractedField, 'raw' | 'grounding' | 'source' | 'flags'> {
  const { name, type } = spec;
  // The document that the field was read from before the others.
  const first = field.grounding?.documentId ?? null;
  const place = places.find({ field: { name, type }, value, around, first });
  if (place) return place;
  const grounding = field.grounding && { ...field.grounding, match: 'none' as const };
  return { raw: null, grounding, source: 'body', ...(isPrinted(spec) && { flags: ['not-in-text'] }) };
}

/** The field with a value of a person's. */
function holding(
  reviser: Reviser,
  field: ExtractedField,
  spec: Pick<FieldSpec, 'name' | 'type' | 'enum'>,
  { value, currency }: TypedValue,
  around: readonly number[] | null,
): ExtractedField {
  const { path: _path, flags: _flags, rawConfidence: _raw, ...rest } = field;
  const known = currency ?? field.currency ?? reviser.places.currency;
  return {
    ...rest,
    value,
    currency: field.type === 'money' ? known : null,
    confidence: 1,
    origin: byPerson(reviser.runId),
    verdict: 'corrected',
    ...standing(reviser, field, spec, value, around),
  };
}

/** The field without a value: wrong where rejected, known to have none where corrected to none. */
function emptied(field: ExtractedField, runId: string, verdict: Verdict): ExtractedField {
  const { path: _path, flags: _flags, rawConfidence: _raw, ...rest } = field;
  const confidence = verdict === 'rejected' ? 0 : 1;
  const nothing = { value: null, currency: null, raw: null, grounding: null } as const;
  return { ...rest, ...nothing, confidence, source: 'body', origin: byPerson(runId), verdict };
}

/** A correction to what stands there already is an acceptance. */
const isSame = (field: ExtractedField, { value, currency }: TypedValue): boolean =>
  field.value !== null &&
  keyOf(field.type, field.value) === keyOf(field.type, value) &&
  (field.type !== 'string' || field.value === value) &&
  (currency === null || currency === field.currency);

export function judged(
  reviser: Reviser,
  field: ExtractedField,
  { verdict, value }: { readonly verdict: Verdict; readonly value?: TypedValue | null },
  { spec = field, around = null }: { spec?: Pick<FieldSpec, 'name' | 'type' | 'enum'>; around?: number[] | null },
): ExtractedField {
  const isAccepted = verdict === 'accepted' || (value === null ? field.value === null : value && isSame(field, value));
  if (isAccepted) {
    const { rawConfidence: _raw, ...rest } = field;
    return { ...rest, confidence: 1, origin: byPerson(reviser.runId), verdict: 'accepted' };
  }
  return value ? holding(reviser, field, spec, value, around) : emptied(field, reviser.runId, verdict);
}

export const changeOf = (
  before: ExtractedField,
  after: ExtractedField,
  list: string | null,
  row?: number,
): FieldChange => ({
  name: list === null ? before.name : nameOfPlace(list, row, before.name),
  field: list === null ? before.name : `${list}.${before.name}`,
  verdict: after.verdict ?? 'accepted',
  before: held(before),
  after: held(after),
  origin: before.origin,
  confidence: before.confidence,
  rawConfidence: before.rawConfidence ?? before.confidence,
  documentId: after.grounding?.documentId ?? null,
});
