import { describe, expect, it } from 'vitest';
import { modelSchema, type ModelSpec } from '../catalogue/model-spec.js';
import { ProviderFault } from '../providers/model-provider.js';
import { KeyPool, type RestBoard } from './key-pool.js';
import { Lanes, type Priority } from './lanes.js';

const model = (limits: ModelSpec['limits'] = {}): ModelSpec => ({
  ...modelSchema.parse({ name: 'm', limits }),
  id: 'p/m',
});
const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

describe('Lanes', () => {
  it('starts urgent work first, and keeps places free of bulk work', async () => {
    const lanes = new Lanes(10);
    const started: string[] = [];
    const open: (() => void)[] = [];
    const { signal } = new AbortController();
    const work = (name: string, priority: Priority) =>
      lanes.run(priority, signal, () => {
        started.push(name);
        return new Promise<void>((resolve) => void open.push(resolve));
      });
    const all = Array.from({ length: 10 }, (_, index) => work(`bulk ${index}`, 'bulk'));
    await turn();
    expect(started).toHaveLength(8);
    all.push(work('normal', 'normal'), work('urgent', 'urgent'));
    await turn();
    expect(started.slice(8)).toEqual(['normal', 'urgent']);
    all.push(work('late bulk', 'bulk'), work('late urgent', 'urgent'));
    for (let index = 0; index < 3; index++) open.shift()?.();
    await turn();
    expect(started[10]).toBe('late urgent');
    expect(lanes.inFlight.bulk + lanes.inFlight.normal + lanes.inFlight.urgent).toBe(open.length);
    while (Object.values(lanes.inFlight).some((count) => count > 0)) {
      open.splice(0).forEach((end) => end());
      await turn();
    }
    await Promise.all(all);
    expect(started).toHaveLength(14);
  });

  it('lets go of work that is cancelled while it waits', async () => {
    const lanes = new Lanes(1);
    let end = (): void => undefined;
    const first = lanes.run(
      'normal',
      new AbortController().signal,
      () => new Promise<void>((resolve) => (end = resolve)),
    );
    const controller = new AbortController();
    const second = lanes.run('normal', controller.signal, async () => undefined);
    controller.abort(new Error('enough'));
    await expect(second).rejects.toThrow('enough');
    end();
    await first;
    const none = { urgent: 0, normal: 0, bulk: 0 };
    expect(lanes).toMatchObject({ inFlight: none, queued: none });
  });
});

class Board implements RestBoard {
  readonly rests = new Map<string, number>();
  restingUntil = (keyId: string, id: string): number => this.rests.get(`${keyId} ${id}`) ?? 0;
  announce = (keyId: string, id: string, until: number): void => void this.rests.set(`${keyId} ${id}`, until);
}

describe('KeyPool', () => {
  const keys = [
    { id: 'a', secret: 'sa' },
    { id: 'b', secret: 'sb' },
  ];
  const poolOf = (of: typeof keys, board: RestBoard = new Board(), now = (): number => 0): KeyPool =>
    new KeyPool('p', of, { board, now });
  const wait = { priority: 'normal' as const, signal: new AbortController().signal, until: 10_000, hasNext: true };
  const leaseOf = async (pool: KeyPool, of = model()) => {
    const lease = await pool.lease(of, 10, wait);
    if ('untilMs' in lease) throw new Error('no key');
    return lease;
  };

  it('takes the key with the least load', async () => {
    const pool = poolOf(keys);
    const taken: (string | undefined)[] = [];
    for (let index = 0; index < 4; index++) taken.push((await leaseOf(pool)).key?.id);
    expect(taken.filter((id) => id === 'a')).toHaveLength(2);
  });

  it.each([
    ['rate-limited', { retryAfterMs: 700 }, 700],
    ['rate-limited', {}, 5_000],
    ['quota', {}, 600_000],
    ['missing-model', {}, 600_000],
    ['dead-key', {}, 3_600_000],
  ] as const)('lets a key rest after %s %o', async (kind, options, rest) => {
    let now = 0;
    const pool = poolOf(keys.slice(0, 1), new Board(), () => now);
    (await leaseOf(pool)).release({ tokens: 0, fault: new ProviderFault(kind, options) });
    expect(await pool.lease(model(), 10, wait)).toEqual({ untilMs: rest });
    now = rest;
    expect(await pool.lease(model(), 10, { ...wait, until: Infinity })).toMatchObject({ key: { id: 'a' } });
  });

  it('does not let a key rest for what is no fault of it', async () => {
    const board = new Board();
    const pool = poolOf(keys, board);
    for (const kind of ['server', 'timeout', 'rejected', 'cut'] as const)
      (await leaseOf(pool)).release({ tokens: 0, fault: new ProviderFault(kind) });
    expect(board.rests.size).toBe(0);
  });

  it('works without keys, for servers that ask for none', async () => {
    expect((await leaseOf(poolOf([]))).key).toBeNull();
  });

  it('takes the key that has room, and tells when one has where none does in time', async () => {
    const pool = poolOf(keys);
    const limited = model({ requestsPerMinute: 1 });
    const taken = [await leaseOf(pool, limited), await leaseOf(pool, limited)].map(({ key }) => key?.id);
    expect(new Set(taken)).toEqual(new Set(['a', 'b']));
    expect(await pool.lease(limited, 10, wait)).toEqual({ untilMs: 60_000 });
  });

  it('gives the room back of a request that was not made', async () => {
    const pool = poolOf(keys.slice(0, 1));
    const limited = model({ requestsPerMinute: 1 });
    (await leaseOf(pool, limited)).release(null);
    expect((await leaseOf(pool, limited)).key?.id).toBe('a');
  });
});
