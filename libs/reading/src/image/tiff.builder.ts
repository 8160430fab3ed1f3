/** One picture of a TIFF for tests: grey, eight bits, one strip. */
export interface TiffPage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  /** More entries: tag, type (3 short, 4 long), value. */
  readonly tags?: readonly (readonly [number, 3 | 4, number])[];
}

/** Writes a TIFF file (TIFF 6.0, section 2), classic or BigTIFF, in either byte order. */
export function tiffOf(pages: readonly TiffPage[], { little = true, big = false, loop = false } = {}): Uint8Array {
  const [header, countSize, entrySize, offsetSize] = big ? [16, 8, 20, 8] : [8, 2, 12, 4];
  const parts = pages.map((page) => ({ page, entries: entriesOf(page) }));
  const sizes = parts.map(
    ({ page, entries }) => countSize + entries.length * entrySize + offsetSize + page.pixels.length,
  );
  const bytes = new Uint8Array(header + sizes.reduce((sum, size) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  const putOffset = (at: number, value: number): void =>
    big ? view.setBigUint64(at, BigInt(value), little) : view.setUint32(at, value, little);
  bytes.set(Buffer.from(little ? 'II' : 'MM'));
  view.setUint16(2, big ? 43 : 42, little);
  if (big) view.setUint16(4, 8, little);
  putOffset(big ? 8 : 4, header);
  let at = header;
  parts.forEach(({ page, entries }, index) => {
    const next = at + (sizes[index] ?? 0);
    const pixelsAt = next - page.pixels.length;
    if (big) view.setBigUint64(at, BigInt(entries.length), little);
    else view.setUint16(at, entries.length, little);
    entries.forEach(([tag, type, value], number) => {
      const entry = at + countSize + number * entrySize;
      view.setUint16(entry, tag, little);
      view.setUint16(entry + 2, type, little);
      if (big) view.setBigUint64(entry + 4, 1n, little);
      else view.setUint32(entry + 4, 1, little);
      const field = entry + (big ? 12 : 8);
      if (type === 3) view.setUint16(field, value, little);
      else view.setUint32(field, tag === STRIP_OFFSETS ? pixelsAt : value, little);
    });
    const isLast = index === parts.length - 1;
    putOffset(at + countSize + entries.length * entrySize, isLast ? (loop ? header : 0) : next);
    bytes.set(page.pixels, pixelsAt);
    at = next;
  });
  return bytes;
}

const STRIP_OFFSETS = 273;

function entriesOf({ width, height, pixels, tags = [] }: TiffPage): (readonly [number, 3 | 4, number])[] {
  const own: (readonly [number, 3 | 4, number])[] = [
    [256, 4, width],
    [257, 4, height],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 1],
    [STRIP_OFFSETS, 4, 0],
    [277, 3, 1],
    [278, 4, height],
    [279, 4, pixels.length],
  ];
  return [...own, ...tags].sort((a, b) => a[0] - b[0]);
}
