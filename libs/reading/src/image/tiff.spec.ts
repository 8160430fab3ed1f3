import { describe, expect, it } from 'vitest';
import { decodeGrey } from './decode.js';
import { openTiff } from './tiff.js';
import { tiffOf, type TiffPage } from './tiff.builder.js';

const page = (level: number, tags: TiffPage['tags'] = []): TiffPage => ({
  width: 3,
  height: 2,
  pixels: new Uint8Array(6).fill(level),
  tags,
});
const levelsOf = async (bytes: Uint8Array): Promise<number[]> => {
  const levels: number[] = [];
  for (const each of openTiff(bytes).pages) levels.push((await decodeGrey(each, 1000)).image.data[0] ?? -1);
  return levels;
};

describe('openTiff', () => {
  it.each([
    ['classic, little end first', {}],
    ['classic, big end first', { little: false }],
    ['BigTIFF', { big: true }],
    ['BigTIFF, big end first', { big: true, little: false }],
  ])('gives each page its own pixels: %s', async (_, options) =>
    expect(await levelsOf(tiffOf([page(10), page(120), page(230)], options))).toEqual([10, 120, 230]),
  );

  it('leaves the file as it was', async () => {
    const bytes = Buffer.from(tiffOf([page(10), page(120)]));
    const before = Buffer.from(bytes);
    await levelsOf(bytes);
    expect(bytes.equals(before)).toBe(true);
  });

  it.each([
    ['a smaller copy', [254, 4, 1]],
    ['a mask', [254, 4, 4]],
    ['a smaller copy by the old tag', [255, 3, 2]],
  ] as const)('does not count %s as a page', async (_, tag) =>
    expect(await levelsOf(tiffOf([page(10), page(120, [tag])]))).toEqual([10]),
  );

  it('tells orientation and alpha', () => {
    const [first] = openTiff(
      tiffOf([
        page(1, [
          [274, 3, 6],
          [338, 3, 2],
        ]),
      ]),
    ).pages;
    expect(first).toMatchObject({ orientation: 6, hasAlpha: true, width: 3, height: 2 });
  });

  it('ends where the chain of directories comes back to itself, and says so', async () => {
    const { pages } = openTiff(tiffOf([page(10), page(20)], { loop: true }));
    expect(pages).toHaveLength(2);
    expect((await pages[1]?.load())?.isDamaged).toBe(true);
  });

  it.each([
    ['nothing', new Uint8Array(4)],
    ['a directory outside of the file', Buffer.from('49492a00ffffff0f0000000000000000', 'hex')],
    ['a directory without entries', Buffer.from('49492a000800000000000000000000000000', 'hex')],
  ])('refuses %s', (_, bytes) =>
    expect(() => openTiff(bytes)).toThrow(expect.objectContaining({ code: 'corrupt_document' })),
  );
});
