import type { BlockInput } from '../blocks.js';
import type { RawWord, Rect } from '../layout/geometry.js';
import { layoutPage } from '../layout/page-layout.js';
import { recognise } from '../ocr/recognise.js';
import type { Recognised } from '../ocr/ocr-engine.js';
import type { ReadingBuilder } from '../reading-builder.js';
import type { ReadInput } from '../readers/format-reader.js';
import { looksBlank } from './blank-page.js';
import { isHeavy } from './heavy-page.js';
import { inPoints, paintOver, wordsInPictures } from './mixed-page.js';
import type { FileBytes } from './pdf-attachments.js';
import { type PdfDocument, TRAPPED, withPage } from './pdf-document.js';
import { renderPage } from './pdf-render.js';
import { openWithPdfjs, type PdfjsDocument } from './pdfjs-engine.js';
import { type PdfPage, readPdfPage } from './read-page.js';
import { judgeTextLayer, type TextLayer, unreadPictures } from './text-layer.js';

/** Resolution at which pages without text are rendered for recognition; 10 point type is then 42 pixels high. */
const OCR_DPI = 300;

/** Instead of a page whose pictures are too much to draw. */
const HEAVY = Symbol('heavy');

/** What stands on the only page of a form that a program has yet to draw. */
const PLACEHOLDER = /please wait|if this message is not eventually replaced/i;

/** Reads the pages of a document into a builder. */
export class PageReader {
  /** Files that pages hold as paper clips. */
  readonly files: FileBytes[] = [];
  private recognised = 0;
  private fileBytes: number;
  private second: Promise<PdfjsDocument | null> | undefined;

  constructor(
    private readonly document: PdfDocument,
    private readonly builder: ReadingBuilder,
    private readonly input: ReadInput,
    /** The content of a form that is drawn by a program, which no page shows. */
    private readonly form: readonly BlockInput[] | null,
  ) {
    this.fileBytes = input.limits.maxChildBytes;
  }

  /** Adds a page (from 0); false where no engine could read it. */
  async read(index: number): Promise<boolean> {
    const page = await this.document.attempt((pdfium, handle) => readPdfPage(pdfium, handle, index, this.fileBytes));
    if (page === TRAPPED || page === null) return this.readWithSecondEngine(index);
    const number = index + 1;
    for (const { text, reason } of page.hidden) this.builder.addHidden(number, text, reason);
    this.keepFiles(page.files);
    if (this.isPlaceholder(page)) {
      this.builder.addBlocks(this.form ?? [], { number });
      return true;
    }
    const verdict = judgeTextLayer(page, page.pictures.length > 0);
    const unread = verdict === 'good' ? unreadPictures(page.words, page.pictures, page.space.height) : [];
    if (page.isBlank || (verdict === 'good' && unread.length === 0)) this.addTextLayer(number, page);
    else await this.recognise(number, page, verdict, unread);
    return true;
  }

  async close(): Promise<void> {
    await (await this.second)?.close();
  }

  private keepFiles(files: readonly FileBytes[]): void {
    for (const file of files) {
      this.files.push(file);
      if (typeof file.bytes === 'object') this.fileBytes -= file.bytes.byteLength;
    }
  }

  private isPlaceholder({ words }: PdfPage): boolean {
    if (this.form === null || this.form.length === 0) return false;
    return PLACEHOLDER.test(words.map(({ text }) => text).join(' '));
  }

  private async readWithSecondEngine(index: number): Promise<boolean> {
    this.second ??= openWithPdfjs(this.input.bytes).catch(() => null);
    return addPdfjsPage(this.builder, await this.second, index);
  }

  private addTextLayer(number: number, { space: { width, height }, words, notes }: PdfPage): void {
    this.builder.addPage({ number, width, height, provenance: 'text-layer', lines: layoutPage(words), notes });
  }

