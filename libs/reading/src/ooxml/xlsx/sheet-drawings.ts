import type { BlockInput } from '../../blocks.js';
import { drawnContent, isTextBox } from '../drawing/drawn-content.js';
import { relatedDrawings } from '../drawing/related-drawings.js';
import type { OoxmlPackage } from '../package.js';
import { attr, childOf, descendantsOf, textOf, type XmlNode } from '../xml-tree.js';

/** Text boxes, charts, diagrams and form controls that lie over the cells of a sheet. */
export async function sheetDrawings(opened: OoxmlPackage, part: string): Promise<BlockInput[]> {
  const blocks: BlockInput[] = [];
  for (const target of await opened.targetsOf(part, 'drawing')) {
    const root = await opened.tree(target);
    if (root === null) continue;
    const drawn = drawnContent(root, await relatedDrawings(opened, target));
    blocks.push(...drawn.filter((item): item is BlockInput => !isTextBox(item)));
  }
  for (const target of await opened.targetsOf(part, 'vmldrawing'))
    blocks.push(...controlTexts((await opened.tree(target)) ?? undefined));
  return blocks;
}

/** Labels of form controls ([MS-OI29500] VML); the boxes of comments are there too, without their text. */
const controlTexts = (root: XmlNode | undefined): BlockInput[] =>
  descendantsOf(root, 'shape')
    .filter((shape) => attr(childOf(shape, 'ClientData'), 'ObjectType') !== 'Note')
    .map((shape) => textOf(descendantsOf(shape, 'textbox')[0]).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .map((text): BlockInput => ({ kind: 'paragraph', text }));
