import type { XmlNode } from '../ooxml/xml-tree.js';
import { readingError } from '../reading.errors.js';
import { type XmlAttributes, XmlReader } from '../xml/xml-events.js';

interface OpenNode extends XmlNode {
  readonly children: (XmlNode | string)[];
}

export interface TreeOptions {
  /** Called with elements as they begin, before they have children. */
  readonly opened?: (node: XmlNode, parents: readonly XmlNode[]) => void;
  /** Called with elements as they end; where it answers false, the element is forgotten: large tables are never whole in memory. */
  readonly closed?: (node: XmlNode, parents: readonly XmlNode[]) => boolean;
}

/** Elements that are kept at a time: some 300 MB. */
const MAX_NODES = 2_000_000;
/** Elements inside each other; readers walk trees recursively, and people nest a few dozen. */
const MAX_DEPTH = 500;

/** Builds the tree of an XML document piece by piece. Throws `archive_too_large` and `corrupt_document` beyond its bounds. */
export class OdfTreeReader {
  private root: XmlNode = { name: '', attributes: {}, children: [] };
  private readonly stack: OpenNode[] = [];
  private nodes = 0;
  private readonly reader: XmlReader;

  constructor(private readonly options: TreeOptions = {}) {
    this.reader = new XmlReader({
      open: (name, attributes) => this.open(name, attributes),
      close: () => this.close(),
      text: (text) => this.stack.at(-1)?.children.push(text),
    });
  }

  write(bytes: Uint8Array): void {
    this.reader.write(bytes);
  }

  /** The root element. */
  end(): XmlNode {
    this.reader.end();
    return this.root;
  }

  private open(name: string, attributes: XmlAttributes): void {
    if (++this.nodes > MAX_NODES) throw readingError('archive_too_large');
    if (this.stack.length >= MAX_DEPTH) throw readingError('corrupt_document');
    const node: OpenNode = { name, attributes, children: [] };
    this.options.opened?.(node, this.stack);
    this.stack.at(-1)?.children.push(node);
    if (this.stack.length === 0) this.root = node;
    this.stack.push(node);
  }

  private close(): void {
    const node = this.stack.pop();
    if (node === undefined || this.options.closed === undefined) return;
    if (this.options.closed(node, this.stack)) return;
    const siblings = this.stack.at(-1)?.children;
    if (siblings?.at(-1) === node) siblings.pop();
    this.nodes = Math.max(0, this.nodes - countNodes(node));
  }
}

const countNodes = (node: XmlNode): number =>
  node.children.reduce((sum, child) => sum + (typeof child === 'string' ? 0 : countNodes(child)), 1);

export function readOdfTree(bytes: Uint8Array): XmlNode {
  const reader = new OdfTreeReader();
  reader.write(bytes);
  return reader.end();
}
