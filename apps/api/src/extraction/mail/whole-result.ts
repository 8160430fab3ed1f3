import type { ExtractionSchema } from '../../schemas/index.js';
import {
  checkRules,
  documentConfidence,
  type ExtractedField,
  fillRateOf,
  isFilled,
  noLists,
} from '../../fields/index.js';
import { type DocumentFields, type MailResult, type MailSource, SEVERAL_DOCUMENTS } from './mail-source.js';
import { mergeSources } from './merge-sources.js';
import { byDocument, isSameDocument } from './same-document.js';

const thousandths = (share: number): number => Math.round(share * 1000) / 1000;
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : thousandths(values.reduce((sum, one) => sum + one, 0) / values.length);

/** Rules of the schema that values of different sources break together. What one source says by itself was checked there. */
function checkedTogether(schema: ExtractionSchema, fields: readonly ExtractedField[]): ExtractedField[] {
  const documents = new Set(fields.flatMap(({ grounding }) => grounding?.documentId ?? []));
  if (documents.size < 2 || fields.some(({ source }) => source === 'embedded-data')) return [...fields];
  const values = new Map(fields.flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const])));
  const { failures } = checkRules(schema, values, noLists);
  return fields.map((field) => ({
    ...field,
    ruleFailures: [...new Set([...field.ruleFailures, ...(failures.get(field.name) ?? [])])],
  }));
}

/** The fields of one document out of all that speaks of it. */
function oneDocument(schema: ExtractionSchema, sources: readonly MailSource[]): MailResult {
  const { fields: merged, disagreements } = mergeSources(schema, sources);
  const fields = sources.length > 1 ? checkedTogether(schema, merged) : merged;
  return {
    schemaId: schema.id,
    schemaVersion: schema.version,
    fields,
    fillRate: thousandths(fillRateOf(schema, fields)),
    confidence: documentConfidence(schema, fields),
    ruleFailures: [...new Set(fields.flatMap(({ ruleFailures }) => ruleFailures))],
    disagreements,
    warnings: [],
  };
}

const emptied = (field: ExtractedField): ExtractedField => ({
  ...field,
  value: null,
  currency: null,
  raw: null,
  confidence: 0,
  grounding: null,
  source: 'attachment',
  path: undefined,
  ruleFailures: [SEVERAL_DOCUMENTS],
  verdict: null,
  ...(field.items && { items: [] }),
});

/** Several documents of one kind: each by itself, and no field of the whole says which of them is meant. */
function severalDocuments(schema: ExtractionSchema, groups: readonly (readonly MailSource[])[]): MailResult {
  const documents = groups.flatMap((group): DocumentFields[] => {
    const [first] = group;
    if (!first) return [];
    const { fields, fillRate, confidence, ruleFailures, disagreements } = oneDocument(schema, group);
    const { documentId, filename, schemaId } = first;
    return [{ documentId, filename, schemaId, fillRate, confidence, fields, ruleFailures, disagreements }];
  });
  const names = new Set(schema.fields.map(({ name }) => name));
  return {
    schemaId: schema.id,
    schemaVersion: schema.version,
    fields: (documents[0]?.fields ?? []).filter(({ name }) => names.has(name)).map(emptied),
    fillRate: mean(documents.map(({ fillRate }) => fillRate)),
    confidence: thousandths(documents.reduce((product, { confidence }) => product * confidence, 1)),
    ruleFailures: [SEVERAL_DOCUMENTS, ...new Set(documents.flatMap(({ ruleFailures }) => ruleFailures))],
    disagreements: [],
    documents,
    warnings: [],
  };
}

/**
 * The fields of an e-mail: of the document that its carriers show, with what its body says of it; or of each of several documents,
 * where the body is heard only on the one that it names.
 */
export function wholeOf(
  schema: ExtractionSchema,
  carriers: readonly MailSource[],
  body: MailSource | null,
): { readonly result: MailResult; readonly used: ReadonlySet<MailSource> } {
  const groups = byDocument(schema, carriers);
  const said = body && body.fields.some(isFilled) ? body : null;
  const [only, ...more] = groups;
  if (more.length === 0) {
    const sources = [...(only ?? []), ...(said ? [said] : [])];
    return { result: oneDocument(schema, sources), used: new Set(sources) };
  }
  const matching = said && groups.filter((group) => group.some((one) => isSameDocument(schema, one, said)));
  const spokenOf = matching?.length === 1 ? matching[0] : undefined;
  const whole = groups.map((group) => (said && group === spokenOf ? [...group, said] : group));
  return { result: severalDocuments(schema, whole), used: new Set(whole.flat()) };
}
