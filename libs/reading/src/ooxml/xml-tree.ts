import { readingError } from '../reading.errors.js';
import { decodeText } from '../encoding/decode-text.js';
import { attribute, type XmlAttributes, XmlReader } from '../xml/xml-events.js';

/** An element; names come without their prefix. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly children: readonly (XmlNode | string)[];
}

interface OpenNode extends XmlNode {
  children: (XmlNode | string)[];
}

/** Elements of one tree: some 300 MB. A table of 100,000 cells has about half of it. */
const MAX_NODES = 2_000_000;
/** Elements inside each other within one tree. Readers walk trees recursively; nested tables of a hundred levels fit. */
const MAX_DEPTH = 600;

const NO_ATTRIBUTES: XmlAttributes = Object.freeze({});
const NO_CHILDREN: (XmlNode | string)[] = [];

/** Builds the tree of one element from events. Throws `archive_too_large` and `corrupt_document` beyond its bounds. */
class TreeBuilder {
  private readonly stack: OpenNode[] = [];
  private nodes = 0;

  constructor(private readonly maxNodes = MAX_NODES) {}

  get isEmpty(): boolean {
    return this.stack.length === 0;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (++this.nodes > this.maxNodes) throw readingError('archive_too_large');
    if (this.stack.length >= MAX_DEPTH) throw readingError('corrupt_document');
    const node: OpenNode = {
      name,
      attributes: isEmptyObject(attributes) ? NO_ATTRIBUTES : attributes,
      children: NO_CHILDREN,
    };
    this.append(node);
    this.stack.push(node);
  }

  /** Answers the whole tree when its root was closed. */
  close(): XmlNode | null {
    const node = this.stack.pop();
    if (this.stack.length > 0 || node === undefined) return null;
    this.nodes = 0;
    return node;
  }

  text(text: string): void {
    this.append(text);
  }

  private append(child: XmlNode | string): void {
    const parent = this.stack.at(-1);
    if (parent === undefined) return;
    // Most elements have no children; they share one empty list.
    if (parent.children === NO_CHILDREN) parent.children = [child];
    else parent.children.push(child);
  }
}

function isEmptyObject(object: object): boolean {
  for (const _key in object) return false;
  return true;
}

/** Reads a whole document as a tree; null where there is no element. */
export function readTree(bytes: Uint8Array, maxNodes = MAX_NODES): XmlNode | null {
  const tree = new TreeBuilder(maxNodes);
  let root: XmlNode | null = null;
  const reader = new XmlReader({
    open: (name, attributes) => tree.open(name, attributes),
    close: () => {
      root ??= tree.close();
    },
    text: (text) => tree.text(text),
  });
  reader.writeText(decodeText(bytes).text);
  reader.end();
  return root;
}

/**
 * Reads a large document element by element: the root and elements with one of the names in `containers` are passed through,
 * each element inside them is given as a tree as soon as it ends, and forgotten afterwards. Stops when `onElement` answers false. Throws `corrupt_document` where there is no element at all.
 */
export async function readElements(
  source: AsyncIterable<Uint8Array>,
  containers: ReadonlySet<string>,
  onElement: (node: XmlNode) => boolean | void,
): Promise<void> {
  const tree = new TreeBuilder();
  let depth = 0;
  let hasRoot = false;
  let isDone = false;
  const reader = new XmlReader({
    open: (name, attributes) => {
      hasRoot = true;
      if (tree.isEmpty && (depth === 0 || containers.has(name))) depth++;
      else if (!isDone) tree.open(name, attributes);
    },
    close: () => {
      if (isDone) return;
      if (tree.isEmpty) depth--;
      else {
        const node = tree.close();
        if (node !== null && onElement(node) === false) isDone = true;
      }
    },
    text: (text) => tree.text(text),
  });
  for await (const chunk of source) {
    reader.write(chunk);
    if (isDone) return;
  }
  reader.end();
  if (!hasRoot) throw readingError('corrupt_document');
}

export const isNode = (child: XmlNode | string): child is XmlNode => typeof child !== 'string';

export const elementsOf = (node: XmlNode | undefined): readonly XmlNode[] => node?.children.filter(isNode) ?? [];

/** The first child of that name. */
export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((child): child is XmlNode => isNode(child) && child.name === name);

export const childrenOf = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  node?.children.filter((child): child is XmlNode => isNode(child) && child.name === name) ?? [];

/** Follows names downwards, always into the first child of that name. */
export const pathOf = (node: XmlNode | undefined, ...names: readonly string[]): XmlNode | undefined =>
  names.reduce((at, name) => childOf(at, name), node);

/** All elements of that name at any depth, in document order; none inside another. */
export function descendantsOf(node: XmlNode | undefined, name: string, into: XmlNode[] = []): XmlNode[] {
  for (const child of node?.children ?? [])
    if (isNode(child)) {
      if (child.name === name) into.push(child);
      else descendantsOf(child, name, into);
    }
  return into;
}

export const attr = (node: XmlNode | undefined, name: string): string | undefined =>
  node === undefined ? undefined : attribute(node.attributes, name);

/** An attribute that has a prefix, like `r:id` beside `id`: the id of a relationship. */
export function relationAttr(node: XmlNode | undefined, name: string): string | undefined {
  const end = `:${name}`;
  for (const key in node?.attributes) if (key.endsWith(end)) return node?.attributes[key];
  return undefined;
}

/** The text inside an element, at any depth. */
export const textOf = (node: XmlNode | undefined): string =>
  node?.children.map((child) => (isNode(child) ? textOf(child) : child)).join('') ?? '';

/** An attribute `val`, as most properties of WordprocessingML and DrawingML have. */
export const val = (node: XmlNode | undefined): string | undefined => attr(node, 'val');

/** A whole number; undefined where there is none. */
export function integer(value: string | undefined): number | undefined {
  const number = value === undefined ? Number.NaN : Number.parseInt(value, 10);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** ST_OnOff (ECMA-376 part 1, 22.9.2.7): an element without `val` is on. */
export const isOn = (node: XmlNode | undefined): boolean => node !== undefined && isTrue(val(node) ?? 'true');

/** An attribute that is on; absent is off. */
export const isTrue = (value: string | undefined): boolean =>
  value !== undefined && /^(?:1|t|true|on)$/i.test(value.trim());

/**
 * The contents of `mc:AlternateContent` (ECMA-376 part 3): the first choice, else the fallback; never both, since they say
 * the same. Other elements answer themselves.
 */
export function alternatives(node: XmlNode): readonly XmlNode[] {
  if (node.name !== 'AlternateContent') return [node];
  const chosen = elementsOf(childOf(node, 'Choice'));
  return (chosen.length > 0 ? chosen : elementsOf(childOf(node, 'Fallback'))).flatMap(alternatives);
}
