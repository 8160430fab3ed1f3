import type { BlockInput } from '../../blocks.js';
import { attr, childOf, childrenOf, integer, type XmlNode } from '../xml-tree.js';
import { drawingText } from './text-body.js';

/** Deeper points of a diagram stand with those of this depth. */
const MAX_DEPTH = 32;

/** The points of a diagram (SmartArt; ECMA-376 part 1, 21.4.3) as a list: the tree that the connections make of them. */
export function diagramBlocks(dataModel: XmlNode | null): BlockInput[] {
  const root = dataModel ?? undefined;
  const points = childrenOf(childOf(root, 'ptLst'), 'pt');
  const texts = new Map(points.map((point) => [attr(point, 'modelId') ?? '', drawingText(childOf(point, 't'))]));
  const children = connectionsOf(root);
  const blocks: BlockInput[] = [];
  const start = points.filter((point) => attr(point, 'type') === 'doc').map((point) => attr(point, 'modelId') ?? '');
  // Points that nothing leads to stand at the end.
  const todo = [...start, ...texts.keys()].map((id, index) => ({ id, level: index < start.length ? 0 : 1 })).reverse();
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { id, level } = next;
    const text = texts.get(id);
    if (text === undefined) continue;
    // Each point is shown once, whatever the connections say.
    texts.delete(id);
    if (text !== '') blocks.push({ kind: 'list-item', text, level: Math.max(1, level) });
    for (const child of children.get(id)?.toReversed() ?? [])
      todo.push({ id: child, level: Math.min(level + 1, MAX_DEPTH) });
  }
  return blocks;
}

/** Points below each point, in their order. */
function connectionsOf(root: XmlNode | undefined): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, { readonly id: string; readonly order: number }[]>();
  for (const node of childrenOf(childOf(root, 'cxnLst'), 'cxn')) {
    const from = attr(node, 'srcId');
    const to = attr(node, 'destId');
    if ((attr(node, 'type') ?? 'parOf') !== 'parOf' || from === undefined || to === undefined) continue;
    const list = found.get(from) ?? [];
    list.push({ id: to, order: integer(attr(node, 'srcOrd')) ?? 0 });
    found.set(from, list);
  }
  return new Map([...found].map(([from, list]) => [from, list.sort((a, b) => a.order - b.order).map(({ id }) => id)]));
}
