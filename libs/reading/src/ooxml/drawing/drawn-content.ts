import type { BlockInput } from '../../blocks.js';
import { altText } from '../alt-text.js';
import { alternatives, attr, elementsOf, relationAttr, type XmlNode } from '../xml-tree.js';
import { drawingText } from './text-body.js';

/** What a drawing says: blocks, and the contents of Word's text boxes that are still to be read. */
export type Drawn = BlockInput | XmlNode;

/** What charts and diagrams say, by the id of the relationship to them; each is taken out when it is shown. */
export type Related = Map<string, readonly BlockInput[]>;

/** A chart is shown once: a document could point to it a million times. */
export function takeRelated(related: Related, id: string | undefined): BlockInput[] {
  const blocks = related.get(id ?? '') ?? [];
  related.delete(id ?? '');
  return [...blocks];
}

export const isTextBox = (drawn: Drawn): drawn is XmlNode => 'children' in drawn;

/**
 * The texts of a drawing (DrawingML, VML) in its order: text boxes, WordArt, charts, diagrams and the descriptions of
 * pictures.
 */
export function drawnContent(node: XmlNode, related: Related): Drawn[] {
  const found: Drawn[] = [];
  const described = new Set<string>();
  const visit = (element: XmlNode): void => {
    const known = READERS[element.name]?.(element, related);
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
const READERS: Readonly<Record<string, (node: XmlNode, related: Related) => readonly Drawn[]>> = {
  txbxContent: (node) => [node],
  txBody: (node) => paragraph(drawingText(node)),
  textpath: (node) => paragraph(attr(node, 'string') ?? ''),
  chart: (node, related) => takeRelated(related, relationAttr(node, 'id')),
  relIds: (node, related) => takeRelated(related, relationAttr(node, 'dm')),
};

const paragraph = (text: string): BlockInput[] => (text === '' ? [] : [{ kind: 'paragraph', text }]);
