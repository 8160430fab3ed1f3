import type { BlockInput } from '../blocks.js';
import { elementsOf, textOf, type XmlNode } from '../ooxml/xml-tree.js';
import { type OdfContext, packagePath } from './odf-context.js';
import { objectBlocks } from './odf-objects.js';

/** Drawing shapes (OpenDocument 1.3, part 3, 10.3 to 10.6). */
const SHAPES = new Set(
  (
    'frame g custom-shape rect ellipse circle line polyline polygon regular-polygon path connector caption measure control scene ' +
    'text-box image object object-ole plugin applet floating-frame'
  ).split(' '),
);

export const isShape = ({ name }: XmlNode): boolean => SHAPES.has(name);

/** What a shape says: its text, the document inside it, and what stands for it where it cannot be seen. */
export function shapeBlocks(node: XmlNode, context: OdfContext): BlockInput[] {
  switch (node.name) {
    case 'frame':
      return frameBlocks(node, context);
    case 'image':
      return imageBlocks(node, context);
    case 'object':
    case 'object-ole':
      return objectBlocks(node, context);
    case 'control':
      return [
        { kind: 'paragraph', text: context.controls.get(node.attributes['draw:control'] ?? '') ?? '' },
        ...describing(node),
      ];
    default:
      return [...innerBlocks(node, context), ...describing(node)];
  }
}

/** A frame holds the same thing in several forms (10.4.2): the first is meant, the others are pictures of it. */
function frameBlocks(node: XmlNode, context: OdfContext): BlockInput[] {
  const parts = elementsOf(node);
  const isObject = parts.some(
    ({ name }) => name === 'object' || name === 'object-ole' || name === 'table' || name === 'text-box',
  );
  const shown = parts.filter(({ name }) => !(isObject && name === 'image') && !DESCRIPTIONS.has(name));
  return [...inner(shown, node, context), ...describing(node)];
}

const innerBlocks = (node: XmlNode, context: OdfContext): BlockInput[] =>
  inner(
    elementsOf(node).filter(({ name }) => !DESCRIPTIONS.has(name)),
    node,
    context,
  );

/** Prompts of empty placeholders ("Click to add title") are not shown. */
function inner(parts: readonly XmlNode[], { attributes }: XmlNode, context: OdfContext): BlockInput[] {
  if (attributes['presentation:placeholder'] === 'true') return [];
  const { styles } = context;
  const listLevels =
    styles.shapeListStyle('presentation', attributes['presentation:style-name']) ??
    styles.shapeListStyle('graphic', attributes['draw:style-name']);
  return context.blocks(parts, { list: null, listLevels });
}

/** Pictures stand in the package or, in flat files, in the element itself. */
function imageBlocks(node: XmlNode, context: OdfContext): BlockInput[] {
  const path = node.attributes['xlink:href'];
  const data = elementsOf(node).find(({ name }) => name === 'binary-data');
  if (data !== undefined) {
    const bytes = Buffer.from(textOf(data), 'base64');
    context.refer({ kind: 'picture', path: `picture-${context.references.size + 1}`, bytes });
  } else if (path !== undefined && !/^[a-z]+:/i.test(path)) context.refer({ kind: 'picture', path: packagePath(path) });
  return innerBlocks(node, context).filter((block) => block.kind === 'table' || block.text.trim() !== '');
}

const DESCRIPTIONS: ReadonlySet<string> = new Set([
  'title',
  'desc',
  'binary-data',
  'event-listeners',
  'glue-point',
  'image-map',
]);
/** Descriptions that only name a file. */
const FILE_NAME = /^\S+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|svm|webp)$|[\\/]\S+[\\/]|^https?:/i;

/** The alternative text of a shape (10.3.17 svg:title, 10.3.18 svg:desc). */
function describing(node: XmlNode): BlockInput[] {
  const texts = elementsOf(node)
    .filter(({ name }) => name === 'title' || name === 'desc')
    .map((part) => textOf(part).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '' && !FILE_NAME.test(text));
  return [...new Set(texts)].map((text) => ({ kind: 'paragraph', text }));
}
