import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { XaesKey } from './xaes.js';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const NONCE = bytes('ABCDEFGHIJKLMNOPQRSTUVWX');

describe('XaesKey', () => {
  // The two vectors of the specification.
  it.each([
    [1, '', 'ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271'],
    [3, 'c2sp.org/XAES-256-GCM', '986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d'],
  ])('follows the specification with the key of bytes %i', (byte, context, expected) => {
    const key = new XaesKey(new Uint8Array(32).fill(byte));
    const sealed = key.seal(bytes('XAES-256-GCM'), bytes(context), NONCE);
    expect(sealed.subarray(24).toString('hex')).toBe(expected);
    expect(key.open(sealed, bytes(context)).toString()).toBe('XAES-256-GCM');
  });

  it('gives back what it took, each time in another form', () => {
    const key = new XaesKey(new Uint8Array(32).fill(9));
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (plain, context) => {
        const sealed = key.seal(plain, context);
        expect(key.open(sealed, context)).toEqual(Buffer.from(plain));
        expect(key.seal(plain, context).equals(sealed)).toBe(false);
      }),
    );
  });

  it('finds each flipped bit, another context, another key and a cut value', () => {
    const key = new XaesKey(new Uint8Array(32).fill(9));
    const sealed = key.seal(bytes('some text'), bytes('row 1'));
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = changed[bit >> 3]! ^ (1 << (bit & 7));
      expect(() => key.open(changed, bytes('row 1'))).toThrow('decryption_failed');
    }
    expect(() => key.open(sealed, bytes('row 2'))).toThrow('decryption_failed');
    expect(() => new XaesKey(new Uint8Array(32)).open(sealed, bytes('row 1'))).toThrow('decryption_failed');
    expect(() => key.open(sealed.subarray(0, 30), bytes('row 1'))).toThrow('decryption_failed');
    expect(() => new XaesKey(new Uint8Array(16))).toThrow('encryption_key_malformed');
  });
});
