import type { BlockInput } from '../../blocks.js';
import { cellText, recast, withoutRepeats } from '../../flow/recast.js';
import { relatedDrawings } from '../drawing/related-drawings.js';
import type { OoxmlPackage } from '../package.js';
import { attr, childOf, elementsOf, isOn, relationAttr, type XmlNode } from '../xml-tree.js';
import { type DocumentContext, storyOf } from './story.js';
import { StoryReader } from './story-reader.js';

export interface HeadersAndFooters {
  readonly headers: readonly BlockInput[];
  readonly footers: readonly BlockInput[];
}

interface Reference {
  readonly kind: 'header' | 'footer';
  readonly part: string;
  /** Those of first and even pages are only shown where the section or the document asks for them. */
  readonly isShown: boolean;
}

/** What stands above and below the pages, each text once (ECMA-376 part 1, 17.10). */
export async function readHeaders(
  opened: OoxmlPackage,
  mainPart: string,
  options: { readonly sections: readonly XmlNode[]; readonly hasEvenPages: boolean; readonly context: DocumentContext },
): Promise<HeadersAndFooters> {
  const { sections, hasEvenPages, context } = options;
  const found = { header: [] as BlockInput[], footer: [] as BlockInput[] };
  const seen = new Set<string>();
  for (const section of sections)
    for (const { kind, part, isShown } of await referencesOf(opened, mainPart, { section, hasEvenPages })) {
      if (seen.has(part)) continue;
      seen.add(part);
      const blocks = await readPart(opened, part, context);
      if (isShown) found[kind].push(...recast(blocks, kind));
      else context.hide(cellText(blocks), 'markup');
    }
  return { headers: withoutRepeats(found.header), footers: withoutRepeats(found.footer) };
}

async function referencesOf(
  opened: OoxmlPackage,
  mainPart: string,
  { section, hasEvenPages }: { readonly section: XmlNode; readonly hasEvenPages: boolean },
): Promise<Reference[]> {
  const references: Reference[] = [];
  for (const node of elementsOf(section)) {
    const kind = { headerReference: 'header', footerReference: 'footer' }[node.name] as Reference['kind'] | undefined;
    if (kind === undefined) continue;
    const part = await opened.targetOf(mainPart, relationAttr(node, 'id'));
    const type = attr(node, 'type');
    const isShown = type === 'first' ? isOn(childOf(section, 'titlePg')) : type === 'even' ? hasEvenPages : true;
    if (part !== undefined) references.push({ kind, part, isShown });
  }
  return references;
}

async function readPart(opened: OoxmlPackage, part: string, context: DocumentContext): Promise<BlockInput[]> {
  const reader = new StoryReader(storyOf(context, await relatedDrawings(opened, part)));
  const tree = await opened.tree(part);
  return [...reader.read(elementsOf(tree ?? undefined)), ...reader.finish()];
}
