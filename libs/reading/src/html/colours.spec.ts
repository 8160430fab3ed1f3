import { expect, it } from 'vitest';
import { isSameColour, isTransparent, parseColour } from './colours.js';

it.each([
  ['#fff', 0xffffff],
  ['F0F0F0', 0xf0f0f0],
  [' White ', 0xffffff],
  ['rgb(1, 2,3)', 0x010203],
  ['rgb(1 2 3 / 100%)', 0x010203],
  ['rgba(1,2,3,0.5)', null],
  ['rgb(300,0,0)', 0xff0000],
  ['var(--x)', null],
  ['constructor', null],
])('the colour %s', (value, colour) => expect(parseColour(value)).toBe(colour));

it.each([
  ['transparent', true],
  ['rgba(0, 0, 0, 0)', true],
  ['rgb(0 0 0 / 0%)', true],
  ['#ffffff00', true],
  ['rgb(0,0,0)', false],
  ['rgba(0,0,0,0.5)', false],
])('%s is transparent: %s', (value, transparent) => expect(isTransparent(value)).toBe(transparent));

it.each([
  [0xffffff, 0xfdfefe, true],
  [0xffffff, 0xf0f0f0, false],
  [0xffffff, null, false],
])('%s and %s are the same: %s', (a, b, same) => expect(isSameColour(a, b)).toBe(same));
