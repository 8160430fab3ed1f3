import type { BlockInput, CellInput } from '../blocks.js';
import { labelOf } from './labels.js';
import { attributePairs, withAttributes } from './xml-attributes.js';
import type { XmlFile } from './xml-files.js';
import { elementsOf, hasOwnText, textOf, type XmlNode } from './xml-tree.js';

/** Records in a row that make a table. */
const MIN_RECORDS = 2;
/** A table is readable up to so many columns. */
const MAX_COLUMNS = 40;

/**
 * Data as a person reads it: an element with a value is a line `Issue Date: 2024-05-01`, with its attributes in brackets; an
 * element that holds several others is a heading above them; elements of one name and shape that follow each other are the
 * rows of a table. Names keep their order and their words, so that what engines look for (`Invoice`, `Payable Amount`)
 * stands there as text.
 */
export function dataBlocks(root: XmlNode, files: ReadonlyMap<XmlNode, XmlFile>): BlockInput[] {
  const blocks: BlockInput[] = [];
  new DataWriter(blocks, files).node(root, [], 1);
  return blocks;
}

class DataWriter {
  constructor(
    private readonly blocks: BlockInput[],
    private readonly files: ReadonlyMap<XmlNode, XmlFile>,
  ) {}

  /** `path`: labels of the elements around it that have no line of their own. */
  node(node: XmlNode, path: readonly string[], level: number): void {
    const file = this.files.get(node);
    const inside = elementsOf(node);
    if (file !== undefined) this.pair([...path, labelOf(node.name)], file.name);
    else if (inside.length === 0) this.leaf(node, path, level);
    else if (hasOwnText(node)) this.pair([...path, labelOf(node.name)], withAttributes(textOf(node), node.attributes));
    else this.container(node, inside, { path, level });
  }

  private leaf(node: XmlNode, path: readonly string[], level: number): void {
    const value = withAttributes(textOf(node), node.attributes);
    // An empty document says at least what it is.
    if (value !== '' || level === 1) this.pair([...path, labelOf(node.name)], value);
  }

  private container(node: XmlNode, inside: readonly XmlNode[], at: { path: readonly string[]; level: number }): void {
    const pairs = attributePairs(node.attributes);
    const [only] = inside;
    // An element around a single other one only adds a word to its label.
    if (inside.length === 1 && only !== undefined && pairs.length === 0 && at.level > 1)
      return this.node(only, [...at.path, labelOf(node.name)], at.level);
    this.blocks.push({
      kind: 'heading',
      level: Math.min(6, at.level),
      text: [...at.path, labelOf(node.name)].join(' '),
    });
    for (const [label, value] of pairs) this.pair([label], value);
    for (const group of groupsOf(inside)) {
      const table = tableOf(group);
      if (table !== null) this.blocks.push(table);
      else for (const child of group) this.node(child, [], at.level + 1);
    }
  }

  private pair(labels: readonly string[], value: string): void {
    // `Party Party Name Name` says each word once.
    const words = labels.join(' ').split(' ');
    const label = words.filter((word, index) => word !== words[index - 1]).join(' ');
    this.blocks.push({ kind: 'key-value', text: value === '' ? label : `${label}: ${value}` });
  }
}

/** Runs of elements of one name. */
function groupsOf(nodes: readonly XmlNode[]): XmlNode[][] {
  const groups: XmlNode[][] = [];
  for (const node of nodes) {
    const group = groups.at(-1);
    if (group?.[0]?.name === node.name) group.push(node);
    else groups.push([node]);
  }
  return groups;
}

/** Elements of one name as a table, where each holds only values, of at most one of each name. */
function tableOf(nodes: readonly XmlNode[]): BlockInput | null {
  if (nodes.length < MIN_RECORDS) return null;
  const records = nodes.map(recordOf);
  const columns = new Set<string>();
  for (const record of records) {
    if (record === null) return null;
    for (const name of record.keys()) columns.add(name);
    if (columns.size > MAX_COLUMNS) return null;
  }
  if (columns.size < 2) return null;
  const header = [...columns].map((name): CellInput => ({ text: labelOf(name), isHeader: true }));
  const rows = records.map((record) => [...columns].map((name): CellInput => ({ text: record?.get(name) ?? '' })));
  return { kind: 'table', rows: [header, ...rows] };
}

/** Attributes and values of a record by name; null where something in it is more than a value. */
function recordOf(node: XmlNode): Map<string, string> | null {
  if (hasOwnText(node)) return null;
  const record = new Map(attributePairs(node.attributes));
  for (const child of elementsOf(node)) {
    if (elementsOf(child).length > 0 || record.has(child.name)) return null;
    record.set(child.name, withAttributes(textOf(child), child.attributes));
  }
  return record;
}
