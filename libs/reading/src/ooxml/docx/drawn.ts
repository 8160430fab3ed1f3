import type { BlockInput } from '../../blocks.js';
import { altText } from '../alt-text.js';
import { drawingText } from '../drawing/text-body.js';
import { alternatives, attr, elementsOf, relationAttr, type XmlNode } from '../xml-tree.js';
import type { Story } from './story.js';

/** What a drawing says: blocks, and the contents of text boxes that are still to be read. */
export type Drawn = BlockInput | XmlNode;

export const isTextBox = (drawn: Drawn): drawn is XmlNode => 'children' in drawn;

/**
 * The texts of a drawing (DrawingML `w:drawing`, VML `w:pict` and `w:object`): text boxes, WordArt, charts, diagrams and the
 * descriptions of pictures.
 */
export function drawnContent(node: XmlNode, story: Story): Drawn[] {
  const found: Drawn[] = [];
  const described = new Set<string>();
  const visit = (element: XmlNode): void => {
    const known = READERS[element.name]?.(element, story);
    if (known !== undefined) {
      found.push(...known);
      return;
    }
    const alt = altText(element);
    if (!described.has(alt)) found.push(...paragraph(alt));
    described.add(alt);
    for (const child of elementsOf(element).flatMap(alternatives)) visit(child);
  };
  visit(node);
  return found;
}

/** Elements that are read as a whole. */
const READERS: Readonly<Record<string, (node: XmlNode, story: Story) => readonly Drawn[]>> = {
  txbxContent: (node) => [node],
  txBody: (node) => paragraph(drawingText(node)),
  textpath: (node) => paragraph(attr(node, 'string') ?? ''),
  chart: (node, { related }) => related.get(relationAttr(node, 'id') ?? '') ?? [],
  relIds: (node, { related }) => related.get(relationAttr(node, 'dm') ?? '') ?? [],
};

const paragraph = (text: string): BlockInput[] => (text === '' ? [] : [{ kind: 'paragraph', text }]);
