import { CELL_GAP } from '../layout/page-layout.js';
import { decodeEntities } from './entities.js';

export interface HtmlText {
  readonly text: string;
  readonly title: string | null;
}

/** Elements whose content is never shown, or is no text. Their whole content is passed over. */
const DROPPED = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'object',
  'iframe',
  'audio',
  'video',
  'canvas',
  'head',
  'select',
  'datalist',
]);
/** Elements whose content the tokenizer takes as it stands, up to the closing tag. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** An empty line stands before and after these. */
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 table ul ol dl blockquote pre figure form fieldset hr'.split(' '));
/** A line ends before and after these. */
const BLOCKS = new Set(
  'address article aside body caption center dd details dialog dir div dt figcaption footer header hgroup html legend li main menu nav option section summary tbody tfoot thead tr'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);

const HIDDEN_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$|!)|mso-hide\s*:\s*all)/i;
const TAG =
  /<(?:!--[\s\S]*?(?:-->|$)|!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|[!?][^>]*(?:>|$)|(\/?)([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)(?:>|$))/g;

/**
 * What a reader of the page would read: blocks on lines of their own, cells of a table row on one line with wide gaps,
 * scripts, styles and hidden parts dropped. Works in one pass and takes any input; nothing is fetched or run.
 */
export function htmlToText(html: string): HtmlText {
  const scan = new HtmlScan(html);
  while (scan.next());
  return scan.finish();
}

class HtmlScan {
  private readonly writer = new TextWriter();
  private readonly hidden = new HiddenParts();
  private title: string | null = null;
  private at = 0;

  constructor(private readonly html: string) {}

  /** Takes the text up to the next tag, and the tag; false at the end. */
  next(): boolean {
    TAG.lastIndex = this.at;
    const match = TAG.exec(this.html);
    this.write(this.html.slice(this.at, match?.index));
    if (match === null) return false;
    this.at = TAG.lastIndex;
    const [, cdata, slash, name, attributes = ''] = match;
    if (cdata !== undefined) this.write(cdata);
    else if (name !== undefined) this.tag(name.toLowerCase(), slash === '/', attributes);
    return true;
  }

  finish(): HtmlText {
    return { text: this.writer.finish(), title: this.title === '' ? null : this.title };
  }

  private write(text: string): void {
    if (!this.hidden.active) this.writer.text(text);
  }

  private tag(name: string, closing: boolean, attributes: string): void {
    if (!closing && RAW.has(name)) this.rawText(name);
    if (closing) this.hidden.close(name);
    else this.hidden.open(name, attributes);
    if (!this.hidden.active) this.writer.tag(name, closing);
  }

  private rawText(name: string): void {
    const end = closingTagAt(this.html, name, this.at);
    const raw = this.html.slice(this.at, end);
    if (name === 'title') this.title ??= decodeEntities(raw).replace(/\s+/g, ' ').trim();
    else if (name === 'textarea') this.write(raw);
    this.at = end;
  }
}

function closingTagAt(html: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? html.length;
}

/** Depth inside a hidden element: it ends where as many of its name were closed as opened. */
class HiddenParts {
  private name: string | null = null;
  private depth = 0;

  get active(): boolean {
    return this.name !== null;
  }

  open(name: string, attributes: string): void {
    if (VOID.has(name)) return;
    if (this.name === null) {
      if (!DROPPED.has(name) && !isHidden(attributes)) return;
      this.name = name;
      this.depth = 1;
    } else if (this.name === name) {
      this.depth++;
    } else if (this.name === 'head' && name === 'body') {
      // The head may be left open (HTML standard, optional tags).
      this.name = null;
    }
  }

  close(name: string): void {
    if (this.name === name && --this.depth <= 0) this.name = null;
  }
}

function isHidden(attributes: string): boolean {
  if (attributes.trim() === '') return false;
  if (/(?:^|\s)hidden(?:\s|=|$|\/)/i.test(attributes.replace(/=\s*(?:"[^"]*"|'[^']*')/g, '='))) return true;
  const style = /(?:^|\s)style\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes);
  return style !== null && HIDDEN_STYLE.test(decodeEntities(style[1] ?? style[2] ?? ''));
}

/** Collects text the way a browser folds white space. */
class TextWriter {
  private readonly parts: string[] = [];
  /** Line ends that are due before the next text. */
  private breaks = 0;
  private space = '';
  private preformatted = 0;
  private lineEnds = 0;
  /** `lineEnds` when the current table row got its first text; null where it has none yet. */
  private rowLine: number | null = null;
  /** True from a cell's beginning on the row's line until its first text: blocks there do not end the line. */
  private inCellStart = false;

  text(raw: string): void {
    if (raw === '') return;
    const text = decodeEntities(raw);
    if (this.preformatted > 0) return this.preformattedText(text);
    const body = text.replace(/[ \t\n\r\f]+/g, ' ');
    if (body.startsWith(' ') && this.space === '') this.space = ' ';
    const trimmed = body.replace(/^ | $/g, '');
    if (trimmed === '') return;
    this.write(trimmed);
    this.space = body.endsWith(' ') ? ' ' : '';
  }

  tag(name: string, closing: boolean): void {
    if (CELLS.has(name)) return closing ? undefined : this.startCell();
    if (name === 'tr') this.rowLine = null;
    if (name === 'pre') this.preformatted = Math.max(0, this.preformatted + (closing ? -1 : 1));
    if (this.inCellStart) return;
    if (name === 'br') this.breaks = Math.min(2, this.breaks + 1);
    else if (PARAGRAPHS.has(name)) this.breaks = Math.max(this.breaks, 2);
    else if (BLOCKS.has(name)) this.breaks = Math.max(this.breaks, 1);
    if (name === 'li' && !closing) this.startItem();
  }

  finish(): string {
    return this.parts
      .join('')
      .replace(/[ \t]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n');
  }

  /** As long as a row stands on one line, its next cell goes on there, whatever blocks are inside the cells. */
  private startCell(): void {
    if (this.rowLine !== this.lineEnds) return;
    this.breaks = 0;
    this.space = CELL_GAP;
    this.inCellStart = true;
  }

  private startItem(): void {
    this.write('-');
    this.space = ' ';
    this.inCellStart = true;
  }

  private preformattedText(text: string): void {
    text.split(/\r\n?|\n/).forEach((line, index) => {
      if (index > 0) this.breaks++;
      if (line !== '') this.write(line);
    });
  }

  private write(text: string): void {
    if (this.breaks > 0 && this.parts.length > 0) {
      const ends = this.preformatted > 0 ? this.breaks : Math.min(2, this.breaks);
      this.parts.push('\n'.repeat(ends));
      this.lineEnds += ends;
    } else if (this.parts.length > 0) {
      this.parts.push(this.space);
    }
    this.breaks = 0;
    this.space = '';
    this.inCellStart = false;
    this.rowLine ??= this.lineEnds;
    this.parts.push(text);
  }
}
