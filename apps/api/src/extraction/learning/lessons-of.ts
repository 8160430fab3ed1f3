import type { FieldSpec } from '../../schemas/index.js';
import type { LessonDraft } from '../data/lessons.repository.js';
import {
  concludeFields,
  encodeLesson,
  encodeTable,
  type ExtractedField,
  type Findings,
  givenRows,
  isTeachable,
  keyOf,
  lessonOf,
  saysRows,
  tableLessonOf,
} from '../../fields/index.js';

/** What the right values of a document teach, field by field. */
export function lessonsOf(
  findings: Findings,
  specs: readonly FieldSpec[],
  values: Readonly<Record<string, string>>,
): LessonDraft[] {
  const local = concludeFields(findings).fields;
  return specs.map((spec) => {
    const value = values[spec.name] ?? '';
    const found = local.find(({ name }) => name === spec.name);
    if (spec.type === 'list') return tableDraft(findings, spec, value, found);
    const own = found?.value ?? null;
    const localRight = own !== null && keyOf(spec.type, own) === keyOf(spec.type, value);
    const lesson = isTeachable(spec) ? lessonOf(findings, spec, value) : null;
    return { field: spec.name, value, localRight, features: lesson && encodeLesson(lesson) };
  });
}

/** What the right rows of a list teach. */
function tableDraft(
  { view }: Findings,
  spec: FieldSpec,
  value: string,
  found: ExtractedField | undefined,
): LessonDraft {
  const rows = givenRows(value);
  const own = (found?.items ?? []).map((row) => ({
    cells: row.fields.flatMap(({ name, value: cell }) => (cell === null ? [] : [{ field: name, value: cell }])),
  }));
  const localRight = saysRows(spec.fields ?? [], own, rows);
  const lesson = tableLessonOf(view, spec, rows, localRight);
  return { field: spec.name, value, localRight, features: lesson && encodeTable(lesson) };
}
