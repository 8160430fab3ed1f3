import { compoundKind, UNKNOWN_COMPOUND } from '../media-type/compound-kinds.js';
import { readingError } from '../reading.errors.js';
import { CompoundFile } from '../compound/compound-file.js';
import type { FormatReader, ReadInput } from './format-reader.js';

/** The kind of a compound file by its directory, which may lie behind its head; null where the first guess was right. */
export async function refineCompound({ bytes, mediaType }: ReadInput): Promise<string | null> {
  const kind = compoundKind(CompoundFile.open(bytes));
  return Promise.resolve(kind === mediaType ? null : kind);
}

/** Compound files of programs that nobody reads here: Works, Publisher, Visio. */
export const compoundReader: FormatReader = {
  mediaTypes: [UNKNOWN_COMPOUND],
  refine: refineCompound,
  read: () => Promise.reject(readingError('unsupported_media_type')),
};
