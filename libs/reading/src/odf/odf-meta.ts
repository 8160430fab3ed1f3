import { childOf, descendantsOf, elementsOf, textOf, type XmlNode } from '../ooxml/xml-tree.js';

/** Elements of the metadata (OpenDocument 1.3, part 3, 4.3) by the names that readings have for them. */
const NAMES: Readonly<Record<string, string>> = {
  title: 'title',
  subject: 'subject',
  description: 'comments',
  'initial-creator': 'author',
  creator: 'lastAuthor',
  'creation-date': 'creationDate',
  date: 'modDate',
  language: 'language',
  generator: 'creator',
};
const MAX_CUSTOM = 200;

/** What a document says of itself; `root` is that of `meta.xml` or of a flat file. */
export function metadataOf(root: XmlNode): Record<string, string> {
  const metadata: Record<string, string> = {};
  const meta = root.name === 'meta' ? root : childOf(root, 'meta');
  for (const node of elementsOf(meta)) {
    const name = NAMES[node.name];
    const text = textOf(node).trim();
    if (name !== undefined && text !== '') metadata[name] = text;
  }
  const keywords = descendantsOf(meta, 'keyword').map((node) => textOf(node).trim());
  if (keywords.some((word) => word !== '')) metadata['keywords'] = keywords.join(', ');
  for (const node of descendantsOf(meta, 'user-defined').slice(0, MAX_CUSTOM)) {
    const value = textOf(node).trim();
    if (value !== '') metadata[`custom.${node.attributes['meta:name'] ?? ''}`] = value;
  }
  // The one who made it is the author until somebody else is named.
  if (metadata['author'] === undefined && metadata['lastAuthor'] !== undefined)
    metadata['author'] = metadata['lastAuthor'];
  return metadata;
}
