import { readingError } from '../reading.errors.js';
import { type Pdfium, readUtf16, withMemory } from './pdfium.js';

/** fpdfview.h, FPDF_ERR_*. */
const ERROR_PASSWORD = 4;
const ERROR_SECURITY = 5;

/** fpdf_annot.h: what a page shows beyond its content stream and can hold text. */
const ANNOTATION_FREE_TEXT = 3;
const ANNOTATION_WIDGET = 20;

const META_TAGS = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'CreationDate', 'ModDate'] as const;

/** Opens a document for the time of `work`. Throws `encrypted_document` or `corrupt_document`. */
export async function withDocument<T>(
  pdfium: Pdfium,
  bytes: Uint8Array,
  work: (document: number) => Promise<T>,
): Promise<T> {
  const { call } = pdfium;
  const data = call.malloc(bytes.byteLength);
  if (data === 0) throw readingError('reading_out_of_memory');
  pdfium.bytes().set(bytes, data);
  // pdfium reads from this memory as long as the document is open.
  const document = call.FPDF_LoadMemDocument(data, bytes.byteLength, 0);
  try {
    if (document === 0) {
      const error = call.FPDF_GetLastError();
      throw readingError(
        error === ERROR_PASSWORD || error === ERROR_SECURITY ? 'encrypted_document' : 'corrupt_document',
      );
    }
    return await work(document);
  } finally {
    if (document !== 0) call.FPDF_CloseDocument(document);
    call.free(data);
  }
}

/**
 * Opens a page (from 0) for the time of `work`; null where it cannot be loaded. Form fields and free text annotations
 * are flattened into the content first (in memory only): their values are not part of a page's text otherwise.
 */
export function withPage<T>(pdfium: Pdfium, document: number, index: number, work: (page: number) => T): T | null {
  const { call } = pdfium;
  let page = call.FPDF_LoadPage(document, index);
  if (page === 0) return null;
  try {
    if (hasTextAnnotations(pdfium, page) && call.FPDFPage_Flatten(page, 0) === 1) {
      call.FPDF_ClosePage(page);
      page = call.FPDF_LoadPage(document, index);
      if (page === 0) return null;
    }
    return work(page);
  } finally {
    if (page !== 0) call.FPDF_ClosePage(page);
  }
}

function hasTextAnnotations({ call }: Pdfium, page: number): boolean {
  const count = Math.min(call.FPDFPage_GetAnnotCount(page), 2000);
  for (let index = 0; index < count; index++) {
    const annotation = call.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    const subtype = call.FPDFAnnot_GetSubtype(annotation);
    call.FPDFPage_CloseAnnot(annotation);
    if (subtype === ANNOTATION_WIDGET || subtype === ANNOTATION_FREE_TEXT) return true;
  }
  return false;
}

/** Entries of the document information dictionary, keys in camel case (`title`, `creationDate`, …). */
export function readMetadata(pdfium: Pdfium, document: number): Record<string, string> {
  const metadata: Record<string, string> = {};
  for (const tag of META_TAGS) {
    const value = withMemory(pdfium, tag.length + 1, (name) => {
      const heap = pdfium.bytes();
      heap.set(Buffer.from(tag, 'latin1'), name);
      heap[name + tag.length] = 0;
      return readUtf16(pdfium, (buffer, length) => pdfium.call.FPDF_GetMetaText(document, name, buffer, length));
    });
    if (value.trim() !== '') metadata[tag.charAt(0).toLowerCase() + tag.slice(1)] = value.trim();
  }
  return metadata;
}
