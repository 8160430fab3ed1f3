import { readTar } from '../archive/read-tar.js';
import type { FormatReader } from './format-reader.js';

export const tarReader: FormatReader = {
  mediaTypes: ['application/x-tar'],
  read: (input) => readTar(inPieces(input.bytes), input),
};

const PIECE_BYTES = 1024 * 1024;

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.byteLength; from += PIECE_BYTES) yield bytes.subarray(from, from + PIECE_BYTES);
}
