import { pitchOf } from './document-look.js';
import { isInCapitals } from './line-marks.js';
import type { LaidOutLine } from './page-layout.js';
import { middleOf, type PlacedPage } from './placed-page.js';

/** Lines that are set further apart than this many usual distances are of two paragraphs. */
const PARAGRAPH_GAP = 1.3;
/** Lines of one block are about of one size; the heights that recognition tells differ by themselves. */
const SIZE_STEP = 1.2;
const SIZE_STEP_RECOGNISED = 1.7;

/** What a line is among its neighbours, found once for all lines of a page. */
export interface LineFacts {
  /** It stands right below the line before, in about the same size. */
  readonly isTight: boolean;
  /** Lines that stand tight and are alike in weight, or in capitals, this one included. */
  readonly boldRun: number;
  readonly capitalRun: number;
  /** Lines that stand tight and are of the same size. */
  readonly sizeRun: number;
  /** Edges of its column. */
  readonly left: number;
  readonly right: number;
  /** Size of the largest line below in its column. */
  readonly largestBelow: number;
}

export function factsOf(page: PlacedPage): LineFacts[] {
  const { lines } = page;
  const tight = tightLines(page);
  const alike = (same: (a: LaidOutLine, b: LaidOutLine) => boolean): Uint32Array => runs(lines, tight, same);
  const boldRuns = alike((a, b) => a.isBold && b.isBold);
  const capitalRuns = alike((a, b) => isInCapitals(b) && isInCapitals(a));
  const sizeRuns = alike((a, b) => Math.max(a.size, b.size) <= 1.05 * Math.min(a.size, b.size));
  const edges = edgesOf(lines);
  const largest = largestBelow(lines);
  return lines.map(({ region }, at) => ({
    isTight: tight[at] === true,
    boldRun: boldRuns[at] ?? 1,
    capitalRun: capitalRuns[at] ?? 1,
    sizeRun: sizeRuns[at] ?? 1,
    largestBelow: largest[at] ?? 0,
    ...(edges.get(region) ?? { left: 0, right: 0 }),
  }));
}

function tightLines(page: PlacedPage): boolean[] {
  const usual = pitchOf(page);
  const step = page.isRecognised ? SIZE_STEP_RECOGNISED : SIZE_STEP;
  return page.lines.map((line, index) => {
    const previous = page.lines[index - 1];
    if (previous === undefined || previous.region !== line.region || previous.direction !== line.direction)
      return false;
    const [low, high] = previous.size < line.size ? [previous.size, line.size] : [line.size, previous.size];
    const pitch = (middleOf(line) - middleOf(previous)) / Math.max(high, 1e-6);
    return high <= step * low && pitch > 0 && pitch <= PARAGRAPH_GAP * usual;
  });
}

/** Of every line, how many stand tight together and are alike. */
function runs(
  lines: readonly LaidOutLine[],
  tight: readonly boolean[],
  same: (a: LaidOutLine, b: LaidOutLine) => boolean,
): Uint32Array {
  const lengths = new Uint32Array(lines.length);
  for (let start = 0; start < lines.length;) {
    let end = start + 1;
    for (; end < lines.length; end++) {
      const [previous, line] = [lines[end - 1], lines[end]];
      if (tight[end] !== true || previous === undefined || line === undefined || !same(previous, line)) break;
    }
    lengths.fill(end - start, start, end);
    start = end;
  }
  return lengths;
}

function edgesOf(lines: readonly LaidOutLine[]): Map<number, { left: number; right: number }> {
  const edges = new Map<number, { left: number; right: number }>();
  for (const { region, rect } of lines) {
    const known = edges.get(region);
    if (known === undefined) edges.set(region, { left: rect.left, right: rect.right });
    else {
      known.left = Math.min(known.left, rect.left);
      known.right = Math.max(known.right, rect.right);
    }
  }
  return edges;
}

function largestBelow(lines: readonly LaidOutLine[]): number[] {
  const byRegion = new Map<number, number>();
  const largest = lines.map(() => 0);
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index];
    if (line === undefined) continue;
    const below = byRegion.get(line.region) ?? 0;
    largest[index] = below;
    byRegion.set(line.region, Math.max(below, line.size));
  }
  return largest;
}
