import type { Rect } from '../layout/geometry.js';
import type { HiddenText } from '../reading-model.js';
import { backgroundsOf } from './page-content.js';
import type { PageSpace } from './page-space.js';
import { isHeavy } from './heavy-page.js';
import { type RawImage, renderPage } from './pdf-render.js';
import type { PdfPageText, PdfWord } from './pdf-words.js';
import type { Pdfium } from './pdfium.js';

/** Points; smaller letters are dust on paper and nothing on a screen. */
const MIN_SIZE = 1;
/** A letter's width is at least about this part of its height; some fonts tell a height of 0. */
const WIDTH_TO_SIZE = 1.5;

/** Where words are on the page: what is drawn there decides whether a word in white or without ink is seen. */
export interface HiddenContext {
  readonly pdfium: Pdfium;
  readonly page: number;
  readonly space: PageSpace;
  /** Big pictures: invisible text over them is what recognition wrote. */
  readonly pictures: readonly Rect[];
}

export interface PartedWords {
  readonly seen: readonly PdfWord[];
  readonly hidden: readonly Omit<HiddenText, 'page'>[];
}

/** Parts what a person sees of a page's text from what only programs find. */
export function partHidden(text: PdfPageText, context: HiddenContext): PartedWords {
  const hidden = new Map<HiddenText['reason'], PdfWord[]>();
  const hide = (word: PdfWord, reason: HiddenText['reason']): void => {
    const list = hidden.get(reason);
    if (list === undefined) hidden.set(reason, [word]);
    else list.push(word);
  };
  for (const word of text.offPage) hide(word, 'off-page');
  let { words } = text;
  if (words.some((word) => word.paint !== 'seen' || isTooSmall(word))) {
    const places = new Places(context);
    words = words.filter((word) => {
      const reason = isTooSmall(word) ? 'too-small' : places.shows(word) ? null : 'invisible';
      if (reason !== null) hide(word, reason);
      return reason === null;
    });
  }
  return {
    seen: words,
    hidden: [...hidden].map(([reason, list]) => ({ reason, text: list.map((word) => word.text).join(' ') })),
  };
}

function isTooSmall({ rect, text }: PdfWord): boolean {
  const width = rect.right - rect.left;
  const height = rect.bottom - rect.top;
  return Math.min(width, height) < MIN_SIZE && Math.max(width, height) < (MIN_SIZE / WIDTH_TO_SIZE) * text.length;
}

/** Resolution of the picture in which words are looked for, and how far its grey must reach where there is one. */
const LOOK_DPI = 100;
const LOOK_PIXELS = 2_000_000;
const CONTRAST = 24;

/** Tells whether something can be seen at a word's place. The page is rendered only where nothing cheaper tells. */
class Places {
  private backgrounds: readonly Rect[] | null = null;
  private image: RawImage | null = null;
  private isTooHeavy: boolean | null = null;

  constructor(private readonly context: HiddenContext) {}

  shows({ paint, rect }: PdfWord): boolean {
    if (paint === 'seen') return true;
    if (paint === 'none' && this.context.pictures.some((picture) => covers(picture, rect))) return true;
    if (paint === 'white' && this.backgroundRects().some((background) => covers(background, rect))) return true;
    return this.cannotLook() || this.hasMarks(rect);
  }

  /** Where a look would cost too much, words count as seen. */
  private cannotLook(): boolean {
    this.isTooHeavy ??= isHeavy(this.context.pdfium, this.context.page);
    return this.isTooHeavy;
  }

  private backgroundRects(): readonly Rect[] {
    const { pdfium, page, space } = this.context;
    this.backgrounds ??= backgroundsOf(pdfium, page, space);
    return this.backgrounds;
  }

  private hasMarks(rect: Rect): boolean {
    const { pdfium, page, space } = this.context;
    this.image ??= renderPage(pdfium, page, { dpi: LOOK_DPI, maxPixels: LOOK_PIXELS });
    const { data, width, height } = this.image;
    const [left, right] = [pixels(rect.left, space.width, width), pixels(rect.right, space.width, width)];
    const [top, bottom] = [pixels(rect.top, space.height, height), pixels(rect.bottom, space.height, height)];
    let least = 255;
    let most = 0;
    for (let y = top; y <= bottom; y++)
      for (let x = left; x <= right; x++) {
        // Green carries most of the brightness.
        const level = data[(y * width + x) * 4 + 1] ?? 0;
        if (level < least) least = level;
        if (level > most) most = level;
      }
    return most - least >= CONTRAST;
  }
}

const pixels = (at: number, points: number, size: number): number =>
  Math.max(0, Math.min(size - 1, Math.round((at / points) * size)));

/** Whether most of a word lies in a rectangle. */
function covers(rect: Rect, word: Rect): boolean {
  const width = Math.min(rect.right, word.right) - Math.max(rect.left, word.left);
  const height = Math.min(rect.bottom, word.bottom) - Math.max(rect.top, word.top);
  if (width <= 0 || height <= 0) return false;
  return width * height >= 0.5 * (word.right - word.left) * (word.bottom - word.top);
}
