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
}

/** A request after `UploadInterceptor`: without a file where the form has none, or where there is no form. */
export type UploadRequest = FastifyRequest & { readonly upload?: UploadedFile };
