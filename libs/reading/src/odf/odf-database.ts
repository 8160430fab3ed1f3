import type { BlockInput } from '../blocks.js';
import { descendantsOf, elementsOf, type XmlNode } from '../ooxml/xml-tree.js';

/** What a database document names (OpenDocument 1.3, part 3, 12): tables, queries with their commands, forms and reports. */
export function databaseBlocks(content: XmlNode): BlockInput[] {
  return ['table-representation', 'table-definition', 'query', 'component']
    .flatMap((name) => descendantsOf(content, name))
    .flatMap(({ attributes }): BlockInput[] => [
      { kind: 'paragraph', text: attributes['db:title'] ?? attributes['db:name'] ?? '' },
      { kind: 'code', text: attributes['db:command'] ?? '' },
    ]);
}

/** The content of a document in a package: what its body holds. */
export const contentOf = (root: XmlNode): readonly XmlNode[] =>
  elementsOf(elementsOf(root).find(({ name }) => name === 'body')).flatMap(elementsOf);
