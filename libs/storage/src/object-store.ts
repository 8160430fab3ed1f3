import type { Readable } from 'node:stream';
import { AppError } from '@app/kernel';
import type { OrphanSweep } from './orphan-sweep.js';

export interface StoredObject {
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface StoredContent {
  readonly sizeBytes: number;
  /** A piece is good until the next one is asked for. Throws `stored_file_corrupt` before it gives out what was changed. */
  content(): AsyncIterable<Uint8Array>;
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
  /** Size and bytes, which are read as often as they are asked for. */
  abstract content(tenantId: string, sha256: string): Promise<StoredContent>;
  /** Seals an object that was stored before objects were sealed. False where there is none such. */
  abstract seal(tenantId: string, sha256: string): Promise<boolean>;
  /**
   * Seals the key of an object with the current data key of its tenant; its bytes stay as they are. False where there is nothing to
   * do, or no such object. Throws `stored_file_corrupt`, `decryption_failed`, `data_key_missing`.
   */
  abstract reseal(tenantId: string, sha256: string): Promise<boolean>;
  abstract delete(tenantId: string, sha256: string): Promise<boolean>;
  /** Removes everything of a tenant, without its keys. Answers how many objects that were. */
  abstract deleteAll(tenantId: string): Promise<number>;
  abstract exists(tenantId: string, sha256: string): Promise<boolean>;
  /**
   * Removes objects of a tenant that are none of `known` (SHA-256, in pages) and that nobody has touched for `idleMs`. Removes none where
   * something does not add up.
   */
  abstract sweepOrphans(
    tenantId: string,
    known: AsyncIterable<readonly string[]>,
    idleMs: number,
  ): Promise<OrphanSweep>;
  /** Removes what was staged by processes that have died. Answers how many. */
  abstract sweepStaged(): Promise<number>;
  /** Throws where nothing can be written. */
  abstract check(): Promise<void>;
}
