import type { LeftField } from '../../extraction/index.js';
import type { ExtractedField } from '../../fields/index.js';
import { listOf, type Review } from './review.js';

/** The field, or the list, that a change is about. */
const fieldOf = ({ name, field }: Review['changes'][number]): string => (name === field ? name : listOf(name));

/**
 * What reviews of a document have left of its fields, the last review's result being given: each field that one of them was about,
 * with what was rejected of it. A list of which anything was said is left as a whole. Pure.
 */
export function leftBy(standing: readonly Pick<Review, 'changes'>[], fields: readonly ExtractedField[]): LeftField[] {
  const said = new Map(standing.flatMap(({ changes }) => changes.map((change) => [fieldOf(change), change] as const)));
  return fields.flatMap((field) => {
    const change = said.get(field.name);
    const isList = field.type === 'list';
    // What a part of an e-mail was reviewed for comes with the part.
    if (!change || (!isList && field.verdict === null)) return [];
    return { field, rejected: isList ? null : change.before.value };
  });
}
