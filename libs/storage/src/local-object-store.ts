import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, mkdir, open, readdir, rename, rm, stat, statfs, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { AppError, isUuid, notFound } from '@app/kernel';
import { ObjectHead } from './object-head.js';
import {
  documentTooLarge,
  type InspectHead,
  ObjectStore,
  type StagedObject,
  type StoredObject,
} from './object-store.js';

/** A staged upload that nobody committed or discarded for this long belongs to a process that died. */
const ABANDONED_MS = 60 * 60 * 1000;
const SHA256 = /^[0-9a-f]{64}$/;

/** Flushes a directory, so that a rename in it survives a power cut. */
async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** Bytes of a file; null where there is none. */
const sizeOf = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ size }) => size,
    () => null,
  );

function storageError(error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError('storage_full', 'insufficient_storage', {
      cause: error,
      detail: 'There is no room left to store this.',
    });
  return error;
}

/** Objects as files: `<root>/<tenant>/<first two digits>/<sha256>`, written aside, flushed, then renamed into place. */
export class LocalObjectStore extends ObjectStore {
  private readonly staging: string;
  private readonly knownDirectories = new Set<string>();

  constructor(private readonly root: string) {
    super();
    this.staging = join(root, '.staging');
  }

  async start(): Promise<void> {
    await mkdir(this.staging, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.staging)) {
      const path = join(this.staging, name);
      // Other processes are at work in the same folder: a file may go between the two calls.
      const found = await stat(path).catch(() => null);
      if (found && Date.now() - found.mtimeMs > ABANDONED_MS) await rm(path, { force: true });
    }
  }

  async stage(
    source: AsyncIterable<Uint8Array> | Uint8Array,
    maxBytes: number,
    inspect: InspectHead = () => Promise.resolve(),
  ): Promise<StagedObject> {
    const path = join(this.staging, randomUUID());
    const head = new ObjectHead(inspect);
    try {
      const { sha256, sizeBytes } = await this.write(path, source, maxBytes, head);
      return {
        sha256,
        sizeBytes,
        head: head.bytes,
        commit: async (tenantId) => {
          await this.place(path, this.pathOf(tenantId, sha256), sizeBytes);
          return { sha256, sizeBytes };
        },
        discard: () => rm(path, { force: true }),
      };
    } catch (error) {
      await rm(path, { force: true });
      throw storageError(error);
    }
  }

  private async write(
    path: string,
    source: AsyncIterable<Uint8Array> | Uint8Array,
    maxBytes: number,
    head: ObjectHead,
  ): Promise<StoredObject> {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const chunk of source instanceof Uint8Array ? [source] : source) {
        sizeBytes += chunk.byteLength;
        if (sizeBytes > maxBytes) throw documentTooLarge(maxBytes);
        await head.add(chunk);
        hash.update(chunk);
        // `write` may take a part only, which would leave a file that is not what its hash says.
        await file.writeFile(chunk);
      }
      await head.end();
    } finally {
      await file.close();
    }
    return { sha256: hash.digest('hex'), sizeBytes };
  }

  private async place(from: string, to: string, sizeBytes: number): Promise<void> {
    const directory = dirname(to);
    try {
      // The same bytes are there, flushed before they got their name. The folder is flushed again: who put them there may have died.
      if ((await sizeOf(to)) === sizeBytes) return await syncDirectory(directory);
      await syncFile(from);
      if (!this.knownDirectories.has(directory)) {
        const made = await mkdir(directory, { recursive: true, mode: 0o700 });
        if (made !== undefined) await syncDirectory(dirname(directory));
        this.knownDirectories.add(directory);
      }
      await rename(from, to);
      await syncDirectory(directory);
    } catch (error) {
      this.knownDirectories.delete(directory);
      throw storageError(error);
    }
  }

  async open(tenantId: string, sha256: string): Promise<Readable> {
    return createReadStream(await this.localPath(tenantId, sha256));
  }

  async localPath(tenantId: string, sha256: string): Promise<string> {
    const path = this.pathOf(tenantId, sha256);
    await access(path).catch(() => {
      throw new AppError('stored_file_missing', 'bug', { detail: 'The bytes of this document are missing.' });
    });
    return path;
  }

  async delete(tenantId: string, sha256: string): Promise<boolean> {
    return unlink(this.pathOf(tenantId, sha256)).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return false;
        throw error;
      },
    );
  }

  async exists(tenantId: string, sha256: string): Promise<boolean> {
    return access(this.pathOf(tenantId, sha256)).then(
      () => true,
      () => false,
    );
  }

  async check(): Promise<void> {
    await access(this.staging, constants.W_OK);
    const { bavail, bsize } = await statfs(this.root);
    if (bavail * bsize < 64 * 1024 * 1024)
      throw new AppError('storage_full', 'insufficient_storage', { detail: 'Less than 64 MB of storage are left.' });
  }

  /** Tenant and hash become a path only after a check of their form: nothing from outside can climb out of the root. */
  private pathOf(tenantId: string, sha256: string): string {
    if (!isUuid(tenantId) || !SHA256.test(sha256)) throw notFound();
    return join(this.root, tenantId, sha256.slice(0, 2), sha256);
  }
}
