import type { Block, Box, Line, Word } from '../reading-model.js';
import type { Rect } from './geometry.js';
import { CELL_GAP, type LaidOutLine } from './page-layout.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A page's part of the text. */
export interface WrittenPage {
  readonly text: string;
  /** One for each line that had room. */
  readonly lines: readonly Line[];
  readonly isCut: boolean;
}

/** Writes lines one below the other. `offset`: where the page begins in the text; `room`: characters that it may have. */
export function writeLines(laidOut: readonly LaidOutLine[], frame: Size, offset: number, room: number): WrittenPage {
  const lines: Line[] = [];
  let text = '';
  for (const line of laidOut) {
    const start = text.length + (lines.length > 0 ? 1 : 0);
    const written = writeLine(line, frame, offset + start);
    if (start + written.text.length > room) return { text, lines, isCut: true };
    text += (lines.length > 0 ? '\n' : '') + written.text;
    lines.push(written.line);
  }
  return { text, lines, isCut: false };
}

function writeLine({ words: laidOut, cells }: LaidOutLine, frame: Size, start: number): { text: string; line: Line } {
  const words: Word[] = [];
  let text = '';
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const cell of cells)
    for (let index = cell.from; index < cell.to; index++) {
      const word = laidOut[index];
      if (word === undefined) break;
      if (index > 0) text += index === cell.from ? CELL_GAP : ' ';
      const from = start + text.length;
      text += word.text;
      const place = word.place ?? word.rect;
      const end = start + text.length;
      const box = boxOf(place, frame);
      const { confidence } = word;
      words.push(confidence === undefined ? { start: from, end, box } : { start: from, end, box, confidence });
      if (place.left < left) left = place.left;
      if (place.top < top) top = place.top;
      if (place.right > right) right = place.right;
      if (place.bottom > bottom) bottom = place.bottom;
    }
  const box = boxOf({ left, top, right, bottom }, frame);
  return { text, line: { start, end: start + text.length, box, words } };
}

/** A line as it stands in the text. */
export const lineText = (line: LaidOutLine): string => writeLine(line, { width: 0, height: 0 }, 0).text;

/** A text with a place on the page that is not part of its lines: a note that somebody put there. */
export interface PlacedNote {
  readonly text: string;
  readonly rect: Rect;
}

/** Writes notes below a page's lines: each is one block, all its words in the place of the whole. */
export function writeNotes(
  notes: readonly PlacedNote[],
  frame: Size,
  offset: number,
  room: number,
): WrittenPage & { readonly blocks: readonly Block[] } {
  const lines: Line[] = [];
  const blocks: Block[] = [];
  let text = '';
  for (const note of notes) {
    const body = note.text.replace(/\s*[\r\n]+\s*/g, '\n').trim();
    const start = text.length + (text === '' ? 0 : 1);
    if (body === '') continue;
    if (start + body.length > room) return { text, lines, blocks, isCut: true };
    text += (text === '' ? '' : '\n') + body;
    const box = boxOf(note.rect, frame);
    for (const { index, 0: line } of body.matchAll(/[^\n]+/g))
      lines.push({
        start: offset + start + index,
        end: offset + start + index + line.length,
        box,
        words: wordsOf(line, offset + start + index, box),
      });
    blocks.push({ kind: 'note', start: offset + start, end: offset + start + body.length, box });
  }
  return { text, lines, blocks, isCut: false };
}

const wordsOf = (line: string, start: number, box: Box | null): Word[] =>
  Array.from(line.matchAll(/\S+/g), ({ index, 0: word }) => ({
    start: start + index,
    end: start + index + word.length,
    box,
  }));

/** Six decimals are finer than a pixel at any size, and keep stored readings small. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;
const clamp = (value: number): number => Math.min(1, Math.max(0, value));

function boxOf(rect: Rect, { width, height }: Size): Box | null {
  if (!(width > 0) || !(height > 0)) return null;
  const x = round(clamp(rect.left / width));
  const y = round(clamp(rect.top / height));
  return { x, y, width: round(clamp(rect.right / width) - x), height: round(clamp(rect.bottom / height) - y) };
}
