import type { BlockInput } from '../../blocks.js';
import { cellText } from '../../flow/recast.js';
import type { ReadInput } from '../../readers/format-reader.js';
import { ReadingBuilder } from '../../reading-builder.js';
import { readingError } from '../../reading.errors.js';
import type { Reading } from '../../reading-model.js';
import type { Related } from '../drawing/drawn-content.js';
import { relatedDrawings } from '../drawing/related-drawings.js';
import { addEmbeddedFiles } from '../embedded-files.js';
import { OoxmlPackage } from '../package.js';
import { propertiesOf } from '../properties.js';
import { attr, childOf, isOn, type XmlNode } from '../xml-tree.js';
import { readChunks } from './chunks.js';
import { readHeaders } from './headers.js';
import { commentBlocks, noteBlocks, NoteMarks } from './notes.js';
import { Numbering } from './numbering.js';
import { type DocumentContext, storyOf } from './story.js';
import { StoryReader } from './story-reader.js';
import { StyleSheet } from './styles.js';

/**
 * A Word document (ECMA-376 part 1, 17) as one page: headers, the body in its order, footnotes, endnotes, comments, footers. Where
 * pages end is not in the file.
 */
export async function readDocx({ bytes, mediaType, limits }: ReadInput): Promise<Reading> {
  const opened = await OoxmlPackage.open(bytes, limits);
  const mainPart = await opened.mainPart('word/document.xml');
  const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
  const styles = new StyleSheet(await relatedTree(opened, mainPart, 'styles'));
  const marks = new NoteMarks();
  const context: DocumentContext = {
    styles,
    numbering: new Numbering(await relatedTree(opened, mainPart, 'numbering'), styles),
    hide: (text, reason) => builder.addHidden(1, text, reason),
    markNote: (kind, id) => marks.mark(kind, id),
  };
  const { chunks, inlined } = await readChunks(opened, mainPart);
  const related = new Map([...(await relatedDrawings(opened, mainPart)), ...chunks]);
  const { body, sections } = await readBody(opened, mainPart, {
    context,
    related,
    maxCharacters: limits.maxCharacters,
  });
  const settings = await relatedTree(opened, mainPart, 'settings');
  const hasEvenPages = isOn(childOf(settings ?? undefined, 'evenAndOddHeaders'));
  const { headers, footers } = await readHeaders(opened, mainPart, { sections, hasEvenPages, context });
  builder.addBlocks([
    ...headers,
    ...body,
    ...(await noteBlocks(opened, mainPart, { kind: 'footnote', marks, context })),
    ...(await noteBlocks(opened, mainPart, { kind: 'endnote', marks, context })),
    ...(await commentBlocks(opened, mainPart, context)),
    ...footers,
  ]);
  builder.setMetadata(await propertiesOf(opened));
  await addEmbeddedFiles(builder, opened, mainPart, { limits, inlined });
  if (opened.isDamaged) builder.lose('file_damaged');
  return builder.build();
}

interface Body {
  readonly body: readonly BlockInput[];
  readonly sections: readonly XmlNode[];
}

/** The body block by block: a long document is never whole in memory. Ends where the reading is full. */
async function readBody(
  opened: OoxmlPackage,
  mainPart: string,
  options: {
    readonly context: DocumentContext;
    readonly related: Related;
    readonly maxCharacters: number;
  },
): Promise<Body> {
  let reader: StoryReader | null = null;
  let isOnWhite = true;
  const body: BlockInput[] = [];
  let characters = 0;
  const isRead = await opened.elements(mainPart, ['document', 'body'], (node) => {
    if (node.name === 'background') isOnWhite = /^(?:auto|FFFFFF)$/i.test(attr(node, 'color') ?? 'auto');
    else {
      reader ??= new StoryReader(storyOf(options.context, options.related, { isOnWhite }));
      const blocks = reader.read([node]);
      body.push(...blocks);
      characters += cellText(blocks).length;
    }
    return characters <= options.maxCharacters;
  });
  if (!isRead) throw readingError('corrupt_document');
  const last = reader as StoryReader | null;
  return { body: [...body, ...(last?.finish() ?? [])], sections: last?.sections ?? [] };
}

async function relatedTree(opened: OoxmlPackage, mainPart: string, type: string): Promise<XmlNode | null> {
  const [part] = await opened.targetsOf(mainPart, type);
  return part === undefined ? null : opened.tree(part);
}
