import { expect, it } from 'vitest';
import { ReadingBuilder } from '../reading-builder.js';
import { ChildCollector } from './child-collector.js';
import { isTinyPicture, pictureSize } from './picture-size.js';

it('takes files as far as the limits go and names the others', async () => {
  const children = new ChildCollector({ maxChildren: 2, maxChildBytes: 10 });
  await children.add('a.txt', Buffer.from('hello'));
  await children.add('b.txt', Buffer.from('too long'));
  await children.addPicture('dot.png', png(8, 8));
  await children.add('c.txt', Buffer.from('fits.'));
  await children.add('d.txt', Buffer.from('e'));
  await children.add('e.txt', Buffer.from(''));
  const builder = new ReadingBuilder('text/plain', 100);
  children.deliverTo(builder);
  const { children: taken, receipt } = builder.build();
  expect(taken.map(({ name, mediaType, role }) => [name, mediaType, role])).toEqual([
    ['a.txt', 'text/plain', 'embedded'],
    ['c.txt', 'text/plain', 'embedded'],
  ]);
  expect(receipt.childrenFound).toBe(6);
  expect(receipt.childrenSkipped).toEqual([
    { name: 'b.txt', reason: 'too_large' },
    { name: 'dot.png', reason: 'tiny_picture' },
    { name: 'd.txt', reason: 'too_many' },
    { name: 'e.txt', reason: 'empty' },
  ]);
});

it.each([
  ['PNG', png(640, 480), { width: 640, height: 480 }],
  ['GIF', bytes('GIF89a', [0x80, 2, 0xe0, 1], 20), { width: 640, height: 480 }],
  [
    'BMP',
    bytes('BM', [...zeros(12), 40, 0, 0, 0, 0x80, 2, 0, 0, 0x20, 0xfe, 0xff, 0xff], 8),
    { width: 640, height: 480 },
  ],
  [
    'JPEG',
    bytes('\xff\xd8', [0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 1, 0xe0, 2, 0x80], 20),
    { width: 640, height: 480 },
  ],
  ['text', Buffer.from('no picture at all, but words'), null],
  ['a cut JPEG', bytes('\xff\xd8', [0xff, 0xe0, 0xff, 0xff], 30), null],
])('the size of a picture: %s', (_, picture, size) => expect(pictureSize(picture)).toEqual(size));

it.each([
  [16, 16, true],
  [600, 3, true],
  [47, 47, true],
  [200, 40, false],
])('a picture of %i by %i pixels is tiny: %s', (width, height, tiny) =>
  expect(isTinyPicture(png(width, height))).toBe(tiny),
);

function png(width: number, height: number): Buffer {
  const buffer = Buffer.alloc(40);
  buffer.write('\x89PNG\r\n\x1a\n', 'latin1');
  buffer.writeUInt32BE(width, 16);
  buffer.writeUInt32BE(height, 20);
  return buffer;
}
function bytes(mark: string, rest: readonly number[], padding: number): Buffer {
  return Buffer.concat([Buffer.from(mark, 'latin1'), Buffer.from(rest), Buffer.alloc(padding)]);
}
function zeros(count: number): number[] {
  return Array.from({ length: count }, () => 0);
}
