import type { Concept, ExtractionSchema, FieldSpec } from '../../schemas/index.js';
import { BROKEN } from './confidence.js';
import { breaking, heardOn, sameValue, statementOf } from './disagreement.js';
import type { Disagreement, ExtractedField } from './field-model.js';

/** A value of the page that is less sure than this may be a misreading. */
const SURE = 0.9;

/** What people go by when they pay: which invoice, how much, when, and to whom. */
const COMPARED: ReadonlySet<Concept> = new Set<Concept>([
  'document-number',
  'total',
  'tax',
  'due',
  'subtotal',
  'main-date',
  'later-date',
  'iban',
  'issuer-name',
]);

interface Pair {
  readonly spec: FieldSpec;
  readonly data: ExtractedField;
  readonly page: ExtractedField;
}

/** A sum that does not hold on the page is a sign of the very thing that is looked for, so it is no sign of a misreading here. */
const surenessOf = ({ page }: Pair): number => page.confidence / (page.ruleFailures.length > 0 ? BROKEN : 1);

/** True where the page shows the value of the data: what only the data has is grounded in the data. */
const isShown = ({ data, page }: Pair): boolean =>
  data.grounding !== null && data.grounding.documentId === page.grounding?.documentId;

function pairsOf(
  schema: ExtractionSchema,
  embedded: readonly ExtractedField[],
  page: readonly ExtractedField[],
): Pair[] {
  return schema.fields.flatMap((spec, index) => {
    const [data, own] = [embedded[index], page[index]];
    if (!spec.concept || !COMPARED.has(spec.concept) || data?.source !== 'embedded-data' || !own) return [];
    if (data.value === null || own.value === null || sameValue(spec, data.value, own.value)) return [];
    return [{ spec, data, page: own }];
  });
}

/**
 * Fields of embedded data, held against what the local engine has read on the page. A finding is a field of which the page is sure
 * and says something else, while the value of the data stands nowhere on it. Where the value of one amount does stand on the page
 * but the engine took another for it, it has mistaken one amount for another, and nothing that it says of amounts counts.
 */
export function heldAgainstPage(
  schema: ExtractionSchema,
  embedded: readonly ExtractedField[],
  page: readonly ExtractedField[],
): { fields: ExtractedField[]; disagreements: Disagreement[] } {
  const pairs = pairsOf(schema, embedded, page);
  const isMistaken = pairs.some((pair) => pair.spec.type === 'money' && isShown(pair));
  const findings = new Map(
    pairs
      .filter((pair) => !isShown(pair) && surenessOf(pair) >= SURE)
      .filter(({ spec }) => !(isMistaken && spec.type === 'money'))
      .map((pair) => [pair.data, pair]),
  );
  const fields = embedded.map((field) => {
    const pair = findings.get(field);
    const heard = pair && [{ agrees: false, confidence: surenessOf(pair) }];
    return heard ? breaking(heardOn(field, heard), 'page-disagrees') : field;
  });
  const disagreements = [...findings.values()].map(({ spec, data, page: own }) => ({
    rule: 'page-disagrees' as const,
    field: spec.name,
    chosen: statementOf(data),
    other: statementOf(own),
  }));
  return { fields, disagreements };
}
