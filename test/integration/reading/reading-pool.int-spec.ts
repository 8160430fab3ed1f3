import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderTask } from '../../../libs/reading/src/child/protocol.js';
import { ReadingPool } from '../../../libs/reading/src/pool/reading-pool.js';

/** A reading process that does what the media type says: answers with its own id, ends, hangs, or is killed. */
const ENTRY = `
process.on('disconnect', () => process.exit(0));
process.on('message', ({ id, task }) => {
  if (task.mediaType === 'exit') process.exit(3);
  if (task.mediaType === 'kill') process.kill(process.pid, 'SIGSEGV');
  if (task.mediaType === 'abort') process.abort();
  if (task.mediaType === 'hang') for (;;);
  process.send({ id, ok: true, result: { pid: process.pid, env: Object.keys(process.env) } });
});
`;

let folder: string;
let pool: ReadingPool;

const run = async (mediaType: string, wallMs = 10_000): Promise<{ pid: number; env: string[] }> => {
  const task: RenderTask = { kind: 'render', source: { path: '/' }, mediaType, page: 1, dpi: 1, maxPixels: 1 };
  return (await pool.run(() => task, wallMs)) as unknown as { pid: number; env: string[] };
};
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
  pool = new ReadingPool({ entry, processes: 1, memoryMb: 512, documentsPerProcess: 100 });
});
afterAll(async () => {
  pool.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('ReadingPool', () => {
  it('keeps its process warm, without an environment', async () => {
    const [first, second] = [await run('fine'), await run('fine')];
    expect(second.pid).toBe(first.pid);
    expect(first.env.filter((name) => !name.startsWith('NODE_CHANNEL'))).toEqual([]);
  });

  it.each([
    ['exit', 10_000, 'reader_crashed'],
    ['kill', 10_000, 'reader_crashed'],
    ['abort', 10_000, 'reading_out_of_memory'],
    ['hang', 300, 'reading_timeout'],
  ])(
    'answers a process that does %s with a typed error, ends it, and goes on with another',
    async (what, wallMs, code) => {
      const { pid } = await run('fine');
      await expect(run(what, wallMs)).rejects.toMatchObject({ name: 'AppError', code });
      expect((await run('fine')).pid).not.toBe(pid);
      await expect.poll(() => isRunning(pid)).toBe(false);
    },
  );

  it('serves tasks that wait, one after the other', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => run('fine')));
    expect(new Set(answers.map(({ pid }) => pid)).size).toBe(1);
  });
});
