import { type Direction, type RawWord, type Rect, turn, union } from '../layout/geometry.js';
import { type Pdfium, withMemory } from './pdfium.js';

/** A page of a PDF before layout: words in the order of the content stream, in points from the displayed top left. */
export interface PdfPageWords {
  /** Points, as displayed. */
  readonly width: number;
  readonly height: number;
  readonly words: readonly RawWord[];
  /** Characters without white space, and those of them that no Unicode value could be found for. */
  readonly characters: number;
  readonly unmapped: number;
}

/** Where pdfium took away a hyphen at the end of a line it leaves one of these, with no line break behind. */
const SOFT_BREAKS = new Set([0x02, 0xad, 0xfffe]);

const isSpace = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x3000 ||
  code === 0x202f ||
  code === 0;
const isUnmapped = (code: number): boolean =>
  code === 0xfffd || code === 0xffff || (code >= 0xe000 && code <= 0xf8ff) || (code < 0x20 && code !== 0x02);

/** Displayed coordinates (points, origin top left) of a point in the page's own space. */
type Projection = (x: number, y: number) => readonly [number, number];

export function readPageWords(pdfium: Pdfium, page: number): PdfPageWords | null {
  const { call } = pdfium;
  const width = call.FPDF_GetPageWidthF(page);
  const height = call.FPDF_GetPageHeightF(page);
  const textPage = call.FPDFText_LoadPage(page);
  if (textPage === 0) return null;
  try {
    return withMemory(pdfium, 16, (rect) => {
      const rotation = call.FPDFPage_GetRotation(page) & 3;
      const project = projectionOf(pdfium, page, rotation, rect);
      return { width, height, ...collectWords({ pdfium, textPage, rotation, project, rect }, { width, height }) };
    });
  } finally {
    call.FPDFText_ClosePage(textPage);
  }
}

function projectionOf(pdfium: Pdfium, page: number, rotation: number, rect: number): Projection {
  pdfium.call.FPDF_GetPageBoundingBox(page, rect);
  const [left, top, right, bottom] = readRect(pdfium.view(), rect);
  // Clockwise quarter turns (ISO 32000-1, table 30, Rotate).
  if (rotation === 1) return (x, y) => [y - bottom, x - left];
  if (rotation === 2) return (x, y) => [right - x, y - bottom];
  if (rotation === 3) return (x, y) => [top - y, right - x];
  return (x, y) => [x - left, top - y];
}

/** FS_RECTF: left, top, right, bottom as 32-bit floats. */
const readRect = (view: DataView, at: number): readonly [number, number, number, number] => [
  view.getFloat32(at, true),
  view.getFloat32(at + 4, true),
  view.getFloat32(at + 8, true),
  view.getFloat32(at + 12, true),
];

/** The code points of all characters; one bulk call where pdfium's text has a unit for every character. */
function readCodes(pdfium: Pdfium, textPage: number): Uint32Array {
  const { call } = pdfium;
  const count = call.FPDFText_CountChars(textPage);
  if (count <= 0) return new Uint32Array(0);
  const bulk = withMemory(pdfium, (count + 1) * 2, (buffer) => {
    const length = call.FPDFText_GetText(textPage, 0, count, buffer) - 1;
    return length === count
      ? Uint32Array.from(new Uint16Array(pdfium.bytes().slice(buffer, buffer + count * 2).buffer))
      : null;
  });
  if (bulk !== null && !bulk.some((code) => code >= 0xd800 && code <= 0xdfff)) return bulk;
  return Uint32Array.from({ length: count }, (_, index) => call.FPDFText_GetUnicode(textPage, index));
}

/** One page's characters and how to reach their boxes. */
interface Source {
  readonly pdfium: Pdfium;
  readonly textPage: number;
  readonly rotation: number;
  readonly project: Projection;
  /** 16 bytes of scratch memory inside the module. */
  readonly rect: number;
}

