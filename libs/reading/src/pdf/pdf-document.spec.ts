import { describe, expect, it } from 'vitest';
import { readingError } from '../reading.errors.js';
import { PdfDocument, TRAPPED } from './pdf-document.js';
import { pdfOf, textAt } from './pdf.builder.js';
import { loadPdfium, type Pdfium } from './pdfium.js';

const FILE = pdfOf({ pages: [{ content: textAt('Words', 50, 700) }] });
const pagesOf = (pdfium: Pdfium, document: number): number => pdfium.call.FPDF_GetPageCount(document);
const trap = (): never => {
  throw new Error('unreachable');
};

describe('PdfDocument', () => {
  it('goes on in a new module after a trap, and tries what trapped once more', async () => {
    const before = await loadPdfium();
    const document = (await PdfDocument.open(FILE))!;
    let calls = 0;
    expect(await document.attempt(() => (calls++ === 0 ? trap() : 'read'))).toBe('read');
    expect(calls).toBe(2);
    expect(await loadPdfium()).not.toBe(before);
    expect(await document.attempt(trap)).toBe(TRAPPED);
    expect(await document.attempt(pagesOf)).toBe(1);
    document.close();
  });

  it('stops asking after many traps, and lets errors of ours through', async () => {
    const document = (await PdfDocument.open(FILE))!;
    await expect(document.attempt(() => Promise.reject(readingError('no_pages')))).rejects.toMatchObject({
      code: 'no_pages',
    });
    for (let count = 0; count < 3; count++) await document.attempt(trap);
    expect(await document.attempt(pagesOf)).toBe(TRAPPED);
    document.close();
  });
});
