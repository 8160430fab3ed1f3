/** A grey picture, one byte a pixel, rows from the top. */
export interface GreyImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A rotated rectangle: centre, unit vector along the text, half extents along and across. Pixels. */
export interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly cos: number;
  readonly sin: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** A picture turned by clockwise quarter turns. */
export function rotateQuarters(image: GreyImage, quarters: 0 | 1 | 2 | 3): GreyImage {
  if (quarters === 0) return image;
  const { data, width, height } = image;
  const [outWidth, outHeight] = quarters === 2 ? [width, height] : [height, width];
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [toX, toY] =
        quarters === 1 ? [height - 1 - y, x] : quarters === 2 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x];
      out[toY * outWidth + toX] = data[y * width + x] ?? 0;
    }
  return { data: out, width: outWidth, height: outHeight };
}

/**
 * Takes a text box out of a picture, upright, at the given height. Bilinear; where the picture is more than twice as
 * large as wanted, several samples a pixel are averaged so that thin strokes survive.
 */
export function cropBox(image: GreyImage, box: TextBox, outWidth: number, outHeight: number): Uint8Array {
  const out = new Uint8Array(outWidth * outHeight);
  const stepX = (2 * box.halfWidth) / outWidth;
  const stepY = (2 * box.halfHeight) / outHeight;
  const samples = Math.min(3, Math.max(1, Math.round(Math.max(stepX, stepY))));
  for (let row = 0; row < outHeight; row++)
    for (let column = 0; column < outWidth; column++) {
      let sum = 0;
      for (let sy = 0; sy < samples; sy++)
        for (let sx = 0; sx < samples; sx++) {
          const along = (column + (sx + 0.5) / samples) * stepX - box.halfWidth;
          const across = (row + (sy + 0.5) / samples) * stepY - box.halfHeight;
          sum += sampleAt(
            image,
            box.x + along * box.cos - across * box.sin - 0.5,
            box.y + along * box.sin + across * box.cos - 0.5,
          );
        }
      out[row * outWidth + column] = Math.round(sum / (samples * samples));
    }
  return out;
}

function sampleAt({ data, width, height }: GreyImage, x: number, y: number): number {
  const cx = Math.min(width - 1, Math.max(0, x));
  const cy = Math.min(height - 1, Math.max(0, y));
  const x0 = Math.floor(cx);
  const y0 = Math.floor(cy);
  const x1 = Math.min(width - 1, x0 + 1);
  const y1 = Math.min(height - 1, y0 + 1);
  const fx = cx - x0;
  const fy = cy - y0;
  const top = (data[y0 * width + x0] ?? 0) * (1 - fx) + (data[y0 * width + x1] ?? 0) * fx;
  const bottom = (data[y1 * width + x0] ?? 0) * (1 - fx) + (data[y1 * width + x1] ?? 0) * fx;
  return top * (1 - fy) + bottom * fy;
}
