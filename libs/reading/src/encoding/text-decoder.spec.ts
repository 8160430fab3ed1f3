import { expect, it } from 'vitest';
import { decodeBytes, textStream } from './text-decoder.js';

it.each([
  ['utf-8', 'c3a9e282ac', 'é€'],
  ['utf-16be', '00e920ac', 'é€'],
  ['utf-32le', 'fffe0000e9000000ac200000', 'é€'],
  ['utf-32be', '000000e9000020ac', 'é€'],
  ['shift_jis', '82a0a4', 'あ､'],
  ['ibm850', '82d5', 'éı'],
  ['ibm437', '82e1', 'éß'],
])('%s, at once and byte by byte', (encoding, hex, text) => {
  const bytes = Buffer.from(hex, 'hex');
  expect(decodeBytes(bytes, encoding)).toBe(text);
  const stream = textStream(encoding);
  expect([...bytes].map((byte) => stream.write(Uint8Array.of(byte))).join('') + stream.end()).toBe(text);
});
