import { expect, it } from 'vitest';
import { withoutTexts } from './png-texts.js';

const chunk = (type: string, length: number): Buffer => {
  const bytes = Buffer.alloc(12 + length, type.charCodeAt(0));
  bytes.writeUInt32BE(length, 0);
  bytes.write(type, 4);
  return bytes;
};
const png = (...chunks: Buffer[]): Buffer => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]);
const [head, data, end] = [chunk('IHDR', 13), chunk('IDAT', 40), chunk('IEND', 0)];

it('takes compressed texts out of a PNG, wherever they stand', () => {
  const texts = png(head, chunk('zTXt', 9), chunk('tEXt', 5), chunk('iTXt', 0), data, chunk('zTXt', 3), end);
  expect(withoutTexts(texts)).toEqual(png(head, chunk('tEXt', 5), data, end));
});

it.each([
  ['a PNG without them', png(head, data, end)],
  ['another file', Buffer.from('zTXt is a word')],
  [
    'a chunk that claims more than there is',
    Buffer.concat([png(head), Buffer.from('ffffffff', 'hex'), Buffer.from('abcdefgh')]),
  ],
])('leaves %s as it is', (_, bytes) => expect(withoutTexts(bytes)).toBe(bytes));
