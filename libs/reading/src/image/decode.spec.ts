import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeGrey, decodePng } from './decode.js';
import type { PicturePage } from './picture.js';

/** A page of grey levels, rows from the top; `alpha` is a channel of its own. */
function pageOf(
  rows: readonly (readonly number[])[],
  change: Partial<PicturePage> = {},
  alpha?: readonly number[],
): PicturePage {
  const width = rows[0]?.length ?? 0;
  const data = Uint8Array.from(rows.flat().flatMap((level, index) => [level, level, level, alpha?.[index] ?? 255]));
  return {
    width,
    height: rows.length,
    orientation: 1,
    pointsPerPixel: { x: 1, y: 1 },
    hasAlpha: alpha !== undefined,
    load: async () => ({ source: { kind: 'raw', image: { data, width, height: rows.length } }, isDamaged: false }),
    ...change,
  };
}

const rowsOf = async (page: PicturePage, maxPixels = 1000): Promise<number[][]> => {
  const { image } = await decodeGrey(page, maxPixels);
  return Array.from({ length: image.height }, (_, y) => [
    ...image.data.subarray(y * image.width, (y + 1) * image.width),
  ]);
};

const STORED = [
  [10, 20, 30],
  [40, 50, 60],
];

describe('decodeGrey', () => {
  it.each([
    [1, STORED],
    [
      2,
      [
        [30, 20, 10],
        [60, 50, 40],
      ],
    ],
    [
      3,
      [
        [60, 50, 40],
        [30, 20, 10],
      ],
    ],
    [
      4,
      [
        [40, 50, 60],
        [10, 20, 30],
      ],
    ],
    [
      5,
      [
        [10, 40],
        [20, 50],
        [30, 60],
      ],
    ],
    [
      6,
      [
        [40, 10],
        [50, 20],
        [60, 30],
      ],
    ],
    [
      7,
      [
        [60, 30],
        [50, 20],
        [40, 10],
      ],
    ],
    [
      8,
      [
        [30, 60],
        [20, 50],
        [10, 40],
      ],
    ],
  ])('shows orientation %i as it is meant', async (orientation, expected) =>
    expect(await rowsOf(pageOf(STORED, { orientation }))).toEqual(expected),
  );

  it.each([
    ['dark strokes', 0, [0, 255, 255]],
    ['bright strokes', 255, [255, 0, 0]],
  ])('puts %s on ground that they stand out from', async (_, ink, expected) =>
    expect(await rowsOf(pageOf([[ink, ink, ink]], {}, [255, 0, 0]))).toEqual([expected]),
  );

  it('makes pixels square and keeps to the limit', async () => {
    const fax = pageOf(STORED, { pointsPerPixel: { x: 0.35, y: 0.7 } });
    expect(await rowsOf(fax)).toHaveLength(4);
    const { image } = await decodeGrey(pageOf(STORED), 2);
    expect(image.width * image.height).toBeLessThanOrEqual(2);
  });

  it('decodes what there is of a picture that was cut, and says so', async () => {
    const png = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#808080' } })
      .png({ compressionLevel: 0 })
      .toBuffer();
    const source = { kind: 'encoded', bytes: png.subarray(0, png.length / 2) } as const;
    const page = pageOf(STORED, { width: 200, height: 200, load: async () => ({ source, isDamaged: false }) });
    const { image, isDamaged } = await decodeGrey(page, 40_000);
    expect(isDamaged).toBe(true);
    expect(image.data[0]).toBe(128);
  });
});

describe('decodePng', () => {
  it('is upright, without alpha, on the ground that suits its strokes', async () => {
    const { png, width, height } = await decodePng(pageOf([[255, 255, 255]], { orientation: 6 }, [255, 0, 0]), 1000);
    expect({ width, height }).toEqual({ width: 1, height: 3 });
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    expect([...data]).toEqual([255, 255, 255, 0, 0, 0, 0, 0, 0].slice(0, 3 * info.channels));
  });
});
