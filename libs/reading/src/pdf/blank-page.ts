import type { RawImage } from './pdf-render.js';

/** Brightness steps between the paper and what counts as a mark; dust and the grain of a scan are fainter. */
const MARK_CONTRAST = 60;
/** Share of the pixels that must be marks: one line of small print on a sheet is ten times this. */
const MARK_SHARE = 0.00005;
/** Every so many pixels one is looked at, in green, which carries most of the brightness. */
const STEP = 3;

/** Whether a rendered page shows nothing: the back of a sheet that was scanned with the others. */
export function looksBlank({ data }: RawImage): boolean {
  const histogram = new Uint32Array(256);
  for (let at = 1; at < data.length; at += 4 * STEP) {
    const level = data[at] ?? 0;
    histogram[level] = (histogram[level] ?? 0) + 1;
  }
  const paper = histogram.indexOf(Math.max(...histogram));
  let marks = 0;
  histogram.forEach((count, level) => {
    if (Math.abs(level - paper) > MARK_CONTRAST) marks += count;
  });
  return marks < (data.length / (4 * STEP)) * MARK_SHARE;
}
