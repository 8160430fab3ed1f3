import { readingError } from '../reading.errors.js';
import type { Pdfium } from './pdfium.js';

/** A picture without encoding: rows from the top; red, green, blue, alpha. */
export interface RawImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** fpdfview.h: FPDFBitmap_BGRA, FPDF_ANNOT, FPDF_REVERSE_BYTE_ORDER. */
const FORMAT_BGRA = 4;
const CHANNELS = 4;
const FLAG_ANNOTATIONS = 0x01;
const FLAG_REVERSE_BYTE_ORDER = 0x10;
const WHITE = 0xffffffff;

const POINTS_PER_INCH = 72;

/** Renders a page as displayed. The resolution is lowered where the picture would have more than `maxPixels`. */
export function renderPage(pdfium: Pdfium, page: number, options: { dpi: number; maxPixels: number }): RawImage {
  const { call } = pdfium;
  const points = { width: call.FPDF_GetPageWidthF(page), height: call.FPDF_GetPageHeightF(page) };
  if (!(points.width > 0) || !(points.height > 0)) throw readingError('corrupt_document');
  const wanted = options.dpi / POINTS_PER_INCH;
  const scale = Math.min(wanted, Math.sqrt(options.maxPixels / (points.width * points.height)));
  const width = Math.max(1, Math.round(points.width * scale));
  const height = Math.max(1, Math.round(points.height * scale));
  const bitmap = call.FPDFBitmap_CreateEx(width, height, FORMAT_BGRA, 0, 0);
  if (bitmap === 0) throw readingError('reading_out_of_memory');
  try {
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAG_ANNOTATIONS | FLAG_REVERSE_BYTE_ORDER);
    return {
      data: copyRows(pdfium, bitmap, width * CHANNELS, height),
      width,
      height,
    };
  } finally {
    call.FPDFBitmap_Destroy(bitmap);
  }
}

/** Rows in pdfium's memory may end with padding. */
function copyRows({ call, bytes }: Pdfium, bitmap: number, rowBytes: number, height: number): Uint8Array {
  const from = call.FPDFBitmap_GetBuffer(bitmap);
  const stride = call.FPDFBitmap_GetStride(bitmap);
  const heap = bytes();
  if (stride === rowBytes) return heap.slice(from, from + rowBytes * height);
  const data = new Uint8Array(rowBytes * height);
  for (let row = 0; row < height; row++)
    data.set(heap.subarray(from + row * stride, from + row * stride + rowBytes), row * rowBytes);
  return data;
}
