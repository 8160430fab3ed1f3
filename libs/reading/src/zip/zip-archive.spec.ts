import { describe, expect, it } from 'vitest';
import { ZipArchive } from './zip-archive.js';
import { zipOf } from './zip.builder.js';

const limits = { maxEntries: 100, maxBytes: 1e9 };
const text = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString('utf8');

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
  });

  it('refuses entries that share their data', async () => {
    const bytes = Buffer.from(zipOf({ a: 'x'.repeat(1000), b: 'y'.repeat(1000) }));
    // The second entry of the central directory points to the first one's data.
    const second = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(0, second + 42);
    await expect(ZipArchive.open(bytes, limits)).rejects.toMatchObject({ code: 'decompression_bomb' });
  });

  it.each([
    ['nothing of a ZIP', Buffer.from('PK no')],
    ['a cut file', Buffer.from(zipOf({ a: 'text' })).subarray(0, 40)],
  ])('answers a typed error for %s', async (_, bytes) => {
    await expect(ZipArchive.open(bytes, limits)).rejects.toMatchObject({ code: 'corrupt_document' });
  });

  it('answers a typed error for damaged data', async () => {
    const bytes = Buffer.from(zipOf({ 'a.txt': 'some text that is long enough to be deflated, to be deflated' }));
    bytes.fill(0xff, 40, 50);
    const zip = await ZipArchive.open(bytes, limits);
    await expect(zip.read('a.txt')).rejects.toMatchObject({ code: 'corrupt_document' });
  });
});
