import { isAppError } from '@app/kernel';
import { type XmlAttributes, XmlReader } from './xml-events.js';

/** An element of a document that is read as a whole. Text between elements that is only white space is left out. */
export interface XmlNode {
  /** Without prefix. */
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly children: readonly (XmlNode | string)[];
}

export interface XmlDocument {
  readonly root: XmlNode;
  /** Of the root element; '' where it has none. */
  readonly namespace: string;
}

interface OpenNode extends XmlNode {
  readonly children: (XmlNode | string)[];
}

/** Elements beyond are too many to be shown one by one. */
const MAX_NODES = 500_000;
/** Elements inside each other; what is deeper counts as text of the element that deep. */
const MAX_DEPTH = 200;

/** Reads a document into a tree; null where it has no element, too many of them, or absurdly many inside each other. */
export function readXmlTree(source: string): XmlDocument | null {
  const builder = new TreeBuilder();
  const reader = new XmlReader(builder);
  try {
    reader.writeText(source);
    reader.end();
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
  return builder.document();
}

class TreeBuilder {
  private readonly stack: OpenNode[] = [];
  private root: XmlDocument | null = null;
  private nodes = 0;
  /** Elements that are open and too deep to be kept. */
  private beyond = 0;

  document(): XmlDocument | null {
    return this.nodes > MAX_NODES ? null : this.root;
  }

  open(name: string, attributes: XmlAttributes, qualifiedName: string): void {
    if (++this.nodes > MAX_NODES) return;
    if (this.stack.length >= MAX_DEPTH) {
      this.beyond++;
      return;
    }
    const node: OpenNode = { name, attributes, children: [] };
    const parent = this.stack.at(-1);
    if (parent !== undefined) parent.children.push(node);
    else if (this.root === null) this.root = { root: node, namespace: namespaceOf(qualifiedName, attributes) };
    this.stack.push(node);
  }

  close(): void {
    if (this.nodes > MAX_NODES) return;
    if (this.beyond > 0) this.beyond--;
    else this.stack.pop();
  }

  text(text: string): void {
    const children = this.stack.at(-1)?.children;
    if (children === undefined || this.nodes > MAX_NODES) return;
    const last = children.at(-1);
    if (typeof last === 'string') children[children.length - 1] = last + text;
    else children.push(text);
  }
}

function namespaceOf(qualifiedName: string, attributes: XmlAttributes): string {
  const colon = qualifiedName.indexOf(':');
  return attributes[colon < 0 ? 'xmlns' : `xmlns:${qualifiedName.slice(0, colon)}`] ?? '';
}

export const isElement = (child: XmlNode | string): child is XmlNode => typeof child !== 'string';

export const elementsOf = (node: XmlNode): XmlNode[] => node.children.filter(isElement);

/** True where text stands in the element itself, not only in elements inside it. */
export const hasOwnText = (node: XmlNode): boolean =>
  node.children.some((child) => typeof child === 'string' && child.trim() !== '');

/**
 * All text inside an element, in order. Elements without text between them are parted by spaces, but for those of which
 * `isRun` says that they are runs of one text.
 */
export function textOf(node: XmlNode, isRun: (child: XmlNode) => boolean = () => false): string {
  const parts: string[] = [];
  collect(node, parts, isRun);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function collect(node: XmlNode, parts: string[], isRun: (child: XmlNode) => boolean): void {
  const isMixed = hasOwnText(node);
  for (const child of node.children) {
    if (typeof child === 'string') parts.push(child);
    else {
      collect(child, parts, isRun);
      if (!isMixed && !isRun(child)) parts.push(' ');
    }
  }
}
