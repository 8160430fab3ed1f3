import { AppError, type ErrorKind, ERROR_KINDS } from '@app/kernel';

/** What can go wrong with a file while it is read, and what kind of problem that is. No message holds document text. */
const READING_ERRORS = {
  encrypted_document: ['unprocessable', 'The document is protected by a password.'],
  empty_file: ['invalid', 'The file has no content.'],
  no_pages: ['unprocessable', 'The document has no pages.'],
  corrupt_document: ['unprocessable', 'The document is damaged and cannot be read.'],
  decompression_bomb: ['too_large', 'The file unpacks to far more than a file of its size should hold.'],
  archive_too_large: ['too_large', 'The file unpacks to more, or to more parts, than is allowed.'],
  unsupported_media_type: ['unsupported', 'Files of this type are not supported.'],
  image_too_large: ['too_large', 'The image has too many pixels.'],
  page_not_found: ['not_found', 'The document has no such page.'],
  reading_timeout: ['unprocessable', 'Reading the document took too long.'],
  reading_out_of_memory: ['unprocessable', 'Reading the document took too much memory.'],
  reader_crashed: ['unavailable', 'The reader ended unexpectedly.'],
  reader_stopped: ['unavailable', 'The reader is shutting down.'],
  ocr_unavailable: ['unavailable', 'No engine for text recognition is available.'],
} as const satisfies Record<string, readonly [ErrorKind, string]>;

export type ReadingErrorCode = keyof typeof READING_ERRORS;

export function readingError(code: ReadingErrorCode, cause?: unknown): AppError {
  const [kind, detail] = READING_ERRORS[code];
  return new AppError(code, kind, { detail, cause });
}

/** An error as it crosses the border of a process: code, kind and sentence, never the cause. */
export interface WireError {
  readonly code: string;
  readonly kind: string;
  readonly detail: string | undefined;
}

/** What is not an AppError is a file that a library could not take: the library's message may quote the document. */
export function toWire(error: unknown): WireError {
  const known =
    error instanceof AppError
      ? error
      : isExhausted(error)
        ? readingError('reading_out_of_memory')
        : readingError('corrupt_document');
  return { code: known.code, kind: known.kind, detail: known.detail };
}

export function fromWire(wire: WireError): AppError {
  const kind = ERROR_KINDS.find((known) => known === wire.kind) ?? 'bug';
  return new AppError(wire.code, kind, { detail: wire.detail });
}

/** V8 and WebAssembly report a failed allocation as a RangeError. */
const isExhausted = (error: unknown): boolean =>
  error instanceof RangeError && /allocation|memory|array buffer/i.test(error.message);
