import type { Reading } from '../reading-model.js';
import type { ReadInput } from './format-reader.js';
import { isReadable, readerFor } from './registry.js';

/**
 * Reads a file with the reader of its media type, or of the type that this reader finds it to be. `mediaType` of the reading
 * is what the file is. Throws AppError: see `reading.errors.ts`.
 */
export async function readDocument(input: ReadInput): Promise<Reading> {
  const reader = readerFor(input.mediaType);
  const found = (await reader.refine?.(input)) ?? null;
  if (found === null || found === input.mediaType || !isReadable(found)) return reader.read(input);
  return readerFor(found).read({ ...input, mediaType: found });
}
