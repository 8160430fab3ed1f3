/** The encoder that made a vector; another one's vectors are made anew. */
export const ENCODER_VERSION = 1;
/** As the API names it. */
export const ENCODER_NAME = 'universal-sentence-encoder-lite-en';
export const DIMENSIONS = 512;

const HEAD = 8;

/** A sentence vector in eight bits a number, with the encoder's version and the largest number before it. */
export function packVector(vector: Float32Array): Uint8Array {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  const bytes = new Uint8Array(HEAD + vector.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, ENCODER_VERSION);
  view.setFloat32(4, largest, true);
  vector.forEach((value, d) => view.setInt8(HEAD + d, largest === 0 ? 0 : Math.round((value / largest) * 127)));
  return bytes;
}

/** Null for what another encoder has made. */
export function unpackVector(bytes: Uint8Array): Float32Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength !== HEAD + DIMENSIONS || view.getUint8(0) !== ENCODER_VERSION) return null;
  const step = view.getFloat32(4, true) / 127;
  return Float32Array.from({ length: DIMENSIONS }, (_, d) => view.getInt8(HEAD + d) * step);
}
