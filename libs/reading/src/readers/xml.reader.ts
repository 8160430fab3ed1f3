import type { BlockInput } from '../blocks.js';
import { ChildCollector } from '../children/child-collector.js';
import { decodePlainText } from '../encoding/decode-text.js';
import type { Reading } from '../reading-model.js';
import { ReadingBuilder } from '../reading-builder.js';
import { dataBlocks } from '../xml/data-blocks.js';
import { feedBlocks } from '../xml/feed-blocks.js';
import { looksLikeProse, proseBlocks } from '../xml/prose-blocks.js';
import { type Vocabulary, vocabularyOf } from '../xml/vocabularies.js';
import { filesIn, type XmlFile } from '../xml/xml-files.js';
import { readXmlTree, type XmlDocument, type XmlNode } from '../xml/xml-tree.js';
import type { FormatReader, ReadInput } from './format-reader.js';
import { htmlReader } from './html.reader.js';
import { bytesOfText } from './text-bounds.js';

/** A tree takes thirty times the memory of what it is made from. */
const MOST_TREE_BYTES = 16 * 1024 * 1024;

/**
 * XML as a person reads it, without tags: data as labels and values, texts as titles and paragraphs, by the vocabulary of
 * the root element; metadata says which (`xmlFormat`, `root`, `namespace`). What only programs read stays as written, and
 * so does what is no XML after all, or too much of it for a tree. Engines that want the elements (electronic invoices) read the file itself.
 */
export const xmlReader: FormatReader = {
  mediaTypes: ['application/xml', 'text/xml', 'image/svg+xml'],
  maxBytes: bytesOfText,
  read: async (input) => {
    const source = decodePlainText(input.bytes);
    const document = input.bytes.byteLength > MOST_TREE_BYTES ? null : readXmlTree(source);
    const vocabulary = document === null ? null : vocabularyOf(document);
    if (document === null || vocabulary?.style === 'program') return asWritten(input, source, { document, vocabulary });
    if (vocabulary?.style === 'page') return htmlReader.read(input);
    return readDocument(input, document, vocabulary);
  },
};

async function readDocument({ mediaType, limits }: ReadInput, document: XmlDocument, vocabulary: Vocabulary | null) {
  const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
  const files = filesIn(document.root);
  builder.addBlocks(blocksOf(document.root, vocabulary, files));
  builder.setMetadata(metadataOf(document, vocabulary));
  const children = new ChildCollector(limits);
  for (const { name, bytes } of files.values()) await children.add(name, bytes);
  children.deliverTo(builder);
  return builder.build();
}

function blocksOf(
  root: XmlNode,
  vocabulary: Vocabulary | null,
  files: ReadonlyMap<XmlNode, XmlFile>,
): readonly BlockInput[] {
  const style = vocabulary?.style ?? (looksLikeProse(root) ? 'prose' : 'data');
  if (style === 'feed') return feedBlocks(root);
  return style === 'prose' ? proseBlocks(root) : dataBlocks(root, files);
}

const metadataOf = ({ root, namespace }: XmlDocument, vocabulary: Vocabulary | null): Record<string, string> => ({
  ...(vocabulary === null ? {} : { xmlFormat: vocabulary.format }),
  root: root.name,
  ...(namespace === '' ? {} : { namespace }),
});

function asWritten(
  { mediaType, limits }: ReadInput,
  source: string,
  { document, vocabulary }: { document: XmlDocument | null; vocabulary: Vocabulary | null },
): Reading {
  const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
  const end = source.trimEnd().length;
  builder.addWritten({ text: source, blocks: end === 0 ? [] : [{ kind: 'code', start: 0, end, box: null }] });
  if (document !== null) builder.setMetadata(metadataOf(document, vocabulary));
  return builder.build();
}
