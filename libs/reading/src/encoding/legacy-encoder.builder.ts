import { decodeBytes } from './text-decoder.js';

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Text in an encoding of one or two bytes a character, for tests; characters that it does not have become `?`. */
export function encodeLegacy(text: string, encoding: string): Uint8Array {
  const table = tables.get(encoding) ?? tableOf(encoding);
  tables.set(encoding, table);
  return Uint8Array.from(Array.from(text).flatMap((character) => table.get(character) ?? [0x3f]));
}

/** Turns the decoder round: what is decoded to a character encodes it. */
function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: number[]): void => {
    const text = decodeBytes(Uint8Array.from(bytes), encoding);
    if (Array.from(text).length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let first = 0; first < 256; first++) add(first);
  if (table.size < 200)
    for (let first = 0x80; first < 256; first++) for (let second = 0x40; second < 256; second++) add(first, second);
  return table;
}
