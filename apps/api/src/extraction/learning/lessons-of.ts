import type { FieldSpec } from '../../schemas/index.js';
import type { LessonDraft } from '../data/lessons.repository.js';
import { concludeFields, type Findings } from '../extract-fields.js';
import { isTeachable, lessonOf } from './learned-candidates.js';
import { encodeLesson } from './lesson-codec.js';
import { keyOf } from './spans.js';

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
