import { CELL_GAP } from '../../layout/page-layout.js';
import { symbolText, withoutPrivateUse } from '../../encoding/symbol-fonts.js';
import type { HiddenText } from '../../reading-model.js';
import { equationText } from '../equation.js';
import {
  alternatives,
  attr,
  childOf,
  descendantsOf,
  elementsOf,
  isOn,
  textOf,
  val,
  type XmlNode,
} from '../xml-tree.js';
import { type Drawn, drawnContent } from '../drawing/drawn-content.js';
import { checkboxText } from './fields.js';
import type { Story } from './story.js';
import { lookOf, type RunLook, type Style } from './styles.js';

/** The line of a paragraph, and what stands beside it: text boxes, charts. */
export interface Inline {
  readonly text: string;
  readonly drawn: readonly Drawn[];
}

/** Reads what a paragraph (ECMA-376 part 1, 17.3.1.22) shows. What it hides is handed over. */
export function readInline(paragraph: XmlNode, style: Style, story: Story): Inline {
  const reader = new InlineReader(story, style.look, childOf(childOf(paragraph, 'pPr'), 'shd') !== undefined);
  reader.readAll(paragraph);
  return reader.finish();
}

/** 1 point; Word's smallest size. */
const TOO_SMALL_HALF_POINTS = 2;

/** Elements between paragraph and run whose content is taken away; the rest is passed through. */
const DELETED = new Set(['del', 'moveFrom']);
const DRAWINGS = new Set(['drawing', 'pict', 'object']);
const NOTES = new Set(['footnoteReference', 'endnoteReference']);
const SUPERSCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('0123456789+-−', (sign, index) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻'.charAt(index)]),
);
const SYMBOL_FONT = /^(?:symbol|wingdings|webdings)/i;

class InlineReader {
  private text = '';
  /** The last character; to look for it in a text that grows would copy the text each time. */
  private last = '';
  private readonly drawn: Drawn[] = [];
  private readonly hidden = new Map<HiddenText['reason'], string>();
  private deletions = 0;

  constructor(
    private readonly story: Story,
    private readonly look: RunLook,
    private readonly isShaded: boolean,
  ) {}

  finish(): Inline {
    for (const [reason, text] of this.hidden) this.story.hide(text, reason);
    return { text: this.text, drawn: this.drawn };
  }

  readAll(parent: XmlNode): void {
    for (const node of elementsOf(parent).flatMap(alternatives)) this.read(node);
  }

  private read(node: XmlNode): void {
    if (DELETED.has(node.name)) {
      this.deletions++;
      this.readAll(node);
      this.deletions--;
      return;
    }
    switch (node.name) {
      case 'r':
        return this.readRun(node);
      case 'oMath':
      case 'oMathPara':
        return this.emit(` ${equationText(node)} `, null);
      case 'sdt':
        return this.readControl(node);
      case 'pPr':
      case 'sdtPr':
      case 'rubyPr':
        return;
      default:
        return this.readAll(node);
    }
  }

  /** A content control without content may still be a box that is ticked or not ([MS-DOCX] 2.6.1.8). */
  private readControl(node: XmlNode): void {
    const before = this.text.length;
    this.readAll(childOf(node, 'sdtContent') ?? node);
    const box = childOf(childOf(node, 'sdtPr'), 'checkbox');
    if (box !== undefined && this.text.length === before) this.emit(checkboxText(isOn(childOf(box, 'checked'))), null);
  }

  private readRun(run: XmlNode): void {
    const properties = childOf(run, 'rPr');
    const styleId = val(childOf(properties, 'rStyle'));
    const own = lookOf(properties);
    const named = styleId === undefined ? {} : this.story.styles.style(styleId, 'character').look;
    const look = { ...this.look, ...named, ...own };
    const reason = this.hiddenBy(look, own, properties);
    for (const node of elementsOf(run).flatMap(alternatives)) this.readRunPart(node, look, reason);
  }

