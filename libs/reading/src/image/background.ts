/** Alpha from which on a pixel is seen. */
const VISIBLE = 128;
const WHITE = 255;
const BLACK = 0;
const MIDDLE = 128;

interface Size {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/**
 * The background, white or black, that strokes on transparent ground stand out from. Only pixels beside transparent ones
 * need one: the edges of strokes, of which text has many and a picture few. The last of the channels is alpha.
 */
export function pickBackground(data: Uint8Array, { width, height, channels }: Size): number {
  const alpha = channels - 1;
  let sum = 0;
  let count = 0;
  for (let y = 0; y < height; y++)
    for (let x = 1; x < width; x++) {
      const at = (y * width + x) * channels;
      const isVisible = (data[at + alpha] ?? 0) >= VISIBLE;
      if (isVisible === (data[at - channels + alpha] ?? 0) >= VISIBLE) continue;
      sum += brightnessAt(data, isVisible ? at : at - channels, channels);
      count++;
    }
  return count > 0 && sum / count > MIDDLE ? BLACK : WHITE;
}

/** Rec. 601 luma of colours; grey as it is. */
const brightnessAt = (data: Uint8Array, at: number, channels: number): number =>
  channels < 3 ? (data[at] ?? 0) : 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);

/** Pixels with alpha as grey, on the background that suits them. */
export function overBestBackground(data: Uint8Array, size: Size): Uint8Array {
  const { width, height, channels } = size;
  const background = pickBackground(data, size);
  const grey = new Uint8Array(width * height);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const alpha = data[pixel * channels + channels - 1] ?? 0;
    const ink = brightnessAt(data, pixel * channels, channels);
    grey[pixel] = Math.round((ink * alpha + background * (WHITE - alpha)) / WHITE);
  }
  return grey;
}
