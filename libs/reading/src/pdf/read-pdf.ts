import { ReadingBuilder } from '../reading-builder.js';
import { readingError } from '../reading.errors.js';
import type { Reading } from '../reading-model.js';
import type { ReadInput } from '../readers/format-reader.js';
import { addPdfjsPage, PageReader } from './page-reader.js';
import { asChildren, listedFiles } from './pdf-attachments.js';
import { PdfDocument, TRAPPED } from './pdf-document.js';
import { readMetadata } from './pdf-metadata.js';
import { readXfa } from './pdf-xfa.js';
import { openWithPdfjs } from './pdfjs-engine.js';

/**
 * Pages in a row that no engine can read, after which the rest is not tried: a page tree may claim any number of pages
 * that are not there.
 */
const MAX_LOST_PAGES = 50;

/** Reads a PDF page by page; what pdfium cannot read is tried with pdf.js, and a page without usable text is recognised. */
export async function readPdf(input: ReadInput): Promise<Reading> {
  const document = await PdfDocument.open(input.bytes);
  try {
    return (document === null ? null : await readWithPdfium(document, input)) ?? (await readWithPdfjs(input));
  } finally {
    document?.close();
  }
}

/** Null where pdfium finds no pages. */
async function readWithPdfium(document: PdfDocument, input: ReadInput): Promise<Reading | null> {
  const { limits, bytes, mediaType } = input;
  const facts = await document.attempt((pdfium, handle) => ({
    total: pdfium.call.FPDF_GetPageCount(handle),
    metadata: readMetadata(pdfium, handle, bytes),
    form: readXfa(pdfium, handle),
  }));
  if (facts === TRAPPED || facts.total <= 0) return null;
  const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
  builder.setMetadata(facts.metadata);
  if (facts.form !== null) builder.warn('xfa_form');
  const pages = new PageReader(document, builder, input, facts.form);
  await readPages((index) => pages.read(index), builder, facts.total, limits.maxPages);
  await pages.close();
  await addFiles(document, builder, input, pages);
  return builder.build();
}

async function addFiles(
  document: PdfDocument,
  builder: ReadingBuilder,
  { limits }: ReadInput,
  pages: PageReader,
): Promise<void> {
  const bounds = { files: limits.maxChildren, bytes: limits.maxChildBytes };
  const listed = await document.attempt((pdfium, handle) => listedFiles(pdfium, handle, bounds));
  if (listed === TRAPPED) builder.lose('attachments_unreadable');
  const files = await asChildren(listed === TRAPPED ? pages.files : [...listed, ...pages.files], bounds);
  builder.addChildren(files.found, files.children, files.skipped);
}

async function readPages(
  read: (index: number) => Promise<boolean>,
  builder: ReadingBuilder,
  total: number,
  maxPages: number,
): Promise<void> {
  const last = Math.min(total, maxPages);
  let lost = 0;
  for (let index = 0; index < last && !builder.isFull && lost < MAX_LOST_PAGES; index++)
    lost = (await read(index)) ? 0 : lost + 1;
  const limit = builder.isFull ? 'character_limit' : 'page_limit';
  builder.addUnreadPages(total - builder.pageCount, lost >= MAX_LOST_PAGES ? 'page_unreadable' : limit);
}

/** A document that pdfium cannot read. Throws `no_pages`, or `corrupt_document` where pdf.js cannot read it either. */
async function readWithPdfjs({ bytes, mediaType, limits }: ReadInput): Promise<Reading> {
  const document = await openWithPdfjs(bytes);
  if (document === null) throw readingError('corrupt_document');
  try {
    if (document.pageCount <= 0) throw readingError('no_pages');
    const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
    builder.warn('second_engine');
    await readPages((index) => addPdfjsPage(builder, document, index), builder, document.pageCount, limits.maxPages);
    return builder.build();
  } finally {
    await document.close();
  }
}
