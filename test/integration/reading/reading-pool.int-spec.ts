import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@app/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RenderTask } from '../../../libs/reading/src/child/protocol.js';
import { childEntryPath, programFiles } from '../../../libs/reading/src/pool/child-entry.js';
import type { FoundFile } from '../../../libs/reading/src/pool/reader-process.js';
import { type PoolOptions, ReadingPool } from '../../../libs/reading/src/pool/reading-pool.js';

/** A reading process that does what the media type says: answers with its own id, ends, hangs, or tries what it may not. */
const ENTRY = `
import { readFileSync, writeFileSync } from 'node:fs';
import { connect, Socket } from 'node:net';
import { ByteChannel } from '${childEntryPath().replace('main.js', 'byte-channel.js')}';
import { forbidConnections } from '${childEntryPath().replace('main.js', 'no-network.js')}';

const channel = new ByteChannel(new Socket({ fd: 3, readable: true, writable: true }));
const attempt = (act) => {
  try {
    return { outcome: String(act()) };
  } catch (error) {
    return { outcome: error.code ?? error.message };
  }
};
const DEEDS = {
  fine: () => ({ pid: process.pid, env: Object.keys(process.env) }),
  exit: () => process.exit(3),
  kill: () => process.kill(process.pid, 'SIGSEGV'),
  abort: () => process.abort(),
  hang: () => { for (;;); },
  slow: () => new Promise((resolve) => setTimeout(() => resolve({ pid: process.pid }), 1500)),
  grow: () => { const kept = []; setInterval(() => kept.push(Buffer.alloc(20_000_000, 1)), 10); return new Promise(() => {}); },
  read: (bytes) => attempt(() => readFileSync(bytes.toString())),
  write: (bytes) => attempt(() => writeFileSync(bytes.toString(), 'x')),
  connect: (bytes) => attempt(() => connect(Number(bytes.toString()), '127.0.0.1')),
  echo: (bytes) => ({ length: bytes.length, sum: bytes.reduce((sum, byte) => (sum + byte) % 65_521, 0) }),
  children: () => ({ children: [3, 2_000_000, 5].map((sizeBytes, index) => ({ name: String(index), sizeBytes })) }),
};
forbidConnections();
process.on('disconnect', () => process.exit(0));
process.on('message', async ({ id, task, sizeBytes }) => {
  const alive = setInterval(() => process.send({ id, alive: true }), 50);
  const result = await DEEDS[task.mediaType](Buffer.from(await channel.receiveAll(sizeBytes)));
  clearInterval(alive);
  process.send({ id, ok: true, result });
  for (const child of result.children ?? []) await channel.send([Buffer.alloc(child.sizeBytes, child.name)]);
});
`;

let folder: string;
let options: PoolOptions;
const pools: ReadingPool[] = [];

const poolWith = (overrides: Partial<PoolOptions> = {}): ReadingPool => {
  const pool = new ReadingPool({ ...options, ...overrides });
  pools.push(pool);
  return pool;
};

interface Call {
  readonly wallMs?: number;
  readonly owner?: string;
  readonly document?: string | Uint8Array;
  readonly path?: string;
  readonly onChild?: (child: FoundFile) => Promise<void>;
}

const ignore = (): Promise<void> => Promise.resolve();

