import { sharp } from '../image/sharp.js';
import type { GreyImage } from './ppocr/grey-image.js';

/** Standard deviation, in brightness steps, from which on single pixels look like ink to an engine that takes every speck for a letter. */
const NOISY = 12;
/** Every so many pixels one is looked at. */
const STEP = 3;
/** Of a normal distribution: standard deviation over median of absolute values (Donoho 1994). */
const MEDIAN_TO_DEVIATION = 1.4826;

/**
 * How far neighbouring pixels differ where there is nothing to see (mask of Immerkær 1996, "Fast Noise Variance Estimation"; the
 * median instead of the mean, so that letters do not count).
 */
export function noiseOf({ data, width, height }: GreyImage): number {
  const histogram = new Uint32Array(2048);
  let count = 0;
  for (let y = 1; y < height - 1; y += STEP)
    for (let x = 1; x < width - 1; x += STEP) {
      const at = y * width + x;
      const pixel = (offset: number): number => data[at + offset] ?? 0;
      const corners = pixel(-width - 1) + pixel(-width + 1) + pixel(width - 1) + pixel(width + 1);
      const sides = pixel(-width) + pixel(-1) + pixel(1) + pixel(width);
      const answer = Math.abs(corners - 2 * sides + 4 * pixel(0));
      histogram[answer] = (histogram[answer] ?? 0) + 1;
      count++;
    }
  let seen = 0;
  // The mask has a norm of six.
  for (let level = 0; level < histogram.length; level++)
    if ((seen += histogram[level] ?? 0) >= count / 2) return (level * MEDIAN_TO_DEVIATION) / 6;
  return 0;
}

/** Takes specks away by the median of three by three pixels, where there are many. */
export async function withoutNoise(image: GreyImage): Promise<GreyImage> {
  if (noiseOf(image) < NOISY) return image;
  const { width, height } = image;
  const picture = sharp(image.data, { raw: { width, height, channels: 1 } })
    .median(3)
    .extractChannel(0);
  return { data: await picture.raw().toBuffer(), width, height };
}
