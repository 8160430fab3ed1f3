import { type Direction, type RawWord, type Rect, union } from '../layout/geometry.js';
import { readingError } from '../reading.errors.js';
import { isOnPage } from './page-space.js';

/** A page as the second engine reads it: words, without what is drawn. */
export interface PdfjsPage {
  /** Points, as displayed. */
  readonly width: number;
  readonly height: number;
  readonly words: readonly RawWord[];
}

/** A document in pdf.js, which finds its way through some damaged files where pdfium does not. */
export interface PdfjsDocument {
  readonly pageCount: number;
  /** A page (from 0); null where it cannot be read. */
  read(index: number): Promise<PdfjsPage | null>;
  close(): Promise<void>;
}

/** Null where pdf.js cannot make anything of the file either. Throws `encrypted_document`. */
export async function openWithPdfjs(bytes: Uint8Array): Promise<PdfjsDocument | null> {
  const { getDocumentProxy } = await import('unpdf');
  try {
    // pdf.js takes the bytes away from whoever had them, and refuses a Buffer, whose `slice` would copy nothing either.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    return {
      pageCount: document.numPages,
      read: (index) => readPage(document, index),
      close: () => document.loadingTask.destroy(),
    };
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw readingError('encrypted_document', error);
    return null;
  }
}

/** The parts of pdf.js's interface that are used (display/api.js: PDFDocumentProxy, PDFPageProxy, TextItem). */
interface DocumentProxy {
  getPage(number: number): Promise<PageProxy>;
}
interface PageProxy {
  getViewport(options: { scale: number }): { width: number; height: number; transform: readonly number[] };
  getTextContent(): Promise<{ items: readonly object[] }>;
}
interface TextItem {
  readonly str: string;
  /** The text's matrix: six numbers as in ISO 32000-1, 8.3.3. */
  readonly transform: readonly number[];
  /** Length along the line, in the page's own units. */
  readonly width: number;
  readonly hasEOL: boolean;
}

const isText = (item: object): item is TextItem => 'str' in item && 'transform' in item;

async function readPage(document: DocumentProxy, index: number): Promise<PdfjsPage | null> {
  try {
    const page = await document.getPage(index + 1);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const reader = new RunReader(transform);
    for (const item of items) if (isText(item)) reader.add(item);
    return { width, height, words: reader.words.filter(({ rect }) => isOnPage(rect, { width, height })) };
  } catch {
    return null;
  }
}

/** Parts of a font's height above and below its base line; pdf.js knows no more of most fonts. */
const ASCENT = 0.9;
const DESCENT = 0.25;
/** Runs that are not further apart, in heights, are parts of one word: a letter in bold, for one. */
const TOUCHING = 0.1;

/** Puts runs of text into words, each as long as its share of its run's characters. */
class RunReader {
  readonly words: RawWord[] = [];
  /** Where the last run ended, if not with white space. */
  private open: Point | null = null;

  constructor(private readonly view: readonly number[]) {}

  add({ str, transform, width, hasEOL }: TextItem): void {
    const [a, b, c, d, e, f] = multiply(this.view, transform);
    const along = Math.hypot(a, b);
    const size = Math.hypot(c, d);
    if (along > 0 && size > 0 && str.length > 0) {
      const direction = directionOf(a, b);
      const step = (width * Math.hypot(this.view[0] ?? 1, this.view[1] ?? 0)) / str.length;
      const at = (index: number): Point => ({ x: e + (a / along) * step * index, y: f + (b / along) * step * index });
      for (const { 0: text, index } of str.matchAll(/\S+/g)) {
        const rect = rectAround(at(index), at(index + text.length), direction, size);
        if (index === 0 && this.touches(at(0), size)) this.extend(text, rect);
        else this.words.push({ text, direction, rect });
      }
      this.open = /\S$/.test(str) ? at(str.length) : null;
    }
    if (hasEOL) this.open = null;
  }

  private touches({ x, y }: Point, size: number): boolean {
    return this.open !== null && Math.hypot(x - this.open.x, y - this.open.y) < TOUCHING * size;
  }

  private extend(text: string, rect: Rect): void {
    const last = this.words.pop();
    if (last !== undefined) this.words.push({ ...last, text: last.text + text, rect: union(last.rect, rect) });
  }
}

type Matrix = readonly [number, number, number, number, number, number];

/** The matrix that does what `second` does, and then what `first` does (ISO 32000-1, 8.3.4). */
function multiply(first: readonly number[], second: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = matrixOf(first);
  const [g, h, i, j, k, l] = matrixOf(second);
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

const matrixOf = ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix => [a, b, c, d, e, f];

/** Clockwise quarter turns of a direction whose y axis goes down. */
const directionOf = (x: number, y: number): Direction =>
  (Math.round((Math.atan2(y, x) * 2) / Math.PI) & 3) as Direction;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The rectangle of a word whose base line goes from one point to the other. */
function rectAround(from: Point, to: Point, direction: Direction, size: number): Rect {
  const [up, down] = direction === 0 || direction === 3 ? [ASCENT, DESCENT] : [DESCENT, ASCENT];
  const isLevel = direction === 0 || direction === 2;
  return {
    left: Math.min(from.x, to.x) - (isLevel ? 0 : up * size),
    right: Math.max(from.x, to.x) + (isLevel ? 0 : down * size),
    top: Math.min(from.y, to.y) - (isLevel ? up * size : 0),
    bottom: Math.max(from.y, to.y) + (isLevel ? down * size : 0),
  };
}
