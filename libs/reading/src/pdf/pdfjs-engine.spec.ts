import { describe, expect, it } from 'vitest';
import { pdfOf, textAt } from './pdf.builder.js';
import { openWithPdfjs } from './pdfjs-engine.js';

describe('openWithPdfjs', () => {
  it('reads words with places, from a Buffer too, and leaves the bytes as they were', async () => {
    const bytes = Buffer.from(pdfOf({ pages: [{ content: textAt('Words to read', 50, 700) }] }));
    const before = Buffer.from(bytes);
    const document = await openWithPdfjs(bytes);
    const page = await document!.read(0);
    expect(page!.words.map(({ text }) => text)).toEqual(['Words', 'to', 'read']);
    expect(page!.words[0]!.rect.left).toBeCloseTo(50, 0);
    expect(page!.words[0]!.rect.top).toBeGreaterThan(80);
    expect(page!.words[0]!.rect.bottom).toBeLessThan(110);
    await document!.close();
    expect(bytes.equals(before)).toBe(true);
  });

  it('joins the parts of a word that are set in two fonts', async () => {
    const content = 'BT /F2 12 Tf 50 700 Td (in) Tj /F1 12 Tf (voice) Tj ET';
    const document = await openWithPdfjs(pdfOf({ pages: [{ content }] }));
    expect((await document!.read(0))!.words.map(({ text }) => text)).toEqual(['invoice']);
    await document!.close();
  });

  it('says that a password is needed, and answers nothing for what is no PDF', async () => {
    const locked = pdfOf({ pages: [{ content: '' }], passwords: { user: 'open', owner: 'secret' } });
    await expect(openWithPdfjs(locked)).rejects.toMatchObject({ code: 'encrypted_document' });
    expect(await openWithPdfjs(new Uint8Array([1, 2, 3]))).toBeNull();
  });
});
