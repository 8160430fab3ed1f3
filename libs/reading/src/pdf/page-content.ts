import type { Rect } from '../layout/geometry.js';
import { displayed, type PageSpace } from './page-space.js';
import type { Pdfium } from './pdfium.js';
import { fillOf } from './text-styles.js';

/** fpdf_edit.h: kinds of page objects. A form is a drawing of its own inside the page, as many scanners write. */
const OBJECT_PATH = 2;
const OBJECT_IMAGE = 3;
const OBJECT_SHADING = 4;
const OBJECT_FORM = 5;
const OBJECTS_LOOKED_AT = 500;
/** Share of the page that one picture covers, from which on it may hold the page's text; logos and photographs are smaller. */
const BIG_SHARE = 0.3;

export interface PageContent {
  /** Nothing is drawn. */
  readonly isBlank: boolean;
  /** Pictures that cover a good part of the page, the biggest first. */
  readonly pictures: readonly Rect[];
}

/** What is drawn on a page besides text. */
export function contentOf(pdfium: Pdfium, page: number, space: PageSpace): PageContent {
  const { call } = pdfium;
  const count = call.FPDFPage_CountObjects(page);
  const pictures: Rect[] = [];
  for (let index = 0; index < Math.min(count, OBJECTS_LOOKED_AT); index++) {
    const object = call.FPDFPage_GetObject(page, index);
    const type = call.FPDFPageObj_GetType(object);
    if (type !== OBJECT_IMAGE && type !== OBJECT_FORM) continue;
    const rect = boundsOf(pdfium, object, space);
    if (rect !== null && areaOf(rect) >= BIG_SHARE * space.width * space.height) pictures.push(rect);
  }
  return { isBlank: count <= 0, pictures: pictures.sort((a, b) => areaOf(b) - areaOf(a)) };
}

/** Rectangles of what is drawn in another colour than white and can lie behind text. */
export function backgroundsOf(pdfium: Pdfium, page: number, space: PageSpace): Rect[] {
  const { call } = pdfium;
  const rects: Rect[] = [];
  const count = Math.min(call.FPDFPage_CountObjects(page), OBJECTS_LOOKED_AT);
  for (let index = 0; index < count; index++) {
    const object = call.FPDFPage_GetObject(page, index);
    if (!isBackground(pdfium, object)) continue;
    const rect = boundsOf(pdfium, object, space);
    if (rect !== null) rects.push(rect);
  }
  return rects;
}

function isBackground(pdfium: Pdfium, object: number): boolean {
  const { call, view, scratch } = pdfium;
  const type = call.FPDFPageObj_GetType(object);
  if (type !== OBJECT_PATH) return type === OBJECT_IMAGE || type === OBJECT_SHADING;
  if (call.FPDFPath_GetDrawMode(object, scratch, scratch + 4) === 0 || view().getInt32(scratch, true) === 0)
    return false;
  return fillOf(pdfium, object) === 'seen';
}

/** The part of an object's bounds that is on the page. */
function boundsOf({ call, floats, scratch }: Pdfium, object: number, space: PageSpace): Rect | null {
  if (call.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return null;
  const heap = floats();
  const at = scratch >> 2;
  const [left = 0, bottom = 0, right = 0, top = 0] = [heap[at], heap[at + 1], heap[at + 2], heap[at + 3]];
  const rect = displayed(space, left, top, right, bottom);
  return {
    left: Math.max(0, rect.left),
    top: Math.max(0, rect.top),
    right: Math.min(space.width, rect.right),
    bottom: Math.min(space.height, rect.bottom),
  };
}

const areaOf = (rect: Rect): number => Math.max(0, rect.right - rect.left) * Math.max(0, rect.bottom - rect.top);