async function run<T = { pid: number; env: string[] }>(pool: ReadingPool, deed: string, call: Call = {}): Promise<T> {
  const { wallMs = 20_000, owner = 'a', document = 'x', path, onChild = ignore } = call;
  const task: RenderTask = { kind: 'render', mediaType: deed, page: 1, dpi: 1, maxPixels: 1 };
  const source = path === undefined ? { bytes: Buffer.from(document as Uint8Array) } : { path };
  return (await pool.run(() => task, source, { wallMs, owner, onChild })) as T;
}
const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reading-pool-'));
  const entry = join(folder, 'entry.mjs');
  await writeFile(entry, ENTRY);
  await writeFile(join(folder, 'secret.txt'), 'secret');
  options = {
    entry,
    readable: [entry, ...programFiles(childEntryPath())],
    processes: 1,
    memoryMb: 512,
    stallMs: 10_000,
    documentsPerProcess: 100,
  };
});
afterEach(() => {
  for (const pool of pools.splice(0)) pool.stop();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a reading process', () => {
  it('is kept warm, without an environment', async () => {
    const pool = poolWith();
    const [first, second] = [await run(pool, 'fine'), await run(pool, 'fine')];
    expect(second.pid).toBe(first.pid);
    expect(first.env.filter((name) => !name.startsWith('NODE_CHANNEL'))).toEqual([]);
  });

  it.each([
    ['exit', {}, 'reader_crashed'],
    ['kill', {}, 'reader_crashed'],
    ['abort', {}, 'reading_out_of_memory'],
    ['grow', {}, 'reading_out_of_memory'],
    ['hang', { stallMs: 3_000 }, 'reading_timeout'],
    ['hang', { wallMs: 400 }, 'reading_timeout'],
    ['slow', { wallMs: 400 }, 'reading_timeout'],
  ])(
    'that does %s (%j) is answered with a typed error, ended, and replaced',
    async (deed, { stallMs = 10_000, wallMs = 20_000 }: { stallMs?: number; wallMs?: number }, code) => {
      const pool = poolWith({ stallMs });
      const { pid } = await run(pool, 'fine');
      await expect(run(pool, deed, { wallMs })).rejects.toMatchObject({ name: 'AppError', code });
      expect((await run(pool, 'fine')).pid).not.toBe(pid);
      await expect.poll(() => isRunning(pid)).toBe(false);
    },
  );

  it('ends a task at once whose document turns out to be damaged, and says so', async () => {
    const damaged = new AppError('stored_file_corrupt', 'bug');
    const content = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(10);
      throw damaged;
    };
    const task = { kind: 'render', mediaType: 'echo', page: 1, dpi: 72, maxPixels: 1 } as const;
    const running = poolWith().run(
      () => task,
      { stored: { sizeBytes: 20, content } },
      {
        owner: 'test',
        wallMs: 20_000,
        onChild: () => Promise.resolve(),
      },
    );
    await expect(running).rejects.toBe(damaged);
  });

  it('may take its time as long as it lives', async () => {
    await expect(run(poolWith({ stallMs: 600 }), 'slow')).resolves.toHaveProperty('pid');
  });

  it('reads and writes no file, and opens no connection', async () => {
    const pool = poolWith();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const secret = join(folder, 'secret.txt');
    const denied = { outcome: 'ERR_ACCESS_DENIED' };
    expect(await run(pool, 'read', { document: secret })).toEqual(denied);
    expect(await run(pool, 'read', { document: '/etc/passwd' })).toEqual(denied);
    expect(await run(pool, 'write', { document: join(folder, 'new.txt') })).toEqual(denied);
    expect(await run(pool, 'connect', { document: String(port) })).toMatchObject({
      outcome: expect.stringMatching(/no network|ERR_ACCESS_DENIED/) as string,
    });
    server.close();
  });

  it('is given a document whole, by its path or by its bytes', async () => {
    const pool = poolWith();
    const bytes = Buffer.from(Array.from({ length: 3_000_001 }, (_, index) => index % 251));
    const expected = { length: bytes.length, sum: bytes.reduce((sum, byte) => (sum + byte) % 65_521, 0) };
    const path = join(folder, 'document.bin');
    await writeFile(path, bytes);
    expect(await run(pool, 'echo', { document: bytes })).toEqual(expected);
    expect(await run(pool, 'echo', { path })).toEqual(expected);
    await expect(run(pool, 'echo', { document: '' })).rejects.toMatchObject({ code: 'empty_file' });
    await expect(run(pool, 'echo', { path: join(folder, 'gone') })).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await run(pool, 'echo', { path })).toEqual(expected);
  });

  it('hands on the files inside, also where not all of them are wanted', async () => {
    const pool = poolWith();
    const seen: [string, number][] = [];
    const take = async ({ name, content }: FoundFile): Promise<void> => {
      if (name === '0') return;
      for await (const chunk of content) {
        seen.push([name, chunk.byteLength]);
        if (name === '1') break;
      }
    };
    const { pid } = await run(pool, 'fine');
    await run(pool, 'children', { onChild: take });
    expect(seen.map(([name]) => name)).toEqual(['1', '2']);
    expect(seen.at(-1)).toEqual(['2', 5]);
    expect((await run(pool, 'fine')).pid).toBe(pid);
    const full = new Error('full');
    await expect(run(pool, 'children', { onChild: () => Promise.reject(full) })).rejects.toBe(full);
    expect((await run(pool, 'fine')).pid).not.toBe(pid);
  });
});

describe('the pool', () => {
  it('serves tasks that wait, one after the other', async () => {
    const pool = poolWith();
    const answers = await Promise.all(Array.from({ length: 5 }, () => run(pool, 'fine')));
    expect(new Set(answers.map(({ pid }) => pid)).size).toBe(1);
  });

  it('serves an owner whose files hang no more than others', async () => {
    const pool = poolWith({ processes: 2 });
    const ended: string[] = [];
    const hanging = ['hang', 'hang', 'hang', 'hang'].map((deed) =>
      run(pool, deed, { wallMs: 8000 }).catch(() => ended.push('hung')),
    );
    await Promise.all(['b', 'c', 'b', 'c'].map((owner) => run(pool, 'fine', { owner }).then(() => ended.push(owner))));
    // All processes were taken by files that hang, and still are.
    expect(ended).toEqual(expect.arrayContaining(['b', 'c']));
    expect(ended).not.toContain('hung');
    pool.stop();
    await Promise.all(hanging);
  });

  it('gives the next process to the owner who has fewest', async () => {
    const pool = poolWith({ processes: 2 });
    const order: string[] = [];
    const go = (owner: string) => run(pool, 'slow', { owner }).then(() => order.push(owner));
    const all = ['a', 'a', 'a', 'a', 'b'].map(go);
    await Promise.all(all);
    expect(order.indexOf('b')).toBeLessThan(4);
  });
});
