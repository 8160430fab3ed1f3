import { describe, expect, it } from 'vitest';
import { decodeGrey } from './decode.js';
import { openHeif } from './heif.js';
import { twoPictures } from './heif.builder.js';

describe('openHeif', () => {
  it('gives the primary picture first, then the others', async () => {
    const { pages, close } = openHeif(twoPictures());
    expect(pages).toMatchObject([
      { width: 64, height: 64 },
      { width: 64, height: 64 },
    ]);
    const levels: number[] = [];
    for (const page of pages) levels.push((await decodeGrey(page, 10_000)).image.data[2000] ?? -1);
    close?.();
    expect(levels[0]).toBeLessThan(80);
    expect(levels[1]).toBeGreaterThan(180);
  });

  it.each([
    ['a file that was cut', twoPictures().subarray(0, 200)],
    ['something else', Buffer.from('not a picture at all')],
    ['nothing', new Uint8Array(0)],
  ])('refuses %s', (_, bytes) =>
    expect(() => openHeif(bytes)).toThrow(expect.objectContaining({ code: 'corrupt_document' })),
  );
});
