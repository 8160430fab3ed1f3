import type { BlockInput } from '../../blocks.js';
import type { OoxmlPackage } from '../package.js';
import { attr, childOf, descendantsOf, integer, textOf, type XmlNode } from '../xml-tree.js';
import { richText, unescaped, type Workbook } from './workbook.js';

/** The comments of a sheet, each with its cell; a thread replaces the comment that programs without threads would show. */
export async function commentBlocks(opened: OoxmlPackage, part: string, workbook: Workbook): Promise<BlockInput[]> {
  const threads = await threadedComments(opened, part, workbook);
  const threaded = new Set(threads.map(({ cell }) => cell));
  const plain = (await plainComments(opened, part)).filter(({ cell }) => !threaded.has(cell));
  return [...threads, ...plain].map(({ cell, text }): BlockInput => ({ kind: 'note', text: `${cell}: ${text}` }));
}

interface Comment {
  readonly cell: string;
  readonly text: string;
}

async function plainComments(opened: OoxmlPackage, part: string): Promise<Comment[]> {
  const found: Comment[] = [];
  for (const target of await opened.targetsOf(part, 'comments')) {
    const root = (await opened.tree(target)) ?? undefined;
    const authors = descendantsOf(childOf(root, 'authors'), 'author').map((author) => textOf(author).trim());
    for (const node of descendantsOf(childOf(root, 'commentList'), 'comment'))
      found.push(
        ...commentOf(node, richText(childOf(node, 'text')), authors[integer(attr(node, 'authorId')) ?? -1] ?? ''),
      );
  }
  return found;
}

async function threadedComments(opened: OoxmlPackage, part: string, { people }: Workbook): Promise<Comment[]> {
  const found: Comment[] = [];
  for (const target of await opened.targetsOf(part, 'threadedcomment'))
    for (const node of descendantsOf((await opened.tree(target)) ?? undefined, 'threadedComment'))
      found.push(
        ...commentOf(node, unescaped(textOf(childOf(node, 'text'))), people.get(attr(node, 'personId') ?? '') ?? ''),
      );
  return found;
}

/** Excel begins a comment with its author's name; other programs do not. */
function commentOf(node: XmlNode, text: string, author: string): Comment[] {
  const body = text.trim();
  if (body === '') return [];
  const isNamed = author === '' || body.startsWith(author);
  return [{ cell: attr(node, 'ref') ?? '', text: isNamed ? body : `${author}: ${body}` }];
}
