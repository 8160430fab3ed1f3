import { describe, expect, it } from 'vitest';
import { testLimits } from '../readers/limits.builder.js';
import { zipOf, type ZipPart } from '../zip/zip.builder.js';
import { resolveName } from './package-document.js';
import { readEpub } from './read-epub.js';

const container = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>';
const page = (title: string, body: string): string =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title></head><body>${body}</body></html>`;
const opf = (spine: string): string =>
  `<package xmlns:dc="urn:dc"><metadata><dc:title>A book</dc:title><dc:creator>Ann</dc:creator><dc:creator>Bob</dc:creator><dc:language>de</dc:language></metadata>
   <manifest><item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/><item id="b" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
   <item id="p" href="../img/p.png" media-type="image/png"/><item id="c" href="s.css" media-type="text/css"/></manifest><spine>${spine}</spine></package>`;
const files = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': container,
  'OEBPS/book.opf': opf('<itemref idref="b"/><itemref idref="a"/>'),
  'OEBPS/text/one.xhtml': page('One', '<h1>First</h1><p>a<br/>b</p>'),
  'OEBPS/text/two b.xhtml': page('', '<h2>Second</h2><p hidden="">x</p>'),
  'img/P.PNG': Buffer.alloc(100, 1),
};

const read = (parts: readonly ZipPart[] | Readonly<Record<string, string | Uint8Array>>, limits = {}) =>
  readEpub({ bytes: zipOf(parts), mediaType: 'application/epub+zip', limits: testLimits(limits) });

describe('readEpub', () => {
  it('reads the chapters in their order, what the book says of itself, and its pictures', async () => {
    const { text, pages, metadata, children, hidden, receipt } = await read(files);
    expect(text).toBe('Second\n\nFirst\n\na\nb');
    expect(pages.map(({ number, name }) => [number, name])).toEqual([
      [1, 'Second'],
      [2, 'One'],
    ]);
    expect(metadata).toEqual({ title: 'A book', author: 'Ann, Bob', language: 'de' });
    expect(children.map(({ name, role }) => [name, role])).toEqual([['p.png', 'embedded']]);
    expect(hidden).toEqual([{ page: 1, text: 'x', reason: 'markup' }]);
    expect(receipt).toMatchObject({ pages: { total: 2, read: 2, failed: 0 }, warnings: [] });
  });

  it('says which chapters are missing', async () => {
    const { 'OEBPS/text/one.xhtml': _, ...rest } = files;
    const { text, receipt } = await read({
      ...rest,
      'OEBPS/book.opf': opf('<itemref idref="a"/><itemref idref="b"/><itemref idref="none"/>'),
    });
    expect(text.trim()).toBe('Second');
    expect(receipt).toMatchObject({ pages: { total: 3, read: 1, failed: 2 }, warnings: ['chapter_missing'] });
  });

  it('reads no more chapters than pages are allowed', async () => {
    const { receipt } = await read(files, { maxPages: 1 });
    expect(receipt).toMatchObject({ pages: { total: 2, read: 1, failed: 1 }, truncated: true });
  });

  it('finds the chapters of a book that lost its order', async () => {
    const { text, receipt } = await read({ 'b.xhtml': page('B', 'two'), 'a.html': page('A', 'one'), 'x.css': 'p {}' });
    expect(text).toBe('one\n\ntwo');
    expect(receipt.warnings).toEqual(['reading_order_missing']);
  });

  const encryption = (algorithm: string): string =>
    `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`;
  it.each([
    [
      'a locked book',
      { ...files, 'META-INF/encryption.xml': encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc') },
      'encrypted_document',
    ],
    [
      'a book without pages',
      { mimetype: 'application/epub+zip', 'META-INF/container.xml': container },
      'corrupt_document',
    ],
    ['an encrypted archive', [{ name: 'a.xhtml', content: 'x', isEncrypted: true }], 'encrypted_document'],
  ])('refuses %s', async (_, parts, code) => expect(read(parts)).rejects.toMatchObject({ code }));

  it('reads a book whose fonts are protected', async () => {
    const { text } = await read({
      ...files,
      'META-INF/encryption.xml': encryption('http://www.idpf.org/2008/embedding'),
    });
    expect(text).toContain('First');
  });
});

it.each([
  ['OEBPS/book.opf', 'a/b.xhtml#part', 'OEBPS/a/b.xhtml'],
  ['OEBPS/book.opf', '../img/x%20y.png', 'img/x y.png'],
  ['book.opf', './a.xhtml', 'a.xhtml'],
  ['a/b.opf', '/c.xhtml', 'c.xhtml'],
  ['a/b.opf', '../../../c%.xhtml', 'c%.xhtml'],
])('%s: %s is %s', (from, href, name) => expect(resolveName(from, href)).toBe(name));
