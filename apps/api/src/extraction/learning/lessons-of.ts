import type { FieldSpec } from '../../schemas/index.js';
import type { LessonDraft } from '../data/lessons.repository.js';
import { concludeFields, encodeLesson, type Findings, isTeachable, keyOf, lessonOf } from '../../fields/index.js';

/** What the right values of a document teach, field by field. */
export function lessonsOf(
  findings: Findings,
  specs: readonly FieldSpec[],
  values: Readonly<Record<string, string>>,
): LessonDraft[] {
  const local = concludeFields(findings).fields;
  return specs.map((spec) => {
    const value = values[spec.name] ?? '';
    const own = local.find(({ name }) => name === spec.name)?.value ?? null;
    const localRight = own !== null && keyOf(spec.type, own) === keyOf(spec.type, value);
    const lesson = isTeachable(spec) ? lessonOf(findings, spec, value) : null;
    return { field: spec.name, value, localRight, features: lesson && encodeLesson(lesson) };
  });
}
