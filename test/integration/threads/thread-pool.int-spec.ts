import { AsyncLocalStorage } from 'node:async_hooks';
import { fileURLToPath } from 'node:url';
import { AppError } from '@app/kernel';
import { threadEntry, ThreadPool, type ThreadPoolOptions } from '@app/threads';
import { afterEach, describe, expect, it } from 'vitest';

interface Order {
  readonly work: 'add' | 'ask' | 'refuse' | 'slip' | 'hang' | 'swell' | 'die';
  readonly numbers?: readonly number[];
  readonly question?: string;
}
type Pool = ThreadPool<Order, unknown, string, string>;

const entry = fileURLToPath(new URL('arithmetic.thread.mjs', import.meta.url));
const pools: Pool[] = [];
const pool = (options: Partial<ThreadPoolOptions> = {}): Pool => {
  const made: Pool = new ThreadPool({ entry, size: 1, silentMs: 20_000, memoryMb: 64, ...options });
  pools.push(made);
  return made;
};
afterEach(() => {
  for (const made of pools.splice(0)) made.close();
});

const add = (threads: Pool, ...numbers: number[]) => threads.run({ work: 'add', numbers });

describe('a pool of threads', () => {
  it('computes each task, more of them than it has threads', async () => {
    const threads = pool({ size: 2 });
    const sums = await Promise.all(Array.from({ length: 50 }, (_, n) => add(threads, n, 1)));
    expect(sums).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
  });

  it('does other work while a task waits for its answer', async () => {
    const threads = pool();
    const answer = Promise.withResolvers<string>();
    const waiting = threads.run({ work: 'ask', question: 'how much?' }, { ask: () => answer.promise });
    expect(await add(threads, 2, 3)).toBe(5);
    answer.resolve('not much');
    expect(await waiting).toBe('heard: not much');
  });

  it('asks in the context of who wants the answer, not of who has started the thread', async () => {
    const threads = pool();
    const tenant = new AsyncLocalStorage<string>();
    const ask = () => Promise.resolve(tenant.getStore() ?? 'nobody');
    const heard = ['one', 'two'].map((name) =>
      tenant.run(name, () => threads.run({ work: 'ask', question: '?' }, { ask })),
    );
    expect(await Promise.all(heard)).toEqual(['heard: one', 'heard: two']);
  });

  it('passes on what those who are asked refuse', async () => {
    const refusal = new AppError('budget_exhausted', 'payment_required', { detail: 'Nothing is left.' });
    await expect(
      pool().run({ work: 'ask', question: 'may I?' }, { ask: () => Promise.reject(refusal) }),
    ).rejects.toMatchObject({ code: 'budget_exhausted', kind: 'payment_required', detail: 'Nothing is left.' });
    await expect(pool().run({ work: 'ask', question: 'anybody?' })).rejects.toMatchObject({ code: 'nobody_to_ask' });
  });

  it.each([
    ['refuse', { code: 'too_many_numbers', kind: 'too_large', detail: 'More than can be added.' }],
    ['slip', { code: 'internal_error', kind: 'bug', message: 'internal_error' }],
    ['die', { code: 'thread_ended', kind: 'unavailable' }],
    ['swell', { code: 'thread_ended', kind: 'unavailable' }],
  ] as const)('says how a task ends that has to %s, and goes on', async (work, error) => {
    const threads = pool();
    await expect(threads.run({ work })).rejects.toMatchObject(error);
    expect(await add(threads, 1, 1)).toBe(2);
  });

  it('ends a thread that is silent for too long, and begins what waited for it', async () => {
    const threads = pool({ silentMs: 2_000 });
    const hanging = threads.run({ work: 'hang' });
    const waiting = add(threads, 4, 4);
    await expect(hanging).rejects.toMatchObject({ code: 'computation_too_long', kind: 'unavailable' });
    expect(await waiting).toBe(8);
  });

  it('does not count the time that others take to answer', async () => {
    const slow = () => new Promise<string>((resolve) => setTimeout(() => resolve('at last'), 3_000));
    expect(await pool({ silentMs: 2_000 }).run({ work: 'ask', question: '?' }, { ask: slow })).toBe('heard: at last');
  });

  it('lets go of what is no longer wanted', async () => {
    const threads = pool({ silentMs: 2_000 });
    const hanging = threads.run({ work: 'hang' });
    const controller = new AbortController();
    const unwanted = threads.run({ work: 'add', numbers: [1] }, { signal: controller.signal });
    controller.abort(new Error('gone'));
    await expect(unwanted).rejects.toThrow('gone');
    await expect(threads.run({ work: 'add', numbers: [1] }, { signal: controller.signal })).rejects.toThrow('gone');
    await expect(hanging).rejects.toMatchObject({ code: 'computation_too_long' });
  });

  it('refuses what runs and what waits when it is closed', async () => {
    const threads = pool();
    const refused = Promise.allSettled([threads.run({ work: 'hang' }), add(threads, 1)]);
    threads.close();
    expect(await refused).toEqual([
      expect.objectContaining({ reason: expect.objectContaining({ code: 'stopping', kind: 'unavailable' }) }),
      expect.objectContaining({ reason: expect.objectContaining({ code: 'stopping', kind: 'unavailable' }) }),
    ]);
    await expect(add(threads, 1)).rejects.toMatchObject({ code: 'stopping' });
  });

  it('says of input that cannot be sent that it is a mistake, and goes on', async () => {
    const threads = pool();
    const unsendable = { work: 'add', numbers: [() => 1] } as unknown as Order;
    await expect(threads.run(unsendable)).rejects.toMatchObject({ code: 'not_sendable', kind: 'bug' });
    expect(await add(threads, 7)).toBe(7);
  });
});

it.each([
  ['file:///srv/apps/dossier/apps/api/src/room/pool.ts', '/srv/apps/dossier/dist/apps/api/src/room/room.thread.js'],
  ['file:///srv/dossier/dist/apps/api/src/room/pool.js', '/srv/dossier/dist/apps/api/src/room/room.thread.js'],
])('from %s the thread is %s', (from, expected) => expect(threadEntry(from, 'room.thread.js')).toBe(expected));
