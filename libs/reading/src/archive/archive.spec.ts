import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { testLimits } from '../readers/limits.builder.js';
import { readDocument } from '../readers/read-document.js';
import type { ReadingLimits } from '../readers/format-reader.js';
import type { Reading } from '../reading-model.js';
import { zipOf, type ZipPart } from '../zip/zip.builder.js';
import { ZipArchive } from '../zip/zip-archive.js';
import { packageMediaTypeOf } from './package-kind.js';

type Entry = readonly [Partial<Header> & Pick<Header, 'name'>, (string | Uint8Array)?];

async function tarOf(entries: readonly Entry[]): Promise<Buffer> {
  const archive = pack();
  for (const [header, content = ''] of entries) archive.entry(header, Buffer.from(content as Uint8Array));
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive as unknown as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const read = (bytes: Uint8Array, mediaType: string, limits: Partial<ReadingLimits> = {}, filename?: string) =>
  readDocument({ bytes, mediaType, filename, limits: testLimits(limits) });
const zip = (parts: readonly ZipPart[] | Record<string, string | Uint8Array>, limits: Partial<ReadingLimits> = {}) =>
  read(zipOf(parts), 'application/zip', limits);
const tar = async (entries: readonly Entry[], limits: Partial<ReadingLimits> = {}) =>
  read(await tarOf(entries), 'application/x-tar', limits);

const membersOf = ({ children }: Reading): string[] =>
  children.map(({ name, role, bytes }) => `${role} ${name}: ${Buffer.from(bytes).toString()}`);
const skippedOf = ({ receipt }: Reading): string[] =>
  receipt.childrenSkipped.map(({ name, reason }) => `${name}: ${reason}`);
/** Bytes that do not become fewer when they are packed. */
const noise = (length: number): Buffer =>
  Buffer.concat(
    Array.from({ length: Math.ceil(length / 64) }, (_, index) => createHash('sha512').update(String(index)).digest()),
  ).subarray(0, length);

describe('a ZIP archive', () => {
  it('is read as the list of what is in it, and its members', async () => {
    const reading = await zip({ 'a/': '', 'a/one.txt': 'first', 'two.txt': 'second one' });
    expect(reading.text).toBe('a/one.txt   5 bytes\ntwo.txt   10 bytes');
    expect(membersOf(reading)).toEqual(['member a/one.txt: first', 'member two.txt: second one']);
    expect(reading.children.map(({ mediaType }) => mediaType)).toEqual(['text/plain', 'text/plain']);
    expect(reading.receipt).toMatchObject({ childrenFound: 2, childrenSkipped: [], truncated: false, warnings: [] });
  });

  it('names what it does not take, and why', async () => {
    const reading = await zip([
      { name: '__MACOSX/._a.txt', content: 'x' },
      { name: 'link', content: '/etc/passwd', unixMode: 0o120777 },
      { name: 'secret.txt', content: 'x', isEncrypted: true },
      { name: 'empty.txt', content: '' },
      { name: '../../up.txt', content: 'one' },
      { name: 'up.txt', content: 'two' },
      { name: 'up.txt', content: 'three' },
    ]);
    expect(skippedOf(reading)).toEqual([
      '__MACOSX/._a.txt: system_file',
      'link: link',
      'secret.txt: encrypted_document',
      'empty.txt: empty',
    ]);
    expect(membersOf(reading)).toEqual(['member up.txt: one', 'member up (2).txt: two', 'member up (3).txt: three']);
    expect(reading.receipt.childrenFound).toBe(7);
  });

  it('keeps to its limits', async () => {
    const parts = { 'a.txt': 'aaaa', 'b.bin': noise(1000), 'c.txt': 'cccc', 'd.txt': 'dddd' };
    const reading = await zip(parts, { maxChildBytes: 900, maxChildren: 2 });
    expect(membersOf(reading)).toEqual(['member a.txt: aaaa', 'member c.txt: cccc']);
    expect(skippedOf(reading)).toEqual(['b.bin: too_large', 'd.txt: too_many']);
    await expect(zip(parts, { maxEntries: 3 })).rejects.toMatchObject({ code: 'archive_too_large' });
    expect(skippedOf(await zip(parts, { maxInflatedBytes: 500 }))).toEqual([
      'b.bin: too_large',
      'c.txt: too_large',
      'd.txt: too_large',
    ]);
  });

  it('does not believe sizes', async () => {
    const bytes = Buffer.from(zipOf({ 'a.txt': 'a'.repeat(5000), 'b.txt': 'b' }));
    const header = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(1, header + 24);
    expect(skippedOf(await read(bytes, 'application/zip', { maxChildBytes: 4000 }))).toEqual(['a.txt: too_large']);
  });

  it('reads the rest where a member is damaged', async () => {
    const bytes = Buffer.from(
      zipOf([
        { name: 'a.txt', content: 'aaaa', isStored: true },
        { name: 'b.txt', content: 'b' },
      ]),
    );
    bytes.write('xxxx', bytes.indexOf('aaaa'));
    const reading = await read(bytes, 'application/zip');
    expect(membersOf(reading)).toEqual(['member b.txt: b']);
    expect(skippedOf(reading)).toEqual(['a.txt: corrupt']);
  });

  it('reads what is left of a cut one, and says so', async () => {
    const reading = await read(zipOf({ 'a.txt': 'a', 'b.txt': 'b' }).subarray(0, 70), 'application/zip');
    expect(membersOf(reading)).toEqual(['member a.txt: a']);
    expect(reading.receipt).toMatchObject({ truncated: true, warnings: ['archive_damaged'] });
  });

  it.each<[string, () => Uint8Array, string]>([
    ['nothing in it', () => zipOf({}), 'empty_file'],
    ['only what is encrypted', () => zipOf([{ name: 'a', content: 'x', isEncrypted: true }]), 'encrypted_document'],
    ['zeros without end', () => zipOf({ 'a.txt': 'a', bomb: Buffer.alloc(80_000_000) }), 'decompression_bomb'],
    ['not even a header', () => Buffer.from('PK\x03\x04'), 'corrupt_document'],
  ])('is refused with %s', async (_, bytes, code) => {
    await expect(read(bytes(), 'application/zip')).rejects.toMatchObject({ code });
  });
});

describe('the kind of a package', () => {
  const odt = 'application/vnd.oasis.opendocument.text';
  const manifest = `<m:manifest><m:file-entry m:full-path="/" m:media-type="${odt}"/></m:manifest>`;
  it.each<[string, Record<string, string>, string | null]>([
    ['its first part', { mimetype: odt, 'content.xml': '<x/>' }, odt],
    ['its manifest', { 'META-INF/manifest.xml': manifest }, odt],
    ['its container', { 'META-INF/container.xml': '<container/>' }, 'application/epub+zip'],
    ['nothing: a first part that is a file like others', { mimetype: 'I am no media type', 'a.txt': 'a' }, null],
    ['nothing: Java', { 'META-INF/MANIFEST.MF': 'Manifest-Version: 1.0' }, null],
  ])('is told by %s', async (_, parts, type) =>
    expect(await packageMediaTypeOf(await ZipArchive.open(zipOf(parts), { maxEntries: 10, maxBytes: 1e6 }))).toBe(type),
  );
});

describe('a TAR archive', () => {
  const entries: Entry[] = [
    [{ name: 'folder/', type: 'directory' }],
    [{ name: 'folder/one.txt' }, 'first'],
    [{ name: '/etc/passwd', type: 'symlink', linkname: '/etc/shadow' }],
    [{ name: 'hard', type: 'link', linkname: 'folder/one.txt' }],
    [{ name: 'null', type: 'character-device' }],
    [{ name: '../up.txt' }, 'up'],
    [{ name: `${'deep/'.repeat(45)}two.txt` }, 'second'],
  ];

  it('is read like any archive', async () => {
    const reading = await tar(entries);
    expect(membersOf(reading)).toEqual([
      'member folder/one.txt: first',
      'member up.txt: up',
      `member ${'deep/'.repeat(45)}two.txt: second`,
    ]);
    expect(skippedOf(reading)).toEqual(['etc/passwd: link', 'hard: link', 'null: link']);
    expect(reading.receipt.truncated).toBe(false);
  });

  it('keeps to its limits', async () => {
    const reading = await tar(
      [
        [{ name: 'a' }, noise(900)],
        [{ name: 'b' }, 'b'],
        [{ name: 'c' }, 'c'],
      ],
      {
        maxChildBytes: 800,
        maxChildren: 1,
      },
    );
    expect(skippedOf(reading)).toEqual(['a: too_large', 'c: too_many']);
    await expect(tar(entries, { maxEntries: 3 })).rejects.toMatchObject({ code: 'archive_too_large' });
  });

  it.each<[string, (bytes: Buffer) => Uint8Array, string]>([
    ['as it is', (bytes) => bytes, 'application/x-tar'],
    ['in GZIP', (bytes) => gzipSync(bytes), 'application/gzip'],
  ])('is read up to where it is cut, %s', async (_, pack_, mediaType) => {
    const whole = await tarOf([
      [{ name: 'a.txt' }, 'first'],
      [{ name: 'b.bin' }, noise(200_000)],
    ]);
    const packed = pack_(whole);
    const reading = await read(packed.subarray(0, packed.byteLength - 100_000), mediaType);
    expect(membersOf(reading)).toEqual(['member a.txt: first']);
    expect(skippedOf(reading)).toEqual(['b.bin: corrupt']);
    expect(reading.receipt).toMatchObject({ truncated: true, warnings: ['archive_damaged'] });
  });

  it('is refused where nothing of it can be read', async () => {
    await expect(read(Buffer.alloc(2000, 'x'), 'application/x-tar')).rejects.toMatchObject({
      code: 'corrupt_document',
    });
  });
});

describe('a GZIP file', () => {
  it('that holds a TAR archive is one', async () => {
    const reading = await read(gzipSync(await tarOf([[{ name: 'a.txt' }, 'first']])), 'application/gzip');
    expect(reading.mediaType).toBe('application/x-compressed-tar');
    expect(membersOf(reading)).toEqual(['member a.txt: first']);
  });

  it.each<[string, Uint8Array, string | undefined, string]>([
    ['by its own name', gzipSync('text'), 'letter.txt.gz', 'letter.txt'],
    ['by another ending', gzipSync('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'C:\\a\\drawing.svgz', 'drawing.svg'],
    ['without any', gzipSync('text'), undefined, 'content'],
    ['by the name in its header', withName(gzipSync('text'), '../alice.txt'), 'bob.gz', 'alice.txt'],
  ])('is one file, called %s', async (_, bytes, filename, name) => {
    const reading = await read(bytes, 'application/gzip', {}, filename);
    expect(reading.text).toBe(name);
    expect(reading.children.map((child) => child.name)).toEqual([name]);
  });

  it.each<[string, () => Uint8Array, string]>([
    ['cut off', () => gzipSync(noise(10_000)).subarray(0, 5000), 'corrupt_document'],
    ['a bomb', () => gzipSync(Buffer.alloc(100_000_000)), 'decompression_bomb'],
    ['no GZIP', () => Buffer.from('\x1f\x8b and nothing'), 'corrupt_document'],
  ])('is refused where it is %s', async (_, bytes, code) => {
    await expect(read(bytes(), 'application/gzip')).rejects.toMatchObject({ code });
  });
});

/** RFC 1952, 2.3.1: flag 8, and the name behind the ten bytes of the header. */
function withName(gzip: Buffer, name: string): Buffer {
  const header = Buffer.from(gzip.subarray(0, 10));
  header.writeUInt8(8, 3);
  return Buffer.concat([header, Buffer.from(`${name}\0`), gzip.subarray(10)]);
}
