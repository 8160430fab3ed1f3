import type { Readable } from 'node:stream';
import { AppError } from '@app/kernel';

export interface StoredObject {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Bytes on their way in: hashed and flushed, but not yet under their final key. */
export interface StagedObject extends StoredObject {
  /** The first bytes (at most 64 KB), for telling the type by content. */
  readonly head: Uint8Array;
  /** Puts the bytes under the tenant's prefix. The same content twice is stored once. */
  commit(tenantId: string): Promise<StoredObject>;
  discard(): Promise<void>;
}

/** Looks at the first bytes as soon as they are there (all of them, where the object is smaller), before more are taken. */
export type InspectHead = (head: Uint8Array) => Promise<void>;

/** The object is larger than `maxBytes`. */
export const documentTooLarge = (maxBytes: number): AppError =>
  new AppError('document_too_large', 'too_large', { detail: `The file is larger than ${maxBytes} bytes.` });

/** Where bytes are kept: content-addressed under the tenant, so that a key can be checked against what it holds. */
export abstract class ObjectStore {
  /**
   * Streams bytes in, at most `maxBytes` of them; more is `document_too_large` and leaves nothing behind, as does what
   * `inspect` throws. A full disk is `storage_full`. A chunk is not looked at after the next one was asked for.
   */
  abstract stage(
    source: AsyncIterable<Uint8Array> | Uint8Array,
    maxBytes: number,
    inspect?: InspectHead,
  ): Promise<StagedObject>;
  abstract open(tenantId: string, sha256: string): Promise<Readable>;
  /** A local path of the bytes, for readers that run in a child process. */
  abstract localPath(tenantId: string, sha256: string): Promise<string>;
  abstract delete(tenantId: string, sha256: string): Promise<boolean>;
  abstract exists(tenantId: string, sha256: string): Promise<boolean>;
  /** Throws where nothing can be written. */
  abstract check(): Promise<void>;
}
