import type { Line, Word } from './reading-model.js';

const WORD = /\S+/g;

/**
 * The lines of a text that stands at `start` of the whole one, without blank ones. Words have no places, and are cut when
 * somebody asks for them: ten million characters have two million words, and hardly anybody does.
 */
export function textLines(text: string, start: number): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < text.length;) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const line = text.slice(from, to);
    if (line.trim() !== '') lines.push(textLine(line, start + from));
    from = to + 1;
  }
  return lines;
}

function textLine(line: string, start: number): Line {
  let words: Word[] | undefined;
  return {
    start,
    end: start + line.length,
    box: null,
    get words() {
      return (words ??= wordsOf(line, start));
    },
  };
}

const wordsOf = (line: string, start: number): Word[] =>
  Array.from(line.matchAll(WORD), ({ index, 0: word }) => ({
    start: start + index,
    end: start + index + word.length,
    box: null,
  }));
