import { describe, expect, it } from 'vitest';
import { chunkText } from './chunker.js';

const sentences = (count: number, make = (i: number) => `Sentence number ${i} says that the barge carries gravel.`) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');

describe('chunkText', () => {
  it.each([
    ['nothing', '', 0],
    ['white space', ' \n\n \t', 0],
    ['a short text', 'One sentence. Another one.', 1],
    ['a page of 1,400 characters', sentences(26), 1],
    ['a text of 5,300 characters', sentences(100), 6],
  ])('%s', (_, text, count) => {
    expect(chunkText(text, [], 'en')).toHaveLength(count);
  });

  it('covers every sentence, in order, with spans that are its text', () => {
    const text = sentences(200);
    const chunks = chunkText(text, [], 'en').map(({ start, end }) => text.slice(start, end));
    for (let i = 0; i < 200; i++) expect(chunks.some((chunk) => chunk.includes(`number ${i} says`))).toBe(true);
    for (const chunk of chunks) {
      expect(chunk).toBe(chunk.trim());
      expect(chunk.length).toBeGreaterThan(250);
      expect(chunk.length).toBeLessThanOrEqual(1_500);
    }
  });

  it('puts a short sentence at a border into both neighbours', () => {
    const [first, second] = chunkText(sentences(100), [], 'en');
    expect(second!.start).toBeLessThan(first!.end);
  });

  it('never crosses a page', () => {
    const text = `${sentences(5)}\n\n${sentences(5)}`;
    const middle = text.indexOf('\n\n');
    const pages = [
      { number: 1, start: 0, end: middle },
      { number: 2, start: middle + 2, end: text.length },
    ];
    expect(chunkText(text, pages, 'en').map(({ page }) => page)).toEqual([1, 2]);
  });

  it('counts Chinese characters for more than letters', () => {
    const text = '这艘驳船每天从上游的采石场运送砾石到城里的港口。'.repeat(60);
    const chunks = chunkText(text, [], 'zh');
    expect(chunks.length).toBeGreaterThan(2);
    for (const { start, end } of chunks) expect(end - start).toBeLessThanOrEqual(600);
  });

  it.each([
    ['a word of ten thousand letters', 'x'.repeat(10_000)],
    ['ten thousand emoji', '😀'.repeat(10_000)],
    ['words without any stop', 'gravel '.repeat(3_000).trim()],
  ])('cuts %s without losing any of it', (_, text) => {
    const chunks = chunkText(text, []);
    expect(
      chunks
        .map(({ start, end }) => text.slice(start, end))
        .join(' ')
        .replaceAll(' ', ''),
    ).toBe(text.replaceAll(' ', ''));
    for (const { start, end } of chunks) expect(text.slice(start, end).isWellFormed()).toBe(true);
  });
});
