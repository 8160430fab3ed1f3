/** A line of a text, without its end. */
export interface TextLine {
  readonly text: string;
  /** Of its first character. */
  readonly start: number;
}

export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ text: line, start });
    start += line.length + 1;
  }
  return lines;
}

export const endOf = ({ text, start }: TextLine): number => start + text.length;

export const isBlank = ({ text }: TextLine): boolean => text.trim() === '';

/** Columns of white space before the text; a tab goes to the next multiple of four (CommonMark 0.31, 2.2). */
export function indentOf(text: string): number {
  let column = 0;
  for (const character of text) {
    if (character === ' ') column++;
    else if (character === '\t') column += 4 - (column % 4);
    else break;
  }
  return column;
}

/** A fence of code; what closes it is as long and of the same kind (CommonMark, 4.5). */
export interface Fence {
  readonly mark: string;
  readonly length: number;
}

const FENCE = /^\s*(`{3,}|~{3,})([^\n]*)$/;

export function openingFence(text: string): Fence | null {
  const [, run, info = ''] = FENCE.exec(text) ?? [];
  if (run === undefined || (run.startsWith('`') && info.includes('`'))) return null;
  return { mark: run.charAt(0), length: run.length };
}

export function isClosingFence(text: string, { mark, length }: Fence): boolean {
  const body = text.trim();
  return body.length >= length && body === mark.repeat(body.length);
}
