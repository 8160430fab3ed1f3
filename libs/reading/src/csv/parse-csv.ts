/** A cell as written between separators, without its quotes. */
export type CsvRow = readonly string[];

const QUOTE = '"';

/**
 * Cuts a text into rows of cells (RFC 4180): a cell in quotes may hold separators, line ends and doubled quotes. A quote
 * that is never closed is a character like others. Lines end in `\n`; blank lines give rows with one empty cell.
 */
export function* parseCsv(text: string, separator: string): Generator<CsvRow> {
  const parser = new CsvParser(text, separator);
  for (let row = parser.row(); row !== null; row = parser.row()) yield row;
}

class CsvParser {
  private at = 0;
  private readonly lastQuote: number;

  constructor(
    private readonly text: string,
    private readonly separator: string,
  ) {
    this.lastQuote = text.lastIndexOf(QUOTE);
  }

  row(): CsvRow | null {
    const { text } = this;
    if (this.at >= text.length) return null;
    const cells: string[] = [];
    for (;;) {
      cells.push(text[this.at] === QUOTE ? this.quoted() : this.plain());
      const end = text[this.at];
      this.at++;
      if (end !== this.separator) return cells;
    }
  }

  /** Up to the next separator or line end. */
  private plain(): string {
    const from = this.at;
    const { text, separator } = this;
    const mark = separator.charCodeAt(0);
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === mark || code === LINE_END) break;
    }
    this.at = at;
    return text.slice(from, at);
  }

  private quoted(): string {
    let body = '';
    let from = this.at + 1;
    for (;;) {
      const close = from > this.lastQuote ? -1 : this.text.indexOf(QUOTE, from);
      // Never closed: the quote is a part of the text.
      if (close < 0) return this.plain();
      body += this.text.slice(from, close);
      from = close + 1;
      if (this.text[from] !== QUOTE) break;
      body += QUOTE;
      from++;
    }
    this.at = from;
    // What stands behind the closing quote is kept: `"5" inch`.
    return body + this.plain();
  }
}

const LINE_END = 0x0a;
