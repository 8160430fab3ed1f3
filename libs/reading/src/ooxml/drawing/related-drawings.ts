import type { BlockInput } from '../../blocks.js';
import type { OoxmlPackage, Relationship } from '../package.js';
import type { XmlNode } from '../xml-tree.js';
import { chartBlocks, extendedChartBlocks } from './chart.js';
import { diagramBlocks } from './diagram.js';
import type { Related } from './drawn-content.js';

/** By type of relationship: how the other part is read. */
const READERS: Readonly<Record<string, (root: XmlNode | null) => BlockInput[]>> = {
  chart: chartBlocks,
  chartex: extendedChartBlocks,
  diagramdata: diagramBlocks,
};

/** What the charts and diagrams say that a part shows, by the id of their relationship. */
export async function relatedDrawings(opened: OoxmlPackage, part: string): Promise<Related> {
  const found = new Map<string, readonly BlockInput[]>();
  for (const relationship of await opened.relationshipsOf(part)) {
    const blocks = await blocksOf(opened, relationship);
    if (blocks !== null) found.set(relationship.id, blocks);
  }
  return found;
}

async function blocksOf(
  opened: OoxmlPackage,
  { type, target, isExternal }: Relationship,
): Promise<BlockInput[] | null> {
  const read = READERS[type];
  return read === undefined || isExternal ? null : read(await opened.tree(target));
}
