import type { ByteView } from '../byte-view.js';
import { type Fib, STYLES } from './fib.js';
import { type ParagraphFormat, styleFormat } from './formatting.js';

interface Style {
  /** Number of a style that Word itself has (heading 1 is 1), the same in all languages. */
  readonly builtIn: number;
  readonly base: number;
  readonly format: Omit<ParagraphFormat, 'style'>;
}

const MAX_STYLES = 4096;
const NO_STYLE = 0xfff;
const PARAGRAPH_STYLE = 1;
/** [MS-DOC] 2.9.272: styles heading 1 to 9, and title. */
const LAST_HEADING = 9;
const TITLE = 62;
/** Outline level of body text. */
const BODY_LEVEL = 9;
const MAX_PARENTS = 12;

/** The style sheet ([MS-DOC] 2.9.271), as far as it says what is a heading or a list. */
export class DocStyles {
  private readonly styles: readonly (Style | null)[];

  constructor(fib: Fib) {
    this.styles = fib.isOld ? [] : readStyles(fib.table(STYLES));
  }

  /** A paragraph's format with what its style adds. */
  resolve(format: ParagraphFormat): ParagraphFormat {
    let resolved: ParagraphFormat = format;
    let index = format.style;
    for (let steps = 0; steps < MAX_PARENTS; steps++) {
      const style = this.styles[index];
      if (style === undefined || style === null) break;
      resolved = { ...style.format, ...resolved };
      index = style.base;
    }
    return resolved;
  }

  /** From 1; null of what is no heading. */
  headingLevel(format: ParagraphFormat): number | null {
    const { outlineLevel, style } = format;
    if (outlineLevel !== undefined && outlineLevel < BODY_LEVEL) return outlineLevel + 1;
    const builtIn = this.styles[style]?.builtIn ?? 0;
    if (builtIn === TITLE) return 1;
    return outlineLevel === undefined && builtIn >= 1 && builtIn <= LAST_HEADING ? builtIn : null;
  }
}

function readStyles(sheet: ByteView): (Style | null)[] {
  const headerBytes = sheet.u16(0);
  const count = Math.min(MAX_STYLES, sheet.u16(2));
  const baseBytes = sheet.u16(4);
  const styles: (Style | null)[] = [];
  let at = 2 + headerBytes;
  for (let index = 0; index < count && at < sheet.length; index++) {
    const size = sheet.u16(at);
    styles.push(size === 0 ? null : readStyle(sheet.part(at + 2, size), baseBytes));
    at += 2 + size;
  }
  return styles;
}

/** 2.9.260: fixed fields, the name, then for paragraph styles their format. */
function readStyle(style: ByteView, baseBytes: number): Style {
  const kind = style.u16(2) & 0xf;
  const base = style.u16(2) >>> 4;
  const nameBytes = 2 + style.u16(baseBytes) * 2 + 2;
  const at = baseBytes + nameBytes;
  const size = style.u16(at);
  const format = kind === PARAGRAPH_STYLE && size > 2 ? styleFormat(style.part(at + 4, size - 2)) : {};
  return { builtIn: style.u16(0) & 0xfff, base: base === NO_STYLE ? -1 : base, format };
}
