import { type Curve, GRID } from './curve.js';
import type { Judged } from './judged.js';

/** Verdicts with one share of right ones, from the least of their confidences to the greatest. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly right: number;
}

const joined = (one: Block, other: Block): Block => ({
  from: one.from,
  to: other.to,
  count: one.count + other.count,
  right: one.right + other.right,
});

const level = ({ right, count }: Block): number => right / count;

/** Neighbours in order of confidence, joined until the share of right ones falls nowhere. */
function pooled(judged: readonly Judged[]): Block[] {
  const blocks: Block[] = [];
  for (const { confidence, right } of judged.toSorted((a, b) => a.confidence - b.confidence)) {
    let last: Block = { from: confidence, to: confidence, count: 1, right: right ? 1 : 0 };
    for (let before = blocks.at(-1); before && violates(before, last); before = blocks.at(-1)) {
      last = joined(before, last);
      blocks.pop();
    }
    blocks.push(last);
  }
  return blocks;
}

/** Equal confidences are one block in any case. */
const violates = (before: Block, last: Block): boolean => level(before) > level(last) || before.to === last.from;

/**
 * The never falling curve with the least squared error (isotonic regression by pooling of adjacent violators: Ayer et al. 1955;
 * for confidences Zadrozny & Elkan 2002, "Transforming classifier scores into accurate multiclass probability estimates").
 * Between blocks the curve is straight, beyond them level.
 */
export function isotonic(judged: readonly Judged[]): Curve {
  const blocks = pooled(judged);
  return GRID.map((x) => {
    const next = blocks.findIndex(({ to }) => to >= x);
    const [left, right] = [blocks[next < 0 ? blocks.length - 1 : next - 1], blocks[next]];
    if (!left || !right) return right ? level(right) : left ? level(left) : x;
    if (x >= right.from) return level(right);
    return level(left) + ((level(right) - level(left)) * (x - left.to)) / (right.from - left.to);
  });
}
