import type { BlockInput } from '../blocks.js';
import { parseAttributes } from './attributes.js';
import { Selection } from './form-controls.js';
import { type HtmlList, nextMarker, openList } from './list-marker.js';
import { isTablePart, OpenTables } from './open-tables.js';
import type { TagInfo } from './tags.js';
import { type FlowContext, PARAGRAPH, TextFlow } from './text-flow.js';

const CODE: FlowContext = { kind: 'code' };

interface OpenFigure {
  /** Alternative texts. */
  readonly pictures: string[];
  hasCaption: boolean;
}

/** Makes blocks of what is seen: paragraphs, headings, lists, tables. Called for elements that are shown, in order. */
export class Structure {
  lists: HtmlList[] = [];
  private readonly flow = new TextFlow();
  private readonly blocks = this.flow.sink;
  private readonly tables = new OpenTables(this.flow, this);
  private readonly figures: OpenFigure[] = [];
  private selection: Selection | null = null;

  text(text: string): void {
    if (this.selection === null) this.flow.text(text);
    else this.selection.text(text);
  }

  /** What stands for a form's control. */
  word(text: string): void {
    if (text !== '') this.flow.word(text);
  }

  /** A picture's alternative text: of pictures with a caption it is not needed. */
  picture(text: string): void {
    const figure = this.figures.at(-1);
    if (figure === undefined) this.word(text);
    else figure.pictures.push(text);
  }

  lineEnd(): void {
    this.flow.lineEnd();
  }

  break(breaks: number): void {
    this.flow.break(breaks);
  }

  /** What stands in a field of several lines. */
  field(text: string): void {
    this.flow.break(1);
    this.startPreformatted();
    this.flow.text(text);
    this.endPreformatted();
    this.flow.break(1);
  }

  startPreformatted(): void {
    this.flow.preformatted++;
  }

  endPreformatted(): void {
    this.flow.preformatted--;
  }

  open(name: string, { role, breaks }: TagInfo, raw: string): void {
    if (isTablePart(role)) return this.tables.open(role, name, raw);
    if (role === 'select') this.selection ??= new Selection(parseAttributes(raw).multiple !== undefined);
    else if (role === 'option') this.selection?.startOption(isChosen(raw));
    else if (role === 'list' || role === 'item') this.openList(role, name, raw);
    else if (role === 'control') this.flow.space();
    else {
      this.flow.break(breaks);
      this.enter(role, name);
    }
  }

  close({ role, breaks }: TagInfo): void {
    if (isTablePart(role)) return this.tables.close(role);
    if (role === 'list') this.closeList(breaks);
    else if (role === 'item') this.flow.endItem();
    else if (role === 'term') this.flow.endTerm();
    else if (role === 'definition' || role === 'terms') this.flow.endDefinition(breaks);
    else if (role === 'select') this.closeSelection();
    else if (role === 'control') this.flow.space();
    else {
      if (role === 'figure') this.closeFigure();
      this.flow.break(breaks);
      this.leave(role);
    }
  }

  finish(): readonly BlockInput[] {
    this.flow.finish();
    return this.blocks;
  }

  private enter(role: TagInfo['role'], name: string): void {
    if (role === 'heading') this.flow.context = { kind: 'heading', level: Number(name.slice(1)) };
    else if (role === 'preformatted') {
      this.startPreformatted();
      this.flow.context = CODE;
    } else if (role === 'figure') this.figures.push({ pictures: [], hasCaption: false });
    else if (name === 'figcaption') for (const figure of this.figures) figure.hasCaption = true;
  }

  private leave(role: TagInfo['role']): void {
    if (role === 'heading' || role === 'preformatted') this.flow.context = PARAGRAPH;
    if (role === 'preformatted') this.endPreformatted();
  }

  private openList(role: 'list' | 'item', name: string, raw: string): void {
    const depth = this.lists.length;
    if (role === 'list') {
      this.flow.break(depth > 0 ? 1 : 2);
      this.lists.push(openList(name, parseAttributes(raw)));
    } else {
      this.flow.break(1);
      this.flow.startItem(nextMarker(this.lists.at(-1), parseAttributes(raw).value), Math.max(1, depth));
    }
  }

  private closeList(breaks: number): void {
    this.lists.pop();
    this.flow.break(this.lists.length > 0 ? 1 : breaks);
  }

  private closeFigure(): void {
    const figure = this.figures.pop();
    if (figure?.hasCaption === false) for (const text of figure.pictures) this.word(text);
  }

  private closeSelection(): void {
    const chosen = this.selection?.chosen() ?? '';
    this.selection = null;
    this.word(chosen);
  }
}

/** Long lists of options have few that are chosen: the others' attributes need not be read. */
const isChosen = (raw: string): boolean => /selected/i.test(raw) && parseAttributes(raw).selected !== undefined;
