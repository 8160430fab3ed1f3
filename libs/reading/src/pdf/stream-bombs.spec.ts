import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { refuseStreamBombs } from './stream-bombs.js';

const object = (dictionary: string, content: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`1 0 obj\n<< ${dictionary} /Length ${content.byteLength} >>\nstream\r\n`),
    content,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
const pdf = (...objects: Buffer[]): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), ...objects]);
const text = object('/Filter /FlateDecode', deflateSync('BT (text) Tj ET'));
const zeros = deflateSync(Buffer.alloc(80_000_000));

describe('refuseStreamBombs', () => {
  it.each<[string, Buffer]>([
    ['a content of zeros', pdf(text, object('/Filter /FlateDecode', zeros))],
    ['one in a list of filters', pdf(object('/Filter [ /FlateDecode /ASCIIHexDecode ]', zeros))],
    ['filters of filters', pdf(object(`/Filter [${'/FlateDecode '.repeat(20)}]`, deflateSync('x')))],
  ])('refuses %s', (_, bytes) =>
    expect(refuseStreamBombs(bytes)).rejects.toMatchObject({ code: 'decompression_bomb' }),
  );

  it.each<[string, Buffer]>([
    ['small streams', pdf(text, text)],
    ['a white picture', pdf(object('/Subtype /Image /Width 9 /Filter /FlateDecode', zeros))],
    ['what is not packed', pdf(object('', Buffer.alloc(1_000_000)))],
    ['what cannot be unpacked', pdf(object('/Filter /FlateDecode', Buffer.alloc(100_000, 7)))],
    ['words without an end', pdf(Buffer.from('stream\n'.repeat(200_000)))],
    ['nothing', Buffer.alloc(0)],
  ])('lets %s pass', (_, bytes) => expect(refuseStreamBombs(bytes)).resolves.toBeUndefined());
});
