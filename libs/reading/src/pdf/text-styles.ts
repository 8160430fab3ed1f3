import type { Direction } from '../layout/geometry.js';
import { type Pdfium, SCRATCH_BYTES } from './pdfium.js';

/** fpdf_edit.h: text that is filled, filled and used as a clip, or neither filled nor stroked, as OCR writes it over a scan. */
const MODE_FILL = 0;
const MODE_FILL_CLIP = 4;
const MODE_INVISIBLE = 3;
/** A colour whose every part is at least this is white on any screen. */
const WHITE = 250;

export interface TextStyle {
  readonly direction: Direction;
  readonly isBold: boolean;
  /** How it is painted: not at all, in white, or so that it is seen on paper. */
  readonly paint: 'none' | 'white' | 'seen';
}

const PLAIN: TextStyle = { direction: 0, isBold: false, paint: 'seen' };

/** Styles of a page's text objects, each asked for once: a text object has one font, colour and direction. */
export class TextStyles {
  private readonly byObject = new Map<number, TextStyle>();
  private readonly boldByFont = new Map<number, boolean>();
  private lastObject = -1;
  private last = PLAIN;

  constructor(
    private readonly pdfium: Pdfium,
    private readonly textPage: number,
    private readonly rotation: number,
  ) {}

  /** Of the character with this index. */
  at(index: number): TextStyle {
    const object = this.pdfium.call.FPDFText_GetTextObject(this.textPage, index);
    if (object === this.lastObject) return this.last;
    let style = this.byObject.get(object);
    if (style === undefined) {
      style = object === 0 ? PLAIN : this.styleOf(object, index);
      this.byObject.set(object, style);
    }
    this.lastObject = object;
    this.last = style;
    return style;
  }

  private styleOf(object: number, index: number): TextStyle {
    const { call } = this.pdfium;
    // Clockwise quarter turns as displayed; pdfium's angle is clockwise too (it is atan2(c, a)).
    const quarters = Math.round((call.FPDFText_GetCharAngle(this.textPage, index) * 2) / Math.PI);
    return {
      direction: ((((this.rotation + quarters) % 4) + 4) % 4) as Direction,
      isBold: this.isBold(call.FPDFTextObj_GetFont(object)),
      paint: this.paintOf(object),
    };
  }

  private paintOf(object: number): TextStyle['paint'] {
    const mode = this.pdfium.call.FPDFTextObj_GetTextRenderMode(object);
    if (mode === MODE_INVISIBLE) return 'none';
    return mode === MODE_FILL || mode === MODE_FILL_CLIP ? fillOf(this.pdfium, object) : 'seen';
  }

  private isBold(font: number): boolean {
    let isBold = this.boldByFont.get(font);
    if (isBold === undefined) {
      isBold = font !== 0 && BOLD_NAME.test(fontName(this.pdfium, font));
      this.boldByFont.set(font, isBold);
    }
    return isBold;
  }
}

const BOLD_NAME = /bold|black|heavy|demi|-bd|,bd/i;

/** As much of a font's name as fits into the scratch memory: names are short, and each page asks for several. */
function fontName({ call, bytes, scratch }: Pdfium, font: number): string {
  const length = call.FPDFFont_GetBaseFontName(font, scratch, SCRATCH_BYTES);
  // What is longer is not written at all.
  return length > SCRATCH_BYTES ? '' : String.fromCharCode(...bytes().subarray(scratch, scratch + length));
}

/** How the inside of an object is painted. */
export function fillOf({ call, view, scratch }: Pdfium, object: number): TextStyle['paint'] {
  if (call.FPDFPageObj_GetFillColor(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return 'seen';
  const memory = view();
  if (memory.getUint32(scratch + 12, true) === 0) return 'none';
  const isWhite =
    memory.getUint32(scratch, true) >= WHITE &&
    memory.getUint32(scratch + 4, true) >= WHITE &&
    memory.getUint32(scratch + 8, true) >= WHITE;
  return isWhite ? 'white' : 'seen';
}
