import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternMatcher } from './linear-pattern.js';

describe('patternMatcher', () => {
  it.each([
    ['\\d{2}-[A-Z]+', ['12-AB'], ['1-AB', '12-', '12-AB ']],
    ['(?:[A-Z]{2}-)?\\d+(?:/\\d+)*', ['AB-1/2/3', '7'], ['AB-', '1/']],
    ['a|bc|', ['a', 'bc', ''], ['b', 'abc']],
    ['^(?<year>\\d{4})$', ['2026'], ['26']],
    ['x{2,}y{0,2}', ['xx', 'xxxxyy'], ['x', 'xxyyy']],
    ['[^\\]\\d]+', ['ab c'], ['a1', 'a]']],
    ['\\p{Lu}\\p{L}*\\b.', ['Äpfel!'], ['Äpfel', 'äpfel!']],
    ['[\\u{1F600}-\\u{1F64F}]', ['😀'], ['x']],
    ['\\.-\\/?', ['.-', '.-/'], ['a-']],
    ['-|\\]|\\^', ['-', ']', '^'], ['\\']],
  ])('%s takes %j and not %j', (source, yes, no) => {
    const matches = patternMatcher(source);
    expect(yes.filter((text) => !matches(text))).toEqual([]);
    expect(no.filter(matches)).toEqual([]);
  });

  it('agrees with JavaScript on patterns made at random', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '(?:a|bb)', '(b|)', '(a?b)');
    const count = fc.constantFrom('', '*', '+', '?', '{2}', '{1,3}', '{0,1}?', '{2,}');
    const pattern = fc
      .array(fc.tuple(atom, count), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.map((part) => part.join('')).join(''));
    fc.assert(
      fc.property(
        fc.array(pattern, { minLength: 1, maxLength: 3 }),
        fc.stringMatching(/^[abc]{0,8}$/),
        (parts, text) => {
          const source = parts.join('|');
          expect(patternMatcher(source)(text)).toBe(new RegExp(`^(?:${source})$`, 'u').test(text));
        },
      ),
      { numRuns: 2000, seed: 7 },
    );
  });

  it('takes time with the length of the text only, where backtracking would never end', () => {
    const matches = patternMatcher('(?:(?:a+)+|(?:a|a)*|a*a*a*a*)*b');
    expect(matches('a'.repeat(2_000))).toBe(false);
    expect(matches(`${'a'.repeat(2_000)}b`)).toBe(true);
  });

  it.each([
    ['[', 'is no regular expression'],
    ['(a)\\1', 'refers back to what a group has matched'],
    ['(?=a)a', 'looks ahead or behind, or changes flags'],
    ['(?<!a)b', 'looks ahead or behind, or changes flags'],
    ['(?:a{100}){100}', 'is too large when its counts are written out'],
  ])('refuses %s: %s', (source, detail) =>
    expect(() => patternMatcher(source)).toThrow(expect.objectContaining({ detail }) as Error),
  );
});
