import { describe, expect, it } from 'vitest';
import { decodeCtc, westernClasses } from './ctc.js';
import { withLikelyLetters } from './likely-letters.js';

const ALPHABET = ['', ...'abcdefghijklmnopqrstuvwxyzJTEP0123456789@'.split(''), ' '];
const WESTERN = westernClasses(ALPHABET);
const KNOWN = new Set(['amount', 'jalan', 'tel', 'jln', 'ample', 'art']);
const likelihood = (word: string): number => (KNOWN.has(word.toLowerCase()) ? -9 : word.length * -4);

/** A line of single steps, parted by blanks; `other` is what the network considers besides at one of the characters. */
function read(text: string, at: number, other: string, probability: number): string {
  const rows = text.split('').flatMap((letter, index) => {
    const row = new Float32Array(ALPHABET.length);
    row[ALPHABET.indexOf(letter)] = index === at ? 1 - probability : 0.99;
    if (index === at) row[ALPHABET.indexOf(other)] = probability;
    const blank = new Float32Array(ALPHABET.length);
    blank[0] = 1;
    return [...row, ...blank];
  });
  const data = Float32Array.from(rows);
  const line = decodeCtc(data, text.length * 2, ALPHABET, WESTERN);
  const better = withLikelyLetters(line, { data, alphabet: ALPHABET, western: WESTERN }, likelihood);
  expect(better.characters.map((one) => one.at)).toEqual(line.characters.map((one) => one.at));
  return better.characters.map((one) => one.text).join('');
}

describe('withLikelyLetters', () => {
  it.each<[string, string, number, string, number, string]>([
    ['a letter that makes a word', 'anount', 1, 'm', 0.1, 'amount'],
    ['a letter for a digit, in a short word too', 'Te1', 2, 'l', 0.3, 'Tel'],
    ['a letter for a digit amid a word', 'Ja1an', 2, 'l', 0.3, 'Jalan'],
    ['a short form', 'Jin', 1, 'l', 0.4, 'Jln'],
  ])('takes %s', (_, text, at, other, probability, expected) =>
    expect(read(text, at, other, probability)).toBe(expected),
  );

  it.each<[string, string, number, string, number]>([
    ['what is no likelier', 'amount', 1, 'n', 0.4],
    ['a letter that the network is sure of', 'anount', 1, 'm', 0.02],
    ['what makes no usual word', 'zurukk', 5, 'h', 0.4],
    ['a short form without vowels', 'jln', 1, 'a', 0.4],
    ['parts of addresses of mail', 'anount@a', 1, 'm', 0.3],
    ['codes', 'anount7', 1, 'm', 0.3],
    ['a number behind capitals', 'TEP1', 3, 'l', 0.4],
    ['numbers', '1001', 0, 'l', 0.4],
  ])('leaves %s', (_, text, at, other, probability) => expect(read(text, at, other, probability)).toBe(text));
});
