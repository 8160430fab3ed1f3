import { Log } from '@app/observability';
import type { Queue } from 'bull';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WakeUps } from './wake-ups.js';

/** As much of Bull as wake-up calls need. */
const fakeQueue = () => ({
  on: vi.fn<(event: string, listener: () => void) => void>(),
  add: vi.fn<(data: object, options: object) => Promise<unknown>>().mockResolvedValue(undefined),
  addBulk: vi.fn<(jobs: object[]) => Promise<unknown>>().mockResolvedValue(undefined),
  getWaitingCount: vi.fn<() => Promise<number>>().mockResolvedValue(7),
});

const call = (queue: string, jobId: string) => ({ tenantId: 't', jobId, queue, traceparent: 'trace' });

describe('WakeUps', () => {
  let lines: string[];
  let wakeUps: WakeUps;
  let [reading, indexing] = [fakeQueue(), fakeQueue()];

  beforeEach(() => {
    vi.useFakeTimers();
    lines = [];
    wakeUps = new WakeUps(new Log({ level: 'warn', pretty: false }, { write: (line) => void lines.push(line) }));
    [reading, indexing] = [fakeQueue(), fakeQueue()];
    wakeUps.add('a.read', reading as unknown as Queue);
    wakeUps.add('a.index', indexing as unknown as Queue);
  });
  afterEach(() => void vi.useRealTimers());

  it('sends the calls of each queue at once, with ids and nothing else', async () => {
    await wakeUps.send([call('a.read', '1'), call('a.index', '2'), call('a.read', '3')]);
    expect(reading.addBulk.mock.calls).toEqual([
      [
        [
          { data: { tenantId: 't', jobId: '1', traceparent: 'trace' } },
          { data: { tenantId: 't', jobId: '3', traceparent: 'trace' } },
        ],
      ],
    ]);
    expect(indexing.addBulk).toHaveBeenCalledOnce();
  });

  it.each([
    ['fails', () => Promise.reject(new Error('connection lost'))],
    ['never answers', () => new Promise(() => undefined)],
  ])('goes on with the other queues while one %s, and says so', async (_, behave) => {
    reading.addBulk.mockImplementation(behave);
    const sending = wakeUps.send([call('a.read', '1'), call('a.index', '2')]);
    await vi.advanceTimersByTimeAsync(3_000);
    await sending;
    expect(indexing.addBulk).toHaveBeenCalledOnce();
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ msg: 'queue.wake_up_lost', queue: 'a.read' });
  });

  it('does not fail for a queue that it does not know', async () => {
    await wakeUps.send([call('a.gone', '1'), call('a.index', '2')]);
    expect(indexing.addBulk).toHaveBeenCalledOnce();
    expect(JSON.parse(lines[0]!)).toMatchObject({ err: { code: 'unknown_queue' } });
  });

  it.each([
    ['counts', () => Promise.resolve(7), 7],
    ['fails', () => Promise.reject(new Error('connection lost')), null],
    ['never answers', () => new Promise<number>(() => undefined), null],
  ])('tells how many calls wait where Redis %s', async (_, behave, expected) => {
    reading.getWaitingCount.mockImplementation(behave);
    const waiting = wakeUps.waiting('a.read');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await waiting).toBe(expected);
  });

  it('calls again not before the job is due', () => {
    wakeUps.later({ tenant_id: 't', id: '1', queue: 'a.read', traceparent: 'trace' } as never, 1.5);
    expect(reading.add).toHaveBeenCalledWith({ tenantId: 't', jobId: '1', traceparent: 'trace' }, { delay: 1_520 });
  });

  it('listens for errors, which would end the process otherwise', () => {
    expect(reading.on).toHaveBeenCalledWith('error', expect.any(Function));
  });
});
