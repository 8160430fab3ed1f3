import type { Box, Line, Word } from '../reading-model.js';

/*
 * Lines with places as one row of whole numbers: a third of the size of their JSON, and read in a tenth of the time.
 *
 *   item:  flags, gap to the end of the item before, length, [box], [confidence]
 *   line:  item, number of words, then an item for each word
 *
 * Boxes are in millionths of the page, which is as fine as the builder makes them. A word's box is told by its distance
 * from the word before it and by its difference from the line's: small numbers are short, and many of them are alike.
 */
const HAS_BOX = 1;
const HAS_CONFIDENCE = 2;
const BOX_UNITS = 1_000_000;
const CONFIDENCE_UNITS = 10_000;

interface Places {
  /** Where the item before ended: in the text, and on the page. */
  end: number;
  right: number;
  readonly y: number;
  readonly height: number;
}

export function toNumbers(lines: readonly Line[], start: number): number[] {
  const numbers: number[] = [];
  const outer: Places = { end: start, right: 0, y: 0, height: 0 };
  for (const line of lines) {
    addItem(numbers, line, outer);
    numbers.push(line.words.length);
    const inner = within(line.start, line.box);
    for (const word of line.words) addItem(numbers, word, inner);
  }
  return numbers;
}

const units = (value: number): number => Math.round(value * BOX_UNITS);

const within = (start: number, box: Box | null): Places => ({
  end: start,
  right: units(box?.x ?? 0),
  y: units(box?.y ?? 0),
  height: units(box?.height ?? 0),
});

function addItem(numbers: number[], item: Word, places: Places): void {
  const { start, end, box, confidence } = item;
  numbers.push((box ? HAS_BOX : 0) | (confidence === undefined ? 0 : HAS_CONFIDENCE), start - places.end, end - start);
  places.end = end;
  if (box) {
    const [x, y, width, height] = [units(box.x), units(box.y), units(box.width), units(box.height)];
    numbers.push(x - places.right, y - places.y, width, height - places.height);
    places.right = x + width;
  }
  if (confidence !== undefined) numbers.push(Math.round(confidence * CONFIDENCE_UNITS));
}

/** The lines that `toNumbers` was given, their boxes and confidences rounded to its units. */
export function fromNumbers(numbers: readonly number[], start: number): Line[] {
  const cursor = { at: 0 };
  const lines: Line[] = [];
  const outer: Places = { end: start, right: 0, y: 0, height: 0 };
  while (cursor.at < numbers.length) {
    const line = takeItem(numbers, cursor, outer);
    const count = numbers[cursor.at++] ?? 0;
    const inner = within(line.start, line.box);
    const words: Word[] = [];
    for (let index = 0; index < count; index++) words.push(takeItem(numbers, cursor, inner));
    lines.push({ start: line.start, end: line.end, box: line.box, words });
  }
  return lines;
}

function takeItem(numbers: readonly number[], cursor: { at: number }, places: Places): Word {
  const next = (): number => numbers[cursor.at++] ?? 0;
  const flags = next();
  const start = places.end + next();
  const end = start + next();
  places.end = end;
  const box = flags & HAS_BOX ? takeBox(next, places) : null;
  return flags & HAS_CONFIDENCE ? { start, end, box, confidence: next() / CONFIDENCE_UNITS } : { start, end, box };
}

function takeBox(next: () => number, places: Places): Box {
  const x = places.right + next();
  const y = places.y + next();
  const width = next();
  const height = places.height + next();
  places.right = x + width;
  return { x: x / BOX_UNITS, y: y / BOX_UNITS, width: width / BOX_UNITS, height: height / BOX_UNITS };
}
