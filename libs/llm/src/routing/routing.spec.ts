import { describe, expect, it } from 'vitest';
import { modelSchema, type ModelSpec } from '../catalogue/model-spec.js';
import { ProviderFault } from '../providers/model-provider.js';
import { KeyPool, type RestBoard } from './key-pool.js';
import { Lanes, type Priority } from './lanes.js';
import { RateWindow } from './rate-window.js';

const model = (limits: ModelSpec['limits'] = {}): ModelSpec => ({
  ...modelSchema.parse({ name: 'm', limits }),
  id: 'p/m',
});
const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

describe('RateWindow', () => {
  it('lets through what a minute has room for, and tells how long the next call waits', () => {
    const window = new RateWindow({ requestsPerMinute: 2, tokensPerMinute: 1_000 }, 0);
    expect(window.waitFor(600, 0)).toBe(0);
    window.take(600, 0);
    expect(window.waitFor(400, 0)).toBe(0);
    expect(window.waitFor(500, 0)).toBe(6_000);
    window.take(400, 0);
    expect(window.waitFor(1, 0)).toBe(30_000);
    expect(window.waitFor(1, 30_000)).toBe(0);
  });

  it('sets right what was estimated, and lets a call through that is larger than a minute', () => {
    const window = new RateWindow({ tokensPerMinute: 100 }, 0);
    window.take(100, 0);
    window.correct(100, 20);
    expect(window.waitFor(80, 0)).toBe(0);
    expect(window.waitFor(10_000, 60_000)).toBe(0);
  });
});

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
    while (lanes.load > 0) {
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
    expect(lanes).toMatchObject({ load: 0, queued: 0 });
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
  const leaseOf = (pool: KeyPool, of = model()) => {
    const lease = pool.lease(of, 10);
    if ('untilMs' in lease) throw new Error('no key');
    return lease;
  };

  it('takes the key with the least load', () => {
    const pool = new KeyPool('p', keys, new Board(), () => 0);
    const taken = [leaseOf(pool), leaseOf(pool), leaseOf(pool), leaseOf(pool)].map(({ key }) => key?.id);
    expect(taken.filter((id) => id === 'a')).toHaveLength(2);
  });

  it.each([
    ['rate-limited', { retryAfterMs: 700 }, 700],
    ['rate-limited', {}, 5_000],
    ['quota', {}, 600_000],
    ['dead-key', {}, 3_600_000],
  ] as const)('lets a key rest after %s %o', (kind, options, rest) => {
    let now = 0;
    const pool = new KeyPool('p', keys.slice(0, 1), new Board(), () => now);
    leaseOf(pool).release({ fault: new ProviderFault(kind, options) });
    expect(pool.lease(model(), 10)).toEqual({ untilMs: rest });
    now = rest;
    expect(leaseOf(pool).key?.id).toBe('a');
  });

  it('does not let a key rest for what is no fault of it', () => {
    const board = new Board();
    const pool = new KeyPool('p', keys, board, () => 0);
    for (const kind of ['server', 'timeout', 'rejected', 'missing-model'] as const)
      leaseOf(pool).release({ fault: new ProviderFault(kind) });
    expect(board.rests.size).toBe(0);
  });

  it('works without keys, for servers that ask for none', () => {
    expect(leaseOf(new KeyPool('p', [], new Board(), () => 0)).key).toBeNull();
  });

  it('waits where all keys are at their limits', () => {
    const pool = new KeyPool('p', keys.slice(0, 1), new Board(), () => 0);
    const limited = model({ requestsPerMinute: 1 });
    expect(leaseOf(pool, limited).waitMs).toBe(0);
    expect(leaseOf(pool, limited).waitMs).toBe(60_000);
  });
});
