import { layoutPage } from '../layout/page-layout.js';
import { recognise } from '../ocr/recognise.js';
import { readEmbeddedFiles } from './pdf-attachments.js';
import { contentOf, looksBlank } from './page-content.js';
import { readMetadata, withDocument, withPage } from './pdf-document.js';
import { renderPage } from './pdf-render.js';
import { type PdfPageWords, readPageWords } from './pdf-words.js';
import { loadPdfium, type Pdfium } from './pdfium.js';
import { judgeTextLayer } from './text-layer.js';
import { ReadingBuilder } from '../reading-builder.js';
import { readingError } from '../reading.errors.js';
import type { Reading } from '../reading-model.js';
import type { ReadInput, ReadingLimits } from '../readers/format-reader.js';

/** Resolution at which pages without text are rendered for recognition; 10 point type is then 42 pixels high. */
const OCR_DPI = 300;

/** Reads a PDF page by page; a page without usable text is rendered and recognised. */
export async function readPdf({ bytes, mediaType, limits }: ReadInput): Promise<Reading> {
  const pdfium = await loadPdfium();
  return withDocument(pdfium, bytes, async (document) => {
    const total = pdfium.call.FPDF_GetPageCount(document);
    if (total <= 0) throw readingError('no_pages');
    const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
    const last = Math.min(total, limits.maxPages);
    let recognised = 0;
    for (let index = 0; index < last && !builder.isFull; index++) {
      const wasRecognised = await readPage({
        pdfium,
        document,
        index,
        builder,
        limits,
        ocrLeft: limits.maxOcrPages - recognised,
      });
      if (wasRecognised) recognised++;
    }
    builder.addUnreadPages(total - builder.pageCount, total > last ? 'page_limit' : 'character_limit');
    const embedded = await readEmbeddedFiles(pdfium, document, {
      files: limits.maxChildren,
      bytes: limits.maxChildBytes,
    });
    builder.addChildren(embedded.found, embedded.children, embedded.skipped);
    builder.setMetadata(readMetadata(pdfium, document));
    return builder.build();
  });
}

interface PageTask {
  readonly pdfium: Pdfium;
  readonly document: number;
  readonly index: number;
  readonly builder: ReadingBuilder;
  readonly limits: ReadingLimits;
  readonly ocrLeft: number;
}

/** Reads one page; true where it was recognised, which counts against the limit. */
async function readPage(task: PageTask): Promise<boolean> {
  const { pdfium, document, index, builder } = task;
  const found = withPage(pdfium, document, index, (page) => ({
    layer: readPageWords(pdfium, page),
    ...contentOf(pdfium, page),
  }));
  const number = index + 1;
  if (found === null || found.layer === null) {
    builder.addFailedPage(number, 'page_unreadable');
    return false;
  }
  const { layer, isBlank, hasPicture } = found;
  const verdict = judgeTextLayer(layer, hasPicture);
  if (verdict === 'good' || isBlank) {
    addTextLayer(builder, number, layer);
    return false;
  }
  return recognisePage(task, layer, verdict === 'garbage');
}

function addTextLayer(builder: ReadingBuilder, number: number, layer: PdfPageWords): void {
  const { width, height, words } = layer;
  builder.addPage({ number, width, height, provenance: 'text-layer', lines: layoutPage(words) });
}

async function recognisePage(task: PageTask, layer: PdfPageWords, isGarbage: boolean): Promise<boolean> {
  const { pdfium, document, index, builder, limits, ocrLeft } = task;
  const number = index + 1;
  const withoutOcr = (warning: string): boolean => {
    builder.warn(warning);
    if (layer.characters > 0 && !isGarbage) addTextLayer(builder, number, layer);
    else builder.addFailedPage(number, warning);
    return false;
  };
  if (ocrLeft <= 0) return withoutOcr('ocr_page_limit');
  const image = withPage(pdfium, document, index, (page) =>
    renderPage(pdfium, page, { dpi: OCR_DPI, maxPixels: limits.maxPixels }),
  );
  if (image === null) return withoutOcr('page_unreadable');
  if (looksBlank(image)) {
    addTextLayer(builder, number, layer);
    return false;
  }
  const result = await recognise({ kind: 'page', raw: image }, limits);
  if (result.kind === 'failed') return withoutOcr(result.warning);
  const recognisedCharacters = result.words.reduce((sum, { text }) => sum + text.length, 0);
  if (!isGarbage && recognisedCharacters < layer.characters) addTextLayer(builder, number, layer);
  else {
    const { width, height } = layer;
    builder.addPage({
      number,
      width,
      height,
      provenance: 'ocr',
      lines: layoutPage(result.words, result.skew),
      frame: result.frame,
    });
  }
  return true;
}
