import type { SkippedChild } from '@app/reading';

/** A file found inside a document, before it becomes a document of its own. */
export interface FoundChild {
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly mediaType: string | null;
  readonly readable: boolean;
}

export interface ChildDecision {
  /** Kept as a document of its own. */
  readonly kept: boolean;
  /** Why it is not processed; null where it is. */
  readonly reason: string | null;
}

/** Bounds on files inside files. */
export interface TreeLimits {
  /** Children of one document. */
  readonly maxChildren: number;
  /** Steps below the file that was sent. */
  readonly maxDepth: number;
  /** Documents below the file that was sent, at any depth, and their bytes together. */
  readonly maxTreeDocuments: number;
  readonly maxTreeBytes: number;
}

/** Where a document stands among the files inside files. */
export interface TreePlace {
  readonly depth: number;
  /** SHA-256 of the document itself and of all that it lies in. */
  readonly lineage: ReadonlySet<string>;
  /** What already lies below the file that was sent, apart from this document's own children. */
  readonly documents: number;
  readonly bytes: number;
}

/** What may be taken out of a document, and why no more. */
export interface Allowance {
  readonly children: number;
  readonly bytes: number;
  readonly reason: 'too_many' | 'too_deep' | 'tree_too_large';
}

export function allowanceOf(place: TreePlace, limits: TreeLimits): Allowance {
  if (place.depth >= limits.maxDepth) return { children: 0, bytes: 0, reason: 'too_deep' };
  const documents = Math.max(0, limits.maxTreeDocuments - place.documents);
  const bytes = Math.max(0, limits.maxTreeBytes - place.bytes);
  return documents < limits.maxChildren
    ? { children: documents, bytes, reason: 'tree_too_large' }
    : { children: limits.maxChildren, bytes, reason: 'too_many' };
}

/** Unpacking the same again gives the same again; that is how a small file becomes a million (42.zip). */
const ARCHIVES: ReadonlySet<string> = new Set(['application/zip', 'application/gzip', 'application/x-tar']);

/**
 * What becomes of each child. A child that cannot be read is still kept with its bytes, but counts as skipped; beyond the
 * limits nothing is kept, nor is a file that lies inside itself, nor an archive twice, and the receipt names it.
 */
export function decideChildren(children: readonly FoundChild[], place: TreePlace, limits: TreeLimits): ChildDecision[] {
  const allowance = allowanceOf(place, limits);
  const archives = new Set<string>();
  let count = 0;
  let bytes = 0;
  return children.map((child) => {
    const reason = refusalOf(child, { place, allowance, archives, count, bytes });
    if (reason !== null) return { kept: false, reason };
    if (ARCHIVES.has(child.mediaType ?? '')) archives.add(child.sha256);
    count++;
    bytes += child.sizeBytes;
    if (child.sizeBytes === 0) return { kept: true, reason: 'empty_file' };
    if (child.mediaType === null || !child.readable) return { kept: true, reason: 'unsupported_media_type' };
    return { kept: true, reason: null };
  });
}

function refusalOf(
  { sha256, sizeBytes }: FoundChild,
  so: { place: TreePlace; allowance: Allowance; archives: ReadonlySet<string>; count: number; bytes: number },
): string | null {
  if (so.place.lineage.has(sha256)) return 'cycle';
  if (so.archives.has(sha256)) return 'duplicate';
  if (so.count >= so.allowance.children) return so.allowance.reason;
  return so.bytes + sizeBytes > so.allowance.bytes ? 'tree_too_large' : null;
}

/** All that was left out, by the reader and by the decisions; a reader that was held to fewer children is not the reason. */
export const skippedOf = (
  byReader: readonly SkippedChild[],
  children: readonly FoundChild[],
  decisions: readonly ChildDecision[],
  limit: Allowance['reason'],
): SkippedChild[] => [
  ...byReader.map((skipped) => (skipped.reason === 'too_many' ? { ...skipped, reason: limit } : skipped)),
  ...children.flatMap((child, index) => {
    const reason = decisions[index]?.reason ?? null;
    return reason === null ? [] : [{ name: child.name, reason }];
  }),
];

/** Reasons that are no loss: there was nothing to read in what was left out, or it is read beside it. */
const HARMLESS: ReadonlySet<string> = new Set(['system_file', 'link', 'empty', 'tiny_picture', 'duplicate']);

export const isLoss = ({ reason }: { readonly reason: string }): boolean => !HARMLESS.has(reason);
