import { AppError } from '@app/kernel';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { UploadedFile, UploadRequest } from './upload-request.js';

/** The parser's own bounds; the size of the file is bounded by whoever reads its stream. */
const LIMITS = { fileSize: Number.MAX_SAFE_INTEGER, files: 20, fields: 20, fieldSize: 64 * 1024 };
const FILE_FIELD = 'file';
/** Escapes of browsers in the names of files (HTML Standard, multipart/form-data encoding algorithm). */
const ESCAPED: Readonly<Record<string, string>> = { '%0a': '\n', '%0d': '\r', '%22': '"' };

export const malformedForm = (cause?: unknown): AppError =>
  new AppError('malformed_multipart', 'invalid', { cause, detail: 'The form is broken or was cut off.' });

/** Reads a form up to its file. Throws `malformed_multipart`. */
export async function fileOf(request: UploadRequest): Promise<{ body: object; upload?: UploadedFile }> {
  const body = Object.create(null) as Record<string, unknown>;
  let hasOther = false;
  try {
    // The iterator is left where it is: to end it would end the file.
    const parts = request.parts({ limits: LIMITS })[Symbol.asyncIterator]();
    for (let next = await parts.next(); next.done !== true; next = await parts.next()) {
      const part = next.value;
      if (part.type === 'field') addField(body, part);
      else if (hasOther && part.filename) throw new Error('Two files');
      else if (part.fieldname === FILE_FIELD && part.filename) return { body, upload: uploadOf(request, part, parts) };
      else {
        hasOther ||= part.filename !== '';
        part.file.resume();
      }
    }
  } catch (cause) {
    throw malformedForm(cause);
  }
  return { body };
}

/** A field that is there twice is a list, which no check of a field accepts. */
function addField(body: Record<string, unknown>, part: Exclude<Multipart, MultipartFile>): void {
  if (part.fieldnameTruncated || part.valueTruncated) throw new Error('A field is too long');
  const before = body[part.fieldname];
  body[part.fieldname] = before === undefined ? part.value : [before, part.value].flat();
}

/** Names of the fields that are left, and `file` for the first file, after which nothing is looked at. Empty inputs of browsers are none. */
async function namesAfter(parts: AsyncIterator<Multipart>): Promise<string[]> {
  const names = new Set<string>();
  try {
    for (let next = await parts.next(); next.done !== true; next = await parts.next()) {
      const part = next.value;
      if (part.type === 'file' && part.filename) return [...names.add(FILE_FIELD)];
      if (part.type === 'file') part.file.resume();
      else names.add(part.fieldname);
    }
  } catch (cause) {
    throw malformedForm(cause);
  }
  return [...names];
}

function uploadOf(
  { headers }: UploadRequest,
  { filename, file }: MultipartFile,
  parts: AsyncIterator<Multipart>,
): UploadedFile {
  const length = Number(headers['content-length']);
  return {
    stream: file,
    filename: filename.replace(/%0a|%0d|%22/gi, (escape) => ESCAPED[escape.toLowerCase()] ?? escape),
    formBytes: Number.isSafeInteger(length) ? length : null,
    rest: () => namesAfter(parts),
  };
}
