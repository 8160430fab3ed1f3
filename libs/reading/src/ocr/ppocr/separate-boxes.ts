import type { DetectedBox } from './db-postprocess.js';

/** Share of the lower box's height that two boxes of one line have in common. */
const SAME_LINE = 0.5;
/** Boxes that share more than this of the narrower one's width do not stand beside each other. */
const MAX_SHARED = 0.5;

/**
 * Boxes are grown on all sides, so neighbours on a line may both hold the letter between them. Where two overlap, each
 * gives up half. For lines that are nearly level, as text is after the picture was turned upright.
 */
export function separateBoxes(boxes: readonly DetectedBox[]): DetectedBox[] {
  const separated = [...boxes].sort((a, b) => a.x - a.halfWidth - (b.x - b.halfWidth));
  for (let left = 0; left < separated.length; left++)
    for (let right = left + 1; right < separated.length; right++) {
      const a = separated[left];
      const b = separated[right];
      if (a === undefined || b === undefined) continue;
      const shared = a.x + a.halfWidth - (b.x - b.halfWidth);
      if (shared <= 0 || !areNeighbours(a, b, shared)) continue;
      separated[left] = { ...a, x: a.x - shared / 4, halfWidth: a.halfWidth - shared / 4 };
      separated[right] = { ...b, x: b.x + shared / 4, halfWidth: b.halfWidth - shared / 4 };
    }
  return separated;
}

function areNeighbours(a: DetectedBox, b: DetectedBox, shared: number): boolean {
  if (shared > 2 * MAX_SHARED * Math.min(a.halfWidth, b.halfWidth)) return false;
  const sharedHeight =
    Math.min(a.y + a.halfHeight, b.y + b.halfHeight) - Math.max(a.y - a.halfHeight, b.y - b.halfHeight);
  return sharedHeight > 2 * SAME_LINE * Math.min(a.halfHeight, b.halfHeight);
}
