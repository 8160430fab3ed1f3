import type { ExtractionSchema, FieldSpec } from '../../schemas/index.js';
import { breaking, heardOn, sameValue, statementOf } from './disagreement.js';
import type { Disagreement, ExtractedField } from './field-model.js';

/** A value of the page that is less sure than this may be a misreading. */
const SURE = 0.9;

/**
 * What people look at to pay: numbers, dates, amounts, and whom. Addresses and terms are written in other words on a page than
 * in data, and who is paid is the issuer.
 */
const isCompared = ({ family, type, concept }: FieldSpec): boolean =>
  type === 'money' ||
  type === 'date' ||
  (family === 'identifiers' && concept !== 'free-text' && concept !== 'currency') ||
  concept === 'issuer-name';

/**
 * Fields of embedded data, held against what the local engine has read on the page. A finding is a field of which the page is sure
 * by itself and says something else, while the value of the data stands nowhere on it; or an amount of which the page's own sums
 * say that it is the one, wherever else the other may stand.
 */
export function heldAgainstPage(
  schema: ExtractionSchema,
  embedded: readonly ExtractedField[],
  page: readonly ExtractedField[],
  confirmed: ReadonlySet<string>,
): { fields: ExtractedField[]; disagreements: Disagreement[] } {
  const disagreements: Disagreement[] = [];
  const fields = embedded.map((field, index) => {
    const [spec, own] = [schema.fields[index], page[index]];
    if (!spec || !own || field.source !== 'embedded-data' || field.value === null || own.value === null) return field;
    if (!isCompared(spec) || own.confidence < SURE || own.ruleFailures.length > 0) return field;
    if (sameValue(spec, field.value, own.value)) return field;
    if (field.grounding !== null && !confirmed.has(spec.name)) return field;
    disagreements.push({
      rule: 'page-disagrees',
      field: spec.name,
      chosen: statementOf(field),
      other: statementOf(own),
    });
    return breaking(heardOn(field, [{ agrees: false, confidence: own.confidence }]), 'page-disagrees');
  });
  return { fields, disagreements };
}
