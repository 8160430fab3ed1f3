import { decodeCodePage } from '../../encoding/code-pages.js';
import type { ByteView } from '../byte-view.js';
import type { BiffRecord } from './biff-records.js';

const WIDE = 1;
const HAS_EXTRA = 4;
const HAS_RUNS = 8;
const UTF_16 = 1200;
/** Narrow characters are the lower halves of UTF-16 units ([MS-XLS] 2.5.293). */
const LATIN_1 = 'latin1';

/** Reads across a record and those that continue it. */
export class ContinuedReader {
  private readonly segments: readonly ByteView[];
  private segment = 0;
  private at: number;

  constructor({ body, continued }: Pick<BiffRecord, 'body' | 'continued'>, from = 0) {
    this.segments = [body, ...continued];
    this.at = from;
  }

  get isAtEnd(): boolean {
    return this.segment >= this.segments.length - 1 && this.at >= (this.segments.at(-1)?.length ?? 0);
  }

  u8(): number {
    this.cross();
    return this.segments[this.segment]?.u8(this.at++) ?? 0;
  }

  u16(): number {
    const low = this.u8();
    return low | (this.u8() << 8);
  }

  u32(): number {
    const low = this.u16();
    return low + this.u16() * 0x10000;
  }

  skip(bytes: number): void {
    let left = bytes;
    while (left > 0 && !this.isAtEnd) {
      this.cross();
      const step = Math.min(left, (this.segments[this.segment]?.length ?? 0) - this.at);
      this.at += step;
      left -= step;
    }
  }

  /** A string of the shared table: its length, what it is made of, characters, and what is said of them (2.5.293). */
  richString(): string {
    const length = this.u16();
    const flags = this.u8();
    const runs = (flags & HAS_RUNS) === 0 ? 0 : this.u16();
    const extra = (flags & HAS_EXTRA) === 0 ? 0 : this.u32();
    const text = this.characters(length, (flags & WIDE) !== 0);
    this.skip(runs * 4 + extra);
    return text;
  }

  /** Characters; where they go on in the next record, that one says anew how wide they are (2.5.293). */
  characters(count: number, isWide: boolean): string {
    let text = '';
    let wide = isWide;
    for (let left = count; left > 0 && !this.isAtEnd;) {
      const segment = this.segments[this.segment];
      if (segment === undefined) break;
      const room = Math.floor((segment.length - this.at) / (wide ? 2 : 1));
      const taken = Math.min(left, room);
      text += decoded(segment.slice(this.at, wide ? taken * 2 : taken), wide);
      this.at += wide ? taken * 2 : taken;
      left -= taken;
      if (left > 0 && !this.nextSegment()) break;
      if (left > 0) wide = (this.u8() & WIDE) !== 0;
    }
    return text;
  }

  /** Moves on where the segment is at its end. */
  private cross(): void {
    while (this.at >= (this.segments[this.segment]?.length ?? 0) && this.nextSegment());
  }

  private nextSegment(): boolean {
    if (this.segment >= this.segments.length - 1) return false;
    this.segment++;
    this.at = 0;
    return true;
  }
}

const decoded = (bytes: Uint8Array, isWide: boolean): string =>
  isWide ? decodeCodePage(bytes, UTF_16) : Buffer.from(bytes).toString(LATIN_1);

/** How the strings of a workbook are written: of Excel 97 on in UTF-16, before in a code page. */
export interface StringFormat {
  readonly isUnicode: boolean;
  readonly codePage: number;
}

/** A string with its length in one or two bytes before it; of Excel 97 on also how wide it is. */
export function stringAt(
  record: Pick<BiffRecord, 'body' | 'continued'>,
  at: number,
  lengthBytes: 1 | 2,
  { isUnicode, codePage }: StringFormat,
): string {
  const { body } = record;
  const length = lengthBytes === 1 ? body.u8(at) : body.u16(at);
  const from = at + lengthBytes;
  if (!isUnicode) return decodeCodePage(body.slice(from, length), codePage);
  return new ContinuedReader(record, from + 1).characters(length, (body.u8(from) & WIDE) !== 0);
}
