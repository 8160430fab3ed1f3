const SIGNATURE = 'PNG';
const FIRST_CHUNK = 8;
/** Chunks before the pixels; the one that we look for is among the first. */
const MAX_CHUNKS = 1000;

/** Frames of a PNG: those of its `acTL` chunk (PNG, third edition, 11.3.3.1), which stands before the pixels; 1 for other files. */
export function apngFrames(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (at: number, length: number): string => String.fromCharCode(...bytes.subarray(at, at + length));
  if (name(1, 3) !== SIGNATURE) return 1;
  for (let at = FIRST_CHUNK, chunk = 0; at + 12 <= bytes.length && chunk < MAX_CHUNKS; chunk++) {
    const type = name(at + 4, 4);
    if (type === 'acTL') return Math.max(1, view.getUint32(at + 8));
    if (type === 'IDAT') return 1;
    at += 12 + view.getUint32(at);
  }
  return 1;
}
