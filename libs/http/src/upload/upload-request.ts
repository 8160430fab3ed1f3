import type { Readable } from 'node:stream';
import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

/** A file that is on its way. */
export interface UploadedFile {
  readonly stream: Readable;
  /** As the client gave it. */
  readonly filename: string;
  /** Bytes of the whole form as it was announced; null where it was not. */
  readonly formBytes: number | null;
  /**
   * Reads what follows the file, which must have been read to its end: the names of fields, and `file` where there are more files.
   * Throws `malformed_multipart`.
   */
  rest(): Promise<readonly string[]>;
}

/** A request after `UploadInterceptor`: without a file where the form has none, or where there is no form. */
export type UploadRequest = FastifyRequest & { readonly upload?: UploadedFile };