  private async recognise(number: number, page: PdfPage, verdict: TextLayer, unread: readonly Rect[]): Promise<void> {
    const { limits } = this.input;
    if (this.recognised >= limits.maxOcrPages) return this.keepLayer(number, page, verdict, 'ocr_page_limit');
    const image = await this.document.attempt((pdfium, handle) =>
      withPage(pdfium, handle, number - 1, (open) =>
        isHeavy(pdfium, open, limits.maxImagePixels)
          ? HEAVY
          : renderPage(pdfium, open, { dpi: OCR_DPI, maxPixels: limits.maxPixels }),
      ),
    );
    if (image === HEAVY) return this.keepLayer(number, page, verdict, 'image_too_large');
    if (image === TRAPPED || image === null) return this.keepLayer(number, page, verdict, 'page_unreadable');
    // Invisible text over a picture without enough of it is a recognition that failed.
    const known = verdict === 'good' || (verdict === 'missing' && page.isPainted) ? page.words : [];
    paintOver(image, known, page.space);
    if (looksBlank(image)) return this.addTextLayer(number, page);
    this.recognised++;
    const result = await recognise({ kind: 'page', raw: image }, limits);
    if (result.kind === 'failed') return this.keepLayer(number, page, verdict, result.warning);
    if (verdict === 'good') this.addPictures(number, page, result, unread);
    else if (known.length > 0) this.addMixed(number, page, 'ocr', inPoints(result, page.space), result);
    else this.addRecognised(number, page, result, verdict);
  }

  /** Adds a page that could not be recognised: what its text layer has is kept, and the loss named. */
  private keepLayer(number: number, page: PdfPage, verdict: TextLayer, warning: string): void {
    this.builder.warn(warning);
    if (page.characters > 0 && verdict !== 'garbage') this.addTextLayer(number, page);
    else this.builder.addFailedPage(number, warning);
  }

  private addPictures(number: number, page: PdfPage, result: Recognised, unread: readonly Rect[]): void {
    const words = wordsInPictures(inPoints(result, page.space), unread);
    if (words.length === 0) this.addTextLayer(number, page);
    else this.addMixed(number, page, 'text-layer', words, result);
  }

  private addMixed(
    number: number,
    { space: { width, height }, words, notes }: PdfPage,
    provenance: 'text-layer' | 'ocr',
    recognised: readonly RawWord[],
    { confidence, skew }: Recognised,
  ): void {
    const lines = layoutPage([...words, ...recognised], provenance === 'ocr' ? skew : 0);
    this.builder.addPage({ number, width, height, provenance, quality: confidence, lines, notes });
  }

  private addRecognised(number: number, page: PdfPage, result: Recognised, verdict: TextLayer): void {
    const characters = result.words.reduce((sum, { text }) => sum + text.length, 0);
    if (verdict !== 'garbage' && characters < page.characters) return this.addTextLayer(number, page);
    const { width, height } = page.space;
    const { frame, skew, confidence } = result;
    const notes = page.notes.map(({ text, rect }) => ({ text, rect: scaled(rect, frame.width / width) }));
    const lines = layoutPage(result.words, skew);
    this.builder.addPage({ number, width, height, provenance: 'ocr', quality: confidence, lines, notes, frame });
  }
}

const scaled = ({ left, top, right, bottom }: Rect, by: number): Rect => ({
  left: left * by,
  top: top * by,
  right: right * by,
  bottom: bottom * by,
});

/** Adds a page (from 0) as pdf.js reads it; false where it cannot. Without text it may be a picture, which stays unread. */
export async function addPdfjsPage(
  builder: ReadingBuilder,
  document: PdfjsDocument | null,
  index: number,
): Promise<boolean> {
  const page = (await document?.read(index)) ?? null;
  const number = index + 1;
  if (page === null || page.words.length === 0) {
    builder.addFailedPage(number, 'page_unreadable');
    return page !== null;
  }
  const { width, height, words } = page;
  builder.addPage({ number, width, height, provenance: 'text-layer', lines: layoutPage(words) });
  builder.warn('second_engine');
  return true;
}
