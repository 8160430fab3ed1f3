import type { SkippedChild } from '@app/reading';

/** A file found inside a document, before it becomes a document of its own. */
export interface FoundChild {
  readonly name: string;
  readonly sizeBytes: number;
  readonly mediaType: string | null;
  readonly readable: boolean;
}

export interface ChildDecision {
  /** Kept as a document of its own. */
  readonly kept: boolean;
  /** Why it is not processed; null where it is. */
  readonly reason: string | null;
}

/**
 * What becomes of each child. A child that cannot be read is still kept with its bytes, but counts as skipped;
 * beyond the limits on number and depth nothing is kept, and the receipt names it.
 */
export function decideChildren(
  children: readonly FoundChild[],
  limits: { readonly maxChildren: number; readonly tooDeep: boolean },
): ChildDecision[] {
  return children.map((child, index) => {
    if (limits.tooDeep) return { kept: false, reason: 'too_deep' };
    if (index >= limits.maxChildren) return { kept: false, reason: 'too_many' };
    if (child.sizeBytes === 0) return { kept: true, reason: 'empty_file' };
    if (child.mediaType === null || !child.readable) return { kept: true, reason: 'unsupported_media_type' };
    return { kept: true, reason: null };
  });
}

export const skippedOf = (children: readonly FoundChild[], decisions: readonly ChildDecision[]): SkippedChild[] =>
  children.flatMap((child, index) => {
    const reason = decisions[index]?.reason ?? null;
    return reason === null ? [] : [{ name: child.name, reason }];
  });
