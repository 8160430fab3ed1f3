import { describe, expect, it } from 'vitest';
import { textLines } from './text-lines.js';

describe('textLines', () => {
  it('cuts lines and words at their places in the whole text, blank lines left out', () => {
    const text = 'one  two\n \t\n\n  three\nlast';
    const whole = `before ${text}`;
    const lines = textLines(text, 7);
    expect(lines.map(({ start, end }) => whole.slice(start, end))).toEqual(['one  two', '  three', 'last']);
    expect(lines.map(({ words }) => words.map(({ start, end }) => whole.slice(start, end)))).toEqual([
      ['one', 'two'],
      ['three'],
      ['last'],
    ]);
    expect(JSON.parse(JSON.stringify(lines[0]))).toEqual({
      start: 7,
      end: 15,
      box: null,
      words: [
        { start: 7, end: 10, box: null },
        { start: 12, end: 15, box: null },
      ],
    });
  });

  it.each(['', '\n', ' \n\t'])('has no lines in %j', (text) => expect(textLines(text, 0)).toEqual([]));

  it('knows words when they are asked for, the same ones each time', () => {
    const [line] = textLines('a b', 0);
    expect(Object.keys(line!)).not.toContain('words');
    expect(line?.words).toBe(line?.words);
  });
});
