import { expect, it } from 'vitest';
import { testLimits } from '../readers/limits.builder.js';
import { compoundOf } from '../compound/compound-file.builder.js';
import { readRtfDocument } from './read-rtf.js';

const read = (rtf: string) =>
  readRtfDocument({
    bytes: Buffer.from(`{\\rtf1\\ansi ${rtf}}`, 'latin1'),
    mediaType: 'application/rtf',
    limits: testLimits(),
  });
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

it('is one page with the pictures and embedded files as children', async () => {
  const word = compoundOf({ WordDocument: 'x' });
  const { text, children, receipt, hidden, metadata } = await read(
    `{\\info{\\title T}}body {\\v secret}{\\pict\\dibitmap ${hex(dib(64, 64))}}{\\pict\\wmetafile8 01}{\\pict\\pngblip ${hex(png(8, 8))}}` +
      `{\\object{\\*\\objclass Package}{\\*\\objdata ${hex(oleOne('Package', packageOf('a.txt', 'hello')))}}}` +
      `{\\object{\\*\\objclass Word.Document.8}{\\*\\objdata ${hex(oleOne('Word.Document.8', word))}}}` +
      `{\\object\\objlink{\\*\\objclass Linked}{\\*\\objdata 0105000001000000}}`,
  );
  expect(text).toBe('body');
  expect(metadata).toEqual({ title: 'T' });
  expect(hidden).toEqual([{ page: 1, text: 'secret', reason: 'markup' }]);
  expect(children.map(({ name, mediaType }) => [name, mediaType])).toEqual([
    ['picture-1.bmp', 'image/bmp'],
    ['a.txt', 'text/plain'],
    ['object-5.doc', 'application/msword'],
  ]);
  expect(receipt.childrenFound).toBe(6);
  expect(receipt.childrenSkipped).toEqual([
    { name: 'picture-2', reason: 'metafile' },
    { name: 'picture-3.png', reason: 'tiny_picture' },
    { name: 'object-6 (Linked)', reason: 'unreadable_object' },
  ]);
});

it('says where the file ends in the middle', async () => {
  const cut = await read('{\\b bold {\\i both');
  expect([cut.text, cut.receipt.warnings, cut.receipt.truncated]).toEqual(['bold both', ['file_damaged'], true]);
  // The helper closes a brace: one is missing, which writers forget.
  expect((await read('{\\b bold')).receipt.warnings).toEqual([]);
});

function oleOne(program: string, data: Uint8Array): Buffer {
  const name = Buffer.from(`${program}\0`, 'latin1');
  return Buffer.concat([u32(0x501), u32(2), u32(name.length), name, u32(0), u32(0), u32(data.length), data]);
}
function packageOf(label: string, data: string): Buffer {
  const body = Buffer.from(data);
  return Buffer.concat([
    Buffer.from([2, 0]),
    Buffer.from(`${label}\0C:\\${label}\0`),
    u32(3),
    u32(1),
    Buffer.from([0]),
    u32(body.length),
    body,
  ]);
}
function dib(width: number, height: number): Buffer {
  const header = Buffer.concat([u32(40), u32(width), u32(height), Buffer.from([1, 0, 1, 0]), Buffer.alloc(24)]);
  return Buffer.concat([header, Buffer.alloc(8 + (width / 8) * height)]);
}
function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(60);
  bytes.write('IDAT', 37);
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
