import { symbolText, withoutPrivateUse } from '../../encoding/symbol-fonts.js';
import { numberText } from '../number-text.js';
import { alternatives, attr, childOf, childrenOf, elementsOf, integer, isOn, val, type XmlNode } from '../xml-tree.js';
import type { StyleSheet } from './styles.js';

/** Levels of a list (ECMA-376 part 1, 17.9.3: `ilvl` is 0 to 8). */
const LEVELS = 9;
/** A list style points to a list that may point to a list style again; Word follows one step. */
const MAX_LINKS = 4;

/** Characters of a marker's pattern. */
const MAX_MARKER = 200;

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2` and the like. */
  readonly text: string;
  /** The level (from 1) whose use starts this one anew; 0 never; undefined any higher one. */
  readonly restart: number | undefined;
  /** All numbers of the marker are shown as decimals. */
  readonly isLegal: boolean;
  readonly isHidden: boolean;
  readonly font: string | undefined;
  readonly style: string | undefined;
}

interface Override {
  readonly start: number | undefined;
  readonly level: Level | undefined;
}

interface List {
  readonly abstractId: string;
  readonly overrides: ReadonlyMap<number, Override>;
}

/** What stands before a numbered paragraph. */
export interface ListMarker {
  /** `2.1.`, `•`; empty where the level shows nothing. */
  readonly text: string;
  /** From 0. */
  readonly level: number;
  readonly isBullet: boolean;
}

/**
 * Counts the numbered paragraphs of a document in their order (ECMA-376 part 1, 17.9). Lists that share an abstract list count
 * on together, until one of them starts over.
 */
export class Numbering {
  private readonly lists: ReadonlyMap<string, List>;
  private readonly abstracts: ReadonlyMap<string, XmlNode>;
  private readonly levels = new Map<string, ReadonlyMap<number, Level>>();
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  constructor(
    root: XmlNode | null,
    private readonly styles: StyleSheet,
  ) {
    const node = root ?? undefined;
    this.abstracts = new Map(
      childrenOf(node, 'abstractNum').map((entry) => [attr(entry, 'abstractNumId') ?? '', entry]),
    );
    this.lists = new Map(childrenOf(node, 'num').map((entry) => [attr(entry, 'numId') ?? '', listOf(entry)]));
  }

  /** The level at which a paragraph style takes part in a list: the one that names the style, else the first. */
  levelOfStyle(numberingId: string, styleId: string): number {
    for (const [index, level] of this.levelsOf(this.lists.get(numberingId))) if (level.style === styleId) return index;
    return 0;
  }

  /** The marker of the next paragraph of a list; null where there is no such list. */
  next(numberingId: string, wantedLevel: number): ListMarker | null {
    const list = this.lists.get(numberingId);
    if (list === undefined || numberingId === '0') return null;
    const index = Math.max(0, Math.min(LEVELS - 1, wantedLevel));
    const levels = this.levelsOf(list);
    const levelAt = (at: number): Level | undefined => list.overrides.get(at)?.level ?? levels.get(at);
    const level = levelAt(index);
    if (level === undefined) return null;
    const startAt = (at: number): number => list.overrides.get(at)?.start ?? levelAt(at)?.start ?? 1;
    const counts = this.countsOf(numberingId, list);
    // Higher levels that were passed over count as if they had been there once.
    for (let at = 0; at < index; at++) counts[at] ??= startAt(at);
    counts[index] = (counts[index] ?? startAt(index) - 1) + 1;
    for (let at = index + 1; at < LEVELS; at++) if (isRestarted(levelAt(at), index)) counts[at] = undefined;
    return {
      text: level.isHidden ? '' : markerOf(level, counts, levelAt),
      level: index,
      isBullet: level.format === 'bullet',
    };
  }

  /** A list that is used for the first time starts its overridden levels anew. */
  private countsOf(numberingId: string, list: List): (number | undefined)[] {
    const counts = this.counts.get(list.abstractId) ?? Array.from<number | undefined>({ length: LEVELS });
    this.counts.set(list.abstractId, counts);
    if (!this.begun.has(numberingId)) {
      this.begun.add(numberingId);
      for (const [index, { start }] of list.overrides) if (start !== undefined) counts[index] = undefined;
    }
    return counts;
  }

  private levelsOf(list: List | undefined): ReadonlyMap<number, Level> {
    if (list === undefined) return new Map();
    const known = this.levels.get(list.abstractId);
    if (known !== undefined) return known;
    const levels = new Map<number, Level>();
    for (const node of childrenOf(this.abstractNode(list.abstractId), 'lvl')) {
      const index = integer(attr(node, 'ilvl'));
      if (index !== undefined) levels.set(index, levelOf(node));
    }
    this.levels.set(list.abstractId, levels);
    return levels;
  }

  /** The definition itself: some only name a list style, whose list has the levels (17.9.21, `numStyleLink`). */
  private abstractNode(id: string): XmlNode | undefined {
    let node = this.abstracts.get(id);
    for (let steps = 0; steps < MAX_LINKS; steps++) {
      const link = val(childOf(node, 'numStyleLink'));
      if (link === undefined) return node;
      const list = this.lists.get(this.styles.style(link, 'paragraph').numberingId ?? '');
      node = list === undefined ? node : this.abstracts.get(list.abstractId);
    }
    return node;
  }
}

/** Whether a paragraph of the level `used` starts a deeper level anew. */
const isRestarted = (deeper: Level | undefined, used: number): boolean =>
  deeper?.restart === undefined || (deeper.restart !== 0 && used < deeper.restart);

function markerOf(
  level: Level,
  counts: readonly (number | undefined)[],
  levelAt: (at: number) => Level | undefined,
): string {
  if (level.format === 'bullet') return bulletOf(level);
  return level.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = level.isLegal ? 'decimal' : levelAt(at)?.format;
      return numberText(counts[at] ?? levelAt(at)?.start ?? 1, format ?? 'decimal');
    })
    .trim();
}

function listOf(node: XmlNode): List {
  const overrides = new Map<number, Override>();
  for (const entry of childrenOf(node, 'lvlOverride')) {
    const level = childOf(entry, 'lvl');
    const index = integer(attr(entry, 'ilvl'));
    if (index !== undefined)
      overrides.set(index, {
        start: integer(val(childOf(entry, 'startOverride'))),
        level: level === undefined ? undefined : levelOf(level),
      });
  }
  return { abstractId: val(childOf(node, 'abstractNumId')) ?? '', overrides };
}

function levelOf(node: XmlNode): Level {
  const parts = elementsOf(node).flatMap(alternatives);
  const find = (name: string): XmlNode | undefined => parts.find((part) => part.name === name);
  const format = find('numFmt');
  const properties = find('rPr');
  return {
    start: integer(val(find('start'))) ?? 1,
    format: val(format) === 'custom' ? customFormat(attr(format, 'format') ?? '') : (val(format) ?? 'decimal'),
    text: (val(find('lvlText')) ?? '').slice(0, MAX_MARKER),
    restart: integer(val(find('lvlRestart'))),
    isLegal: isOn(find('isLgl')),
    isHidden: isOn(childOf(properties, 'vanish')),
    font: attr(childOf(properties, 'rFonts'), 'ascii'),
    style: val(find('pStyle')),
  };
}

/** Custom formats show by example how numbers look: `001, 002, 003, ...` (17.9.17); only leading zeros are in use. */
const customFormat = (example: string): string => (/^0\d,/.test(example) ? 'decimalZero' : 'decimal');

/** Bullets that say something are kept; others are one sign for all. */
function bulletOf({ text, font = '' }: Level): string {
  const isSymbol = /^(?:symbol|wing|web)/i.test(font) && text.length === 1;
  const sign = isSymbol ? symbolText(text.charCodeAt(0), font) : withoutPrivateUse(text);
  return /^[-–—*+✓✔✗☐☑☒➢➔→⇨❖▪○●■★]$/u.test(sign.trim()) ? sign.trim() : '•';
}
