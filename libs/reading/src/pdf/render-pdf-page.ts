import sharp from 'sharp';
import type { RenderedPage } from '../readers/format-reader.js';
import { readingError } from '../reading.errors.js';
import { withDocument, withPage } from './pdf-document.js';
import { renderPage } from './pdf-render.js';
import { loadPdfium } from './pdfium.js';

/** A page (from 1) as PNG. Throws `page_not_found`. */
export async function renderPdfPage(
  bytes: Uint8Array,
  options: { page: number; dpi: number; maxPixels: number },
): Promise<RenderedPage> {
  const pdfium = await loadPdfium();
  const raw = await withDocument(pdfium, bytes, async (document) => {
    if (options.page < 1 || options.page > pdfium.call.FPDF_GetPageCount(document))
      throw readingError('page_not_found');
    return withPage(pdfium, document, options.page - 1, (page) => renderPage(pdfium, page, options));
  });
  if (raw === null) throw readingError('corrupt_document');
  const { data, width, height } = raw;
  const png = await sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 6 })
    .toBuffer();
  return { png, width, height };
}
