import { evenLight } from './even-light.js';
import { withoutNoise } from './noise.js';
import type { Quarters } from './ocr-engine.js';
import type { OcrImage } from './ocr-image.js';
import { rotateQuarters } from './ppocr/grey-image.js';
import { estimateSkew } from './skew.js';
import { type Turn, turnPicture } from './turned-picture.js';

/** A picture as Tesseract wants it: specks and shade gone, upright, lines level. */
export interface Prepared {
  readonly picture: OcrImage;
  readonly turn: Turn;
}

/** Specks and shade are taken away once; then the picture can be turned in different ways. */
export async function cleaned({ image, isPage }: OcrImage): Promise<OcrImage> {
  return { image: evenLight(await withoutNoise(image)), isPage };
}

export async function levelled(picture: OcrImage, quarters: Quarters): Promise<Prepared> {
  const upright = { ...picture, image: rotateQuarters(picture.image, quarters) };
  const skew = estimateSkew(upright.image);
  return { picture: await turnPicture(upright, { quarters: 0, skew }), turn: { quarters, skew } };
}
