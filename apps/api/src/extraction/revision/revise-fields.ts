import type { ExtractionSchema } from '../../schemas/index.js';
import {
  cents,
  checkRules,
  documentConfidence,
  type ExtractedField,
  type ExtractionResult,
  fillRateOf,
  thousandths,
} from '../../fields/index.js';
import type { Judgement } from './judgements.js';
import { revisedList } from './revise-list.js';
import { changeOf, type FieldChange, judged, type Reviser } from './revise-value.js';

/** Rises when the same verdicts on the same result may give another one. */
export const ENGINE_VERSION = '1';

export interface Revision {
  readonly result: ExtractionResult;
  readonly changes: readonly FieldChange[];
}

function revisedField(reviser: Reviser, field: ExtractedField, said: readonly Judgement[]) {
  if (field.type === 'list') return revisedList(reviser, field, said);
  const judgement = said.find((one) => one.kind === 'value');
  if (!judgement) return { field, changes: [] };
  const spec = reviser.schema.fields.find(({ name }) => name === field.name) ?? field;
  const after = judged(reviser, field, judgement, { spec });
  return { field: after, changes: [changeOf(field, after, null)] };
}

/** Sums of the money columns of lists in cents, as rules take them. */
function sumsOf(fields: readonly ExtractedField[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const list of fields)
    for (const { name, value } of (list.items ?? []).flatMap((row) => row.fields)) {
      const key = `${list.name}.${name}`;
      if (value !== null && Number.isFinite(Number(value))) sums.set(key, (sums.get(key) ?? 0) + cents(value));
    }
  return sums;
}

const rowsOf = (fields: readonly ExtractedField[]) =>
  new Map(
    fields.map(({ name, items }) => [
      name,
      (items ?? []).map(
        (row) => new Map(row.fields.flatMap((cell) => (cell.value === null ? [] : [[cell.name, cell.value] as const]))),
      ),
    ]),
  );

/** The rules of the schema that values break now; as before where no value has changed, or where data of the sender's stand in. */
function brokenBy(
  schema: ExtractionSchema,
  fields: readonly ExtractedField[],
  isChanged: boolean,
): (field: ExtractedField) => readonly string[] {
  const names = new Set(schema.rules.map(({ name }) => name));
  if (!isChanged || fields.some(({ source }) => source === 'embedded-data'))
    return ({ ruleFailures }) => ruleFailures.filter((rule) => names.has(rule));
  const values = new Map(fields.flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const])));
  const { failures } = checkRules(schema, values, { sums: sumsOf(fields), rows: rowsOf(fields) });
  return ({ name }) => failures.get(name) ?? [];
}

/** The result with the rules that its fields break now. Where places disagreed, the word of a person ends it. */
function ruled(
  parent: ExtractionResult,
  schema: ExtractionSchema,
  revised: readonly ExtractedField[],
  isChanged: boolean,
) {
  const names = new Set(schema.rules.map(({ name }) => name));
  const broken = brokenBy(schema, revised, isChanged);
  const fields = revised.map((field) => {
    const others = field.verdict === null ? field.ruleFailures.filter((rule) => !names.has(rule)) : [];
    return { ...field, ruleFailures: [...broken(field), ...others] };
  });
  const settled = new Set(fields.filter(({ verdict }) => verdict !== null).map(({ name }) => name));
  const ofFields = new Set(parent.fields.flatMap(({ ruleFailures }) => ruleFailures));
  const ofDocument = parent.ruleFailures.filter((rule) => !names.has(rule) && !ofFields.has(rule));
  return {
    fields,
    ruleFailures: [...new Set([...fields.flatMap(({ ruleFailures }) => ruleFailures), ...ofDocument])],
    disagreements: parent.disagreements.filter(({ field }) => !settled.has(field)),
  };
}

/** A result with other fields: rules, fill rate and confidence concluded again. `isChanged`: values in it are others. */
export function concluded<R extends ExtractionResult>(
  parent: R,
  revised: readonly ExtractedField[],
  schema: ExtractionSchema,
  isChanged: boolean,
): R {
  const checked = ruled(parent, schema, revised, isChanged);
  return {
    ...parent,
    ...checked,
    fillRate: thousandths(fillRateOf(schema, checked.fields)),
    confidence: documentConfidence(schema, checked.fields),
  };
}

/**
 * A result as a person corrects it: their values in its fields with the place where they stand, rules checked again, and fill rate
 * and confidence concluded again. Pure.
 */
export function reviseFields(parent: ExtractionResult, judgements: readonly Judgement[], reviser: Reviser): Revision {
  const revised = parent.fields.map((field) =>
    revisedField(
      reviser,
      field,
      judgements.filter((one) => one.field === field.name),
    ),
  );
  const changes = revised.flatMap((one) => one.changes);
  const fields = revised.map(({ field }) => field);
  const isChanged = changes.some(({ verdict }) => verdict !== 'accepted');
  return { result: concluded(parent, fields, reviser.schema, isChanged), changes };
}
