import type { ListCandidate } from '../../domain/field-model.js';
import type { Findings } from '../../extract-fields.js';
import type { FieldSpec } from '../../../schemas/index.js';
import { likeness } from './look.js';
import type { Band, TableLesson } from './table-lesson.js';
import { readTaught } from './taught-table.js';

/** More than any agent gives a list. */
const SCORE = 2;

const namesOf = ({ bands }: TableLesson): string => bands.map(({ name }) => name ?? '').join();

/** Bands as wide as several documents have shown them; as the first has them where that would make them overlap. */
function widened(best: TableLesson, others: readonly TableLesson[]): readonly Band[] {
  const same = others.filter((one) => namesOf(one) === namesOf(best));
  const bands = best.bands.map((band, at) => ({
    ...band,
    left: Math.min(band.left, ...same.map((one) => one.bands[at]?.left ?? band.left)),
    right: Math.max(band.right, ...same.map((one) => one.bands[at]?.right ?? band.right)),
  }));
  return bands.every((band, at) => band.right < (bands[at + 1]?.left ?? Infinity)) ? bands : best.bands;
}

/** The rows of a list by what documents of the same look have taught; null where none has, or the engine reads that look right. */
function taughtList({ view }: Findings, spec: FieldSpec, lessons: readonly TableLesson[]): ListCandidate | null {
  const alike = lessons
    .map((lesson) => ({ lesson, share: likeness(view, lesson) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .map(({ lesson }) => lesson);
  const best = alike.find(({ localRight }) => !localRight);
  if (!best) return null;
  const bands = [...widened(best, alike)];
  const wraps = [...new Set(alike.flatMap((one) => one.wraps))];
  const rows = readTaught(view, spec, { ...best, bands, wraps });
  // How often what so many documents have shown holds for the next one (Laplace's rule of succession).
  const certainty = (alike.length + 1) / (alike.length + 2);
  const sure = rows.map(({ cells }) => ({ cells: cells.map((cell) => ({ ...cell, certainty })) }));
  return sure.length === 0 ? null : { field: spec.name, rows: sure, score: SCORE, agent: 'line-items' };
}

/** The findings with lists as they were taught, in the place of what the agents proposed, where there is something of that look. */
export function withTables(findings: Findings, tables: ReadonlyMap<string, readonly TableLesson[]>): Findings {
  const taught = findings.view.schema.fields.flatMap((spec) => {
    const lessons = tables.get(spec.name);
    return lessons && spec.type === 'list' ? (taughtList(findings, spec, lessons) ?? []) : [];
  });
  const names = new Set(taught.map(({ field }) => field));
  const kept = findings.found.lists.filter(({ field }) => !names.has(field));
  return { ...findings, found: { ...findings.found, lists: [...kept, ...taught] } };
}
