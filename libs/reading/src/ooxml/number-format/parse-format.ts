/** A piece of a number format (ECMA-376 part 1, 18.8.31). */
export type FormatToken =
  | { readonly kind: 'literal'; readonly text: string }
  /** `0`, `#` or `?`. */
  | { readonly kind: 'digit'; readonly text: string }
  | { readonly kind: 'point' | 'comma' | 'percent' | 'slash' | 'general' | 'text' }
  /** `E+` or `E-`. */
  | { readonly kind: 'exponent'; readonly text: string }
  /** Part of a date: lower case, `yyyy`, `m`, `hh`; `ampm`, `ap`; `.00` are parts of a second. */
  | { readonly kind: 'date'; readonly text: string; readonly isElapsed?: boolean };

export interface Condition {
  readonly operator: string;
  readonly value: number;
}

/** One of the parts between semicolons. */
export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  readonly condition?: Condition;
  /** Windows language id, of `[$€-407]` the last. */
  readonly language?: number;
  readonly isDate: boolean;
}

/** Longer codes are not from Excel, which takes 255 characters. */
const MAX_CODE = 1000;

const SCANNER = new RegExp(
  [
    /"(?<quoted>[^"]*)"?/,
    /\\(?<escaped>.)/,
    /_.|\*./,
    /\[(?<bracket>[^\]]*)\]/,
    /(?<general>General)/,
    /(?<ampm>AM\/PM|A\/P|上午\/下午)/,
    /(?<exponent>E[+-])/,
    /(?<seconds>\.0+(?=$|[^0#?]))/,
    /(?<date>y+|m+|d+|h+|s+|e+|a{3,4}|b{2,4}|g{1,3})/,
    /(?<other>[^])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giu',
);

const SINGLE: Readonly<Record<string, 'point' | 'comma' | 'percent' | 'slash' | 'text'>> = {
  '.': 'point',
  ',': 'comma',
  '%': 'percent',
  '/': 'slash',
  '@': 'text',
};

/** Cuts a format code into its sections; a semicolon inside of quotes or brackets parts nothing. */
export function parseFormat(code: string): FormatSection[] {
  const sections: FormatSection[] = [];
  let section = new SectionBuilder();
  for (const { groups = {}, 0: whole } of code.slice(0, MAX_CODE).matchAll(SCANNER)) {
    if (groups['other'] === ';') {
      sections.push(section.build());
      section = new SectionBuilder();
    } else section.add(whole, groups);
  }
  sections.push(section.build());
  return sections;
}

class SectionBuilder {
  private readonly tokens: FormatToken[] = [];
  private condition: Condition | undefined;
  private language: number | undefined;

  add(whole: string, groups: Readonly<Record<string, string | undefined>>): void {
    const { quoted, escaped, bracket, other, seconds } = groups;
    const literal = quoted ?? escaped;
    if (bracket !== undefined) this.addBracket(bracket);
    else if (literal !== undefined) this.addLiteral(literal);
    else if (seconds !== undefined) this.addSeconds(whole);
    else if (other !== undefined) this.addOther(other);
    // `_x` is a gap as wide as x.
    else if (whole.startsWith('_')) this.addLiteral(' ');
    else this.addWord(whole, groups);
  }

  build(): FormatSection {
    return {
      tokens: this.tokens,
      ...(this.condition === undefined ? {} : { condition: this.condition }),
      ...(this.language === undefined ? {} : { language: this.language }),
      isDate: this.tokens.some(({ kind }) => kind === 'date'),
    };
  }

  private addWord(
    whole: string,
    { general, ampm, exponent, date }: Readonly<Record<string, string | undefined>>,
  ): void {
    if (general !== undefined) this.tokens.push({ kind: 'general' });
    else if (ampm !== undefined) this.tokens.push({ kind: 'date', text: whole.length > 3 ? 'ampm' : 'ap' });
    else if (exponent !== undefined) this.tokens.push({ kind: 'exponent', text: whole.toUpperCase() });
    else if (date !== undefined) this.tokens.push({ kind: 'date', text: whole.toLowerCase() });
  }

  private addLiteral(text: string): void {
    this.tokens.push({ kind: 'literal', text });
  }

  /** Behind seconds `.00` are parts of a second, elsewhere decimals. */
  private addSeconds(whole: string): void {
    const last = this.tokens.at(-1);
    if (last?.kind === 'date' && last.text.startsWith('s')) this.tokens.push({ kind: 'date', text: whole });
    else {
      this.tokens.push({ kind: 'point' });
      for (const digit of whole.slice(1)) this.tokens.push({ kind: 'digit', text: digit });
    }
  }

  private addOther(character: string): void {
    const kind = SINGLE[character];
    if (kind !== undefined) this.tokens.push({ kind });
    else if (/[0#?]/.test(character)) this.tokens.push({ kind: 'digit', text: character });
    else this.addLiteral(character);
  }

  /** Colours and digit shapes say nothing; currencies, languages, conditions and elapsed time do. */
  private addBracket(inner: string): void {
    const money = /^\$([^-]*)(?:-([0-9a-f]{1,8}))?/i.exec(inner);
    const condition = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(inner);
    if (money !== null) {
      if (money[1] !== undefined && money[1] !== '') this.addLiteral(money[1]);
      if (money[2] !== undefined) this.language = Number.parseInt(money[2], 16);
    } else if (condition !== null) this.condition = { operator: condition[1] ?? '', value: Number(condition[2]) };
    else if (/^(?:h+|m+|s+)$/i.test(inner))
      this.tokens.push({ kind: 'date', text: inner.toLowerCase(), isElapsed: true });
  }
}
