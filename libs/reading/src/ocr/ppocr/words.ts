import type { CtcCharacter, CtcLine } from './ctc.js';

/** A word of a recognised line; `from` and `to` are shares 0..1 of the line's length. */
export interface LineWord {
  readonly text: string;
  readonly confidence: number;
  readonly from: number;
  readonly to: number;
}

/** Blank pixel columns between characters, so that words can be told where the network wrote no space. */
export interface InkProfile {
  /** 1 where a pixel column of the line has ink. */
  readonly columns: Uint8Array;
  /** Height of the line's picture in pixels. */
  readonly height: number;
}

/** A blank gap wider than this share of the line's height may be a space, where it stands out from the line's other gaps. */
const MIN_GAP = 0.16;
/** Gap above the line's usual one, in usual distances of characters: a space is about half a character in proportional faces. */
const MIN_EXTRA = 0.38;
/** The network itself: a probability of a space that did not win its step. */
const HINT = 0.02;
const HINT_EXTRA = 0.16;
/** In typewriter faces the gaps beside narrow letters are as wide as spaces, but all letters stand equally far apart. */
const TYPEWRITER_DISTANCE = 1.3;
const TYPEWRITER_RATIO = 0.86;
const ENOUGH_PAIRS = 3;
const NARROW = /[ilIjtf1|.,:;'!()[\]]/;

/** How the distances of characters behave: `ratio` is that of pairs with a narrow letter to that of wide ones; 1 in typewriter faces. */
export interface Pitch {
  readonly narrow: readonly number[];
  readonly wide: readonly number[];
}

export function pitchOf({ characters }: CtcLine): Pitch {
  const narrow: number[] = [];
  const wide: number[] = [];
  characters.slice(1).forEach((character, index) => {
    const previous = characters[index];
    if (previous === undefined || character.text.trim() === '' || previous.text.trim() === '') return;
    (NARROW.test(character.text) || NARROW.test(previous.text) ? narrow : wide).push(character.at - previous.at);
  });
  return { narrow, wide };
}

/** Whether a line is set in a typewriter face; null where it is too short to tell. */
export function isTypewriter({ narrow, wide }: Pitch): boolean | null {
  if (narrow.length < ENOUGH_PAIRS || wide.length < ENOUGH_PAIRS) return null;
  return meanOfLower(narrow) / meanOfLower(wide) > TYPEWRITER_RATIO;
}

/** Mean of the lower three quarters: distances across a space do not count. */
function meanOfLower(values: readonly number[]): number {
  const kept = [...values].sort((a, b) => a - b).slice(0, Math.max(1, Math.ceil(values.length * 0.75)));
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}

/** Cuts a line into words: at the spaces that the network read, and where the gap between two characters is that of a space. */
export function wordsOfLine(line: CtcLine, ink: InkProfile, typewriter: boolean): LineWord[] {
  const { characters, steps } = line;
  const far = typewriter ? farApart(line) : null;
  const gaps = measureGaps(line, ink).map((gap, index) => gap && far?.[index] !== false);
  const words: LineWord[] = [];
  let open: CtcCharacter[] = [];
  const half = usualAdvance(characters) / 2;
  const close = (): void => {
    const [first] = open;
    const last = open.at(-1);
    if (first !== undefined && last !== undefined) {
      const text = open.map((character) => character.text).join('');
      const confidence = open.reduce((sum, character) => sum + character.probability, 0) / open.length;
      const from = Math.max(0, (first.at + 0.5 - half) / steps);
      words.push({ text, confidence, from, to: Math.min(1, (last.at + 0.5 + half) / steps) });
    }
    open = [];
  };
  characters.forEach((character, index) => {
    if (character.text.trim() === '') return close();
    open.push(character);
    if (gaps[index] === true) close();
  });
  close();
  return words;
}

function farApart({ characters }: CtcLine): boolean[] {
  const distances = characters.slice(1).map((character, index) => character.at - (characters[index]?.at ?? 0));
  const advance = meanOfLower(distances.length === 0 ? [1] : distances);
  return distances.map((distance) => distance > TYPEWRITER_DISTANCE * advance);
}

/** For each character, whether a space follows it. */
function measureGaps({ characters, spaces, steps }: CtcLine, ink: InkProfile): boolean[] {
  const pixelsPerStep = ink.columns.length / steps;
  const advance = usualAdvance(characters) * pixelsPerStep;
  const blanks = characters.slice(0, -1).map((character, index) => {
    const next = characters[index + 1];
    return next === undefined
      ? 0
      : widestBlank(ink.columns, (character.at + 0.5) * pixelsPerStep, (next.at + 0.5) * pixelsPerStep);
  });
  const usual = lowerMedian(blanks);
  return blanks.map((blank, index) => {
    const from = Math.ceil(characters[index]?.at ?? 0);
    const to = Math.floor(characters[index + 1]?.at ?? 0);
    let hint = 0;
    for (let step = from; step <= to; step++) hint = Math.max(hint, spaces[step] ?? 0);
    const extra = (blank - usual) / Math.max(advance, 1);
    return blank > MIN_GAP * ink.height && extra > (hint > HINT ? HINT_EXTRA : MIN_EXTRA);
  });
}

/** Median distance of neighbouring characters in time steps; spaces make it no larger since most distances are inside words. */
function usualAdvance(characters: readonly CtcCharacter[]): number {
  const distances = characters.slice(1).map((character, index) => character.at - (characters[index]?.at ?? 0));
  return distances.length === 0 ? 2 : Math.max(1, lowerMedian(distances));
}

const lowerMedian = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;

/** Length of the longest run of columns without ink between two places. */
function widestBlank(columns: Uint8Array, from: number, to: number): number {
  let widest = 0;
  let run = 0;
  for (let column = Math.floor(from); column <= Math.min(columns.length - 1, Math.ceil(to)); column++) {
    run = columns[column] === 1 ? 0 : run + 1;
    if (run > widest) widest = run;
  }
  return widest;
}

/** Share of the way from paper to ink from which on a pixel counts as ink, and how many of them make a column of ink. */
const INK_LEVEL = 0.45;
const INK_PIXELS = 2;

/** Which columns of a line's picture hold ink: dark on light or light on dark, by the darkest and lightest pixels, a few outliers aside. */
export function inkProfile(pixels: Uint8Array, width: number, height: number): InkProfile {
  const sorted = Uint8Array.from(pixels).sort();
  const dark = sorted[Math.floor(sorted.length * 0.03)] ?? 0;
  const light = sorted[Math.floor(sorted.length * 0.97)] ?? 255;
  const middle = sorted[Math.floor(sorted.length * 0.5)] ?? 128;
  // Paper is what most pixels are.
  const isDarkOnLight = light - middle <= middle - dark;
  const level = isDarkOnLight ? light - (light - dark) * INK_LEVEL : dark + (light - dark) * INK_LEVEL;
  const columns = new Uint8Array(width);
  // The rows at the edges hold parts of neighbouring lines.
  const top = Math.floor(height * 0.12);
  for (let x = 0; x < width; x++) {
    let ink = 0;
    for (let y = top; y < height - top; y++) {
      const pixel = pixels[y * width + x] ?? 0;
      if (isDarkOnLight ? pixel < level : pixel > level) ink++;
    }
    columns[x] = ink >= INK_PIXELS ? 1 : 0;
  }
  return { columns, height };
}
