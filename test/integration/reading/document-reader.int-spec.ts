import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DocumentReader, readingConfig, type ReadingConfig } from '@app/reading';
import { loadConfig } from '@app/config';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

let folder: string;
const readers: DocumentReader[] = [];

const readerWith = (overrides: Partial<ReadingConfig> = {}): DocumentReader => {
  const reader = new DocumentReader({ ...loadConfig(readingConfig, {}), processes: 1, ...overrides });
  readers.push(reader);
  return reader;
};

const fileWith = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

type Drawing = (pdf: PDFKit.PDFDocument) => void;

const makePdf = (options: PDFKit.PDFDocumentOptions, ...pages: readonly Drawing[]): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const pdf = new PDFDocument({ ...options, autoFirstPage: false });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    for (const draw of pages) {
      pdf.addPage();
      draw(pdf);
    }
    pdf.end();
  });

const line =
  (text: string, x = 72, y = 72): Drawing =>
  (pdf) =>
    void pdf.fontSize(14).text(text, x, y, { lineBreak: false });
const pdf = 'application/pdf';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reading-'));
});
afterEach(() => {
  for (const reader of readers.splice(0)) reader.onModuleDestroy();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('DocumentReader', () => {
  it('reads a PDF in a child process: pages, words, boxes, embedded files, metadata', async () => {
    const bytes = await makePdf(
      { info: { Title: 'An order' } },
      (page) => {
        line('Total due')(page);
        line('10.00', 400)(page);
        page.file(Buffer.from('<?xml version="1.0"?><order/>'), { name: 'order.xml' });
      },
      () => undefined,
    );
    const reading = await readerWith().read({ path: await fileWith('order.pdf', bytes), mediaType: pdf });
    expect(reading.text).toBe('Total due   10.00\n\n');
    expect(reading.receipt.pages).toEqual({ total: 2, read: 1, empty: 1, failed: 0 });
    const [total, , amount] = reading.pages[0]!.lines[0]!.words;
    expect(reading.text.slice(amount!.start, amount!.end)).toBe('10.00');
    expect(total!.box!.x).toBeCloseTo(72 / 612, 2);
    expect(amount!.box!.x).toBeCloseTo(400 / 612, 2);
    expect(reading.children.map(({ name, role, mediaType }) => [name, role, mediaType])).toEqual([
      ['order.xml', 'embedded', 'application/xml'],
    ]);
    expect(reading.metadata).toMatchObject({ title: 'An order' });
  });

  it('gives boxes of the page as displayed where it is rotated', async () => {
    const bytes = await makePdf({}, (page) => {
      line('corner', 20, 20)(page);
      (page.page.dictionary.data as unknown as Record<string, unknown>)['Rotate'] = 90;
    });
    const reading = await readerWith().read({ bytes, mediaType: pdf });
    const [page] = reading.pages;
    expect([page!.width, page!.height]).toEqual([792, 612]);
    // The upper left corner turns to the upper right.
    expect(page!.lines[0]!.box!.x).toBeGreaterThan(0.9);
    expect(page!.lines[0]!.box!.y).toBeLessThan(0.1);
  });

  it('recognises a picture, and a page that is one', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300"><rect width="900" height="300" fill="white"/><text x="60" y="170" font-size="80" font-family="sans-serif">Amount 42.50</text></svg>';
    const png = await sharp(Buffer.from(svg)).png().toBuffer();
    const reader = readerWith();
    const picture = await reader.read({ bytes: png, mediaType: 'image/png' });
    const scan = await reader.read({
      bytes: await makePdf({}, (page) => void page.image(png, 0, 200, { width: 612 })),
      mediaType: pdf,
    });
    for (const reading of [picture, scan]) {
      expect(reading.text.replace(/\s+/g, ' ').trim()).toBe('Amount 42.50');
      expect(reading.receipt).toMatchObject({ ocrPages: 1, pages: { total: 1, read: 1 } });
      expect(reading.pages[0]!.lines[0]!.words[0]!.confidence).toBeGreaterThan(0.5);
    }
    const off = await reader.read({ bytes: png, mediaType: 'image/png', limits: { ocr: 'off' } });
    expect(off.receipt).toMatchObject({ pages: { total: 1, read: 0, failed: 1 }, warnings: ['ocr_off'] });
  });

  it('says what it left out at a limit', async () => {
    const bytes = await makePdf({}, line('one'), line('two'), line('three'));
    const reading = await readerWith().read({ bytes, mediaType: pdf, limits: { maxPages: 2 } });
    expect(reading.text).toBe('one\n\ntwo');
    expect(reading.receipt).toMatchObject({
      truncated: true,
      pages: { total: 3, read: 2, failed: 1 },
      warnings: ['page_limit'],
    });
  });

  it('renders a page, and refuses one that does not exist', async () => {
    const reader = readerWith();
    const bytes = await makePdf({ size: [360, 144] }, line('picture', 20, 20));
    const { png, width, height } = await reader.renderPage({ bytes, mediaType: pdf, page: 1, dpi: 144 });
    expect([width, height]).toEqual([720, 288]);
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 720, height: 288 });
    await expect(reader.renderPage({ bytes, mediaType: pdf, page: 2 })).rejects.toMatchObject({
      code: 'page_not_found',
    });
  });

  describe('by one process,', () => {
    const reader = new DocumentReader({ ...loadConfig(readingConfig, {}), processes: 1 });
    afterAll(() => reader.onModuleDestroy());

    it.each<[string, () => Promise<string | Uint8Array>, string, string]>([
      ['a protected PDF', () => makePdf({ userPassword: 'secret' }, line('x')), pdf, 'encrypted_document'],
      ['garbage that claims to be a PDF', async () => `%PDF-1.7\n${'garbage '.repeat(50)}`, pdf, 'corrupt_document'],
      ['garbage that claims to be a picture', async () => 'no picture', 'image/png', 'corrupt_document'],
      ['an empty file', async () => '', pdf, 'empty_file'],
      ['an empty text', async () => '', 'text/plain', 'empty_file'],
      ['an unknown type', async () => 'x', 'application/x-unknown', 'unsupported_media_type'],
    ])('answers %s with a typed error, and goes on', async (_, content, mediaType, code) => {
      await expect(reader.read({ path: await fileWith('bad', await content()), mediaType })).rejects.toMatchObject({
        name: 'AppError',
        code,
      });
      expect((await reader.read({ bytes: await makePdf({}, line('next')), mediaType: pdf })).text).toBe('next');
    });
  });

  it('ends a reading that takes too long, and replaces the process', async () => {
    const reader = readerWith();
    // Millions of rows take seconds on any machine.
    const path = await fileWith('huge.csv', 'a,b\n'.repeat(2_400_000));
    await expect(reader.read({ path, mediaType: 'text/csv', limits: { wallSeconds: 0 } })).rejects.toMatchObject({
      code: 'reading_timeout',
    });
    expect((await reader.read({ bytes: await makePdf({}, line('next')), mediaType: pdf })).text).toBe('next');
  });

  it('ends a process that grows beyond its memory', async () => {
    const reader = readerWith({ memoryMb: 160, maxImagePixels: 400_000_000, maxOcrPixels: 400_000_000 });
    const large = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    await expect(reader.read({ bytes: large, mediaType: 'image/png' })).rejects.toMatchObject({
      code: 'reading_out_of_memory',
    });
    expect((await reader.read({ bytes: Buffer.from('<p>next</p>'), mediaType: 'text/html' })).text).toBe('next');
  });

  it('ends the work of a caller who has gone, and of all when it stops', async () => {
    const reader = readerWith();
    const bytes = await makePdf({}, line('x'));
    await reader.read({ bytes, mediaType: pdf });
    const controller = new AbortController();
    const reason = new Error('gone');
    const waiting = [
      reader.read({ bytes, mediaType: pdf }, controller.signal),
      reader.read({ bytes, mediaType: pdf }, controller.signal),
    ];
    controller.abort(reason);
    for (const each of waiting) await expect(each).rejects.toBe(reason);
    expect((await reader.read({ bytes, mediaType: pdf })).text).toBe('x');
    const last = reader.read({ bytes, mediaType: pdf });
    reader.onModuleDestroy();
    await expect(last).rejects.toMatchObject({ code: 'reader_stopped' });
  });

  it('replaces a process after its share of documents', async () => {
    const reader = readerWith({ documentsPerProcess: 2 });
    for (let count = 0; count < 5; count++)
      expect((await reader.read({ bytes: Buffer.from(`<p>${count}</p>`), mediaType: 'text/html' })).text).toBe(
        `${count}`,
      );
  });
});
