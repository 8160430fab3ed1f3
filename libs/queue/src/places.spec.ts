import { describe, expect, it } from 'vitest';
import { Places } from './places.js';

/** Whether a promise has been kept by now. */
async function isKept(promise: Promise<void>): Promise<boolean> {
  let kept = false;
  void promise.then(() => (kept = true));
  await Promise.resolve();
  await Promise.resolve();
  return kept;
}

describe('Places', () => {
  it('are as many as there are, those counted that were taken from the start', async () => {
    const places = new Places(3, 1);
    expect(await isKept(places.take())).toBe(true);
    expect(await isKept(places.take())).toBe(true);
    const fourth = places.take();
    expect(await isKept(fourth)).toBe(false);
    places.give(0.1);
    expect(await isKept(fourth)).toBe(true);
    expect(await isKept(places.take())).toBe(false);
  });

  it('go to who has waited longest', async () => {
    const places = new Places(1, 1);
    const [first, second] = [places.take(), places.take()];
    places.give();
    expect(await isKept(first)).toBe(true);
    expect(await isKept(second)).toBe(false);
  });

  it('become more at once, and fewer as they are given back', async () => {
    const places = new Places(1, 1);
    const waiting = [places.take(), places.take()];
    places.resize(3);
    expect(await isKept(waiting[1]!)).toBe(true);
    places.resize(1);
    const later = places.take();
    places.give();
    places.give();
    expect(await isKept(later)).toBe(false);
    places.give();
    expect(await isKept(later)).toBe(true);
  });

  it('hold nobody any more when the process stops', async () => {
    const places = new Places(1, 1);
    const waiting = places.take();
    places.close();
    expect(await isKept(waiting)).toBe(true);
    expect(await isKept(places.take())).toBe(true);
  });

  it('tell what was done since they were last asked', () => {
    const places = new Places(2, 1);
    void places.take();
    void places.take();
    places.give(0.2);
    places.give(0.4);
    expect(places.done()).toEqual({ ended: 2, meanSeconds: expect.closeTo(0.3, 9) as number, wanted: true });
    expect(places.done()).toEqual({ ended: 0, meanSeconds: 0, wanted: false });
  });

  it('tell that somebody waits still', () => {
    const places = new Places(1, 1);
    void places.take();
    places.done();
    expect(places.done().wanted).toBe(true);
  });
});
