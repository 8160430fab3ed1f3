import type { BlockInput } from '../../blocks.js';
import { alternatives, childOf, elementsOf, integer, isOn, relationAttr, val, type XmlNode } from '../xml-tree.js';
import { isTextBox, takeRelated } from '../drawing/drawn-content.js';
import { checkboxText } from './fields.js';
import { readInline } from './inline.js';
import type { ListMarker } from './numbering.js';
import { type Story, storyInside, storyOfBox } from './story.js';
import type { Style } from './styles.js';
import { deletedText, readTable } from './tables.js';

/** The deepest heading that readings know. */
const MAX_HEADING = 6;
const BODY_TEXT_LEVEL = 9;
/** Characters that run on into the next paragraph. */
const MAX_CARRIED = 10_000;
const CODE_STYLES = /^(?:html preformatted|source code|code|macro text)$/;

/** Reads the blocks of one text in order: body, header, note, text box, cell. */
export class StoryReader {
  /** Sections that end in this text (ECMA-376 part 1, 17.6.17). */
  readonly sections: XmlNode[] = [];
  /** The text of paragraphs whose end is hidden or deleted: the next one goes on with it. */
  private carried = '';
  private previousStyle = '';

  constructor(private readonly story: Story) {}

  read(nodes: readonly XmlNode[]): BlockInput[] {
    return nodes.flatMap(alternatives).flatMap((node) => this.readNode(node));
  }

  /** What is left when the text has ended. */
  finish(): BlockInput[] {
    const left = [this.carried, this.story.fields.finish()].filter((text) => text.trim() !== '');
    this.carried = '';
    return left.map((text): BlockInput => ({ kind: 'paragraph', text }));
  }

  private readNode(node: XmlNode): BlockInput[] {
    switch (node.name) {
      case 'p':
        return this.readParagraph(node);
      case 'tbl':
        return this.readTable(node);
      case 'sdt':
        return this.readControl(node);
      case 'del':
      case 'moveFrom':
        this.story.hide(deletedText(node), 'markup');
        return [];
      case 'altChunk':
        return takeRelated(this.story.related, relationAttr(node, 'id'));
      case 'sectPr':
        this.sections.push(node);
        return [];
      case 'oMath':
      case 'oMathPara':
        return this.readParagraph({ name: 'p', attributes: {}, children: [node] });
      default:
        return this.read(elementsOf(node));
    }
  }

  private readControl(node: XmlNode): BlockInput[] {
    const blocks = this.read(elementsOf(childOf(node, 'sdtContent')));
    const box = childOf(childOf(node, 'sdtPr'), 'checkbox');
    return box !== undefined && blocks.length === 0
      ? [{ kind: 'paragraph', text: checkboxText(isOn(childOf(box, 'checked'))) }]
      : blocks;
  }

  private readParagraph(node: XmlNode): BlockInput[] {
    const properties = childOf(node, 'pPr');
    const section = childOf(properties, 'sectPr');
    if (section !== undefined) this.sections.push(section);
    const style = this.story.styles.style(val(childOf(properties, 'pStyle')), 'paragraph');
    const { text, drawn } = readInline(node, style, this.story);
    const beside = drawn.flatMap((item) => (isTextBox(item) ? this.readBox(item) : [item]));
    const marker = this.nextMarker(properties, style);
    const body = this.carried + withMarker(marker, text);
    this.carried = '';
    const own = blockOf(body, text.trim() === '' && body.trim() === marker?.text, { properties, style, marker });
    if (body.length < MAX_CARRIED && goesOn(properties)) {
      this.carried = body;
      return beside;
    }
    const isTight = /^(?:toc \d|table of figures)$/.test(style.name) && this.previousStyle === style.name.slice(0, 4);
    this.previousStyle = style.name.slice(0, 4);
    return [...(own === null ? [] : [isTight ? { ...own, isTight } : own]), ...beside];
  }

  private readBox(content: XmlNode): BlockInput[] {
    const reader = new StoryReader(storyOfBox(this.story));
    return [...reader.read(elementsOf(content)), ...reader.finish()];
  }

  private readTable(node: XmlNode): BlockInput[] {
    return readTable(node, {
      styles: this.story.styles,
      readCell: (cell) => {
        const reader = new StoryReader(storyInside(this.story));
        const blocks = reader.read(elementsOf(cell).filter(({ name }) => name !== 'tcPr'));
        return reader.carried === '' ? blocks : [...blocks, { kind: 'paragraph', text: reader.carried }];
      },
      hideDeleted: (row) => this.story.hide(deletedText(row), 'markup'),
    });
  }

  private nextMarker(properties: XmlNode | undefined, style: Style): ListMarker | null {
    const { numbering } = this.story;
    const own = childOf(properties, 'numPr');
    const id = val(childOf(own, 'numId')) ?? style.numberingId;
    if (id === undefined) return null;
    const level = integer(val(childOf(own, 'ilvl'))) ?? style.numberingLevel ?? numbering.levelOfStyle(id, style.id);
    return numbering.next(id, level);
  }
}

/** A paragraph's mark that was deleted, or hidden between a heading and the text that runs on (17.3.2.36 `specVanish`). */
function goesOn(properties: XmlNode | undefined): boolean {
  const mark = childOf(properties, 'rPr');
  return childOf(mark, 'del') !== undefined || isOn(childOf(mark, 'specVanish'));
}

const withMarker = (marker: ListMarker | null, text: string): string =>
  marker === null || marker.text === '' ? text : `${marker.text} ${text.trimStart()}`;

function blockOf(
  text: string,
  isOnlyMarker: boolean,
  { properties, style, marker }: { properties: XmlNode | undefined; style: Style; marker: ListMarker | null },
): BlockInput | null {
  if (isOnlyMarker || text.trim() === '') return null;
  const heading = headingLevel(properties, style);
  if (heading !== null) return { kind: 'heading', level: heading, text };
  if (marker !== null && marker.text !== '') return { kind: 'list-item', level: marker.level + 1, text };
  return { kind: CODE_STYLES.test(style.name) ? 'code' : 'paragraph', text };
}

/** By the paragraph's outline level, its style's, or the name of the style. */
function headingLevel(properties: XmlNode | undefined, style: Style): number | null {
  const outline = integer(val(childOf(properties, 'outlineLvl'))) ?? style.outlineLevel;
  if (outline !== undefined && outline >= 0 && outline < BODY_TEXT_LEVEL) return Math.min(MAX_HEADING, outline + 1);
  if (style.name === 'title') return 1;
  if (style.name === 'subtitle') return 2;
  const named = /^heading ([1-9])$/.exec(style.name)?.[1];
  return named === undefined || outline === BODY_TEXT_LEVEL ? null : Math.min(MAX_HEADING, Number(named));
}
