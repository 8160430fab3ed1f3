import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  access,
  constants,
  type FileHandle,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  stat,
  statfs,
  unlink,
  utimes,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { type DataKeys, isSealed, type TenantSeals } from '@app/encryption';
import { AppError, isUuid, notFound } from '@app/kernel';
import { ObjectHead } from './object-head.js';
import {
  documentTooLarge,
  type InspectHead,
  ObjectStore,
  type StagedObject,
  type StoredContent,
  type StoredObject,
} from './object-store.js';
import { type OrphanSweep, sweepFolder } from './orphan-sweep.js';
import {
  FILE_KEY_BYTES,
  newFileKey,
  openSegments,
  plainBytes,
  corruptFile,
  readFully,
  sealedBytes,
  SegmentSealer,
} from './sealed-file.js';

/** A staged upload that nobody committed or discarded for this long belongs to a process that died. */
const ABANDONED_MS = 60 * 60 * 1000;
const SHA256 = /^[0-9a-f]{64}$/;
/** In front of a sealed body: the key of the file, sealed by its tenant's. 48 bytes are the form's own. */
const HEADER_BYTES = FILE_KEY_BYTES + 48;
const FILE_KEYS = 'files.key';
const FILE_NAMES = 'files.name';

const missing = (): AppError =>
  new AppError('stored_file_missing', 'bug', { detail: 'The bytes of this document are missing.' });

/** Flushes a directory, so that a rename in it survives a power cut. */
async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Puts the header into its place and flushes the file. */
async function completeFile(path: string, header: Uint8Array): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.write(header, 0, header.byteLength, 0);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** For reading and writing; null where there is no such file. */
const openIfThere = (path: string): Promise<FileHandle | null> =>
  open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });

