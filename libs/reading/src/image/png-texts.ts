const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** PNG, third edition, 11.3.3: compressed texts. Whoever opens the file unpacks all of them, however many there are. */
const COMPRESSED_TEXTS: ReadonlySet<string> = new Set(['zTXt', 'iTXt']);
/** Length, type and checksum of a chunk. */
const FRAME_BYTES = 12;

/** A PNG without its compressed texts; other files, and those without such texts, as they are. */
export function withoutTexts(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return bytes;
  const kept: Buffer[] = [];
  let from = 0;
  for (let at = SIGNATURE.length; at + FRAME_BYTES <= buffer.length;) {
    const end = at + FRAME_BYTES + buffer.readUInt32BE(at);
    if (COMPRESSED_TEXTS.has(buffer.toString('latin1', at + 4, at + 8))) {
      kept.push(buffer.subarray(from, at));
      from = end;
    }
    at = end;
  }
  return kept.length === 0 ? bytes : Buffer.concat([...kept, buffer.subarray(from)]);
}