  private hiddenBy(look: RunLook, own: RunLook, properties: XmlNode | undefined): HiddenText['reason'] | null {
    if (look.isVanished === true) return 'invisible';
    if (look.size !== undefined && look.size <= TOO_SMALL_HALF_POINTS) return 'too-small';
    const isWhite = own.color === 'FFFFFF' && this.story.isOnWhite && !this.isShaded;
    const isMarked = childOf(properties, 'highlight') !== undefined || childOf(properties, 'shd') !== undefined;
    return isWhite && !isMarked ? 'invisible' : null;
  }

  private readRunPart(node: XmlNode, look: RunLook, reason: HiddenText['reason'] | null): void {
    switch (node.name) {
      case 't':
      case 'delText':
        return this.emit(this.raised(runText(textOf(node), look.font), look), reason);
      case 'fldChar':
        return this.emit(this.story.fields.mark(node, attr(node, 'fldCharType')), reason);
      case 'instrText':
        return this.story.fields.instruction(textOf(node));
      case 'ruby':
        return this.readRuby(node, reason);
      default:
        if (DRAWINGS.has(node.name)) this.drawn.push(...drawnContent(node, this.story.related));
        else if (NOTES.has(node.name)) this.emitNote(node);
        else this.emit(SIGNS[node.name]?.(node) ?? '', reason);
    }
  }

  /** An exponent must not become one number with its base: `10⁶` is not 106. */
  private raised(text: string, { isRaised }: RunLook): string {
    const isExponent = isRaised === true && /[\d)]/.test(this.last) && /^[-+−]?\d+$/.test(text);
    return isExponent ? Array.from(text, (sign) => SUPERSCRIPTS[sign] ?? sign).join('') : text;
  }

  private emitNote(node: XmlNode): void {
    const kind = node.name === 'endnoteReference' ? 'endnote' : 'footnote';
    const mark = this.story.markNote(kind, attr(node, 'id') ?? '');
    // A mark of the author's own follows as text.
    if (attr(node, 'customMarkFollows') === undefined) this.emit(mark, null);
  }

  /** The reading of a word stands behind it. */
  private readRuby(node: XmlNode, reason: HiddenText['reason'] | null): void {
    const base = childOf(node, 'rubyBase');
    if (base !== undefined) this.readAll(base);
    const reading = descendantsOf(childOf(node, 'rt'), 't').map(textOf).join('');
    if (reading !== '') this.emit(`(${reading})`, reason);
  }

  private emit(text: string, reason: HiddenText['reason'] | null): void {
    if (text === '') return;
    const { fields } = this.story;
    const why = this.deletions > 0 ? 'markup' : reason;
    if (why !== null) this.hidden.set(why, (this.hidden.get(why) ?? '') + text);
    else {
      fields.text(text);
      if (!fields.isShown) return;
      this.text += text;
      this.last = text.at(-1) ?? '';
    }
  }
}

/** Run contents that are one sign (17.3.3). */
const SIGNS: Readonly<Record<string, (node: XmlNode) => string>> = {
  tab: () => CELL_GAP,
  ptab: () => CELL_GAP,
  br: () => '\n',
  cr: () => '\n',
  noBreakHyphen: () => '-',
  sym: symbolSign,
  symEx: symbolSign,
};

function symbolSign(node: XmlNode): string {
  const code = Number.parseInt(attr(node, 'char') ?? '', 16);
  return code > 0 && code <= 0x10ffff ? symbolText(code, attr(node, 'font') ?? '') : '';
}

/** Soft hyphens are only seen where a line ends; line ends of the XML are spaces. */
function runText(text: string, font: string | undefined): string {
  const plain = text.replace(/[\r\n]+\s*/g, ' ').replaceAll('\u00ad', '');
  return font !== undefined && SYMBOL_FONT.test(font)
    ? Array.from(plain, (character) => symbolText(character.codePointAt(0) ?? 0x20, font)).join('')
    : withoutPrivateUse(plain);
}
