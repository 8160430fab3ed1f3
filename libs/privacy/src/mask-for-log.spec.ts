import { describe, expect, it } from 'vitest';
import { maskForLog } from './mask-for-log.js';

describe('maskForLog', () => {
  it('masks strings at any depth and leaves numbers alone', () => {
    expect(maskForLog({ a: ['write to ada@example.org'], n: 3, b: null })).toEqual({
      a: ['write to [EMAIL_ADDRESS]'],
      n: 3,
      b: null,
    });
  });

  it('keeps only the name and the masked message of an error', () => {
    expect(maskForLog(new TypeError('no user ada@example.org'))).toEqual({
      name: 'TypeError',
      message: 'no user [EMAIL_ADDRESS]',
    });
  });

  it('cuts long texts, deep objects and bytes', () => {
    expect(maskForLog('x'.repeat(600))).toBe(`${'x'.repeat(500)}… (600 characters)`);
    expect(maskForLog({ a: { b: { c: { d: { e: 1 } } } } })).toEqual({ a: { b: { c: { d: '[…]' } } } });
    expect(maskForLog(new Uint8Array(5))).toBe('[5 bytes]');
  });
});
