import { expect, it } from 'vitest';
import { decodeCodePage, isLeadByte } from './code-pages.js';

it.each([
  [1252, [0x80, 0x41], '€A'],
  [1251, [0xcf, 0xf0], 'Пр'],
  [932, [0x93, 0xfa, 0x96, 0x7b], '日本'],
  [936, [0xd6, 0xd0], '中'],
  [437, [0x81, 0x41, 0xe1], 'üAß'],
  [850, [0x9b, 0xf5], 'ø§'],
  [10000, [0x8a], 'ä'],
  [1200, [0x41, 0x00], 'A'],
  [65001, [0xc3, 0xa4], 'ä'],
  [28592, [0xb1], 'ą'],
  [28602, [0xe4], 'ä'],
  [424242, [0xe4], 'ä'],
])('code page %i', (codePage, bytes, expected) =>
  expect(decodeCodePage(Uint8Array.from(bytes), codePage)).toBe(expected),
);

it.each([
  [932, 0x93, true],
  [932, 0xb1, false],
  [936, 0xd6, true],
  [1252, 0xd6, false],
])('in code page %i byte %i begins two: %s', (codePage, byte, expected) =>
  expect(isLeadByte(codePage, byte)).toBe(expected),
);
