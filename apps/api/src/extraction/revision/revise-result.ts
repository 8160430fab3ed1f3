import type { ExtractionSchema } from '../../schemas/index.js';
import type { ExtractionResult } from '../../fields/index.js';
import type { Judgement } from './judgements.js';
import { foundFor, type Located, noting, type Wanted } from './places.js';
import { reviseFields, type Revision } from './revise-fields.js';

export interface RevisionTask {
  readonly result: ExtractionResult;
  readonly judgements: readonly Judgement[];
  readonly schema: ExtractionSchema;
  readonly runId: string;
}

/**
 * The result as a person corrects it. To find their values takes seconds in a long document, and all the rest some milliseconds in
 * the longest list: so it is done twice, and only what is to be found leaves the thread. `locate` is not asked for nothing.
 */
export async function reviseResult(
  { result, judgements, ...task }: RevisionTask,
  locate: (wanted: readonly Wanted[]) => Promise<Located>,
): Promise<Revision> {
  const wanted: Wanted[] = [];
  const revision = reviseFields(result, judgements, { ...task, places: noting(wanted) });
  if (wanted.length === 0) return revision;
  const places = foundFor(wanted, await locate(wanted));
  return reviseFields(result, judgements, { ...task, places });
}
