import { NO_REGION } from '@app/kernel';

export interface RegionChange {
  readonly before: string;
  readonly after: string;
  /** Whether there is content of the tenant. */
  readonly hasData: boolean;
  /** The region of this instance; undefined where it has none. */
  readonly instance: string | undefined;
}

/**
 * Why a tenant's region cannot be changed; null where it can. Data do not move with it. A tenant for whom no region was ever stated
 * may be given the one that its data are in.
 */
export function regionProblem({ before, after, hasData, instance }: RegionChange): string | null {
  if (!hasData || before === after) return null;
  const states = before === NO_REGION && (instance === undefined || instance === after);
  return states
    ? null
    : `The tenant has data in ${before}, which do not move by themselves. Export and erase them first, or found a tenant in ${after}.`;
}
