import { describe, expect, it } from 'vitest';
import { ZipArchive } from './zip-archive.js';
import { zipOf } from './zip.builder.js';

const limits = { maxEntries: 100, maxBytes: 1e9 };
const text = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString('utf8');
const headersOf = (bytes: Buffer): number => bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));

describe('ZipArchive', () => {
  it('reads parts, deflated and stored, by name', async () => {
    const zip = await ZipArchive.open(
      zipOf([
        { name: 'a/über.txt', content: 'one '.repeat(50_000) },
        { name: 'b.txt', content: 'two', isStored: true },
      ]),
      limits,
    );
    expect(zip.entries.map(({ name, kind }) => `${kind} ${name}`)).toEqual(['file a/über.txt', 'file b.txt']);
    expect(text(await zip.read('a/über.txt'))).toBe('one '.repeat(50_000));
    expect(text(await zip.read('b.txt'))).toBe('two');
    expect(await zip.read('c.txt')).toBeNull();
  });

  it('tells folders, links and encrypted parts', async () => {
    const zip = await ZipArchive.open(
      zipOf([
        { name: 'folder/', content: '' },
        { name: 'link', content: '/etc/passwd', unixMode: 0o120777 },
        { name: 'secret', content: 'x', isEncrypted: true },
      ]),
      limits,
    );
    expect(zip.entries.map(({ kind }) => kind)).toEqual(['folder', 'link', 'file']);
    await expect(zip.read('secret')).rejects.toMatchObject({ code: 'encrypted_document' });
  });

  it('refuses too many entries, and what unpacks to far too much', async () => {
    await expect(ZipArchive.open(zipOf({ a: '', b: '' }), { ...limits, maxEntries: 1 })).rejects.toMatchObject({
      code: 'archive_too_large',
    });
    const bomb = await ZipArchive.open(zipOf({ bomb: Buffer.alloc(80_000_000) }), limits);
    await expect(bomb.read('bomb')).rejects.toMatchObject({ code: 'decompression_bomb' });
    const content = 'a'.repeat(15_000_000);
    const sheet = await ZipArchive.open(zipOf({ 'a.xml': content, 'a.bmp': content }), limits);
    await expect(sheet.read('a.xml')).rejects.toMatchObject({ code: 'decompression_bomb' });
    await expect(sheet.read('a.bmp')).resolves.toHaveLength(content.length);
  });

  it('refuses entries that share their data', async () => {
    const bytes = Buffer.from(zipOf({ a: 'x'.repeat(1000), b: 'y'.repeat(1000) }));
    // The second entry of the central directory points to the first one's data.
    const second = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(0, second + 42);
    await expect(ZipArchive.open(bytes, limits)).rejects.toMatchObject({ code: 'decompression_bomb' });
  });

  it.each([
    ['bytes before it', (bytes: Buffer) => Buffer.concat([Buffer.from('#!/bin/sh self-extracting'), bytes])],
    ['bytes behind it', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(3000, 'x')])],
    ['a name that claims nothing and is DOS', (bytes: Buffer) => withoutUtf8(bytes)],
  ])('reads an archive with %s', async (_, change) => {
    const zip = await ZipArchive.open(change(Buffer.from(zipOf({ 'a.txt': 'text' }))), limits);
    expect(text(await zip.read('a.txt'))).toBe('text');
  });

  it('takes a name of a foreign system for the code page of DOS where it is no UTF-8', async () => {
    const bytes = withoutUtf8(Buffer.from(zipOf({ 'gr?n': 'x' })));
    for (let at = bytes.indexOf('gr?n'); at >= 0; at = bytes.indexOf('gr?n', at)) bytes.writeUInt8(0x81, at + 2);
    expect((await ZipArchive.open(bytes, limits)).entries[0]!.name).toBe('grün');
  });

  it('finds parts that are not where the directory says', async () => {
    const bytes = Buffer.from(zipOf({ 'a.txt': 'first', 'b.txt': 'second' }));
    const second = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(3, second + 42);
    const zip = await ZipArchive.open(bytes, limits);
    expect(text(await zip.read('a.txt'))).toBe('first');
    expect(text(await zip.read('b.txt'))).toBe('second');
  });

  it.each([
    ['nothing of a ZIP', Buffer.from('PK no')],
    ['a cut file', Buffer.from(zipOf({ a: 'text' })).subarray(0, 40)],
    ['a directory that says less than it claims', fewerHeaders()],
  ])('answers a typed error for %s', async (_, bytes) => {
    await expect(ZipArchive.open(bytes, limits)).rejects.toMatchObject({ code: 'corrupt_document' });
  });

  it('finds what a cut file still holds', async () => {
    const whole = Buffer.from(zipOf({ 'a.txt': 'first', 'b.txt': 'second '.repeat(99), 'c.txt': 'third' }));
    const zip = await ZipArchive.openDamaged(whole.subarray(0, headersOf(whole) - 4), limits);
    expect(zip.isDamaged).toBe(true);
    expect(zip.entries.map(({ name }) => name)).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(text(await zip.read('b.txt'))).toBe('second '.repeat(99));
    await expect(zip.read('c.txt')).rejects.toMatchObject({ code: 'corrupt_document' });
  });

  it('finds the end of data whose size stands behind them', async () => {
    const whole = Buffer.from(zipOf({ 'a.txt': 'first '.repeat(99), 'b.txt': 'second' }));
    whole.writeUInt16LE(0x0808, 6);
    whole.fill(0, 14, 26);
    const zip = await ZipArchive.openDamaged(whole.subarray(0, headersOf(whole)), limits);
    expect(text(await zip.read('a.txt'))).toBe('first '.repeat(99));
    expect(text(await zip.read('b.txt'))).toBe('second');
  });

  it('answers a typed error for damaged data, and tells what is not what was packed', async () => {
    const bytes = Buffer.from(
      zipOf([
        { name: 'a.txt', content: 'some text that is long enough to be deflated, to be deflated' },
        { name: 'b.txt', content: 'stored', isStored: true },
      ]),
    );
    bytes.fill(0xff, 40, 50);
    bytes.write('changed'.slice(0, 6), bytes.indexOf('stored'));
    const zip = await ZipArchive.open(bytes, limits);
    await expect(zip.read('a.txt')).rejects.toMatchObject({ code: 'corrupt_document' });
    const stored = zip.entries[1]!;
    expect(zip.isIntact(stored, await zip.readEntry(stored))).toBe(false);
    expect(zip.isIntact(stored, Buffer.from('stored'))).toBe(true);
  });
});

/** Without bit 11 in the flags of both headers. */
function withoutUtf8(bytes: Buffer): Buffer {
  const header = headersOf(bytes);
  bytes.writeUInt16LE(0, 6);
  bytes.writeUInt16LE(0, header + 8);
  return bytes;
}

function fewerHeaders(): Buffer {
  const bytes = Buffer.from(zipOf({ a: 'text' }));
  bytes.writeUInt16LE(7, bytes.length - 12);
  return bytes;
}
