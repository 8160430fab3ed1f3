import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { testLimits } from '../readers/limits.builder.js';
import { openPicture } from './open-picture.js';
import { readImage } from './read-image.js';
import { renderImage } from './render-image.js';
import { tiffOf } from './tiff.builder.js';

const plain = (background = '#ffffff') => sharp({ create: { width: 40, height: 20, channels: 3, background } });
const animation = async (colours: readonly string[]) => {
  const frames = await Promise.all(colours.map((colour) => plain(colour).png().toBuffer()));
  return sharp(frames, { join: { animated: true } })
    .gif({ delay: colours.map(() => 100) })
    .toBuffer();
};

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG whose header claims a size that its pixels do not have. */
function pngClaiming(width: number, height: number, extra: readonly Buffer[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8);
  const pixels = chunk('IDAT', deflateSync(Buffer.alloc(1000)));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...extra,
    pixels,
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('openPicture', () => {
  it('counts the frames of animations, and reads the first', async () => {
    const gif = await animation(['#ff0000', '#00ff00', '#0000ff']);
    expect(await openPicture(gif, 'image/gif')).toMatchObject({ pages: [{ width: 40, height: 20 }], otherFrames: 2 });
    const control = Buffer.alloc(8);
    control.writeUInt32BE(7);
    const apng = pngClaiming(4, 4, [chunk('acTL', control)]);
    expect(await openPicture(apng, 'image/png')).toMatchObject({ pages: [{ width: 4 }], otherFrames: 6 });
  });

  it('takes the size of a page from the density of a scan, not from that of a screen', async () => {
    const dotsOf = async (density: number) =>
      (await openPicture(await plain().withMetadata({ density }).jpeg().toBuffer(), 'image/jpeg')).pages[0]
        ?.pointsPerPixel.x;
    expect(await dotsOf(300)).toBeCloseTo(0.24);
    expect(await dotsOf(72)).toBe(0.75);
  });

  it.each([
    ['image/png', Buffer.from('89504e470d0a1a0a00', 'hex')],
    ['image/heic', Buffer.from('0000001866747970686569630000000068656963', 'hex')],
    ['image/jpeg', Buffer.from('ffd8ffe0ffff0102030405060708', 'hex')],
  ])('refuses what is only the beginning of %s', async (mediaType, bytes) =>
    expect(openPicture(bytes, mediaType)).rejects.toMatchObject({ code: 'corrupt_document' }),
  );
});

describe('a drawing', () => {
  it('is never rasterised, whatever it is called', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    );
    for (const mediaType of ['image/svg+xml', 'image/png'])
      await expect(openPicture(svg, mediaType)).rejects.toMatchObject({ code: 'corrupt_document' });
  });
});

describe('readImage', () => {
  const read = (bytes: Uint8Array, mediaType: string, limits = testLimits({ maxOcrPages: 9 })) =>
    readImage({ bytes, mediaType, limits });

  it('refuses a flood of pixels by the header alone', async () =>
    expect(read(pngClaiming(60_000, 60_000), 'image/png')).rejects.toMatchObject({ code: 'image_too_large' }));

  it('counts pages beyond the limits, and pages that are too large, as failed', async () => {
    const page = (width: number) => ({ width, height: 1, pixels: new Uint8Array(width) });
    const tiff = tiffOf([page(2), page(9), page(2), page(2)]);
    const limits = testLimits({ maxPages: 3, maxOcrPages: 9, maxImagePixels: 5 });
    const { receipt } = await read(tiff, 'image/tiff', limits);
    expect(receipt.pages).toEqual({ total: 4, read: 0, empty: 0, failed: 4 });
    expect(receipt.warnings).toEqual(['ocr_off', 'image_too_large', 'page_limit']);
  });

  it('counts the frames of an animation as unread', async () => {
    const { receipt } = await read(await animation(['#ff0000', '#00ff00']), 'image/gif');
    expect(receipt).toMatchObject({ pages: { total: 2, failed: 2 }, truncated: true });
    expect(receipt.warnings).toContain('animation_frames_unread');
  });
});

describe('renderImage', () => {
  it('renders any page, and knows which there are', async () => {
    const pixels = new Uint8Array(6);
    const tiff = tiffOf([
      { width: 3, height: 2, pixels },
      { width: 2, height: 3, pixels },
    ]);
    const options = { mediaType: 'image/tiff', maxPixels: 100 };
    expect(await renderImage(tiff, { ...options, page: 2 })).toMatchObject({ width: 2, height: 3 });
    await expect(renderImage(tiff, { ...options, page: 3 })).rejects.toMatchObject({ code: 'page_not_found' });
  });
});
