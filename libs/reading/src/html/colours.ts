/** 0xRRGGBB, or null where it cannot be told (names of systems, variables, half transparent ones). */
export type Colour = number | null;

/** Those that are used to hide text or stand behind it; other names only count as not known. */
const NAMED: Readonly<Record<string, number>> = {
  white: 0xffffff,
  black: 0x000000,
  red: 0xff0000,
  green: 0x008000,
  blue: 0x0000ff,
  yellow: 0xffff00,
  gray: 0x808080,
  grey: 0x808080,
  silver: 0xc0c0c0,
  navy: 0x000080,
  maroon: 0x800000,
  snow: 0xfffafa,
  ivory: 0xfffff0,
  whitesmoke: 0xf5f5f5,
  ghostwhite: 0xf8f8ff,
  lightgray: 0xd3d3d3,
  lightgrey: 0xd3d3d3,
  gainsboro: 0xdcdcdc,
};
const HEX = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/;
const RGB = /^rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/]\s*([\d.]+%?)\s*)?\)$/;

/** Reads a CSS colour, or that of an attribute (`bgcolor`). */
export function parseColour(value: string): Colour {
  const text = value.trim().toLowerCase();
  const named = Object.hasOwn(NAMED, text) ? NAMED[text] : undefined;
  if (named !== undefined) return named;
  const hex = HEX.exec(text)?.[1];
  if (hex !== undefined) return Number.parseInt(hex.length === 3 ? hex.replace(/./g, '$&$&') : hex, 16);
  const rgb = RGB.exec(text);
  if (rgb === null || !(rgb[4] === undefined || rgb[4] === '1' || rgb[4] === '100%')) return null;
  return rgb.slice(1, 4).reduce((sum, part) => sum * 256 + Math.min(255, Number(part)), 0);
}

const TRANSPARENT =
  /^\s*(?:transparent|#[0-9a-f]{6}00|#[0-9a-f]{3}0|(?:rgb|hsl)a?\((?:[^,)]*,){3}\s*0(?:\.0*)?%?\s*\)|(?:rgb|hsl)a?\([^/)]*\/\s*0(?:\.0*)?%?\s*\))\s*$/i;

/** True of `transparent` and colours whose alpha is zero. */
export const isTransparent = (value: string): boolean => TRANSPARENT.test(value);

/** Sum of the differences of red, green and blue below which text cannot be told from what is behind it. */
const TELLABLE = 12;

export function isSameColour(a: Colour, b: Colour): boolean {
  if (a === null || b === null) return false;
  const difference = (shift: number): number => Math.abs(((a >> shift) & 0xff) - ((b >> shift) & 0xff));
  return difference(16) + difference(8) + difference(0) < TELLABLE;
}
