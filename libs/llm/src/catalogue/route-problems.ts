import type { FieldProblem } from '@app/kernel';
import { type Catalogue, type ModelSpec, type Purpose, PURPOSES } from './model-spec.js';

/** A route is asked one after the other: more than this is never reached within a deadline. */
const MAX_MODELS = 20;

const DEFAULT = 'default';
const isPurpose = (name: string): name is Purpose | typeof DEFAULT =>
  name === DEFAULT || (PURPOSES as readonly string[]).includes(name);

/** RFC 6901. */
const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * Everything that is wrong with routes that come from outside, `{ purpose: ["provider/model", …] }`, held against the models
 * that are set up. `default` is for the purposes without a route of their own, except `embed`. Pointers begin at the routes.
 */
export function routeProblems(
  { providers }: Pick<Catalogue, 'providers'>,
  routes: Readonly<Record<string, unknown>>,
): readonly FieldProblem[] {
  const models = new Map(providers.flatMap((provider) => provider.models.map((model) => [model.id, model] as const)));
  return Object.entries(routes).flatMap(([name, route]): FieldProblem[] => {
    const pointer = `/${escaped(name)}`;
    if (!isPurpose(name)) return [{ pointer, detail: `must be one of ${[...PURPOSES, DEFAULT].join(', ')}` }];
    if (!Array.isArray(route) || route.length === 0 || route.length > MAX_MODELS)
      return [{ pointer, detail: `must be a list of 1 to ${MAX_MODELS} models` }];
    return route.flatMap((id: unknown, index) => {
      const detail = problemOf(id, route.indexOf(id) < index, name, models);
      return detail === null ? [] : [{ pointer: `${pointer}/${index}`, detail }];
    });
  });
}

function problemOf(
  id: unknown,
  isRepeated: boolean,
  purpose: Purpose | typeof DEFAULT,
  models: ReadonlyMap<unknown, ModelSpec>,
): string | null {
  if (isRepeated) return 'stands there twice';
  const model = models.get(id);
  if (model === undefined) return 'is not a model of this service (provider/model)';
  const isEmbedding = model.embeddingDimensions !== undefined;
  if (isEmbedding === (purpose === 'embed')) return null;
  return isEmbedding ? 'is a model for embeddings' : 'is not a model for embeddings';
}
