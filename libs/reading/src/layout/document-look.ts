import { median } from './geometry.js';
import { isInCapitals } from './line-marks.js';
import { middleOf, type PlacedPage } from './placed-page.js';

/** What most of a document's text looks like; headings and notes are told by how they differ. */
export interface DocumentLook {
  /** Points: the size in which most letters are set. */
  readonly bodySize: number;
  /** Shares of all lines. */
  readonly boldShare: number;
  readonly capitalShare: number;
}

/** Sizes are counted in tenths of a point, up to this many points. */
const MAX_SIZE = 200;

export function lookOf(pages: readonly PlacedPage[]): DocumentLook {
  const letters = new Float64Array(MAX_SIZE * 10 + 1);
  let total = 0;
  let lines = 0;
  let bold = 0;
  let capital = 0;
  for (const page of pages)
    for (const line of page.lines) {
      const tenths = Math.min(letters.length - 1, Math.max(0, Math.round(line.size * page.scale * 10) || 0));
      letters[tenths] = (letters[tenths] ?? 0) + line.letters;
      total += line.letters;
      lines++;
      if (line.isBold) bold++;
      if (isInCapitals(line)) capital++;
    }
  let below = 0;
  const middle = letters.findIndex((count) => (below += count) * 2 >= total);
  const share = (count: number): number => (lines === 0 ? 0 : count / lines);
  return { bodySize: Math.max(0, middle) / 10, boldShare: share(bold), capitalShare: share(capital) };
}

/** Distances of lines that may follow each other in a paragraph, in line heights; wider ones part paragraphs anyway. */
const LEAST_PITCH = 0.6;
const MOST_PITCH = 2.6;
const USUAL_PITCH = 1.2;

/** The usual distance of a page's lines from middle to middle, in line heights. */
export function pitchOf({ lines }: PlacedPage): number {
  const pitches: number[] = [];
  for (let index = 1; index < lines.length; index++) {
    const [previous, line] = [lines[index - 1], lines[index]];
    if (previous === undefined || line === undefined || previous.region !== line.region) continue;
    const pitch = (middleOf(line) - middleOf(previous)) / Math.max(line.size, 1e-6);
    if (pitch > LEAST_PITCH && pitch < MOST_PITCH) pitches.push(pitch);
  }
  return pitches.length === 0 ? USUAL_PITCH : median(pitches);
}
