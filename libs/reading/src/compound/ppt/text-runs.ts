import type { BlockInput } from '../../blocks.js';
import { decodeCodePage } from '../../encoding/code-pages.js';
import { withoutPrivateUse } from '../../encoding/symbol-fonts.js';
import type { ByteView } from '../byte-view.js';
import type { ArtRecord } from '../office-art/records.js';

/** A text with what is told of it ([MS-PPT] 2.9.76 and on). */
export interface SlideText {
  /** 2.13.33: 0 title, 1 body, 2 notes, 4 other, 5 body in the middle, 6 title in the middle, 7 and 8 smaller bodies. */
  readonly kind: number;
  readonly text: string;
  /** Depth of each paragraph's indent from 0, and whether it has a bullet; null where the master decides. */
  readonly paragraphs: readonly ParagraphStyle[];
}

interface ParagraphStyle {
  readonly depth: number;
  readonly hasBullet: boolean | null;
}

const TITLES = new Set([0, 6]);
/** Bodies, whose paragraphs have bullets on the masters that people use. */
const BODIES = new Set([1, 7, 8]);

const TEXT_HEADER = 0x0f9f;
const TEXT_WIDE = 0x0fa0;
const TEXT_NARROW = 0x0fa8;
const TEXT_STYLE = 0x0fa1;
/** Marks for numbers of slides, dates, headers and footers: a character of the text stands for them (2.9.50 and on). */
const FIELD_MARKS = new Set([0x0fd8, 0x0ff7, 0x0ff8, 0x0ff9, 0x0ffa, 0x1015]);

/** The texts among records that follow each other: a header, characters, styles, marks. */
export function textsOf(records: Iterable<ArtRecord>): SlideText[] {
  const texts: SlideText[] = [];
  let kind = 4;
  let pending: { text: string; paragraphs: ParagraphStyle[]; readonly fields: Set<number> } | null = null;
  const finish = (): void => {
    if (pending !== null)
      texts.push({ kind, text: shownText(pending.text, pending.fields), paragraphs: pending.paragraphs });
    pending = null;
  };
  for (const { type, body } of records) {
    if (type === TEXT_HEADER) {
      finish();
      kind = body.u32(0);
    } else if (type === TEXT_WIDE || type === TEXT_NARROW) {
      finish();
      pending = { text: characters(type, body), paragraphs: [], fields: new Set() };
    } else if (type === TEXT_STYLE && pending !== null) pending.paragraphs = paragraphStyles(body, pending.text);
    else if (FIELD_MARKS.has(type) && pending !== null) pending.fields.add(body.u32(0));
  }
  finish();
  return texts;
}

/** Narrow characters are the lower halves of UTF-16 units (2.9.43). */
const characters = (type: number, body: ByteView): string =>
  type === TEXT_WIDE
    ? decodeCodePage(body.slice(0, body.length & ~1), 1200)
    : Buffer.from(body.bytes).toString('latin1');

/** Without the characters that stand for fields, whose values are not in the file. */
function shownText(text: string, fields: ReadonlySet<number>): string {
  const kept =
    fields.size === 0
      ? text
      : Array.from(text.split(''), (character, at) => (fields.has(at) ? '' : character)).join('');
  return withoutPrivateUse(kept).replace(/\v/g, '\n').toWellFormed();
}

/** The blocks of a text: titles are headings, paragraphs of bodies items of lists. */
export function textBlocks({ kind, text, paragraphs }: SlideText): BlockInput[] {
  if (TITLES.has(kind)) return [{ kind: 'heading', level: 1, text: text.replace(/\s+/g, ' ').trim() }];
  return text.split('\r').map((line, index): BlockInput => {
    const { depth, hasBullet } = paragraphs[index] ?? { depth: 0, hasBullet: null };
    const isItem = line.trim() !== '' && (hasBullet ?? BODIES.has(kind));
    return isItem
      ? { kind: 'list-item', level: depth + 1, text: `• ${line.trim()}` }
      : { kind: 'paragraph', text: line };
  });
}

/** Deepest indent that there is. */
const MAX_DEPTH = 4;
const BULLET_MASK = 0b1111;

/** Fields of a paragraph's style in the order that they have, with the bit that tells of each, and their sizes (2.9.20). */
const FIELDS: readonly (readonly [mask: number, bytes: number])[] = [
  [1 << 7, 2],
  [1 << 4, 2],
  [1 << 6, 2],
  [1 << 5, 4],
  [1 << 11, 2],
  [1 << 12, 2],
  [1 << 13, 2],
  [1 << 14, 2],
  [1 << 8, 2],
  [1 << 10, 2],
  [1 << 15, 2],
];
const TAB_STOPS = 1 << 20;
const LATE_FIELDS: readonly (readonly [mask: number, bytes: number])[] = [
  [1 << 16, 2],
  [(1 << 17) | (1 << 18) | (1 << 19), 2],
  [1 << 21, 2],
];

/** Styles of runs of paragraphs (2.9.46), one for each paragraph of the text. */
function paragraphStyles(body: ByteView, text: string): ParagraphStyle[] {
  const lengths = text.split('\r').map((line) => line.length + 1);
  const styles: ParagraphStyle[] = [];
  let at = 0;
  while (styles.length < lengths.length && at + 10 <= body.length) {
    let left = body.u32(at);
    const mask = body.u32(at + 6);
    const flags = body.u16(at + 10);
    const style = {
      depth: Math.min(MAX_DEPTH, body.u16(at + 4)),
      hasBullet: (mask & 1) === 0 ? null : (flags & 1) === 1,
    };
    while (left > 0 && styles.length < lengths.length) {
      left -= lengths[styles.length] ?? left;
      styles.push(style);
    }
    at = endOfStyle(body, at + 10, mask);
  }
  return styles;
}

function endOfStyle(body: ByteView, from: number, mask: number): number {
  let at = from + ((mask & BULLET_MASK) === 0 ? 0 : 2);
  for (const [bit, bytes] of FIELDS) if ((mask & bit) !== 0) at += bytes;
  if ((mask & TAB_STOPS) !== 0) at += 2 + body.u16(at) * 4;
  for (const [bit, bytes] of LATE_FIELDS) if ((mask & bit) !== 0) at += bytes;
  return at;
}
