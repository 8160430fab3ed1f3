import { describe, expect, it } from 'vitest';
import { PasswordHasher } from './password-hasher.js';

describe('PasswordHasher', () => {
  const hasher = new PasswordHasher();

  it('accepts the password and nothing else', async () => {
    const hash = await hasher.hash('correct horse');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hasher.matches('correct horse', hash)).toBe(true);
    expect(await hasher.matches('correct horsf', hash)).toBe(false);
  });

  it('takes the two ways to write an umlaut for one', async () => {
    expect(await hasher.matches('Tu\u0308r', await hasher.hash('T\u00fcr'))).toBe(true);
  });

  it('refuses where there is no hash, and computes all the same', async () => {
    const hash = await hasher.hash('something');
    const took = async (stored: string | null) => {
      const begin = performance.now();
      expect(await hasher.matches('another', stored)).toBe(false);
      return performance.now() - begin;
    };
    // In turns, so that a busy machine slows both alike.
    const times: { unknown: number; known: number }[] = [];
    for (let n = 0; n < 7; n++) times.push({ unknown: await took(null), known: await took(hash) });
    const least = (which: 'unknown' | 'known') => Math.min(...times.map((pair) => pair[which]));
    expect(least('unknown') / least('known')).toBeGreaterThan(0.5);
  });

  it('refuses work beyond its queue instead of collecting it', async () => {
    const results = await Promise.allSettled(Array.from({ length: 103 }, () => hasher.matches('x', null)));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(await hasher.matches('x', null)).toBe(false);
  }, 20_000);
});
