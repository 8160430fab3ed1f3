import type { ExtractionSchema, FieldSpec } from '../../schemas/index.js';
import { type ExtractedField, sameValue } from '../../fields/index.js';
import type { MailSource } from './mail-source.js';

/** Below this a number may be misread, and other values decide. */
const SURE_NUMBER = 0.7;
/** Without a number at least so many other values must be the same, and no more than a quarter may differ. */
const LEAST_SHARED = 2;
const MOST_DIFFERING = 0.25;

/** The number that tells one document of a kind from the next. */
export const numberField = ({ fields }: ExtractionSchema): FieldSpec | null =>
  fields.find(({ concept }) => concept === 'document-number') ??
  fields.find(({ family, type, required }) => family === 'identifiers' && type === 'string' && required === true) ??
  null;

const filled = ({ fields }: Pick<MailSource, 'fields'>, name: string): ExtractedField | null =>
  fields.find((field) => field.name === name && field.value !== null) ?? null;

/** Whether two sources show the same document, as a PDF and its XML do. */
export function isSameDocument(schema: ExtractionSchema, one: MailSource, other: MailSource): boolean {
  const number = numberField(schema);
  const [a, b] = number ? [filled(one, number.name), filled(other, number.name)] : [null, null];
  if (number && a?.value && b?.value) {
    if (sameValue(number, a.value, b.value)) return true;
    if (Math.min(a.confidence, b.confidence) >= SURE_NUMBER) return false;
  }
  const shared = schema.fields
    .filter(({ type }) => type === 'money' || type === 'date')
    .flatMap((spec) => {
      const [mine, theirs] = [filled(one, spec.name)?.value, filled(other, spec.name)?.value];
      return mine && theirs ? [sameValue(spec, mine, theirs)] : [];
    });
  const differing = shared.filter((same) => !same).length;
  return shared.length - differing >= LEAST_SHARED && differing <= shared.length * MOST_DIFFERING;
}

/** The sources by the document that they show, in order. */
export function byDocument(schema: ExtractionSchema, sources: readonly MailSource[]): MailSource[][] {
  const groups: MailSource[][] = [];
  for (const source of sources) {
    const group = groups.find((one) => one.some((member) => isSameDocument(schema, member, source)));
    if (group) group.push(source);
    else groups.push([source]);
  }
  return groups;
}
