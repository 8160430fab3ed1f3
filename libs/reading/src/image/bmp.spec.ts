import { describe, expect, it } from 'vitest';
import { bmpOf, type BmpInput } from './bmp.builder.js';
import { openBmp } from './bmp.js';

/** Each pixel's red, green, blue as six hexadecimal digits, rows from the top. */
async function pixelsOf(input: BmpInput): Promise<string[]> {
  const loaded = await openBmp(bmpOf(input)).pages[0]?.load();
  if (loaded?.source.kind !== 'raw') throw new Error('expected pixels');
  const { data } = loaded.source.image;
  return Array.from({ length: data.length / 4 }, (_, index) =>
    Buffer.from(data.subarray(index * 4, index * 4 + 3)).toString('hex'),
  );
}

/** Blue, green, red, nothing. */
const BLACK_RED_GREEN_BLUE = [0, 0, 0, 0, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0];
const [K, R, G, B] = ['000000', 'ff0000', '00ff00', '0000ff'];
const palette = { between: BLACK_RED_GREEN_BLUE, colours: 4 };

describe('openBmp', () => {
  it.each<[string, BmpInput, (string | undefined)[]]>([
    ['24 bits, rows from the bottom', { width: 1, height: 2, bits: 24, pixels: [0, 0, 255, 0, 0, 255, 0, 0] }, [G, R]],
    ['24 bits, rows from the top', { width: 1, height: -2, bits: 24, pixels: [0, 0, 255, 0, 0, 255, 0, 0] }, [R, G]],
    ['32 bits', { width: 2, height: 1, bits: 32, pixels: [255, 0, 0, 0, 0, 0, 255, 0] }, [B, R]],
    ['16 bits of five each', { width: 2, height: 1, bits: 16, pixels: [0x00, 0x7c, 0xe0, 0x03] }, [R, G]],
    [
      '16 bits with masks of their own',
      {
        width: 2,
        height: 1,
        bits: 16,
        compression: 3,
        between: [0, 0xf8, 0, 0, 0xe0, 7, 0, 0, 0x1f, 0, 0, 0],
        pixels: [0, 0xf8, 0xe0, 7],
      },
      [R, G],
    ],
    ['8 bits', { width: 4, height: 1, bits: 8, ...palette, pixels: [0, 1, 2, 3] }, [K, R, G, B]],
    ['4 bits', { width: 4, height: 1, bits: 4, ...palette, pixels: [0x01, 0x23, 0, 0] }, [K, R, G, B]],
    ['2 bits', { width: 4, height: 1, bits: 2, ...palette, pixels: [0x1b, 0, 0, 0] }, [K, R, G, B]],
    ['1 bit', { width: 3, height: 1, bits: 1, ...palette, pixels: [0xa0, 0, 0, 0] }, [R, K, R]],
    [
      'OS/2: a palette of three bytes each',
      { width: 2, height: 1, bits: 8, size: 12, between: [0, 0, 0, 0, 0, 255], pixels: [1, 0, 0, 0] },
      [R, K],
    ],
    [
      'runs of 8 bits: run, literals, end of line, jump',
      // Bottom row: red twice, then green, blue, red as they are; second row: one pixel on, blue.
      {
        width: 5,
        height: 2,
        bits: 8,
        compression: 1,
        ...palette,
        pixels: [2, 1, 0, 3, 2, 3, 1, 0, 0, 0, 0, 2, 1, 0, 1, 3, 0, 1],
      },
      [K, B, K, K, K, R, R, G, B, R],
    ],
    [
      'runs of 4 bits: two colours in turn',
      { width: 5, height: 1, bits: 4, compression: 2, ...palette, pixels: [5, 0x12, 0, 1] },
      [R, G, R, G, R],
    ],
    [
      'runs of 24 bits (OS/2)',
      { width: 3, height: 1, bits: 24, size: 64, compression: 4, pixels: [2, 0, 0, 255, 1, 255, 0, 0, 0, 1] },
      [R, R, B],
    ],
  ])('decodes %s', async (_, input, expected) => expect(await pixelsOf(input)).toEqual(expected));

  it('keeps alpha only where some of it is seen', async () => {
    const masks = [0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 255];
    const alphaOf = async (pixels: readonly number[]) => {
      const loaded = await openBmp(
        bmpOf({ width: 2, height: 1, bits: 32, compression: 6, between: masks, pixels }),
      ).pages[0]?.load();
      return loaded?.source.kind === 'raw' ? [loaded.source.image.data[3], loaded.source.image.data[7]] : [];
    };
    expect(await alphaOf([1, 2, 3, 0, 1, 2, 3, 0])).toEqual([255, 255]);
    expect(await alphaOf([1, 2, 3, 128, 1, 2, 3, 0])).toEqual([128, 0]);
  });

  it('decodes what there is of a file that was cut, and says so', async () => {
    const loaded = await openBmp(
      bmpOf({ width: 1, height: -3, bits: 24, pixels: [0, 0, 255, 0, 0, 255] }),
    ).pages[0]?.load();
    expect(loaded?.isDamaged).toBe(true);
  });

  it.each([
    ['a header that is cut', new Uint8Array(20), 'corrupt_document'],
    ['no pixels', bmpOf({ width: 0, height: 1, bits: 24, pixels: [0] }), 'corrupt_document'],
    ['an unknown depth', bmpOf({ width: 1, height: 1, bits: 7, pixels: [0] }), 'corrupt_document'],
    [
      'an unknown compression',
      bmpOf({ width: 1, height: 1, bits: 8, compression: 9, pixels: [0] }),
      'unsupported_media_type',
    ],
  ])('refuses %s', (_, bytes, code) => expect(() => openBmp(bytes)).toThrow(expect.objectContaining({ code })));
});
