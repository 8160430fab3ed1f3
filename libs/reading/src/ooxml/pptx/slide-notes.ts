import type { BlockInput } from '../../blocks.js';
import { cellText } from '../../flow/recast.js';
import { drawingText } from '../drawing/text-body.js';
import type { OoxmlPackage } from '../package.js';
import { attr, childOf, descendantsOf, elementsOf, textOf, type XmlNode } from '../xml-tree.js';
import { type Design } from './design.js';
import { shapesOf } from './shapes.js';

const NO_DESIGN: Design = { layout: null, master: null };
/** What a page of notes has beside the notes: the slide's picture, numbers and dates. */
const NO_NOTES = new Set(['sldImg', 'sldNum', 'dt', 'hdr', 'ftr']);

/** What the speaker wrote below a slide. */
export async function noteBlocks(opened: OoxmlPackage, part: string): Promise<BlockInput[]> {
  const notes: BlockInput[] = [];
  for (const target of await opened.targetsOf(part, 'notesslide')) {
    const root = await opened.tree(target);
    if (root === null) continue;
    const shapes = shapesOf(root, { design: NO_DESIGN, related: new Map() });
    const blocks = shapes
      .filter(({ placeholder }) => !NO_NOTES.has(placeholder?.type ?? ''))
      .flatMap(({ blocks }) => blocks);
    const text = cellText(blocks);
    if (text !== '') notes.push({ kind: 'note', text });
  }
  return notes;
}

/** Names of those who comment, by id: old comments number them, new ones have GUIDs. */
export async function commentAuthors(opened: OoxmlPackage, mainPart: string): Promise<ReadonlyMap<string, string>> {
  const authors = new Map<string, string>();
  for (const type of ['commentauthors', 'authors'])
    for (const target of await opened.targetsOf(mainPart, type))
      for (const node of elementsOf((await opened.tree(target)) ?? undefined))
        authors.set(attr(node, 'id') ?? '', attr(node, 'name') ?? '');
  return authors;
}

/** The comments on a slide (ECMA-376 part 1, 19.4.2; newer ones with their replies: [MS-PPTX] 2.6.1). */
export async function commentBlocks(
  opened: OoxmlPackage,
  part: string,
  authors: ReadonlyMap<string, string>,
): Promise<BlockInput[]> {
  const blocks: BlockInput[] = [];
  for (const target of await opened.targetsOf(part, 'comments'))
    for (const comment of descendantsOf((await opened.tree(target)) ?? undefined, 'cm'))
      for (const node of [comment, ...descendantsOf(comment, 'reply')]) {
        const text = commentText(node);
        const author = authors.get(attr(node, 'authorId') ?? '') ?? '';
        if (text !== '') blocks.push({ kind: 'note', text: author === '' ? text : `${author}: ${text}` });
      }
  return blocks;
}

const commentText = (node: XmlNode): string =>
  (textOf(childOf(node, 'text')) || drawingText(childOf(node, 'txBody'))).trim();
