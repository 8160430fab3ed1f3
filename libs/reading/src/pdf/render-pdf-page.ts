import sharp from 'sharp';
import type { RenderedPage } from '../readers/format-reader.js';
import { readingError } from '../reading.errors.js';
import { isHeavy } from './heavy-page.js';
import { PdfDocument, TRAPPED, withPage } from './pdf-document.js';
import { renderPage } from './pdf-render.js';

/** A page (from 1) as PNG. Throws `page_not_found`, `image_too_large`. */
export async function renderPdfPage(
  bytes: Uint8Array,
  options: { page: number; dpi: number; maxPixels: number },
): Promise<RenderedPage> {
  const document = await PdfDocument.open(bytes);
  if (document === null) throw readingError('corrupt_document');
  try {
    const raw = await document.attempt((pdfium, handle) => {
      if (options.page < 1 || options.page > pdfium.call.FPDF_GetPageCount(handle))
        throw readingError('page_not_found');
      return withPage(pdfium, handle, options.page - 1, (page) => {
        if (isHeavy(pdfium, page)) throw readingError('image_too_large');
        return renderPage(pdfium, page, options);
      });
    });
    if (raw === null || raw === TRAPPED) throw readingError('corrupt_document');
    const { data, width, height } = raw;
    const png = await sharp(data, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .png({ compressionLevel: 6 })
      .toBuffer();
    return { png, width, height };
  } finally {
    document.close();
  }
}
