import { BrokenCircuitError } from 'cockatiel';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FAULT_KINDS, type FaultKind, ProviderFault } from '../providers/model-provider.js';
import { Breakers } from './breakers.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const PROBE_MS = 1_000;
const DOWN: readonly FaultKind[] = ['overloaded', 'server', 'connection', 'timeout', 'cut'];
const OTHERS = FAULT_KINDS.filter((kind) => !DOWN.includes(kind));

/** Makes a call that ends as told; true where it reached the provider. */
async function call(breakers: Breakers, ends: FaultKind | 'fine'): Promise<boolean> {
  let reached = false;
  try {
    await breakers.run('p/m', async () => {
      reached = true;
      if (ends !== 'fine') throw new ProviderFault(ends);
    });
  } catch (error) {
    if (!(error instanceof ProviderFault) && !(error instanceof BrokenCircuitError)) throw error;
  }
  return reached;
}

describe('Breakers', () => {
  it.each(DOWN)(
    'opens within twenty calls that end with %s, and then lets one probe through an interval',
    async (kind) => {
      const breakers = new Breakers({ probeEveryMs: PROBE_MS });
      let reached = 0;
      for (let index = 0; index < 20; index++) if (await call(breakers, kind)) reached++;
      expect(reached).toBeLessThan(20);
      expect(breakers.isOpen('p/m')).toBe(true);
      for (let interval = 0; interval < 5; interval++) {
        vi.advanceTimersByTime(PROBE_MS);
        let probes = 0;
        for (let index = 0; index < 10; index++) if (await call(breakers, kind)) probes++;
        expect(probes).toBe(1);
      }
      vi.advanceTimersByTime(PROBE_MS);
      expect(await call(breakers, 'fine')).toBe(true);
      expect(await call(breakers, 'fine')).toBe(true);
      expect(breakers.states()).toEqual({ 'p/m': 'closed' });
    },
  );

  it('never opens for what is no fault of the provider, whatever comes in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<FaultKind | 'fine'>(...OTHERS, 'fine'), { maxLength: 120 }),
        async (trace) => {
          const breakers = new Breakers({ probeEveryMs: PROBE_MS });
          for (const ends of trace) expect(await call(breakers, ends)).toBe(true);
        },
      ),
    );
  });

  it('on any trace, reaches a provider that is down at most twenty times and once an interval after that', async () => {
    const ends = fc.constantFrom<FaultKind | 'fine'>(...FAULT_KINDS, 'fine');
    await fc.assert(
      fc.asyncProperty(fc.array(ends, { maxLength: 60 }), fc.nat({ max: 30 }), async (before, intervals) => {
        const breakers = new Breakers({ probeEveryMs: PROBE_MS });
        for (const end of before) await call(breakers, end);
        let reached = 0;
        for (let index = 0; index < 40; index++) if (await call(breakers, 'server')) reached++;
        for (let interval = 0; interval < intervals; interval++) {
          vi.advanceTimersByTime(PROBE_MS);
          for (let index = 0; index < 5; index++) if (await call(breakers, 'server')) reached++;
        }
        expect(reached).toBeLessThanOrEqual(20 + intervals);
      }),
      { numRuns: 50 },
    );
  });

  it('shows that a probe is due, and refuses others while it is under way, however long it takes', async () => {
    const breakers = new Breakers({ probeEveryMs: PROBE_MS });
    for (let index = 0; index < 20; index++) await call(breakers, 'server');
    vi.advanceTimersByTime(PROBE_MS - 1);
    expect(breakers.isOpen('p/m')).toBe(true);
    vi.advanceTimersByTime(1);
    expect(breakers.isOpen('p/m')).toBe(false);
    let end = (): void => undefined;
    const probe = breakers.run('p/m', () => new Promise<void>((resolve) => (end = resolve)));
    expect(breakers.states()).toEqual({ 'p/m': 'probing' });
    expect(breakers.isOpen('p/m')).toBe(true);
    expect(await call(breakers, 'fine')).toBe(false);
    end();
    await probe;
    expect(await call(breakers, 'fine')).toBe(true);
  });

  it('is not closed by a probe that was cancelled', async () => {
    const breakers = new Breakers({ probeEveryMs: PROBE_MS });
    for (let index = 0; index < 20; index++) await call(breakers, 'server');
    vi.advanceTimersByTime(PROBE_MS);
    expect(await call(breakers, 'cancelled')).toBe(true);
    expect(await call(breakers, 'fine')).toBe(false);
    vi.advanceTimersByTime(PROBE_MS);
    expect(await call(breakers, 'fine')).toBe(true);
    expect(breakers.states()).toEqual({ 'p/m': 'closed' });
  });

  it('keeps the models of a provider apart', async () => {
    const breakers = new Breakers({ probeEveryMs: PROBE_MS });
    for (let index = 0; index < 20; index++) await call(breakers, 'server');
    expect(breakers.isOpen('p/other')).toBe(false);
  });
});
