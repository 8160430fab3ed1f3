import { equationText } from '../equation.js';
import { alternatives, attr, childOf, childrenOf, elementsOf, integer, textOf, type XmlNode } from '../xml-tree.js';

/** A paragraph of DrawingML (ECMA-376 part 1, 21.1.2.2.6). */
export interface DrawingParagraph {
  readonly text: string;
  /** From 0. */
  readonly level: number;
  readonly properties: XmlNode | undefined;
}

/** The paragraphs of a text body (`txBody`, `rich`, `t` of diagrams), empty ones included. */
export const drawingParagraphs = (body: XmlNode | undefined): DrawingParagraph[] =>
  childrenOf(body, 'p').map((paragraph) => {
    const properties = childOf(paragraph, 'pPr');
    return {
      text: elementsOf(paragraph).flatMap(alternatives).map(inlineText).join(''),
      level: Math.max(0, Math.min(8, integer(attr(properties, 'lvl')) ?? 0)),
      properties,
    };
  });

/** The lines of a text body. */
export const drawingText = (body: XmlNode | undefined): string =>
  drawingParagraphs(body)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join('\n');

function inlineText(node: XmlNode): string {
  switch (node.name) {
    case 'r':
    case 'fld':
      // PowerPoint writes line breaks inside of runs as vertical tabs.
      return textOf(childOf(node, 't')).replace(/\v|_x000B_/g, '\n');
    case 'br':
      return '\n';
    case 'm':
      return elementsOf(node).map(equationText).join(' ');
    default:
      return '';
  }
}
