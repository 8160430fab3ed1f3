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
    if (/\S/.test(text.slice(from, to))) lines.push(new TextLine(text, from, to, start + from));
    from = to + 1;
  }
  return lines;
}

/** Small, because there may be millions: an object with a getter of its own takes ten times the memory. */
class TextLine implements Line {
  readonly end: number;
  readonly box = null;
  readonly #text: string;
  readonly #from: number;
  #words: readonly Word[] | null = null;

  constructor(
    text: string,
    from: number,
    to: number,
    readonly start: number,
  ) {
    this.#text = text;
    this.#from = from;
    this.end = start + to - from;
  }

  get words(): readonly Word[] {
    return (this.#words ??= this.cut());
  }

  /** As a line of its interface: a getter of the class is not written by itself. */
  toJSON(): Line {
    const { start, end, box, words } = this;
    return { start, end, box, words };
  }

  private cut(): Word[] {
    const line = this.#text.slice(this.#from, this.#from + this.end - this.start);
    return Array.from(line.matchAll(WORD), ({ index, 0: word }) => ({
      start: this.start + index,
      end: this.start + index + word.length,
      box: null,
    }));
  }
}
