import type { BlockInput } from '../blocks.js';
import { readHtml } from '../html/read-html.js';
import { labelOf } from './labels.js';
import { elementsOf, textOf, type XmlNode } from './xml-tree.js';

const ENTRIES: ReadonlySet<string> = new Set(['item', 'entry']);
/** Elements that hold HTML as text (RSS 2.0, "description"; RFC 4287, 3.1). */
const HTML: ReadonlySet<string> = new Set(['description', 'encoded', 'content', 'summary']);

/** News: the feed's title, and each entry with its title, what is known of it, and its text without markup. */
export function feedBlocks(root: XmlNode): BlockInput[] {
  const blocks: BlockInput[] = [];
  const channels = elementsOf(root).filter(({ name }) => name === 'channel');
  const feeds =
    channels.length > 0
      ? [...channels, { ...root, children: elementsOf(root).filter(({ name }) => name === 'item') }]
      : [root];
  for (const feed of feeds) writeFeed(feed, blocks);
  return blocks;
}

function writeFeed(feed: XmlNode, blocks: BlockInput[]): void {
  for (const part of elementsOf(feed))
    if (ENTRIES.has(part.name)) for (const inner of elementsOf(part)) writePart(inner, 2, blocks);
    else writePart(part, 1, blocks);
}

function writePart(part: XmlNode, level: number, blocks: BlockInput[]): void {
  const text = textOf(part);
  const link = part.name === 'link' && text === '' ? (part.attributes['href'] ?? '') : text;
  if (link === '') return;
  if (part.name === 'title') blocks.push({ kind: 'heading', level, text });
  else if (HTML.has(part.name)) for (const block of readHtml(text).blocks) blocks.push(block);
  else blocks.push({ kind: 'key-value', text: `${labelOf(part.name)}: ${link}` });
}
