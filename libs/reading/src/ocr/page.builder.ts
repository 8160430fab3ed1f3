import type { GreyImage } from './ppocr/grey-image.js';

interface PageOptions {
  /** Degrees by which lines fall to the right. */
  readonly degrees?: number;
  readonly paper?: (x: number, y: number) => number;
  readonly noise?: number;
}

/** Numbers 0..1 that are the same in every run (Lehmer 1951). */
export function randomNumbers(seed = 7): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** A page with lines of bars instead of letters, for tests: grey, dark on paper. */
export function barPage(
  width: number,
  height: number,
  { degrees = 0, paper = () => 240, noise = 0 }: PageOptions = {},
): GreyImage {
  const data = new Uint8Array(width * height);
  const random = randomNumbers();
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const across = dx * cos + dy * sin;
      const down = dy * cos - dx * sin;
      const isInText = Math.abs(across) < width * 0.35 && Math.abs(down) < height * 0.35;
      const isInk = isInText && mod(down, 24) < 12 && mod(across, 12) < 5;
      const level = paper(x, y) * (isInk ? 0.2 : 1) + (random() + random() - 1) * noise;
      data[y * width + x] = Math.max(0, Math.min(255, Math.round(level)));
    }
  return { data, width, height };
}

const mod = (value: number, by: number): number => ((value % by) + by) % by;
