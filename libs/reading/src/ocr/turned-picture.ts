import type { RawWord, Rect } from '../layout/geometry.js';
import type { Quarters, Recognised } from './ocr-engine.js';
import { type OcrImage, rotated } from './ocr-image.js';
import { rotateQuarters } from './ppocr/grey-image.js';

/** How a picture has to be turned so that its text stands upright: clockwise quarters first, then back by the skew in radians. */
export interface Turn {
  readonly quarters: Quarters;
  readonly skew: number;
}

/** Half a degree: lines of less skew are read as well as level ones. */
const MIN_SKEW = 0.0087;

export const isTurned = ({ quarters, skew }: Turn): boolean => quarters !== 0 || Math.abs(skew) >= MIN_SKEW;

/** Turns a picture upright. */
export async function turnPicture(picture: OcrImage, { quarters, skew }: Turn): Promise<OcrImage> {
  const upright = rotateQuarters(picture.image, quarters);
  const image = Math.abs(skew) >= MIN_SKEW ? await rotated(upright, -skew) : upright;
  return { ...picture, image };
}

/** What was read in a picture that `turnPicture` turned, in the pixels of the picture as it came. */
export function turnBack(result: Recognised, turn: Turn, original: OcrImage, turnedPicture: OcrImage): Recognised {
  const scale = result.frame.width / turnedPicture.image.width;
  const frame = { width: original.image.width * scale, height: original.image.height * scale };
  const upright = turn.quarters % 2 === 0 ? frame : { width: frame.height, height: frame.width };
  const skew = Math.abs(turn.skew) >= MIN_SKEW ? turn.skew : 0;
  const words = result.words.map((word) =>
    quartersBack({ ...word, rect: skewBack(word.rect, skew, result.frame, upright) }, frame, turn.quarters),
  );
  return { ...result, words, frame, skew, quarters: turn.quarters };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle keeps its size; its middle goes to where it stood before the picture was turned around its own middle. */
function skewBack(rect: Rect, skew: number, turned: Size, upright: Size): Rect {
  if (skew === 0) return rect;
  const x = (rect.left + rect.right - turned.width) / 2;
  const y = (rect.top + rect.bottom - turned.height) / 2;
  const halfWidth = (rect.right - rect.left) / 2;
  const halfHeight = (rect.bottom - rect.top) / 2;
  const middleX = x * Math.cos(skew) - y * Math.sin(skew) + upright.width / 2;
  const middleY = x * Math.sin(skew) + y * Math.cos(skew) + upright.height / 2;
  return {
    left: middleX - halfWidth,
    top: middleY - halfHeight,
    right: middleX + halfWidth,
    bottom: middleY + halfHeight,
  };
}

/** A word of the upright picture in the coordinates of the picture as given, with the direction that it has there. */
export function quartersBack(word: RawWord, { width, height }: Size, quarters: Quarters): RawWord {
  const { left, top, right, bottom } = word.rect;
  if (quarters === 1)
    return { ...word, direction: 3, rect: { left: top, top: height - right, right: bottom, bottom: height - left } };
  if (quarters === 2)
    return {
      ...word,
      direction: 2,
      rect: { left: width - right, top: height - bottom, right: width - left, bottom: height - top },
    };
  if (quarters === 3)
    return { ...word, direction: 1, rect: { left: width - bottom, top: left, right: width - top, bottom: right } };
  return word;
}
