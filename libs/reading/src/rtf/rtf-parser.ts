import { decodeCodePage } from '../encoding/code-pages.js';
import { symbolText } from '../encoding/symbol-fonts.js';
import { readingError } from '../reading.errors.js';
import { type RtfFont, RtfFontTable } from './rtf-fonts.js';
import { type RtfToken, rtfTokens } from './rtf-tokens.js';

/** What is called for the parts of an RTF file. Fonts, code pages and Unicode are dealt with before. */
export interface RtfHandler {
  open(): void;
  close(): void;
  /** `isIgnorable` of a destination behind `\*`: whoever does not know it leaves its group out. */
  control(word: string, parameter: number | null, isIgnorable: boolean): void;
  text(text: string): void;
  /** True while text is data: then `data` is called in the place of `text`. */
  readonly wantsData: boolean;
  data(bytes: Uint8Array, isBinary: boolean): void;
}

interface CharState {
  /** Null: the file's own code page. */
  readonly font: RtfFont | null;
  /** Characters that stand for a `\u` where Unicode is not known ("Unicode RTF"). */
  readonly fallbackLength: number;
  readonly isFontTable: boolean;
}

/** Groups inside each other; deeper files are made to hurt. */
const MAX_DEPTH = 4000;
const DEFAULT_CODE_PAGES: ReadonlyMap<string, number> = new Map([
  ['ansi', 1252],
  ['mac', 10000],
  ['pc', 437],
  ['pca', 850],
]);

/** Control words that stand for a character, and may therefore be the fallback of one in Unicode. */
export const CHARACTER_WORDS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['emdash', '—'],
  ['endash', '–'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['~', '\u00a0'],
  // Hyphens that may break a line are not seen where they do not.
  ['-', ''],
  ['_', '-'],
]);

/** Reads RTF: knows groups, fonts and characters, and nothing of documents. */
export class RtfParser {
  private codePage = 1252;
  private readonly fonts = new RtfFontTable(() => this.codePage);
  private state: CharState = { font: null, fallbackLength: 1, isFontTable: false };
  private readonly stack: CharState[] = [];
  private defaultFont: number | null = null;
  private isIgnorable = false;
  /** Characters that are left to skip behind a `\u`. */
  private fallbackLeft = 0;
  private pending: Uint8Array[] = [];

  constructor(private readonly handler: RtfHandler) {}

  /** Throws `corrupt_document` where groups are nested without end. */
  parse(bytes: Uint8Array): void {
    for (const token of rtfTokens(bytes)) this.take(token);
    this.flush();
  }

  private take(token: RtfToken): void {
    switch (token.kind) {
      case 'open':
        return this.open();
      case 'close':
        return this.close();
      case 'text':
        return this.text(token.bytes);
      case 'binary':
        return this.binary(token.bytes);
      case 'control':
        return this.control(token.word, token.parameter);
    }
  }

  private open(): void {
    this.flush();
    this.fallbackLeft = 0;
    if (this.stack.length >= MAX_DEPTH) throw readingError('corrupt_document');
    this.stack.push(this.state);
    this.handler.open();
  }

  private close(): void {
    this.flush();
    this.fallbackLeft = 0;
    this.isIgnorable = false;
    const before = this.stack.pop();
    // More groups are closed than were opened: what is left means nothing, but is no reason to give up.
    if (before === undefined) return;
    if (this.state.isFontTable && !before.isFontTable) this.fonts.finish();
    this.state = before;
    this.handler.close();
  }

  private text(bytes: Uint8Array): void {
    const skipped = Math.min(this.fallbackLeft, bytes.length);
    this.fallbackLeft -= skipped;
    if (skipped === bytes.length) return;
    const rest = skipped === 0 ? bytes : bytes.subarray(skipped);
    if (this.handler.wantsData) this.handler.data(rest, false);
    else this.pending.push(rest);
  }

  private binary(bytes: Uint8Array): void {
    if (this.fallbackLeft > 0) this.fallbackLeft--;
    else if (this.handler.wantsData) this.handler.data(bytes, true);
  }

  private control(word: string, parameter: number | null): void {
    if (word === '*') {
      this.isIgnorable = true;
      return;
    }
    if (word === 'u') return this.unicode(parameter ?? 0);
    if (this.fallbackLeft > 0 && CHARACTER_WORDS.has(word)) {
      this.fallbackLeft--;
      return;
    }
    // Some writers leave the fallback out; what is no character ends it.
    this.fallbackLeft = 0;
    this.flush();
    const { isIgnorable } = this;
    this.isIgnorable = false;
    if (this.state.isFontTable) this.fonts.control(word, parameter);
    else if (!this.charControl(word, parameter)) this.handler.control(word, parameter, isIgnorable);
  }

  /** True of controls that are about characters alone. */
  private charControl(word: string, parameter: number | null): boolean {
    switch (word) {
      case 'f':
        this.state = { ...this.state, font: this.fonts.find(parameter ?? 0) };
        return true;
      case 'plain':
        this.state = { ...this.state, font: this.defaultFont === null ? null : this.fonts.find(this.defaultFont) };
        return false;
      case 'uc':
        this.state = { ...this.state, fallbackLength: Math.min(16, Math.max(0, parameter ?? 1)) };
        return true;
      case 'fonttbl':
        this.state = { ...this.state, isFontTable: true };
        return true;
      default:
        return this.headerControl(word, parameter);
    }
  }

  private headerControl(word: string, parameter: number | null): boolean {
    const codePage = word === 'ansicpg' ? parameter : DEFAULT_CODE_PAGES.get(word);
    if (word === 'deff') this.defaultFont = parameter;
    else if (codePage === undefined) return false;
    else if (codePage !== null && codePage > 0) this.codePage = codePage;
    return true;
  }

  /** A unit of UTF-16, negative where it is above 32,767; a pair of surrogates is two of them. */
  private unicode(parameter: number): void {
    this.flush();
    const code = parameter < 0 ? parameter + 0x10000 : parameter;
    this.fallbackLeft = this.state.fallbackLength;
    if (this.handler.wantsData) return;
    const { font } = this.state;
    this.give(font?.isSymbol === true && code < 0x100 ? symbolText(code, font.name) : characterOf(code, font));
  }

  /** Decodes what has come since the last control: double-byte characters come as two `\'hh`. */
  private flush(): void {
    const [first] = this.pending;
    if (first === undefined) return;
    const bytes = this.pending.length === 1 ? first : Buffer.concat(this.pending);
    this.pending = [];
    const { font } = this.state;
    if (font?.isSymbol !== true) this.give(decodeCodePage(bytes, font?.codePage ?? this.defaultCodePage()));
    else this.give(Array.from(bytes, (byte) => symbolText(byte, font.name)).join(''));
  }

  private defaultCodePage(): number {
    const font = this.defaultFont === null ? null : this.fonts.find(this.defaultFont);
    return font?.codePage ?? this.codePage;
  }

  private give(text: string): void {
    if (this.state.isFontTable) this.fonts.text(text);
    else if (text !== '') this.handler.text(text);
  }
}

/** Symbols are in the private use area; without their font they are read as those of Symbol. */
const characterOf = (code: number, font: RtfFont | null): string => {
  if (code >= 0xf020 && code <= 0xf0ff) return symbolText(code, font?.isSymbol === true ? font.name : 'Symbol');
  return code > 0xffff || (code < 0x20 && code !== 9) ? '' : String.fromCharCode(code);
};
