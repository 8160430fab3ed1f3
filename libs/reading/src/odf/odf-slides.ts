import type { BlockInput } from '../blocks.js';
import { cellText, recast } from '../flow/recast.js';
import { childrenOf, elementsOf, textOf, type XmlNode } from '../ooxml/xml-tree.js';
import type { OdfContext } from './odf-context.js';

export interface SlidePage {
  readonly name: string;
  readonly blocks: readonly BlockInput[];
  /** Left out when the slides are shown. */
  readonly isHidden: boolean;
}

/** Frames of fields that every slide repeats. */
const FIELD_CLASSES = new Set(['page-number', 'date-time', 'page']);

/** The slides of a presentation or the pages of a drawing (OpenDocument 1.3, part 3, 10.2). */
export class OdfSlides {
  private readonly declarations = new Map<string, string>();
  /** Footers and what stands on a master page are told once, not on each slide. */
  private readonly told = new Set<string>();

  constructor(
    content: XmlNode,
    private readonly context: OdfContext,
  ) {
    for (const node of elementsOf(content))
      if (
        node.name === 'footer-decl' ||
        (node.name === 'date-time-decl' && node.attributes['presentation:source'] === 'fixed')
      )
        this.declarations.set(`${node.name} ${node.attributes['presentation:name'] ?? ''}`, textOf(node).trim());
  }

  page(node: XmlNode): SlidePage {
    const { styles } = this.context;
    const style = node.attributes['draw:style-name'];
    const shapes = elementsOf(node).filter(({ name }) => name !== 'notes');
    const blocks = shapes.flatMap((shape) => this.shapeBlocks(shape));
    const title = blocks.find(({ kind }) => kind === 'heading');
    const notes = childrenOf(node, 'notes').flatMap((page) => this.noteBlocks(page));
    const footers = this.untold([...this.footerTexts(node), ...this.masterTexts(node)]);
    const comments = this.context.takeNotes();
    return {
      name: title === undefined ? (node.attributes['draw:name'] ?? '') : cellText([title]),
      blocks: [...blocks, ...comments, ...notes, ...footers.map((text): BlockInput => ({ kind: 'footer', text }))],
      isHidden: styles.property('drawing-page', style, 'presentation:visibility') === 'hidden',
    };
  }

  private shapeBlocks(shape: XmlNode): BlockInput[] {
    const blocks = this.context.blocks([shape]);
    if (shape.attributes['presentation:class'] !== 'title') return blocks;
    const text = cellText(blocks).replace(/\s+/g, ' ').trim();
    return text === '' ? [] : [{ kind: 'heading', level: 1, text }];
  }

  /** What the speaker says; the small picture of the slide and the fields of the page are not it. */
  private noteBlocks(page: XmlNode): BlockInput[] {
    const shapes = elementsOf(page).filter(({ attributes }) => {
      const kind = attributes['presentation:class'] ?? '';
      return !FIELD_CLASSES.has(kind) && kind !== 'header' && kind !== 'footer';
    });
    return recast(this.context.blocks(shapes), 'note');
  }

  private footerTexts({ attributes }: XmlNode): string[] {
    const style = attributes['draw:style-name'];
    const shows = (property: string): boolean =>
      this.context.styles.property('drawing-page', style, `presentation:display-${property}`) === 'true';
    const declared = (kind: string): string =>
      this.declarations.get(`${kind}-decl ${attributes[`presentation:use-${kind}-name`] ?? ''}`) ?? '';
    return ['footer', 'date-time'].filter(shows).map(declared);
  }

  /** Text that stands on the master page itself; its placeholders only hold prompts. */
  private masterTexts({ attributes }: XmlNode): string[] {
    const { styles } = this.context;
    const style = attributes['draw:style-name'];
    if (styles.property('drawing-page', style, 'presentation:background-objects-visible') === 'false') return [];
    const master = styles.masterPages.get(attributes['draw:master-page-name'] ?? '');
    const shapes = elementsOf(master).filter(({ name, attributes: of }) => {
      const kind = of['presentation:class'];
      return (
        name !== 'notes' &&
        (kind === undefined || kind === 'footer' || kind === 'header') &&
        of['presentation:placeholder'] !== 'true'
      );
    });
    return shapes.map((shape) =>
      cellText(this.context.blocks([shape]))
        .replace(/<[^<>\n]*>/g, '')
        .trim(),
    );
  }

  private untold(texts: readonly string[]): string[] {
    return texts.filter((text) => {
      if (text === '' || this.told.has(text)) return false;
      this.told.add(text);
      return true;
    });
  }
}
