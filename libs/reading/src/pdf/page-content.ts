import type { RawImage } from './pdf-render.js';
import { type Pdfium, withMemory } from './pdfium.js';

/** fpdf_edit.h: kinds of page objects. A form is a drawing of its own inside the page, as many scanners write. */
const OBJECT_IMAGE = 3;
const OBJECT_FORM = 5;
const OBJECTS_LOOKED_AT = 500;
/** Share of the page that one picture covers, from which on the page may be a scan; logos and photographs are smaller. */
const SCAN_SHARE = 0.3;

export interface PageContent {
  /** Nothing is drawn. */
  readonly isBlank: boolean;
  /** A picture covers a good part of the page. */
  readonly hasPicture: boolean;
}

/** What is drawn on a page besides text. */
export function contentOf(pdfium: Pdfium, page: number): PageContent {
  const { call } = pdfium;
  const count = call.FPDFPage_CountObjects(page);
  const pageArea = call.FPDF_GetPageWidthF(page) * call.FPDF_GetPageHeightF(page);
  const hasPicture = withMemory(pdfium, 16, (at) => {
    for (let index = 0; index < Math.min(count, OBJECTS_LOOKED_AT); index++) {
      const object = call.FPDFPage_GetObject(page, index);
      const type = call.FPDFPageObj_GetType(object);
      if ((type === OBJECT_IMAGE || type === OBJECT_FORM) && areaOf(pdfium, object, at) >= SCAN_SHARE * pageArea)
        return true;
    }
    return false;
  });
  return { isBlank: count <= 0, hasPicture };
}

function areaOf({ call, view }: Pdfium, object: number, at: number): number {
  if (call.FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12) === 0) return 0;
  const memory = view();
  const [left, bottom, right, top] = [0, 4, 8, 12].map((offset) => memory.getFloat32(at + offset, true));
  return ((right ?? 0) - (left ?? 0)) * ((top ?? 0) - (bottom ?? 0));
}

/** Brightness steps between the paper and what counts as a mark; dust and the grain of a scan are fainter. */
const MARK_CONTRAST = 60;
/** Share of the pixels that must be marks: one line of small print on a sheet is ten times this. */
const MARK_SHARE = 0.00005;
/** Every so many pixels one is looked at, in green, which carries most of the brightness. */
const STEP = 3;

/** Whether a rendered page shows nothing: the back of a sheet that was scanned with the others. */
export function looksBlank({ data }: RawImage): boolean {
  const histogram = new Uint32Array(256);
  for (let at = 1; at < data.length; at += 4 * STEP) {
    const level = data[at] ?? 0;
    histogram[level] = (histogram[level] ?? 0) + 1;
  }
  const paper = histogram.indexOf(Math.max(...histogram));
  let marks = 0;
  histogram.forEach((count, level) => {
    if (Math.abs(level - paper) > MARK_CONTRAST) marks += count;
  });
  return marks < (data.length / (4 * STEP)) * MARK_SHARE;
}
