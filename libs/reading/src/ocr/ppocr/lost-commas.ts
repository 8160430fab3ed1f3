import { median } from '../../layout/geometry.js';
import type { CtcCharacter, CtcLine } from './ctc.js';

/** Share of the way from paper to ink: of what is a letter, and of faint ink, which commas of worn print are. */
const INK = 0.45;
const FAINT_INK = 0.3;
/** In heights of a capital: how far over and under the line's foot a comma reaches, how much it drops, how large it is. */
const OVER = 0.35;
const UNDER = 0.35;
const MIN_DROP = 0.08;
const MIN_HEIGHT = 0.2;
const MAX_WIDTH = 0.35;
/** Pixels; in smaller print a comma is a speck. */
const MIN_CAPITAL = 10;
/** The rows at the edges of a line's picture hold parts of its neighbours. */
const EDGE = 3;
/** In distances of characters: no nearer to one is a mark of its own, and no further behind one it belongs to it. */
const NEAR = 0.3;
const FAR = 1.6;
/** The network did not see it. */
const PROBABILITY = 0.6;

const STANDS_ON_LINE = /^[A-PR-Z0-9abdehiklmnorstuvwxz]$/;
const IS_TALL = /^[A-Z0-9bdhklt]$/;
/** The mark is its own, however far off the network sees it. */
const SIGN = /^[.,;:'’_]$/;
const TAKES_COMMA = /^[\p{L}\p{N})]$/u;

/** A line's picture, dark on light, rows from the top. */
interface Picture {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Grey levels below which a pixel is ink. */
  readonly ink: number;
  readonly faint: number;
}

/**
 * Puts back commas that the network passed over, where the picture shows a small mark of its own that stands on the foot of the
 * line and drops below it. `pixels` are those of the line that was recognised.
 */
export function withLostCommas(line: CtcLine, pixels: Uint8Array, width: number, height: number): CtcLine {
  const picture = pictureOf(pixels, width, height);
  if (picture === null || line.characters.length < 4) return line;
  const step = width / line.steps;
  const advance = median(line.characters.slice(1).map(({ at }, index) => at - (line.characters[index]?.at ?? 0)));
  const foot = footOf(picture, line.characters, step, advance);
  if (foot === null) return line;
  const characters = [...line.characters];
  for (const x of droppingMarks(picture, foot)) {
    const at = x / step - 0.5;
    const next = characters.findIndex((character) => character.at > at);
    const index = next < 0 ? characters.length : next;
    if (isFree(characters, index, at, advance))
      characters.splice(index, 0, { text: ',', probability: PROBABILITY, at });
  }
  return { ...line, characters };
}

/** Whether there is no character at the place of a mark, and one before it that a comma may follow. */
function isFree(characters: readonly CtcCharacter[], index: number, at: number, advance: number): boolean {
  const before = characters[index - 1];
  const after = characters[index];
  if (before === undefined || !TAKES_COMMA.test(before.text)) return false;
  const behind = at - before.at;
  if (behind <= NEAR * advance || behind >= FAR * advance) return false;
  return after === undefined || after.at - at > (SIGN.test(after.text) ? FAR : NEAR) * advance;
}

/** Null for light print on dark ground. */
function pictureOf(pixels: Uint8Array, width: number, height: number): Picture | null {
  const counts = new Uint32Array(256);
  for (const pixel of pixels) counts[pixel] = (counts[pixel] ?? 0) + 1;
  const level = (share: number): number => {
    let seen = 0;
    return counts.findIndex((count) => (seen += count) > share * pixels.length);
  };
  const [dark, middle, light] = [level(0.03), level(0.5), level(0.97)];
  if (light - middle > middle - dark) return null;
  const at = (share: number): number => light - (light - dark) * share;
  return { pixels, width, height, ink: at(INK), faint: at(FAINT_INK) };
}

interface Foot {
  readonly base: number;
  readonly top: number;
}

/** The rows that capitals stand between, by the characters that neither drop below the line nor stay low. */
function footOf(picture: Picture, characters: readonly CtcCharacter[], step: number, advance: number): Foot | null {
  const tops: number[] = [];
  const bases: number[] = [];
  for (const { text, at } of characters) {
    if (!STANDS_ON_LINE.test(text)) continue;
    const middle = (at + 0.5) * step;
    const reach = 0.3 * advance * step;
    const rows = inkRows(picture, Math.round(middle - reach), Math.round(middle + reach));
    if (rows === null) continue;
    if (IS_TALL.test(text)) tops.push(rows.top);
    bases.push(rows.base);
  }
  if (bases.length < 4 || tops.length < 2) return null;
  const foot = { base: median(bases), top: median(tops) };
  return foot.base - foot.top < MIN_CAPITAL ? null : foot;
}

function inkRows({ pixels, width, height, ink }: Picture, from: number, to: number): Foot | null {
  let top = -1;
  let base = -1;
  for (let y = EDGE; y < height - EDGE; y++)
    for (let x = Math.max(0, from); x <= Math.min(width - 1, to); x++)
      if ((pixels[y * width + x] ?? 255) < ink) {
        if (top < 0) top = y;
        base = y;
        break;
      }
  return top < 0 ? null : { top, base };
}

/** Middles of the marks that stand free at the foot of the line and drop below it. */
function droppingMarks({ pixels, width, height, faint }: Picture, { base, top }: Foot): number[] {
  const capital = base - top;
  const from = Math.round(base - OVER * capital);
  const to = Math.min(height - 2, Math.round(base + UNDER * capital));
  const lowest = (x: number): { readonly isBare: boolean; readonly first: number; readonly last: number } => {
    let [first, last] = [-1, -1];
    for (let y = Math.max(EDGE, top - 1); y <= to; y++) {
      if ((pixels[y * width + x] ?? 255) >= faint) continue;
      if (y <= from) return { isBare: false, first: y, last: y };
      if (first < 0) first = y;
      last = y;
    }
    return { isBare: last < 0, first, last };
  };
  const marks: number[] = [];
  for (let x = 0; x < width; x++) {
    if (lowest(x).last < 0) continue;
    const start = x;
    let [first, last, isFree] = [height, 0, true];
    for (; x < width; x++) {
      const column = lowest(x);
      if (column.isBare) break;
      isFree &&= column.first > from;
      first = Math.min(first, column.first);
      last = Math.max(last, column.last);
    }
    const isSmall = x - start <= MAX_WIDTH * capital;
    const isComma = last - base > MIN_DROP * capital && last - first + 1 > MIN_HEIGHT * capital;
    if (isFree && isSmall && isComma) marks.push((start + x - 1) / 2);
  }
  return marks;
}
