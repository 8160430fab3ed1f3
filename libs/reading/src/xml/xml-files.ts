import { embeddedName, readDataAddress } from '../html/data-address.js';
import { attribute } from './xml-events.js';
import { elementsOf, hasOwnText, isElement, textOf, type XmlNode } from './xml-tree.js';

/** A file that stands in a document as base64. */
export interface XmlFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Shorter values may be words. */
const MIN_CHARACTERS = 200;
const BASE64 = /^[A-Za-z0-9+/\s]+=*\s*$/;
/** Names of elements, and of attributes, that carry or announce a file. */
const CARRIER = /binary|attachment|file|document|image|picture|data|content/i;
/** Elements beside it that name the file (FatturaPA: `NomeAttachment`). */
const FILE_NAME = /^(?:NomeAttachment|file-?name|name)$/i;

/** The file that an element holds; null where it holds none. `parent` may name it. */
function fileIn(node: XmlNode, parent: XmlNode | null): XmlFile | null {
  const [text] = node.children;
  if (node.children.length !== 1 || typeof text !== 'string' || text.length < MIN_CHARACTERS) return null;
  const isCarrier = CARRIER.test(node.name) || attribute(node.attributes, 'mimeCode') !== undefined;
  if (!isCarrier || !BASE64.test(text)) return null;
  const bytes = Buffer.from(text, 'base64');
  return { name: attribute(node.attributes, 'filename') ?? nameBeside(parent) ?? node.name, bytes };
}

function nameBeside(parent: XmlNode | null): string | undefined {
  const sibling = parent === null ? undefined : elementsOf(parent).find(({ name }) => FILE_NAME.test(name));
  const name = sibling === undefined || !hasOwnText(sibling) ? '' : textOf(sibling);
  return name === '' ? undefined : name;
}

/** A picture of a drawing, as a `data:` address. */
function linkedFile(node: XmlNode, number: number): XmlFile | null {
  const href = attribute(node.attributes, 'href');
  const file = href === undefined ? null : readDataAddress(href);
  return file === null ? null : { name: embeddedName(number, file), bytes: file.bytes };
}

/** All files in a document, in order. */
export function filesIn(root: XmlNode): ReadonlyMap<XmlNode, XmlFile> {
  const files = new Map<XmlNode, XmlFile>();
  const visit = (node: XmlNode, parent: XmlNode | null): void => {
    const file = fileIn(node, parent) ?? linkedFile(node, files.size + 1);
    if (file !== null) files.set(node, file);
    else for (const child of node.children) if (isElement(child)) visit(child, node);
  };
  visit(root, null);
  return files;
}
