// Pictures that claim to be far larger than they are, or to have no end.
import { crc32 } from 'node:zlib';
import { u16, u32, zlibbed } from './zeros.mjs';

const u32be = (value) => Buffer.from(u32(value)).reverse();
const u16be = (value) => Buffer.from(u16(value)).reverse();

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([u32be(data.length), body, u32be(crc32(body))]);
};
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const header = (width, height, bits = 1) =>
  chunk('IHDR', Buffer.concat([u32be(width), u32be(height), Buffer.from([bits, 0, 0, 0, 0])]));
const png = (...chunks) => Buffer.concat([PNG, ...chunks, chunk('IEND', Buffer.alloc(0))]);

/** TIFF 6.0, section 2: directories in a chain, each with one pixel. The last one leads to `end`. */
function tiff(pages, end) {
  const tags = [
    [256, 1],
    [257, 1],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 8],
    [278, 1],
    [279, 1],
  ];
  const size = 2 + tags.length * 12 + 4;
  const directory = Buffer.concat([
    u16(tags.length),
    ...tags.map(([tag, value]) => Buffer.concat([u16(tag), u16(4), u32(1), u32(value)])),
    u32(0),
  ]);
  const chain = Buffer.alloc(pages * size, directory);
  for (let page = 0; page < pages; page++)
    chain.writeUInt32LE(page === pages - 1 ? end : 16 + (page + 1) * size, (page + 1) * size - 4);
  return Buffer.concat([Buffer.from('II*\0', 'latin1'), u32(16), Buffer.alloc(8, 0x7f), chain]);
}

/** GIF89a: frames of one pixel, or one picture as large as two bytes can say. */
const gif = (side, frames) =>
  Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    u16(side),
    u16(side),
    Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
    ...Array.from({ length: frames }, () =>
      Buffer.concat([Buffer.from([0x2c, 0, 0, 0, 0]), u16(1), u16(1), Buffer.from([0, 2, 2, 0x44, 1, 0])]),
    ),
    Buffer.from([0x3b]),
  ]);

/** ITU-T T.81, B.2.2: a frame header, and no data. */
const jpeg = (width, height) =>
  Buffer.concat([
    Buffer.from('ffd8ffdb0043000101', 'hex'),
    Buffer.alloc(64, 1).subarray(2),
    Buffer.from('ffc0001108', 'hex'),
    u16be(height),
    u16be(width),
    Buffer.from('03012200021101031101', 'hex'),
    Buffer.from('ffda000c03010002000300003f00', 'hex'),
    Buffer.alloc(1000, 0x55),
    Buffer.from('ffd9', 'hex'),
  ]);

const bmp = (width, height) =>
  Buffer.concat([
    Buffer.from('BM'),
    u32(1078),
    u32(0),
    u32(54),
    u32(40),
    u32(width),
    u32(height),
    u16(1),
    u16(24),
    Buffer.alloc(24),
    Buffer.alloc(1000, 0x33),
  ]);

const webp = (width, height) => {
  const lossless = Buffer.concat([Buffer.from([0x2f]), u32(width - 1 + (height - 1) * 16_384), Buffer.alloc(100)]);
  const body = Buffer.concat([Buffer.from('WEBPVP8L'), u32(lossless.length), lossless]);
  return Buffer.concat([Buffer.from('RIFF'), u32(body.length), body]);
};

const svg = (body, attributes = 'width="100" height="100"') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${body}</svg>`,
  );
const laughing = Array.from(
  { length: 10 },
  (_, level) => `<g id="l${level + 1}">${`<use xlink:href="#l${level}"/>`.repeat(10)}</g>`,
).join('');

const compressedText = () => chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), zlibbed(50)]));

export const imageBombs = [
  ['flood-60000.png', () => png(header(60_000, 60_000), chunk('IDAT', zlibbed(430)))],
  ['flood-of-16-bits.png', () => png(header(20_000, 20_000, 16), chunk('IDAT', zlibbed(760)))],
  ['largest.png', () => png(header(2 ** 31 - 1, 2 ** 31 - 1), chunk('IDAT', zlibbed(1)))],
  ['text-bomb.png', () => png(header(1, 1), ...Array(200).fill(compressedText()), chunk('IDAT', zlibbed(1)))],
  ['hundred-thousand-pages.tif', () => tiff(100_000, 0)],
  ['pages-in-circles.tif', () => tiff(50, 16)],
  ['hundred-thousand-frames.gif', () => gif(1, 100_000)],
  ['flood.gif', () => gif(65_535, 1)],
  ['frames-of-a-flood.gif', () => gif(20_000, 1000)],
  ['flood.jpg', () => jpeg(65_500, 65_500)],
  ['flood.bmp', () => bmp(2 ** 31 - 1, 2 ** 31 - 1)],
  ['flood.webp', () => webp(16_383, 16_383)],
  ['laughs.svg', () => svg(`<defs><g id="l0"><text>laugh</text></g>${laughing}</defs><use xlink:href="#l10"/>`)],
  [
    'flood.svg',
    () =>
      svg(
        '<rect width="9" height="9"/><image xlink:href="file:///etc/passwd"/><image xlink:href="http://127.0.0.1:9/x.png"/>',
        'width="1e9" height="1e9"',
      ),
  ],
];
