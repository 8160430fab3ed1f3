import type { BlockInput } from '../../blocks.js';
import { cellText, recast } from '../../flow/recast.js';
import type { ReadInput } from '../../readers/format-reader.js';
import { ReadingBuilder } from '../../reading-builder.js';
import type { Reading } from '../../reading-model.js';
import { relatedDrawings } from '../drawing/related-drawings.js';
import { addEmbeddedFiles } from '../embedded-files.js';
import { OoxmlPackage } from '../package.js';
import { propertiesOf } from '../properties.js';
import { attr, childOf, childrenOf, integer, isTrue, relationAttr, type XmlNode } from '../xml-tree.js';
import { type Design, type DesignPart, Designs, TITLES } from './design.js';
import { inReadingOrder, type SlideRect } from './reading-order.js';
import { type Shape, shapesOf } from './shapes.js';
import { commentAuthors, commentBlocks, noteBlocks } from './slide-notes.js';

/** A presentation (ECMA-376 part 1, 19): each slide is a page by the name of its title, with its notes and comments. */
export async function readPptx({ bytes, mediaType, limits }: ReadInput): Promise<Reading> {
  const opened = await OoxmlPackage.open(bytes, limits);
  const mainPart = await opened.mainPart('ppt/presentation.xml');
  const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
  const root = await opened.neededTree(mainPart);
  const slides = await slideParts(opened, mainPart, root);
  const reader = new SlideReader(opened, builder, {
    size: slideSize(root),
    authors: await commentAuthors(opened, mainPart),
  });
  for (const part of slides.slice(0, limits.maxPages)) {
    if (builder.isFull) break;
    await reader.add(part);
  }
  builder.addUnreadPages(
    slides.length - builder.pageCount,
    builder.pageCount === limits.maxPages ? 'page_limit' : 'character_limit',
  );
  builder.setMetadata(await propertiesOf(opened));
  await addEmbeddedFiles(builder, opened, mainPart, { limits });
  if (opened.isDamaged) builder.lose('file_damaged');
  return builder.build();
}

/** In the order of the show; in that of the relationships where the list is missing. */
async function slideParts(opened: OoxmlPackage, mainPart: string, root: XmlNode): Promise<readonly string[]> {
  const listed: string[] = [];
  for (const node of childrenOf(childOf(root, 'sldIdLst'), 'sldId')) {
    // A slide that is not in the file keeps its place; it cannot be read.
    listed.push((await opened.targetOf(mainPart, relationAttr(node, 'id'))) ?? '');
  }
  return listed.length > 0 ? listed : opened.targetsOf(mainPart, 'slide');
}

function slideSize(root: XmlNode): SlideRect | null {
  const size = childOf(root, 'sldSz');
  const [width, height] = [integer(attr(size, 'cx')), integer(attr(size, 'cy'))];
  return width === undefined || height === undefined ? null : { left: 0, top: 0, width, height };
}

const MAX_NAME = 200;

class SlideReader {
  private readonly designs: Designs;
  private readonly shownDesigns = new Set<string>();

  constructor(
    private readonly opened: OoxmlPackage,
    private readonly builder: ReadingBuilder,
    private readonly deck: { readonly size: SlideRect | null; readonly authors: ReadonlyMap<string, string> },
  ) {
    this.designs = new Designs(opened);
  }

  async add(part: string): Promise<void> {
    const { opened, builder } = this;
    const root = await opened.tree(part);
    if (root === null) return builder.addFailedPage(builder.pageCount + 1, 'slide_damaged');
    const design = await this.designs.of(part);
    const shapes = shapesOf(root, { design, related: await relatedDrawings(opened, part) });
    const page = builder.pageCount + 1;
    const seen = shapes.filter((shape) => !this.hide(shape, page));
    const title = seen.find(isTitle);
    const rest = inReadingOrder(seen.filter((shape) => shape !== title));
    const { headers, footers } = this.designTexts(root, design);
    const blocks = [
      ...headers,
      ...(title?.blocks ?? []),
      ...rest.flatMap((shape) => shape.blocks),
      ...(await noteBlocks(opened, part)),
      ...(await commentBlocks(opened, part, this.deck.authors)),
      ...footers,
    ];
    // A slide that is left out of the show is still there for everybody who has the file.
    const isHidden = attr(root, 'show') !== undefined && !isTrue(attr(root, 'show'));
    if (isHidden) builder.warn('hidden_slides');
    const name = [cellText(title?.blocks ?? []).slice(0, MAX_NAME), isHidden ? '(hidden)' : '']
      .filter(Boolean)
      .join(' ');
    builder.addBlocks(blocks, name === '' ? {} : { name });
  }

  /** Hands over what a shape says that is switched off or lies beside the slide. */
  private hide({ rect, isHidden, blocks }: Shape, page: number): boolean {
    const isOff = rect !== null && this.deck.size !== null && isBeside(rect, this.deck.size);
    if (isHidden || isOff) this.builder.addHidden(page, cellText(blocks), isHidden ? 'invisible' : 'off-page');
    return isHidden || isOff;
  }

  /** Texts of layout and master that are no prompts, with the first slide that shows them. */
  private designTexts(slide: XmlNode, { layout, master }: Design): { headers: BlockInput[]; footers: BlockInput[] } {
    const shown: (DesignPart | null)[] = isTrue(attr(slide, 'showMasterSp') ?? 'true')
      ? [layout, layout?.showsBehind === false ? null : master]
      : [];
    const found = { headers: [] as BlockInput[], footers: [] as BlockInput[] };
    for (const part of shown) {
      if (part === null || this.shownDesigns.has(part.part)) continue;
      this.shownDesigns.add(part.part);
      for (const shape of shapesOf(part.root, { design: { layout: null, master: null }, related: new Map() })) {
        if (shape.placeholder !== null || shape.isHidden) continue;
        const kind = this.isAbove(shape.rect) ? 'header' : 'footer';
        found[`${kind}s`].push(...recast(shape.blocks, kind));
      }
    }
    return found;
  }

  private isAbove(rect: SlideRect | null): boolean {
    const { size } = this.deck;
    return rect !== null && size !== null && rect.top + rect.height / 2 < size.height / 2;
  }
}

const isTitle = ({ placeholder, blocks }: Shape): boolean => TITLES.has(placeholder?.type ?? '') && blocks.length > 0;

const isBeside = (rect: SlideRect, slide: SlideRect): boolean =>
  rect.left + rect.width <= 0 || rect.top + rect.height <= 0 || rect.left >= slide.width || rect.top >= slide.height;
