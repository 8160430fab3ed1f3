/** A line of a text, without its end. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A part of a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export function linesOf(text: string, start = 0, end = text.length): TextLine[] {
  const lines: TextLine[] = [];
  for (let at = start; at <= end;) {
    const found = text.indexOf('\n', at);
    const lineEnd = found < 0 || found > end ? end : found;
    lines.push({ start: at, end: lineEnd, text: text.slice(at, lineEnd) });
    at = lineEnd + 1;
  }
  return lines;
}

export const isBlankLine = ({ text }: TextLine): boolean => text.trim() === '';
