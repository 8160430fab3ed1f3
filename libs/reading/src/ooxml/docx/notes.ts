import type { BlockInput } from '../../blocks.js';
import { cellText, commentOf } from '../../flow/recast.js';
import type { Related } from '../drawing/drawn-content.js';
import { relatedDrawings } from '../drawing/related-drawings.js';
import { numberText } from '../number-text.js';
import type { OoxmlPackage } from '../package.js';
import { attr, childrenOf, elementsOf, type XmlNode } from '../xml-tree.js';
import { type DocumentContext, type NoteKind, storyOf } from './story.js';
import { StoryReader } from './story-reader.js';

/** Numbers the notes in the order of their marks; only those are shown that have one. */
export class NoteMarks {
  private readonly found: { readonly kind: NoteKind; readonly id: string; readonly mark: string }[] = [];
  private readonly counts = { footnote: 0, endnote: 0 };

  /** The mark that stands in the text: `[1]`, of endnotes `[i]`. */
  mark(kind: NoteKind, id: string): string {
    const number = ++this.counts[kind];
    // Word's defaults (ECMA-376 part 1, 17.11.17 and 17.11.18 `numFmt`).
    const mark = `[${numberText(number, kind === 'endnote' ? 'lowerRoman' : 'decimal')}]`;
    this.found.push({ kind, id, mark });
    return mark;
  }

  of(kind: NoteKind): readonly { readonly id: string; readonly mark: string }[] {
    return this.found.filter((note) => note.kind === kind);
  }
}

/** Footnotes or endnotes, each with its mark, in the order of the marks. */
export async function noteBlocks(
  opened: OoxmlPackage,
  mainPart: string,
  { kind, marks, context }: { readonly kind: NoteKind; readonly marks: NoteMarks; readonly context: DocumentContext },
): Promise<BlockInput[]> {
  const wanted = marks.of(kind);
  if (wanted.length === 0) return [];
  const [part] = await opened.targetsOf(mainPart, `${kind}s`);
  if (part === undefined) return [];
  const notes = new Map(
    childrenOf((await opened.tree(part)) ?? undefined, kind).map((node) => [attr(node, 'id') ?? '', node]),
  );
  const related = await relatedDrawings(opened, part);
  return wanted.flatMap(({ id, mark }): BlockInput[] => {
    const node = notes.get(id);
    if (node === undefined) return [];
    // The same note may be referred to twice; it is listed once.
    notes.delete(id);
    const text = cellText(storyBlocks(node, context, related)).trim();
    return text === '' ? [] : [{ kind: 'note', text: `${mark} ${text}` }];
  });
}

/** The comments of a document, each with its author. */
export async function commentBlocks(
  opened: OoxmlPackage,
  mainPart: string,
  context: DocumentContext,
): Promise<BlockInput[]> {
  const blocks: BlockInput[] = [];
  for (const part of await opened.targetsOf(mainPart, 'comments')) {
    const related = await relatedDrawings(opened, part);
    for (const node of childrenOf((await opened.tree(part)) ?? undefined, 'comment'))
      blocks.push(...commentOf(storyBlocks(node, context, related), attr(node, 'author') ?? ''));
  }
  return blocks;
}

function storyBlocks(node: XmlNode, context: DocumentContext, related: Related): BlockInput[] {
  const reader = new StoryReader(storyOf(context, related));
  return [...reader.read(elementsOf(node)), ...reader.finish()];
}
