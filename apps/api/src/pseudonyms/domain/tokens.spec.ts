import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { growth, MOST_GROWTH } from '../../../../../test/support/growth.js';
import { revealed, tokenOf, tokensIn } from './tokens.js';

const digest = (text: string) => createHash('sha256').update(text).digest();

describe('tokens', () => {
  it('are of the type and sixteen characters, other ones for other values', () => {
    const tokens = ['a', 'b', 'c'].map((text) => tokenOf('EMAIL_ADDRESS', digest(text)));
    for (const token of tokens) expect(token).toMatch(/^\[EMAIL_ADDRESS_[a-z2-7]{16}\]$/);
    expect(new Set(tokens).size).toBe(3);
    // RFC 4648 section 10, with as many bytes as a token has.
    expect(tokenOf('X', Buffer.from('foobarfoob'))).toBe('[X_mzxw6ytbojtg633c]');
  });

  it('are found and put back, and what is none stays', () => {
    const token = tokenOf('PERSON', digest('Ada'));
    const text = `${token}, [PERSON_1] and ${token} [PERSON_abcdefghijklmnop]`;
    expect(tokensIn(text)).toEqual([token, '[PERSON_abcdefghijklmnop]']);
    expect(revealed(text, new Map([[token, 'Ada $&']]))).toBe(
      'Ada $&, [PERSON_1] and Ada $& [PERSON_abcdefghijklmnop]',
    );
  });

  it('are looked for in time that grows with the text', () => {
    expect(growth((size) => tokensIn('[A_'.repeat(size)), 20_000)).toBeLessThan(MOST_GROWTH);
  });
});
