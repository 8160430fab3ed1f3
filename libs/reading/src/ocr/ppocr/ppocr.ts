import { readingError } from '../../reading.errors.js';
import { median, type RawWord, type Rect } from '../../layout/geometry.js';

import type { Quarters } from '../ocr-engine.js';
import { quartersBack } from '../turned-picture.js';
import { type CtcLine, decodeLine } from './ctc.js';
import { boxesOf, type DetectedBox } from './db-postprocess.js';
import { separateBoxes } from './separate-boxes.js';
import { cropBox, type GreyImage, rotateQuarters } from './grey-image.js';
import { withLikelyLetters } from './likely-letters.js';
import { withLostCommas } from './lost-commas.js';
import { loadModels, type PpocrModels } from './sessions.js';
import { type InkProfile, inkProfile, isTypewriter, pitchOf, wordsOfLine } from './words.js';

/** ImageNet's mean and deviation, which the detector was trained with, here on one grey value. */
const MEAN = [0.485, 0.456, 0.406] as const;
const DEVIATION = [0.229, 0.224, 0.225] as const;
/** Sides of the detector's input are multiples of this; the recogniser takes lines of this height. */
const STRIDE = 32;
const LINE_HEIGHT = 48;
const MAX_LINE_WIDTH = 2400;

/**
 * Recognises a photograph: text boxes, then each box as a line. Pictures that lie on their side or upside down are
 * turned; the words' boxes stay those of the picture as given. Throws `reading_timeout`.
 */
export async function recognisePhotograph(
  image: GreyImage,
  detectScale: number,
  deadline: number,
): Promise<{ words: RawWord[]; skew: number; quarters: Quarters }> {
  const models = await loadModels();
  const { read, boxes, quarters } = await turnUpright(models, image, detectScale);
  const lines: ReadLine[] = [];
  for (const box of boxes) {
    if (Date.now() > deadline) throw readingError('reading_timeout');
    const line = await read(box);
    if (line !== null && line.confidence >= MIN_LINE_CONFIDENCE) lines.push(line);
  }
  const words = wordsOf(lines).map((word) => quartersBack(word, image, quarters));
  return { words, skew: skewOf(boxes), quarters };
}

/** Reads a box of one picture, each box only once. */
type ReadBox = (box: DetectedBox) => Promise<ReadLine | null>;

function readerOf(models: PpocrModels, image: GreyImage): ReadBox {
  const known = new Map<DetectedBox, Promise<ReadLine | null>>();
  return (box) => {
    const reading = known.get(box) ?? readBox(models, image, box);
    known.set(box, reading);
    return reading;
  };
}

interface Upright {
  readonly read: ReadBox;
  readonly boxes: readonly DetectedBox[];
  /** Clockwise quarter turns from the picture as given. */
  readonly quarters: Quarters;
}

/** Lines that are read both ways up where the first reading is not sure; the longest ones tell most. */
const PROBES = 5;
const PROBE_SURE = 0.85;

async function turnUpright(models: PpocrModels, image: GreyImage, detectScale: number): Promise<Upright> {
  const first = await detect(models, image, detectScale);
  const quarters = isOnItsSide(first) ? 1 : 0;
  const turned = rotateQuarters(image, quarters);
  const boxes = quarters === 0 ? first : await detect(models, turned, detectScale);
  const read = readerOf(models, turned);
  const probes = probesOf(boxes);
  const sure = await meanOfProbes(read, probes);
  if (probes.length === 0 || sure >= PROBE_SURE) return { read, boxes, quarters };
  const flip = (box: DetectedBox): DetectedBox => ({ ...box, x: turned.width - box.x, y: turned.height - box.y });
  const flipped = boxes.map(flip);
  const readOver = readerOf(models, rotateQuarters(turned, 2));
  if ((await meanOfProbes(readOver, probesOf(flipped))) <= sure) return { read, boxes, quarters };
  return { read: readOver, boxes: flipped, quarters: quarters === 0 ? 2 : 3 };
}

const probesOf = (boxes: readonly DetectedBox[]): DetectedBox[] =>
  [...boxes].sort((a, b) => b.halfWidth - a.halfWidth).slice(0, PROBES);

async function meanOfProbes(read: ReadBox, probes: readonly DetectedBox[]): Promise<number> {
  let sum = 0;
  for (const probe of probes) sum += (await read(probe))?.confidence ?? 0;
  return sum / Math.max(1, probes.length);
}

/** The angle of the longer lines, radians; short ones are level by definition and tell nothing. */
function skewOf(boxes: readonly DetectedBox[]): number {
  const angles = boxes
    .filter(({ halfWidth, halfHeight }) => halfWidth > 4 * halfHeight)
    .map(({ sin }) => Math.asin(sin));
  return angles.length < 3 ? 0 : median(angles);
}

interface ReadLine {
  readonly confidence: number;
  readonly box: DetectedBox;
  readonly line: CtcLine;
  readonly ink: InkProfile;
}

