import type { Reading } from '../reading-model.js';
import type { FormatReader, ReadInput } from './format-reader.js';
import { isReadable, readerFor } from './registry.js';

/**
 * Reads a file with the reader of its media type, or of the type that this reader finds it to be. `mediaType` of the reading
 * is what the file is. Throws AppError: see `reading.errors.ts`.
 */
export async function readDocument(input: ReadInput): Promise<Reading> {
  const reader = readerFor(input.mediaType);
  const found = (await reader.refine?.(input)) ?? null;
  if (found === null || found === input.mediaType || !isReadable(found)) return readBounded(reader, input);
  return readBounded(readerFor(found), { ...input, mediaType: found });
}

/** Reads no more of a file than its reader wants, and says so. */
export async function readBounded(reader: FormatReader, input: ReadInput): Promise<Reading> {
  const most = reader.maxBytes?.(input.limits) ?? Infinity;
  if (input.bytes.byteLength <= most) return reader.read(input);
  const reading = await reader.read({ ...input, bytes: input.bytes.subarray(0, most) });
  const { receipt } = reading;
  return { ...reading, receipt: { ...receipt, truncated: true, warnings: [...receipt.warnings, 'end_not_read'] } };
}