function collectWords(
  source: Source,
  size: { width: number; height: number },
): Pick<PdfPageWords, 'words' | 'characters' | 'unmapped'> {
  const codes = readCodes(source.pdfium, source.textPage);
  const words: RawWord[] = [];
  let unmapped = 0;
  let characters = 0;
  let start = -1;
  const close = (end: number, suffix: string): void => {
    if (start >= 0)
      for (const word of wordsOf(source, codes, start, end, suffix)) if (isOnPage(word.rect, size)) words.push(word);
    start = -1;
  };
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] ?? 0;
    if (isSpace(code)) close(index, '');
    else if (SOFT_BREAKS.has(code)) close(index, '-');
    else {
      characters++;
      if (isUnmapped(code)) unmapped++;
      if (start < 0) start = index;
    }
  }
  close(codes.length, '');
  return { words, characters, unmapped };
}

/** The words of a run of characters without white space: nearly always one, told by its first and last box alone. */
function wordsOf(source: Source, codes: Uint32Array, start: number, end: number, suffix: string): RawWord[] {
  const direction = directionOf(source, start);
  const first = charRect(source, start);
  const last = end - 1 === start ? first : charRect(source, end - 1);
  if (follows(first, last, direction, Infinity)) {
    const text = textOf(codes, start, end) + suffix;
    return text === '' ? [] : [{ text, rect: union(first, last), direction }];
  }
  const words: RawWord[] = [];
  let from = start;
  let previous = first;
  let rect = first;
  for (let index = start + 1; index <= end; index++) {
    const next = index < end ? charRect(source, index) : null;
    if (next !== null && follows(previous, next, direction, 1)) {
      rect = union(rect, next);
    } else {
      const text = textOf(codes, from, index) + (index === end ? suffix : '');
      if (text !== '') words.push({ text, rect, direction });
      from = index;
      rect = next ?? rect;
    }
    previous = next ?? previous;
  }
  return words;
}

/** Whether `next` stands on the line of `previous`, ahead of its start, and at most `gap` line heights beyond its end. */
function follows(previous: Rect, next: Rect, direction: Direction, gap: number): boolean {
  const a = turn(previous, direction);
  const b = turn(next, direction);
  const height = Math.max(a.bottom - a.top, b.bottom - b.top);
  const drift = Math.abs((a.top + a.bottom) / 2 - (b.top + b.bottom) / 2);
  return drift <= 0.6 * height && b.left >= a.left - 0.5 * height && b.left <= a.right + gap * height;
}

/** Clockwise quarter turns of the reading direction as displayed; pdfium's angle is clockwise too (it is atan2(c, a)). */
function directionOf({ pdfium, textPage, rotation }: Source, index: number): Direction {
  const quarters = Math.round((pdfium.call.FPDFText_GetCharAngle(textPage, index) * 2) / Math.PI);
  return ((((rotation + quarters) % 4) + 4) % 4) as Direction;
}

/** The box of a character with the height of its font, so that words of one line share top and bottom. */
function charRect({ pdfium, textPage, project, rect }: Source, index: number): Rect {
  pdfium.call.FPDFText_GetLooseCharBox(textPage, index, rect);
  const [left, top, right, bottom] = readRect(pdfium.view(), rect);
  const [x0, y0] = project(left, top);
  const [x1, y1] = project(right, bottom);
  return { left: Math.min(x0, x1), top: Math.min(y0, y1), right: Math.max(x0, x1), bottom: Math.max(y0, y1) };
}

const isOnPage = (rect: Rect, { width, height }: { width: number; height: number }): boolean =>
  rect.right > 0 && rect.bottom > 0 && rect.left < width && rect.top < height;

function textOf(codes: Uint32Array, start: number, end: number): string {
  let text = '';
  for (let index = start; index < end; index++) {
    const code = codes[index] ?? 0;
    if (code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)) text += String.fromCodePoint(code);
  }
  return text;
}
