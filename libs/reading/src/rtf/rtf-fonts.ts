/** What a font says of the bytes that are written in it. */
export interface RtfFont {
  readonly codePage: number;
  /** True where its characters are pictures of its own: Symbol, Wingdings. */
  readonly isSymbol: boolean;
  readonly name: string;
}

/** Code pages of `\fcharset` (RTF 1.9.1, "Font table"); 1 is the file's own. */
const CODE_PAGES: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  78: 10001,
  79: 10003,
  80: 10008,
  81: 10002,
  89: 10007,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  179: 1256,
  180: 1256,
  181: 1255,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};
const SYMBOL_CHARSET = 2;

/** Collects the fonts of a font table, whose entries may stand in groups of their own or not. */
export class RtfFontTable {
  private readonly fonts = new Map<number, RtfFont>();
  private number = 0;
  private charset: number | null = null;
  private codePage: number | null = null;
  private name = '';

  constructor(private readonly defaultCodePage: () => number) {}

  control(word: string, parameter: number | null): void {
    if (word === 'f') {
      this.finish();
      this.number = parameter ?? 0;
    } else if (word === 'fcharset') this.charset = parameter;
    else if (word === 'cpg') this.codePage = parameter;
  }

  text(text: string): void {
    this.name += text;
    if (text.includes(';')) this.finish();
  }

  find(number: number): RtfFont | null {
    return this.fonts.get(number) ?? null;
  }

  finish(): void {
    const name = this.name.split(';', 1)[0]?.trim() ?? '';
    if (name !== '' || this.charset !== null) {
      const isSymbol = this.charset === SYMBOL_CHARSET || /^(?:symbol|(?:wing|web)dings)/i.test(name);
      const byCharset = this.charset === null ? undefined : CODE_PAGES[this.charset];
      const codePage = this.codePage ?? byCharset ?? this.defaultCodePage();
      this.fonts.set(this.number, { codePage, isSymbol, name });
    }
    this.charset = null;
    this.codePage = null;
    this.name = '';
  }
}
