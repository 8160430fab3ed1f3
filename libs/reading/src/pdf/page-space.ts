import type { Rect } from '../layout/geometry.js';
import type { Pdfium } from './pdfium.js';

/** How a page is displayed: its size in points, and where places of its own space come to lie. */
export interface PageSpace {
  /** Points, as displayed. */
  readonly width: number;
  readonly height: number;
  /** Clockwise quarter turns (ISO 32000-1, table 30, Rotate). */
  readonly rotation: number;
  /** Visible part in the page's own space, whose y axis goes up. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function spaceOf({ call, floats, scratch }: Pdfium, page: number): PageSpace {
  call.FPDF_GetPageBoundingBox(page, scratch);
  const [left, top, right, bottom] = rectAt(floats(), scratch);
  return {
    width: call.FPDF_GetPageWidthF(page),
    height: call.FPDF_GetPageHeightF(page),
    rotation: call.FPDFPage_GetRotation(page) & 3,
    left,
    top,
    right,
    bottom,
  };
}

/** FS_RECTF of fpdfview.h: left, top, right, bottom. */
export function rectAt(floats: Float32Array, address: number): readonly [number, number, number, number] {
  const at = address >> 2;
  return [floats[at] ?? 0, floats[at + 1] ?? 0, floats[at + 2] ?? 0, floats[at + 3] ?? 0];
}

/** The displayed rectangle (points, origin top left) of one in the page's own space. */
export function displayed(space: PageSpace, left: number, top: number, right: number, bottom: number): Rect {
  switch (space.rotation) {
    case 1:
      return upright(bottom - space.bottom, left - space.left, top - space.bottom, right - space.left);
    case 2:
      return upright(space.right - right, bottom - space.bottom, space.right - left, top - space.bottom);
    case 3:
      return upright(space.top - top, space.right - right, space.top - bottom, space.right - left);
    default:
      return upright(left - space.left, space.top - top, right - space.left, space.top - bottom);
  }
}

const upright = (x0: number, y0: number, x1: number, y1: number): Rect => ({
  left: Math.min(x0, x1),
  top: Math.min(y0, y1),
  right: Math.max(x0, x1),
  bottom: Math.max(y0, y1),
});

export const isOnPage = (rect: Rect, { width, height }: { width: number; height: number }): boolean =>
  rect.right > 0 && rect.bottom > 0 && rect.left < width && rect.top < height;
