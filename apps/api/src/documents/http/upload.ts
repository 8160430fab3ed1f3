import {
  idempotencyKeyOf,
  idempotentRouteOf,
  malformedForm,
  requestTraceparent,
  type UploadedFile,
  type UploadRequest,
} from '@app/http';
import { AppError } from '@app/kernel';
import type { Submission } from '../submission.service.js';

/** The most that the fields and frames of a form can take, beside its file. */
const FORM_BYTES = 2 * 1024 * 1024;

/**
 * A form that breaks off is the sender's mistake, and nothing of it is kept. So is one that goes on with what would have had an
 * effect before its file; other fields are left out wherever they stand.
 */
async function* completeUpload({ stream, rest }: UploadedFile, fields: readonly string[]): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) {
      yield chunk;
      free(chunk);
    }
  } catch (cause) {
    throw malformedForm(cause);
  }
  const late = (await rest()).filter((name) => name === 'file' || fields.includes(name));
  if (late.length > 0) throw afterFile(late);
}

const afterFile = (names: readonly string[]): AppError =>
  new AppError('field_after_file', 'invalid', {
    detail: 'The file has to be the last of the form, and the only one.',
    errors: names.map((name) => ({
      pointer: `/${name}`,
      detail: name === 'file' ? 'has to be there once' : 'has to come before the file',
    })),
  });

/**
 * Gives the memory of a chunk back that has been written. V8 sees 64 KB of it as a few bytes of its own heap, and would
 * let some thousand of them gather. What shares its memory with others is left alone.
 */
function free({ buffer, byteLength }: Uint8Array): void {
  if (byteLength === buffer.byteLength && buffer instanceof ArrayBuffer) buffer.transfer(0);
}

/** At least so many bytes are on their way; unknown (0) where the form's length was not announced. */
const announcedBytes = ({ formBytes }: UploadedFile): number => Math.max(0, (formBytes ?? 0) - FORM_BYTES);

/**
 * What every upload takes from its request: the stream, its name, the trace and the idempotency key. `fields` are those of the form
 * that mean anything. The stream throws `malformed_multipart`, and `field_after_file` at its end.
 */
export function uploadOf(
  request: UploadRequest,
  fields: readonly string[] = [],
): Pick<Submission, 'source' | 'announcedBytes' | 'filename' | 'traceparent' | 'idempotency'> {
  const { upload } = request;
  if (!upload)
    throw new AppError('missing_file', 'invalid', {
      detail: 'The form has no file.',
      errors: [{ pointer: '/file', detail: 'has to be there, after all other fields' }],
    });
  const key = idempotencyKeyOf(request);
  return {
    source: completeUpload(upload, fields),
    announcedBytes: announcedBytes(upload),
    filename: upload.filename,
    traceparent: requestTraceparent(request),
    ...(key !== undefined && { idempotency: { route: idempotentRouteOf(request), key } }),
  };
}
