import { numberText } from '../../ooxml/number-text.js';
import { decodeCodePage } from '../../encoding/code-pages.js';
import type { ByteView } from '../byte-view.js';
import { type Fib, LIST_OVERRIDES, LISTS } from './fib.js';

interface Level {
  readonly start: number;
  /** [MS-OSHARED] 2.2.1.3, MSONFC. */
  readonly format: number;
  /** Characters below 9 stand for the numbers of the levels. */
  readonly text: string;
  /** The level whose next number does not begin this one again. */
  readonly restartsBelow: number;
  /** All numbers as 1, 2, 3. */
  readonly isLegal: boolean;
}

interface List {
  readonly id: number;
  readonly levels: Level[];
}

interface Override {
  readonly list: number;
  /** By level. */
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

const MAX_LISTS = 4096;
const LIST_BYTES = 28;
const LEVEL_BYTES = 28;
const OVERRIDE_BYTES = 16;
const LEVELS = 9;
const BULLET = 23;

/** Numbers of lists ([MS-DOC] 2.4.6.3). */
export class DocLists {
  private readonly lists: ReadonlyMap<number, List>;
  private readonly overrides: readonly Override[];
  /** By list: the number at each depth. Overrides of one list count together. */
  private readonly counts = new Map<number, (number | undefined)[]>();
  private readonly started = new Set<string>();

  constructor(fib: Fib) {
    this.lists = fib.isOld ? new Map() : readLists(fib.tableFrom(LISTS));
    this.overrides = fib.isOld ? [] : readOverrides(fib.tableFrom(LIST_OVERRIDES));
  }

  /** Counts a paragraph and answers its number or bullet; empty where it is in no list. `list` counts from 1, `depth` from 0. */
  next(list: number, depth: number): string {
    const override = this.overrides[list - 1];
    const found = override === undefined ? undefined : this.lists.get(override.list);
    if (override === undefined || found === undefined) return '';
    const levels = Array.from(
      { length: depth + 1 },
      (_, index) => override.levels.get(index) ?? found.levels[index] ?? found.levels[0],
    );
    const level = levels[depth];
    if (level === undefined) return '';
    if (level.format === BULLET) return bulletOf(level.text);
    return labelOf(levels, this.count(found, { list, override, levels, depth }));
  }

  private count(
    found: List,
    {
      list,
      override,
      levels,
      depth,
    }: {
      readonly list: number;
      readonly override: Override;
      readonly levels: readonly (Level | undefined)[];
      readonly depth: number;
    },
  ): readonly number[] {
    const counts = this.counts.get(found.id) ?? [];
    this.counts.set(found.id, counts);
    const start = this.startOf(list, override, depth);
    const before = counts[depth];
    counts[depth] = start ?? (before === undefined ? (levels[depth]?.start ?? 1) : before + 1);
    for (let deeper = depth + 1; deeper < LEVELS; deeper++)
      if ((found.levels[deeper]?.restartsBelow ?? deeper) > depth) counts[deeper] = undefined;
    return levels.map((level, index) => (counts[index] ??= level?.start ?? 1));
  }

  /** An override begins anew where it is used first. */
  private startOf(list: number, { starts }: Override, depth: number): number | undefined {
    const key = `${list} ${depth}`;
    const start = starts.get(depth);
    if (start === undefined || this.started.has(key)) return undefined;
    this.started.add(key);
    return start;
  }
}

/** Word's numbers of formats by the names that `numberText` knows. */
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
  10: 'koreanDigital',
  14: 'decimalFullWidth',
  16: 'ideographDigital',
  18: 'decimalEnclosedCircle',
  24: 'ganada',
  28: 'decimalEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  37: 'chineseCounting',
  39: 'chineseCountingThousand',
  45: 'hebrew2',
  46: 'arabicAlpha',
  48: 'arabicAbjad',
  58: 'russianLower',
  59: 'russianUpper',
  255: 'none',
};

function labelOf(levels: readonly (Level | undefined)[], counts: readonly number[]): string {
  const own = levels.at(-1);
  return Array.from(own?.text ?? '', (character) => {
    const index = character.charCodeAt(0);
    if (index >= LEVELS) return character;
    const format = own?.isLegal === true ? 0 : (levels[index]?.format ?? 0);
    return numberOf(counts[index] ?? 1, format);
  })
    .join('')
    .trim();
}

const WITH_ZERO = 22;

const numberOf = (count: number, format: number): string =>
  format === WITH_ZERO ? String(count).padStart(2, '0') : numberText(count, FORMATS[format] ?? 'decimal');

/** Bullets of symbol fonts are in the private use area. */
const bulletOf = (text: string): string => text.replace(/[\ue000-\uf8ff]/g, '•').trim() || '•';

/** 2.9.204 and 2.9.147: the lists, then the levels of all of them. */
function readLists(view: ByteView): Map<number, List> {
  const count = Math.min(MAX_LISTS, view.u16(0));
  const lists = new Map<number, List>();
  let at = 2 + count * LIST_BYTES;
  for (let index = 0; index < count; index++) {
    const from = 2 + index * LIST_BYTES;
    const isSimple = (view.u8(from + 26) & 1) === 1;
    const levels: Level[] = [];
    for (let level = 0; level < (isSimple ? 1 : LEVELS) && at < view.length; level++) {
      const read = readLevel(view, at, level);
      levels.push(read.level);
      at = read.next;
    }
    lists.set(view.i32(from), { id: view.i32(from), levels });
  }
  return lists;
}

/** 2.9.150: fixed fields, formats of the paragraph and the number, the number's text. */
function readLevel(view: ByteView, at: number, index: number): { readonly level: Level; readonly next: number } {
  const flags = view.u8(at + 5);
  const textAt = at + LEVEL_BYTES + view.u8(at + 24) + view.u8(at + 25);
  const length = Math.min(64, view.u16(textAt));
  const level = {
    start: Math.max(0, view.i32(at)),
    format: view.u8(at + 4),
    text: decodeCodePage(view.slice(textAt + 2, length * 2), 1200),
    restartsBelow: (flags & 0b1000) === 0 ? index : view.u8(at + 26),
    isLegal: (flags & 0b100) !== 0,
  };
  return { level, next: textAt + 2 + length * 2 };
}

/** 2.9.203: which lists paragraphs refer to, then what each changes of its list (2.9.132). */
function readOverrides(view: ByteView): Override[] {
  const count = Math.min(MAX_LISTS, view.u32(0));
  const overrides: Override[] = [];
  let at = 4 + count * OVERRIDE_BYTES;
  for (let index = 0; index < count; index++) {
    const from = 4 + index * OVERRIDE_BYTES;
    const starts = new Map<number, number>();
    const levels = new Map<number, Level>();
    at += 4;
    for (let change = 0; change < Math.min(LEVELS, view.u8(from + 12)); change++) {
      const flags = view.u32(at + 4);
      const depth = flags & 0xf;
      if ((flags & 0x10) !== 0) starts.set(depth, view.i32(at));
      at += 8;
      if ((flags & 0x20) === 0) continue;
      const read = readLevel(view, at, depth);
      levels.set(depth, read.level);
      if (starts.has(depth)) starts.set(depth, read.level.start);
      at = read.next;
    }
    overrides.push({ list: view.i32(from), starts, levels });
  }
  return overrides;
}
