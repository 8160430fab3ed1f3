import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FieldCipher } from './field-cipher.js';

const OLD = new Uint8Array(32).fill(1);
const NEW = new Uint8Array(32).fill(2);
const before = new FieldCipher({ current: 'a', keys: new Map([['a', OLD]]) });
const after = new FieldCipher({
  current: 'b',
  keys: new Map([
    ['a', OLD],
    ['b', NEW],
  ]),
});

describe('FieldCipher', () => {
  it('gives back what it took, each time in another form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, context) => {
        const sealed = after.encrypt(text, context);
        expect(after.decrypt(sealed, context)).toBe(text);
        expect(after.encrypt(text, context)).not.toBe(sealed);
      }),
    );
  });

  it('reads what an older key wrote and says that it is outdated', () => {
    const sealed = before.encrypt('secret', 'row 1');
    expect(after.decrypt(sealed, 'row 1')).toBe('secret');
    expect(after.isOutdated(sealed)).toBe(true);
    expect(after.isOutdated(after.encrypt('secret', 'row 1'))).toBe(false);
  });

  it.each([
    ['another context', (sealed: string) => after.decrypt(sealed, 'row 2')],
    ['a changed value', (sealed: string) => after.decrypt(`${sealed.slice(0, -2)}AA`, 'row 1')],
    ['an unknown key', (sealed: string) => before.decrypt(sealed, 'row 1')],
    ['no value of ours', () => after.decrypt('secret', 'row 1')],
  ])('refuses %s', (_, read) => {
    const sealed = after.encrypt('a secret of some length', 'row 1');
    expect(() => read(sealed)).toThrow('decryption_failed');
  });

  it('refuses keys that are too short or missing', () => {
    expect(() => new FieldCipher({ current: 'a', keys: new Map([['a', new Uint8Array(16)]]) })).toThrow(
      'encryption_key_malformed',
    );
    expect(() => new FieldCipher({ current: 'b', keys: new Map([['a', OLD]]) })).toThrow('encryption_key_missing');
  });
});
