import { idempotencyKeyOf, idempotentRouteOf, requestTraceparent } from '@app/http';
import { AppError } from '@app/kernel';
import type { MultipartFileStream } from '@nestjs/platform-fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Submission } from '../submission.service.js';

export type UploadRequest = FastifyRequest & { readonly file?: MultipartFileStream };

/** The parser's own bounds; the size of the file is bounded by the tenant's settings while it streams. */
export const UPLOAD_LIMITS = {
  limits: { fileSize: Number.MAX_SAFE_INTEGER, files: 1, fields: 20, fieldSize: 64 * 1024 },
};

/** A form that breaks off is the sender's mistake, and nothing of it is kept. */
async function* completeUpload(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (cause) {
    throw new AppError('malformed_multipart', 'invalid', { cause, detail: 'The form is broken or was cut off.' });
  }
}

/** What every upload takes from its request: the stream, its name, the trace and the idempotency key. */
export function uploadOf(
  request: UploadRequest,
): Pick<Submission, 'source' | 'filename' | 'traceparent' | 'idempotency'> {
  if (!request.file)
    throw new AppError('missing_file', 'invalid', {
      detail: 'The form has no file.',
      errors: [{ pointer: '/file', detail: 'has to be there, after all other fields' }],
    });
  const key = idempotencyKeyOf(request);
  return {
    source: completeUpload(request.file.stream),
    filename: request.file.originalname,
    traceparent: requestTraceparent(request),
    ...(key !== undefined && { idempotency: { route: idempotentRouteOf(request), key } }),
  };
}