/** The header of a file and the key in it. One that is being replaced may have been read half old, half new: it is read once more. */
async function openHeader(file: FileHandle, seals: TenantSeals, sha256: string) {
  for (let tries = 1; ; tries++) {
    const header = Buffer.alloc(HEADER_BYTES);
    await readFully(file, header, 0);
    if (!isSealed(header)) throw corruptFile();
    try {
      return { header, key: seals.openBytes(FILE_KEYS, sha256, header) };
    } catch (error) {
      if (tries === 2) throw error;
    }
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

/**
 * Objects as files: `<root>/<tenant>/<first two digits>/<name>`, written aside, flushed, then renamed into place. A file is sealed under
 * a key of its own, which stands in front of it, sealed by the tenant's; its name is a keyed hash of the SHA-256 of its bytes, so
 * that names tell nobody without the key which contents are here. What was stored before that is a plain file named by its SHA-256.
 */
export class LocalObjectStore extends ObjectStore {
  private readonly staging: string;
  private readonly knownDirectories = new Set<string>();

  constructor(
    private readonly root: string,
    private readonly keys: Pick<DataKeys, 'of'>,
  ) {
    super();
    this.staging = join(root, '.staging');
  }

  async start(): Promise<void> {
    await mkdir(this.staging, { recursive: true, mode: 0o700 });
    await this.sweepStaged();
  }

  async sweepStaged(): Promise<number> {
    let removed = 0;
    for (const name of await readdir(this.staging)) {
      const path = join(this.staging, name);
      // Other processes are at work in the same folder: a file may go between the two calls.
      const found = await stat(path).catch(() => null);
      if (!found || Date.now() - found.mtimeMs <= ABANDONED_MS) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }

  async stage(
    source: AsyncIterable<Uint8Array> | Uint8Array,
    maxBytes: number,
    inspect: InspectHead = () => Promise.resolve(),
  ): Promise<StagedObject> {
    const path = join(this.staging, randomUUID());
    const head = new ObjectHead(inspect);
    try {
      const key = newFileKey();
      const { sha256, sizeBytes } = await this.write(path, source, maxBytes, { head, key });
      return {
        sha256,
        sizeBytes,
        head: head.bytes,
        commit: async (tenantId) => {
          await this.place(path, { tenantId, sha256, sizeBytes, key });
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
    { head, key }: { readonly head: ObjectHead; readonly key: Uint8Array },
  ): Promise<StoredObject> {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const file = await open(path, 'wx', 0o600);
    // `write` may take a part only, which would leave a file that is not what its hash says.
    const sealer = new SegmentSealer(key, (sealed) => file.writeFile(sealed));
    try {
      await file.writeFile(Buffer.alloc(HEADER_BYTES));
      for await (const chunk of source instanceof Uint8Array ? [source] : source) {
        sizeBytes += chunk.byteLength;
        if (sizeBytes > maxBytes) throw documentTooLarge(maxBytes);
        await head.add(chunk);
        hash.update(chunk);
        await sealer.add(chunk);
      }
      await sealer.end();
      await head.end();
    } finally {
      await file.close();
    }
    return { sha256: hash.digest('hex'), sizeBytes };
  }

  private async place(from: string, object: StoredObject & { tenantId: string; key: Uint8Array }): Promise<void> {
    const { tenantId, sha256, sizeBytes, key } = object;
    const to = await this.pathOf(tenantId, sha256);
    const directory = dirname(to);
    try {
      // The same bytes are there, flushed before they got their name. The folder is flushed again: who put them there may have died.
      if ((await sizeOf(to)) === HEADER_BYTES + sealedBytes(sizeBytes) && (await touched(to)))
        return await syncDirectory(directory);
      await completeFile(from, (await this.keys.of(tenantId)).bytes(FILE_KEYS, sha256, key));
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
    return Readable.from((await this.content(tenantId, sha256)).content(), { objectMode: false });
  }

  async content(tenantId: string, sha256: string): Promise<StoredContent> {
    const path = await this.pathOf(tenantId, sha256);
    const size = await sizeOf(path);
    if (size !== null)
      return { sizeBytes: plainBytes(size - HEADER_BYTES), content: () => this.opened(path, tenantId, sha256) };
    const plain = this.plainPathOf(tenantId, sha256);
    const sizeBytes = await sizeOf(plain);
    if (sizeBytes === null) throw missing();
    return { sizeBytes, content: () => createReadStream(plain) };
  }

  private async *opened(path: string, tenantId: string, sha256: string): AsyncGenerator<Uint8Array> {
    const seals = await this.keys.of(tenantId);
    const file = await open(path, 'r');
    try {
      const { key } = await openHeader(file, seals, sha256);
      const { size } = await file.stat();
      yield* openSegments(file, HEADER_BYTES, size - HEADER_BYTES, key);
    } finally {
      await file.close();
    }
  }

  async seal(tenantId: string, sha256: string): Promise<boolean> {
    const plain = this.plainPathOf(tenantId, sha256);
    if ((await sizeOf(plain)) === null) return false;
    const staged = await this.stage(createReadStream(plain), Infinity);
    try {
      // What is not what its name says is left as it is, for somebody to look at.
      if (staged.sha256 !== sha256) return false;
      await staged.commit(tenantId);
      return await unlinked(plain);
    } finally {
      await staged.discard();
    }
  }

  /** In place: the header is a fraction of a sector, which disks write as a whole, and a file that was deleted meanwhile stays deleted. */
  async reseal(tenantId: string, sha256: string): Promise<boolean> {
    const path = await this.pathOf(tenantId, sha256);
    const seals = await this.keys.of(tenantId);
    const file = await openIfThere(path);
    if (file === null) return false;
    try {
      const { header, key } = await openHeader(file, seals, sha256);
      if (!seals.isOutdated(header)) return false;
      await file.write(seals.bytes(FILE_KEYS, sha256, key), 0, HEADER_BYTES, 0);
      await file.datasync();
      return true;
    } finally {
      await file.close();
    }
  }

  async delete(tenantId: string, sha256: string): Promise<boolean> {
    const removed = await Promise.all(
      [await this.pathOf(tenantId, sha256), this.plainPathOf(tenantId, sha256)].map(unlinked),
    );
    return removed.includes(true);
  }

  async sweepOrphans(tenantId: string, known: AsyncIterable<readonly string[]>, idleMs: number): Promise<OrphanSweep> {
    if (!isUuid(tenantId)) throw notFound();
    const seals = await this.keys.of(tenantId);
    const namesOf = (sha256: string): string[] => [seals.blind(FILE_NAMES, sha256).toString('hex'), sha256];
    return sweepFolder({ folder: join(this.root, tenantId), staging: this.staging, namesOf, known, idleMs });
  }

  async deleteAll(tenantId: string): Promise<number> {
    if (!isUuid(tenantId)) throw notFound();
    const folder = join(this.root, tenantId);
    let removed = 0;
    for (const shard of await namesIn(folder)) {
      const path = join(folder, shard);
      removed += (await namesIn(path)).length;
      await rm(path, { recursive: true, force: true });
      this.knownDirectories.delete(path);
    }
    await rm(folder, { recursive: true, force: true });
    return removed;
  }

  async exists(tenantId: string, sha256: string): Promise<boolean> {
    const sizes = await Promise.all(
      [await this.pathOf(tenantId, sha256), this.plainPathOf(tenantId, sha256)].map(sizeOf),
    );
    return sizes.some((size) => size !== null);
  }

  async check(): Promise<void> {
    await access(this.staging, constants.W_OK);
    const { bavail, bsize } = await statfs(this.root);
    if (bavail * bsize < 64 * 1024 * 1024)
      throw new AppError('storage_full', 'insufficient_storage', { detail: 'Less than 64 MB of storage are left.' });
  }

  private async pathOf(tenantId: string, sha256: string): Promise<string> {
    requireNames(tenantId, sha256);
    const name = (await this.keys.of(tenantId)).blind(FILE_NAMES, sha256).toString('hex');
    return join(this.root, tenantId, name.slice(0, 2), name);
  }

  private plainPathOf(tenantId: string, sha256: string): string {
    requireNames(tenantId, sha256);
    return join(this.root, tenantId, sha256.slice(0, 2), sha256);
  }
}

/** Tenant and hash become a path only after a check of their form: nothing from outside can climb out of the root. */
function requireNames(tenantId: string, sha256: string): void {
  if (!isUuid(tenantId) || !SHA256.test(sha256)) throw notFound();
}

/** So that no sweep takes it for an orphan before its row is there. False where there is no such file any more. */
const touched = (path: string): Promise<boolean> => {
  const now = new Date();
  return utimes(path, now, now).then(
    () => true,
    () => false,
  );
};

/** None where there is no such folder. */
const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });

/** False where there was no such file. */
const unlinked = (path: string): Promise<boolean> =>
  unlink(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
