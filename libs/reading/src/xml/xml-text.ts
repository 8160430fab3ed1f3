import { writeBlocks } from '../blocks.js';
import { dataBlocks } from './data-blocks.js';
import { filesIn } from './xml-files.js';
import { readXmlTree } from './xml-tree.js';

/**
 * The text that XML of a vocabulary of data is read as, without reading it as a document: for who cannot wait until that is done.
 * '' where it is none, or too large.
 */
export function xmlText(source: string): string {
  const document = readXmlTree(source);
  return document === null ? '' : writeBlocks(dataBlocks(document.root, filesIn(document.root)), 0).text;
}
