import type { Block, BlockKind } from '../reading-model.js';
import { endOf, indentOf, isBlank, isClosingFence, openingFence, type TextLine } from './lines.js';
import { isTableStart, readTable } from './table-lines.js';

const ATX = /^ {0,3}(#{1,6})(?:[ \t]|$)/;
const SETEXT = /^ {0,3}(=+|-+)[ \t]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const FOOTNOTE = /^ {0,3}\[\^[^\]\n]{1,100}\]:/;
/** Spaces before a line of code that stands outside lists. */
const CODE_INDENT = 4;

/** The blocks of a Markdown text (CommonMark 0.31, with the tables of GitHub), which stays as it is written. */
export function markdownBlocks(lines: readonly TextLine[]): Block[] {
  return new BlockScanner(lines).run();
}

class BlockScanner {
  private readonly blocks: Block[] = [];
  /** Where the open items of lists begin, outermost first: an item further right is inside them. */
  private items: number[] = [];
  private at = 0;

  constructor(private readonly lines: readonly TextLine[]) {}

  run(): Block[] {
    while (this.at < this.lines.length) this.at += this.next();
    return this.blocks;
  }

  /** Takes what begins at this line; answers how many lines it is. */
  private next(): number {
    const line = this.lines[this.at];
    if (line === undefined || isBlank(line)) return 1;
    const fence = openingFence(line.text);
    if (fence !== null)
      return this.add(
        'code',
        this.until((text) => isClosingFence(text, fence)),
      );
    if (RULE.test(line.text)) return 1;
    if (ITEM.test(line.text)) return this.item(line);
    if (indentOf(line.text) === 0) this.items = [];
    return this.isIndentedCode(line.text)
      ? this.add(
          'code',
          this.whileLines((text) => text.trim() === '' || indentOf(text) >= CODE_INDENT),
        )
      : this.text(line);
  }

  private isIndentedCode(text: string): boolean {
    return this.items.length === 0 && indentOf(text) >= CODE_INDENT;
  }

  private text(line: TextLine): number {
    const level = ATX.exec(line.text)?.[1]?.length;
    if (level !== undefined) return this.add('heading', 1, level);
    if (isTableStart(line, this.lines[this.at + 1])) return this.table();
    return this.paragraph(FOOTNOTE.test(line.text) ? 'note' : 'paragraph');
  }

  private item(line: TextLine): number {
    const indent = indentOf(line.text);
    this.items = this.items.filter((outer) => outer < indent);
    this.items.push(indent);
    return this.add('list-item', 1 + this.rest(this.at + 1), this.items.length);
  }

  private table(): number {
    const { block, lines } = readTable(this.lines, this.at);
    this.blocks.push(block);
    return lines;
  }

  private paragraph(kind: BlockKind): number {
    const count = 1 + this.rest(this.at + 1);
    const mark = SETEXT.exec(this.lines[this.at + count]?.text ?? '')?.[1];
    return mark === undefined ? this.add(kind, count) : this.add('heading', count + 1, mark.startsWith('=') ? 1 : 2);
  }

  /** Lines that go on with the text of the line before. */
  private rest(from: number): number {
    let to = from;
    while (to < this.lines.length && this.goesOn(to)) to++;
    return to - from;
  }

  private goesOn(index: number): boolean {
    const line = this.lines[index];
    if (line === undefined || isBlank(line)) return false;
    const { text } = line;
    return (
      !ATX.test(text) &&
      !SETEXT.test(text) &&
      !RULE.test(text) &&
      !ITEM.test(text) &&
      openingFence(text) === null &&
      !isTableStart(line, this.lines[index + 1])
    );
  }

  /** Lines up to and with one that ends it; all where none does. */
  private until(isEnd: (text: string) => boolean): number {
    for (let index = this.at + 1; index < this.lines.length; index++)
      if (isEnd(this.lines[index]?.text ?? '')) return index - this.at + 1;
    return this.lines.length - this.at;
  }

  private whileLines(isInside: (text: string) => boolean): number {
    let to = this.at;
    while (to < this.lines.length && isInside(this.lines[to]?.text ?? '')) to++;
    return to - this.at;
  }

  private add(kind: BlockKind, count: number, level?: number): number {
    const inside = this.lines.slice(this.at, this.at + count);
    const last = inside.findLast((line) => !isBlank(line));
    const first = inside[0];
    if (first !== undefined && last !== undefined) {
      const skipped = kind === 'code' ? 0 : first.text.length - first.text.trimStart().length;
      const end = endOf(last) - (last.text.length - last.text.trimEnd().length);
      this.blocks.push({
        kind,
        start: first.start + skipped,
        end,
        box: null,
        ...(level === undefined ? {} : { level }),
      });
    }
    return count;
  }
}
