import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { LocalObjectStore } from '@app/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixedKeys } from '../../support/data-keys.js';

const MB = 1024 * 1024;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes in pieces of this size, as a request's body comes in. */
async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('LocalObjectStore', () => {
  let root: string;
  let store: LocalObjectStore;
  const [tenant, other] = [randomUUID(), randomUUID()];

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'dossier-store-'));
    store = new LocalObjectStore(root, fixedKeys);
    await store.start();
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** Paths of all objects of a tenant. */
  const files = async (tenantId = tenant): Promise<string[]> => {
    const entries = await readdir(join(root, tenantId), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  };
  const staged = () => readdir(join(root, '.staging'));
  const keep = async (bytes: Uint8Array, tenantId = tenant) => (await store.stage(bytes, 10 * MB)).commit(tenantId);

  it.each([
    ['nothing', 0, 1],
    ['one byte', 1, 1],
    ['exactly a head', 64 * 1024, 1_000],
    ['a head and a byte', 64 * 1024 + 1, 64 * 1024],
    ['many small pieces', 10_000, 7],
    ['a few megabytes', 3 * MB + 17, 64 * 1024],
  ])('keeps %s as it is', async (_, length, piece) => {
    const bytes = randomBytes(length);
    const object = await store.stage(inPieces(bytes, piece), 10 * MB);
    expect(object).toMatchObject({ sha256: sha256(bytes), sizeBytes: length });
    expect(Buffer.from(object.head).equals(bytes.subarray(0, 64 * 1024))).toBe(true);
    expect(await store.exists(tenant, object.sha256)).toBe(false);
    expect(await object.commit(tenant)).toEqual({ sha256: object.sha256, sizeBytes: length });
    expect((await buffer(await store.open(tenant, object.sha256))).equals(bytes)).toBe(true);
    expect(await staged()).toEqual([]);
  });

  it.each([
    ['at the limit', 100, 100, true],
    ['a byte above it', 101, 100, false],
    ['far above it', 5 * MB, 1_000, false],
  ])('takes a file %s or refuses it, and leaves nothing behind then', async (_, length, limit, taken) => {
    const staging = store.stage(inPieces(randomBytes(length), 64), limit);
    if (taken) return (await staging).discard();
    await expect(staging).rejects.toMatchObject({ code: 'document_too_large', kind: 'too_large' });
    expect(await staged()).toEqual([]);
  });

  it('stops reading where a file is too large, instead of taking all of it first', async () => {
    let given = 0;
    const endless = async function* () {
      for (; ; given++) yield Buffer.alloc(1_000);
    };
    await expect(store.stage(endless(), 50_000)).rejects.toMatchObject({ code: 'document_too_large' });
    expect(given).toBeLessThan(60);
  });

  it.each([
    ['larger than its head', 200_000, 64 * 1024],
    ['smaller than its head', 100, 100],
    ['empty', 0, 0],
  ])('shows the first bytes of a file that is %s, once', async (_, length, shown) => {
    const bytes = randomBytes(length);
    const heads: Uint8Array[] = [];
    const object = await store.stage(inPieces(bytes, 5_000), MB, async (head) => void heads.push(head));
    expect(heads.map((head) => Buffer.from(head))).toEqual([bytes.subarray(0, shown)]);
    expect(object.head).toEqual(heads[0]);
  });

  it('takes no more of a file whose first bytes are refused, and leaves nothing behind', async () => {
    let given = 0;
    const endless = async function* () {
      for (; ; given++) yield Buffer.alloc(1_000);
    };
    const refused = new Error('of no known type');
    await expect(store.stage(endless(), 10 * MB, () => Promise.reject(refused))).rejects.toBe(refused);
    expect(given).toBeLessThan(70);
    expect(await staged()).toEqual([]);
  });

  it('does not need a chunk any more when it asks for the next one', async () => {
    const bytes = randomBytes(300_000);
    const overwritten = async function* () {
      for await (const chunk of inPieces(Buffer.from(bytes), 10_000)) {
        yield chunk;
        chunk.fill(0);
      }
    };
    const object = await store.stage(overwritten(), MB);
    expect(object.sha256).toBe(sha256(bytes));
    expect(Buffer.from(object.head)).toEqual(bytes.subarray(0, 64 * 1024));
    await object.commit(tenant);
    expect(sha256(await buffer(await store.open(tenant, object.sha256)))).toBe(object.sha256);
  });

  it('leaves nothing behind when the sender breaks off', async () => {
    const broken = async function* () {
      yield randomBytes(1_000);
      throw new Error('connection reset');
    };
    await expect(store.stage(broken(), MB)).rejects.toThrow('connection reset');
    expect(await staged()).toEqual([]);
  });

  it('leaves nothing behind when the upload is discarded', async () => {
    const object = await store.stage(randomBytes(100), MB);
    expect(await staged()).toHaveLength(1);
    await object.discard();
    expect(await staged()).toEqual([]);
    expect(await store.exists(tenant, object.sha256)).toBe(false);
  });

  it('keeps one content once, however many send it at once', async () => {
    const bytes = randomBytes(200_000);
    const kept = await Promise.all(Array.from({ length: 20 }, () => keep(bytes)));
    expect(new Set(kept.map((object) => object.sha256)).size).toBe(1);
    const { sha256: hash } = kept[0]!;
    expect(await files()).toHaveLength(1);
    expect((await buffer(await store.open(tenant, hash))).equals(bytes)).toBe(true);
    expect(await staged()).toEqual([]);
  });

  it('shows neither the bytes nor their hash to who has the disk', async () => {
    const bytes = Buffer.concat([randomBytes(70_000), Buffer.from('CANARY'), randomBytes(70_000)]);
    const { sha256: hash } = await keep(bytes);
    const [path] = await files();
    expect(path).not.toContain(hash);
    const kept = await readFile(path!);
    expect(kept.includes('CANARY')).toBe(false);
    expect(kept.includes(bytes.subarray(0, 64))).toBe(false);
    await keep(bytes, other);
    expect((await files(other))[0]).not.toContain(path!.slice(-64));
  });

  const SEGMENT = 64 * 1024 + 16;
  const HEADER = 80;
  it.each<[string, (kept: Buffer) => Buffer]>([
    ['cut within a segment', (kept) => kept.subarray(0, -1)],
    ['cut between two segments', (kept) => kept.subarray(0, HEADER + 2 * SEGMENT)],
    ['cut to its header', (kept) => kept.subarray(0, HEADER)],
    ['without its first segment', (kept) => Buffer.concat([kept.subarray(0, HEADER), kept.subarray(HEADER + SEGMENT)])],
    [
      'with two segments changed for each other',
      (kept) =>
        Buffer.concat([
          kept.subarray(0, HEADER),
          kept.subarray(HEADER + SEGMENT, HEADER + 2 * SEGMENT),
          kept.subarray(HEADER, HEADER + SEGMENT),
          kept.subarray(HEADER + 2 * SEGMENT),
        ]),
    ],
    ['with a segment twice', (kept) => Buffer.concat([kept.subarray(0, HEADER + SEGMENT), kept.subarray(HEADER)])],
  ])('finds a file %s', async (_, change) => {
    const { sha256: hash } = await keep(randomBytes(3 * 64 * 1024));
    const [path] = await files();
    await writeFile(path!, change(await readFile(path!)));
    const read = async (): Promise<Buffer> => buffer(await store.open(tenant, hash));
    await expect(read()).rejects.toMatchObject({ code: 'stored_file_corrupt' });
  });

  it('finds each flipped bit, and the body of one file under the header of another', async () => {
    const { sha256: hash } = await keep(randomBytes(20));
    const [path] = await files();
    const kept = await readFile(path!);
    const read = async (): Promise<Buffer> => buffer(await store.open(tenant, hash));
    for (let bit = 0; bit < kept.length * 8; bit++) {
      const flipped = Buffer.from(kept);
      flipped[bit >> 3] = flipped[bit >> 3]! ^ (1 << (bit & 7));
      await writeFile(path!, flipped);
      await expect(read(), `bit ${bit}`).rejects.toThrow(/not what was written|decryption_failed|not there any more/);
    }
    await keep(randomBytes(20));
    const another = (await files()).find((each) => each !== path);
    await writeFile(path!, Buffer.concat([kept.subarray(0, HEADER), (await readFile(another!)).subarray(HEADER)]));
    await expect(read()).rejects.toMatchObject({ code: 'stored_file_corrupt' });
    await writeFile(path!, await readFile(another!));
    await expect(read()).rejects.toThrow('decryption_failed');
  });

  it('reads what was stored before files were sealed, seals it, and finds both to delete', async () => {
    const bytes = randomBytes(100_000);
    const hash = sha256(bytes);
    const plain = join(root, tenant, hash.slice(0, 2), hash);
    await mkdir(dirname(plain), { recursive: true });
    await writeFile(plain, bytes);
    expect(await store.exists(tenant, hash)).toBe(true);
    expect((await buffer(await store.open(tenant, hash))).equals(bytes)).toBe(true);
    expect(await store.seal(tenant, hash)).toBe(true);
    expect(await store.seal(tenant, hash)).toBe(false);
    expect(await files()).toHaveLength(1);
    expect((await readFile((await files())[0]!)).includes(bytes.subarray(0, 32))).toBe(false);
    expect((await buffer(await store.open(tenant, hash))).equals(bytes)).toBe(true);
    await writeFile(plain, bytes).catch(() => undefined);
    expect(await store.delete(tenant, hash)).toBe(true);
    expect(await store.exists(tenant, hash)).toBe(false);
    expect(await staged()).toEqual([]);
  });

  it('keeps tenants apart: the same content of another tenant is another object', async () => {
    const bytes = randomBytes(100);
    const { sha256: hash } = await keep(bytes);
    expect(await store.exists(other, hash)).toBe(false);
    await expect(store.open(other, hash)).rejects.toMatchObject({ code: 'stored_file_missing' });
    await keep(bytes, other);
    expect(await store.delete(tenant, hash)).toBe(true);
    expect(await store.exists(tenant, hash)).toBe(false);
    expect(await store.exists(other, hash)).toBe(true);
  });

  it('says whether there was something to delete', async () => {
    const { sha256: hash } = await keep(randomBytes(10));
    expect(await store.delete(tenant, hash)).toBe(true);
    expect(await store.delete(tenant, hash)).toBe(false);
  });

  it('puts a file again where its folder has gone in the meantime', async () => {
    const bytes = randomBytes(10);
    const { sha256: hash } = await keep(bytes);
    rmSync(join(root, tenant), { recursive: true });
    const object = await store.stage(bytes, MB);
    await expect(object.commit(tenant)).rejects.toMatchObject({ code: 'ENOENT' });
    await object.commit(tenant);
    expect(await store.exists(tenant, hash)).toBe(true);
  });

  it('lets nobody but its own user read', async () => {
    await keep(randomBytes(10));
    const modes = await Promise.all(
      [join(root, '.staging'), join(root, tenant), (await files())[0]!].map(
        async (path) => (await stat(path)).mode & 0o077,
      ),
    );
    expect(modes).toEqual([0, 0, 0]);
  });

  it('clears away at a start what a dead process left, and nothing that may still be written', async () => {
    const [old, young] = ['old', 'young'].map((name) => join(root, '.staging', name)) as [string, string];
    await Promise.all([writeFile(old, 'x'), writeFile(young, 'x')]);
    const hoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
    await utimes(old, hoursAgo, hoursAgo);
    await Promise.all([new LocalObjectStore(root, fixedKeys).start(), new LocalObjectStore(root, fixedKeys).start()]);
    expect(await staged()).toEqual(['young']);
  });

  describe('sweeps files that no row knows', () => {
    const DAY_MS = 24 * 60 * 60 * 1_000;
    const age = async (...paths: readonly string[]): Promise<void> => {
      const before = new Date(Date.now() - 2 * DAY_MS);
      for (const path of paths) await utimes(path, before, before);
    };
    async function* known(...hashes: readonly string[]): AsyncGenerator<readonly string[]> {
      yield hashes.slice(0, 1);
      yield hashes.slice(1);
    }

    it('once they are old, and leaves all others, plain ones and strange ones too', async () => {
      const [row, plain, orphan] = [
        await keep(randomBytes(10)),
        sha256(Buffer.from('plain')),
        await keep(randomBytes(20)),
      ];
      await mkdir(join(root, tenant, plain.slice(0, 2)), { recursive: true });
      await writeFile(join(root, tenant, plain.slice(0, 2), plain), 'plain');
      await writeFile(join(root, tenant, 'note.txt'), 'of the operator');
      await age(...(await files()));
      const young = await keep(randomBytes(30));
      const others = await keep(randomBytes(40), other);
      const swept = await store.sweepOrphans(tenant, known(row.sha256, plain), DAY_MS);
      expect(swept).toEqual({ removed: 1, doubtful: 0, missing: 0 });
      const there = await Promise.all(
        [row.sha256, plain, orphan.sha256, young.sha256].map((hash) => store.exists(tenant, hash)),
      );
      expect([...there, await store.exists(other, others.sha256)]).toEqual([true, true, false, true, true]);
      expect([await staged(), (await files()).filter((path) => path.endsWith('note.txt')).length]).toEqual([[], 1]);
    });

    it('but not what is stored again while it looks, before the row of that is there', async () => {
      const bytes = randomBytes(10);
      const { sha256: hash } = await keep(bytes);
      await age(...(await files()));
      async function* rows(): AsyncGenerator<readonly string[]> {
        await keep(bytes);
        yield [];
      }
      expect(await store.sweepOrphans(tenant, rows(), DAY_MS)).toMatchObject({ removed: 0 });
      expect((await buffer(await store.open(tenant, hash))).equals(bytes)).toBe(true);
    });

    it('but none where a known one is missing, or where there are too many: it may be another database', async () => {
      await keep(randomBytes(10));
      await age(...(await files()));
      const missing = await store.sweepOrphans(tenant, known(sha256(Buffer.from('missing'))), DAY_MS);
      expect(missing).toEqual({ removed: 0, doubtful: 1, missing: 1 });
      const all = await Promise.all(Array.from({ length: 30 }, () => keep(randomBytes(10), other)));
      await age(...(await files(other)));
      const many = await store.sweepOrphans(other, known(...all.slice(0, 5).map((one) => one.sha256)), DAY_MS);
      expect(many).toEqual({ removed: 0, doubtful: 25, missing: 0 });
      const few = await store.sweepOrphans(other, known(...all.slice(0, 20).map((one) => one.sha256)), DAY_MS);
      expect(few).toEqual({ removed: 10, doubtful: 0, missing: 0 });
    });
  });

  it('is well while it can write', async () => {
    await expect(store.check()).resolves.toBeUndefined();
    rmSync(join(root, '.staging'), { recursive: true });
    await expect(store.check()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it.skipIf(process.getuid?.() === 0)('is not well where it may only read', async () => {
    await mkdir(join(root, 'readonly', '.staging'), { recursive: true });
    execFileSync('chmod', ['a-w', join(root, 'readonly', '.staging')]);
    await expect(new LocalObjectStore(join(root, 'readonly'), fixedKeys).check()).rejects.toMatchObject({
      code: 'EACCES',
    });
  });

  // The system then takes a part of the write and reports how much, and only the next write fails.
  it.skipIf(spawnSync('prlimit', ['--version']).status !== 0)(
    'keeps no part of a file where the rest found no room',
    async () => {
      const limit = (bytes: string) =>
        execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`], { stdio: 'ignore' });
      limit('100000');
      try {
        await expect(store.stage(inPieces(randomBytes(128 * 1024), 64 * 1024), MB)).rejects.toMatchObject({
          code: 'EFBIG',
        });
      } finally {
        limit('unlimited');
      }
      expect(await staged()).toEqual([]);
    },
  );
});