/** Lines that are too short to tell their face take that of the whole picture. */
function wordsOf(lines: readonly ReadLine[]): RawWord[] {
  const pitches = lines.map(({ line }) => pitchOf(line));
  const overall =
    isTypewriter({ narrow: pitches.flatMap(({ narrow }) => narrow), wide: pitches.flatMap(({ wide }) => wide) }) ??
    false;
  return lines.flatMap(({ box, line, ink }, index) => {
    const pitch = pitches[index];
    const typewriter = (pitch === undefined ? null : isTypewriter(pitch)) ?? overall;
    return wordsOfLine(line, ink, typewriter).map(({ text, confidence, from, to }): RawWord => ({
      text,
      confidence,
      direction: 0,
      rect: rectOf(box, from, to),
    }));
  });
}

/** Height of a line in the detector's input that it finds best, and from which on it tears lines apart. */
const BEST_TEXT_HEIGHT = 36;
const TALL_TEXT_HEIGHT = 72;

/** Text boxes in pixels of the picture. Where the text is very large, it is looked for again in a smaller picture. */
async function detect(models: PpocrModels, image: GreyImage, scale: number): Promise<DetectedBox[]> {
  const boxes = await detectAt(models, image, scale);
  const height = 2 * scale * median(boxes.map(({ halfHeight, halfWidth }) => Math.min(halfHeight, halfWidth)));
  return height < TALL_TEXT_HEIGHT ? boxes : detectAt(models, image, (scale * BEST_TEXT_HEIGHT) / height);
}

async function detectAt({ detect: network }: PpocrModels, image: GreyImage, scale: number): Promise<DetectedBox[]> {
  const width = Math.max(STRIDE, Math.round((image.width * scale) / STRIDE) * STRIDE);
  const height = Math.max(STRIDE, Math.round((image.height * scale) / STRIDE) * STRIDE);
  const whole = {
    x: image.width / 2,
    y: image.height / 2,
    cos: 1,
    sin: 0,
    halfWidth: image.width / 2,
    halfHeight: image.height / 2,
  };
  const { data } = await network(threePlanes(cropBox(image, whole, width, height), MEAN, DEVIATION), height, width);
  const [sx, sy] = [image.width / width, image.height / height];
  const boxes = boxesOf(data, width, height);
  return separateBoxes(
    boxes.map((box) => ({
      ...box,
      x: box.x * sx,
      y: box.y * sy,
      halfWidth: box.halfWidth * sx,
      halfHeight: box.halfHeight * sy,
    })),
  );
}

function threePlanes(grey: Uint8Array, mean: readonly number[], deviation: readonly number[]): Float32Array {
  const planes = new Float32Array(grey.length * 3);
  for (let plane = 0; plane < 3; plane++) {
    const m = mean[plane] ?? 0.5;
    const d = deviation[plane] ?? 0.5;
    for (let index = 0; index < grey.length; index++)
      planes[plane * grey.length + index] = ((grey[index] ?? 0) / 255 - m) / d;
  }
  return planes;
}

/** Most of the text's area is in boxes that are higher than wide. */
function isOnItsSide(boxes: readonly DetectedBox[]): boolean {
  let tall = 0;
  let wide = 0;
  for (const { halfWidth, halfHeight } of boxes) {
    if (halfHeight > 1.5 * halfWidth) tall += halfWidth * halfHeight;
    else if (halfWidth > 1.5 * halfHeight) wide += halfWidth * halfHeight;
  }
  return tall > 1.5 * wide;
}

const HALVES = [0.5, 0.5, 0.5] as const;

/** A line with less than this mean probability is a logo, a picture or dirt. */
const MIN_LINE_CONFIDENCE = 0.5;

async function readBox(models: PpocrModels, image: GreyImage, box: DetectedBox): Promise<ReadLine | null> {
  const width = Math.min(MAX_LINE_WIDTH, Math.max(STRIDE, Math.ceil((LINE_HEIGHT * box.halfWidth) / box.halfHeight)));
  const pixels = cropBox(image, box, width, LINE_HEIGHT);
  const { data, dims } = await models.recognise(threePlanes(pixels, HALVES, HALVES), LINE_HEIGHT, width);
  const read = withLikelyLetters(decodeLine(data, dims[1] ?? 0, models), { ...models, data }, models.likelihood);
  const line = withLostCommas(read, pixels, width, LINE_HEIGHT);
  const confidence =
    line.characters.reduce((sum, { probability }) => sum + probability, 0) / Math.max(1, line.characters.length);
  return line.characters.length === 0 ? null : { confidence, box, line, ink: inkProfile(pixels, width, LINE_HEIGHT) };
}

/** The upright rectangle around a part of a box. The padding that the detector grew is taken off above and below. */
function rectOf(box: DetectedBox, from: number, to: number): Rect {
  const left = (2 * from - 1) * box.halfWidth;
  const right = (2 * to - 1) * box.halfWidth;
  const halfHeight = box.halfHeight * 0.8;
  const xs: number[] = [];
  const ys: number[] = [];
  for (const along of [left, right])
    for (const across of [-halfHeight, halfHeight]) {
      xs.push(box.x + along * box.cos - across * box.sin);
      ys.push(box.y + along * box.sin + across * box.cos);
    }
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}
