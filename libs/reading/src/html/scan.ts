import { RAW_TAGS } from './tags.js';

/** What is called for the pieces of a page, in order. Names come in lower case, attributes as written. */
export interface HtmlHandler {
  text(text: string): void;
  open(name: string, attributes: string, isSelfClosing: boolean): void;
  close(name: string): void;
  /** An element whose content is no markup: `script`, `style`, `title`, `textarea` and the like. */
  raw(name: string, attributes: string, content: string): void;
}

/** Attributes in which no quote is left open. */
const CLOSED = /^[^"']*(?:"[^"]*"[^"']*|'[^']*'[^"']*)*$/;
/** Inside a tag: the tag's end, or a value that begins with a quote and may hold `>`. */
const QUOTE_OR_END = />|=\s*(["'])/g;
const LESS_THAN = '<';

/**
 * Cuts a page into tags and text, in one pass and in linear time whatever the input is. Where a quote is never closed, the
 * tag ends with the next `>`; browsers would lose the rest of the page.
 */
export function scanHtml(html: string, handler: HtmlHandler): void {
  new HtmlScanner(html, handler).run();
}

class HtmlScanner {
  private at = 0;
  /** Quotes that do not come any more: nobody needs to look for them again. */
  private readonly missing = new Set<string>();
  /** Where closing tags of raw elements were found, or -1 where none comes any more. */
  private readonly closing = new Map<string, number>();

  constructor(
    private readonly html: string,
    private readonly handler: HtmlHandler,
  ) {}

  run(): void {
    const { html, handler } = this;
    while (this.at < html.length) {
      const tag = html.indexOf(LESS_THAN, this.at);
      if (tag !== this.at) handler.text(html.slice(this.at, tag < 0 ? html.length : tag));
      if (tag < 0) return;
      this.at = tag + 1;
      this.markup(html.charCodeAt(this.at));
    }
  }

  private markup(next: number): void {
    if (isLetter(next)) this.openTag();
    else if (next === SLASH && isLetter(this.html.charCodeAt(this.at + 1))) this.closeTag();
    else if (next === EXCLAMATION || next === QUESTION || (next === SLASH && this.at + 1 < this.html.length))
      this.declaration();
    else this.handler.text(LESS_THAN);
  }

  private openTag(): void {
    const name = this.name(this.at);
    const from = this.at;
    const end = this.tagEnd();
    const isSelfClosing = this.html.charCodeAt(end - 1) === SLASH && end > from;
    const attributes = this.html.slice(from, isSelfClosing ? end - 1 : end);
    this.at = end + 1;
    if (RAW_TAGS.has(name)) this.rawElement(name, attributes, isSelfClosing);
    else this.handler.open(name, attributes, isSelfClosing);
  }

  private closeTag(): void {
    const name = this.name(this.at + 1);
    this.at = this.tagEnd() + 1;
    this.handler.close(name);
  }

  private name(from: number): string {
    let end = from + 1;
    while (end < this.html.length && !endsName(this.html.charCodeAt(end))) end++;
    this.at = end;
    return this.html.slice(from, end).toLowerCase();
  }

  /** Place of the `>` that ends the tag; the page's end where there is none. */
  private tagEnd(): number {
    const { html } = this;
    const end = html.indexOf('>', this.at);
    if (end < 0) return html.length;
    return end === this.at || CLOSED.test(html.slice(this.at, end)) ? end : this.quotedTagEnd();
  }

  private quotedTagEnd(): number {
    const { html, missing } = this;
    QUOTE_OR_END.lastIndex = this.at;
    for (let match = QUOTE_OR_END.exec(html); match !== null; match = QUOTE_OR_END.exec(html)) {
      const quote = match[1];
      if (quote === undefined) return match.index;
      const close = missing.has(quote) ? -1 : html.indexOf(quote, QUOTE_OR_END.lastIndex);
      if (close < 0) missing.add(quote);
      else QUOTE_OR_END.lastIndex = close + 1;
    }
    return html.length;
  }

  /** Comments, document types, CDATA sections, processing instructions, and what a browser takes for a comment. */
  private declaration(): void {
    if (this.html.startsWith('!--', this.at)) {
      this.at += 3;
      // `<!-->` and `<!--->` are empty comments (HTML standard, 13.2.5.43 and 44).
      const empty = /^-?>/.exec(this.html.slice(this.at, this.at + 2));
      this.at = empty === null ? this.behind('-->') : this.at + empty[0].length;
    } else if (this.html.startsWith('![CDATA[', this.at)) {
      const from = this.at + 8;
      this.at = this.behind(']]>');
      this.handler.text(this.html.slice(from, Math.max(from, this.at - 3)));
    } else this.at = this.behind('>');
  }

  private behind(mark: string): number {
    const end = this.html.indexOf(mark, this.at);
    return end < 0 ? this.html.length : end + mark.length;
  }

  private rawElement(name: string, attributes: string, isSelfClosing: boolean): void {
    const end = isSelfClosing && this.isLeftOpen(name) ? this.at : this.rawEnd(name);
    this.handler.raw(name, attributes, this.html.slice(this.at, end));
    this.at = end;
  }

  /** `<script/>` is whole in XHTML; in HTML its closing tag follows, and that is the next tag of this name. */
  private isLeftOpen(name: string): boolean {
    const end = this.closingTag(name);
    const next = end < 0 ? -1 : this.html.slice(this.at, end).search(new RegExp(`<${name}(?![a-z0-9-])`, 'i'));
    return end < 0 || next >= 0;
  }

  private rawEnd(name: string): number {
    const end = this.closingTag(name);
    if (end >= 0) return end;
    // Never closed: a browser would lose the rest of the page.
    const rescue = name === 'title' ? this.html.indexOf(LESS_THAN, this.at) : this.find(/<\/head\b|<body\b/gi);
    return rescue < 0 ? this.html.length : rescue;
  }

  /** Place of the next closing tag of this name; -1 where there is none. */
  private closingTag(name: string): number {
    const known = this.closing.get(name);
    if (known !== undefined && (known < 0 || known >= this.at)) return known;
    const end = this.find(new RegExp(`</${name}(?![a-z0-9-])`, 'gi'));
    this.closing.set(name, end);
    return end;
  }

  private find(pattern: RegExp): number {
    pattern.lastIndex = this.at;
    return pattern.exec(this.html)?.index ?? -1;
  }
}

const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;

/** White space, `/`, `>`. */
const endsName = (code: number): boolean =>
  code === 0x3e || code === SLASH || code === 0x20 || (code >= 0x09 && code <= 0x0d);

const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
