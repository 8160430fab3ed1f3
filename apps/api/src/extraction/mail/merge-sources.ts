import type { ExtractionSchema, FieldSpec } from '../../schemas/index.js';
import {
  breaking,
  type Disagreement,
  type ExtractedField,
  heardOn,
  isFilled,
  sameValue,
  statementOf,
} from '../../fields/index.js';
import type { MailSource } from './mail-source.js';

/** One value of a field, with where it came from. */
interface Said {
  readonly field: ExtractedField;
  readonly kind: MailSource['kind'];
}

/** What is surer than this and differs is a finding, and no misreading. */
const SURE = 0.8;
/** What people have confirmed goes before all engines. */
const BY_PEOPLE = 2;
/** Data made by the sender's software goes before what is read on a page, however sure that is. */
const BY_SOFTWARE = 1.1;
/** A body quotes and sums up; a document states. */
const BY_BODY = 0.8;

const weightOf = ({ field, kind }: Said): number => {
  if (field.verdict !== null) return BY_PEOPLE;
  if (field.source === 'embedded-data') return BY_SOFTWARE;
  return kind === 'body' ? BY_BODY : 1;
};
const strengthOf = (said: Said): number => weightOf(said) * Math.max(said.field.confidence, Number.EPSILON);

/** Who signs an e-mail is seldom who wrote what is attached: beside a document its body says nothing of parties. */
const isHeard = (spec: Pick<FieldSpec, 'family'>, kind: MailSource['kind']): boolean =>
  kind === 'attachment' || spec.family !== 'parties';

/** What people have rejected is not said any more. */
const isStated = (field: ExtractedField): boolean => isFilled(field) && field.verdict !== 'rejected';

const named = (field: ExtractedField, kind: MailSource['kind']): ExtractedField => ({
  ...field,
  source: field.source === 'embedded-data' ? field.source : kind,
  ...(field.items && {
    items: field.items.map((item) => ({ fields: item.fields.map((cell) => named(cell, kind)) })),
  }),
});

function mergedField(
  spec: Pick<FieldSpec, 'name' | 'type' | 'family'>,
  said: readonly Said[],
): { field: ExtractedField; disagreements: Disagreement[] } | null {
  const [best, ...others] = said.toSorted((a, b) => strengthOf(b) - strengthOf(a));
  if (!best) return null;
  const field = best.field;
  if (spec.type === 'list' || field.value === null || field.verdict !== null) return { field, disagreements: [] };
  const opinions = others.flatMap((other) => {
    const { value, confidence } = other.field;
    if (value === null || field.value === null) return [];
    const agrees = sameValue(spec, field.value, value);
    return agrees || confidence >= SURE ? [{ agrees, confidence, field: other.field }] : [];
  });
  const disagreements = opinions
    .filter(({ agrees }) => !agrees)
    .map(({ field: other }) => ({
      rule: 'sources-disagree' as const,
      field: spec.name,
      chosen: statementOf(field),
      other: statementOf(other),
    }));
  const weighed = heardOn(field, opinions);
  return { field: disagreements.length > 0 ? breaking(weighed, 'sources-disagree') : weighed, disagreements };
}

/**
 * One set of fields out of several sources that speak of one document. Of different values the one with the stronger source is
 * taken: data for machines, a document, the body; the surer one among equals, and a sure body before a document that can hardly
 * be read. Where others are sure of something else, that is a finding.
 */
export function mergeSources(
  schema: ExtractionSchema,
  sources: readonly MailSource[],
): { fields: ExtractedField[]; disagreements: Disagreement[] } {
  const isAlone = sources.length === 1;
  const specs = new Map<string, Pick<FieldSpec, 'name' | 'type' | 'family'>>(
    schema.fields.map((spec) => [spec.name, spec]),
  );
  // Labelled pairs that no schema names.
  for (const { name, type } of sources.flatMap(({ fields }) => fields))
    if (!specs.has(name)) specs.set(name, { name, type, family: 'identifiers' });
  const disagreements: Disagreement[] = sources.flatMap((source) => source.disagreements);
  const fields = [...specs.values()].flatMap((spec) => {
    const all = sources.flatMap(({ fields: own, kind }) =>
      own.filter(({ name }) => name === spec.name).map((field) => ({ field: named(field, kind), kind })),
    );
    const merged = mergedField(
      spec,
      all.filter(({ field, kind }) => isStated(field) && (isAlone || isHeard(spec, kind))),
    );
    if (!merged) return all[0] ? [{ ...all[0].field, value: null, raw: null, confidence: 0, grounding: null }] : [];
    disagreements.push(...merged.disagreements);
    return [merged.field];
  });
  return { fields, disagreements };
}
