import { isAppError } from '@app/kernel';
import { readingError } from '../reading.errors.js';
import { discardPdfium, loadPdfium, type Pdfium } from './pdfium.js';

/** fpdfview.h, FPDF_ERR_*. */
const ERROR_PASSWORD = 4;
const ERROR_SECURITY = 5;

/** Traps of one document after which pdfium is not asked about it again: making a module anew costs as much as a page. */
const MAX_TRAPS = 6;

/** What `attempt` answers where pdfium trapped. */
export const TRAPPED: unique symbol = Symbol('trapped');

interface Opened {
  readonly pdfium: Pdfium;
  readonly handle: number;
  /** pdfium reads the file from its own memory as long as the document is open. */
  readonly data: number;
}

/**
 * A document in pdfium. Some damaged files make pdfium trap, which breaks the whole module: it is then thrown away, and
 * the document opened again in a new one for what comes next.
 */
export class PdfDocument {
  private traps = 0;

  private constructor(
    private readonly bytes: Uint8Array,
    private opened: Opened | null,
  ) {}

  /** Null where pdfium cannot make anything of the file. Throws `encrypted_document`. */
  static async open(bytes: Uint8Array): Promise<PdfDocument | null> {
    const opened = await open(bytes);
    return opened === null ? null : new PdfDocument(bytes, opened);
  }

  /**
   * Does `work`, which must not keep what it is given; `TRAPPED` where pdfium traps twice. The second time is in a new
   * module, since what broke the first may have been an earlier document, or too little memory. AppErrors go through.
   */
  async attempt<T>(work: (pdfium: Pdfium, document: number) => T): Promise<T | typeof TRAPPED> {
    const result = await this.attemptOnce(work);
    return result === TRAPPED ? this.attemptOnce(work) : result;
  }

  private async attemptOnce<T>(work: (pdfium: Pdfium, document: number) => T): Promise<T | typeof TRAPPED> {
    if (this.opened === null && this.traps < MAX_TRAPS) this.opened = await open(this.bytes);
    if (this.opened === null) return TRAPPED;
    try {
      return work(this.opened.pdfium, this.opened.handle);
    } catch (error) {
      if (isAppError(error)) throw error;
      this.traps++;
      this.opened = null;
      discardPdfium();
      return TRAPPED;
    }
  }

  close(): void {
    if (this.opened === null) return;
    const { pdfium, handle, data } = this.opened;
    this.opened = null;
    try {
      pdfium.call.FPDF_CloseDocument(handle);
      pdfium.call.free(data);
    } catch {
      discardPdfium();
    }
  }
}

async function open(bytes: Uint8Array): Promise<Opened | null> {
  const pdfium = await loadPdfium();
  const { call } = pdfium;
  try {
    const data = call.malloc(bytes.byteLength);
    if (data === 0) throw readingError('reading_out_of_memory');
    pdfium.bytes().set(bytes, data);
    const handle = call.FPDF_LoadMemDocument(data, bytes.byteLength, 0);
    if (handle !== 0) return { pdfium, handle, data };
    const error = call.FPDF_GetLastError();
    call.free(data);
    if (error === ERROR_PASSWORD || error === ERROR_SECURITY) throw readingError('encrypted_document');
    return null;
  } catch (error) {
    if (isAppError(error)) throw error;
    discardPdfium();
    return null;
  }
}

/** Opens a page (from 0) for the time of `work`; null where it cannot be loaded. */
export function withPage<T>({ call }: Pdfium, document: number, index: number, work: (page: number) => T): T | null {
  const page = call.FPDF_LoadPage(document, index);
  if (page === 0) return null;
  let result: T;
  try {
    result = work(page);
  } catch (error) {
    // After a trap nothing of the module may be called again.
    if (isAppError(error)) call.FPDF_ClosePage(page);
    throw error;
  }
  call.FPDF_ClosePage(page);
  return result;
}

/** Flattens a page's form fields and annotations into its content (in memory only), and opens it again. */
export function flattenPage({ call }: Pdfium, page: number): boolean {
  return call.FPDFPage_Flatten(page, FLATTEN_FOR_DISPLAY) === FLATTENED;
}

/** fpdf_flatten.h: FLAT_NORMALDISPLAY, FLATTEN_SUCCESS. */
const FLATTEN_FOR_DISPLAY = 0;
const FLATTENED = 1;
