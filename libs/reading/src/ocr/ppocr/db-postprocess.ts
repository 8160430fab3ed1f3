import type { TextBox } from './grey-image.js';

/**
 * Text boxes of a probability map (Liao et al. 2020, Real-time Scene Text Detection with Differentiable Binarization,
 * section 3.5): the map holds shrunk text regions; each connected region is boxed and grown back.
 */
const BINARY_THRESHOLD = 0.3;
/** Mean probability of a region that is kept. */
const BOX_THRESHOLD = 0.6;
/** Growth: area times this, over the perimeter. The network was trained with a shrink ratio of 0.4. */
const UNCLIP_RATIO = 1.6;
/** Map pixels; smaller regions are dust. */
const MIN_SIDE = 3;
const MAX_BOXES = 2000;

export interface DetectedBox extends TextBox {
  readonly score: number;
}

export function boxesOf(map: Float32Array, width: number, height: number): DetectedBox[] {
  const seen = new Uint8Array(width * height);
  const stack = new Int32Array(width * height);
  const boxes: DetectedBox[] = [];
  for (let start = 0; start < width * height && boxes.length < MAX_BOXES; start++) {
    if (seen[start] === 1 || (map[start] ?? 0) <= BINARY_THRESHOLD) continue;
    const size = collectRegion(map, width, height, start, seen, stack);
    const box = boxOfRegion(map, width, stack.subarray(0, size));
    if (box !== null) boxes.push(box);
  }
  return boxes;
}

/** Pixels of the region around `start` (4-connected), written to `region`; answers how many. */
function collectRegion(
  map: Float32Array,
  width: number,
  height: number,
  start: number,
  seen: Uint8Array,
  region: Int32Array,
): number {
  let size = 1;
  region[0] = start;
  seen[start] = 1;
  const visit = (at: number): void => {
    if (seen[at] === 1 || (map[at] ?? 0) <= BINARY_THRESHOLD) return;
    seen[at] = 1;
    region[size++] = at;
  };
  for (let next = 0; next < size; next++) {
    const at = region[next] ?? 0;
    const x = at % width;
    if (x > 0) visit(at - 1);
    if (x < width - 1) visit(at + 1);
    if (at >= width) visit(at - width);
    if (at < width * (height - 1)) visit(at + width);
  }
  return size;
}

function boxOfRegion(map: Float32Array, width: number, region: Int32Array): DetectedBox | null {
  let sumX = 0;
  let sumY = 0;
  let score = 0;
  for (const at of region) {
    sumX += at % width;
    sumY += Math.floor(at / width);
    score += map[at] ?? 0;
  }
  score /= region.length;
  if (score < BOX_THRESHOLD) return null;
  const meanX = sumX / region.length;
  const meanY = sumY / region.length;
  const { cos, sin } = principalAxis(region, width, meanX, meanY);
  const extents = extentsAlong(region, width, meanX, meanY, cos, sin);
  const w = extents.along[1] - extents.along[0] + 1;
  const h = extents.across[1] - extents.across[0] + 1;
  if (Math.min(w, h) < MIN_SIDE) return null;
  const grow = (w * h * UNCLIP_RATIO) / (2 * (w + h));
  const along = (extents.along[0] + extents.along[1]) / 2;
  const across = (extents.across[0] + extents.across[1]) / 2;
  return {
    x: meanX + along * cos - across * sin + 0.5,
    y: meanY + along * sin + across * cos + 0.5,
    cos,
    sin,
    halfWidth: w / 2 + grow,
    halfHeight: h / 2 + grow,
    score,
  };
}

/** Direction of the text: the main axis of long regions, within 45° of the picture's own axes; short ones are taken as level. */
function principalAxis(region: Int32Array, width: number, meanX: number, meanY: number): { cos: number; sin: number } {
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const at of region) {
    const dx = (at % width) - meanX;
    const dy = Math.floor(at / width) - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  const isTall = yy > xx;
  const [major, minor] = isTall ? [yy, xx] : [xx, yy];
  // Variances: 6.25 is a region two and a half times as long as it is high.
  if (major < 6.25 * minor) return { cos: 1, sin: 0 };
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  // Tall regions keep the level axis too: whether the picture lies on its side is decided for all boxes together.
  const level = isTall ? angle - Math.sign(angle) * (Math.PI / 2) : angle;
  return { cos: Math.cos(level), sin: Math.sin(level) };
}

function extentsAlong(region: Int32Array, width: number, meanX: number, meanY: number, cos: number, sin: number) {
  const along: [number, number] = [Infinity, -Infinity];
  const across: [number, number] = [Infinity, -Infinity];
  for (const at of region) {
    const dx = (at % width) - meanX;
    const dy = Math.floor(at / width) - meanY;
    const a = dx * cos + dy * sin;
    const b = dy * cos - dx * sin;
    if (a < along[0]) along[0] = a;
    if (a > along[1]) along[1] = a;
    if (b < across[0]) across[0] = b;
    if (b > across[1]) across[1] = b;
  }
  return { along, across };
}
