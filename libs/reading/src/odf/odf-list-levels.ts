import { withoutPrivateUse } from '../encoding/symbol-fonts.js';
import { numberText } from '../ooxml/number-text.js';
import { elementsOf, type XmlNode } from '../ooxml/xml-tree.js';

/** How the items of one depth of a list are marked (OpenDocument 1.3, part 3, 16.30 to 16.35). */
export interface ListLevel {
  /** Empty where items have no number. */
  readonly format: string;
  /** Empty where items have no bullet. */
  readonly bullet: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** Numbers of how many depths are shown: `2.1` has two. */
  readonly shownLevels: number;
  /** `%1%.%2%` where the writer has it: text around the numbers. */
  readonly pattern: string | null;
}

/** Depths of lists: ten are allowed. */
const MAX_LEVELS = 10;

/** The levels of a list style, from 1 at index 0; missing ones are holes. */
export function listLevels(node: XmlNode): readonly ListLevel[] {
  const levels: ListLevel[] = [];
  for (const level of elementsOf(node)) {
    const depth = Number(level.attributes['text:level'] ?? 1);
    if (depth >= 1 && depth <= MAX_LEVELS) levels[depth - 1] = levelOf(level);
  }
  return levels;
}

const NO_LABEL = { format: '', bullet: '', prefix: '', suffix: '', start: 1, shownLevels: 1, pattern: null };

function levelOf({ name, attributes }: XmlNode): ListLevel {
  if (name.endsWith('level-style-bullet'))
    return { ...NO_LABEL, bullet: bulletOf(attributes['text:bullet-char'] ?? '') };
  if (!name.endsWith('level-style-number') && name !== 'outline-level-style') return NO_LABEL;
  return {
    ...NO_LABEL,
    format: attributes['style:num-format'] ?? '',
    prefix: attributes['style:num-prefix'] ?? '',
    suffix: attributes['style:num-suffix'] ?? '',
    start: wholeNumber(attributes['text:start-value']) ?? 1,
    shownLevels: wholeNumber(attributes['text:display-levels']) ?? 1,
    pattern: attributes['style:num-list-format'] ?? attributes['loext:num-list-format'] ?? null,
  };
}

/** Bullets of symbol fonts come without their font here; those that cannot be told are dots. */
const bulletOf = (character: string): string =>
  character === ''
    ? ''
    : withoutPrivateUse(character)
        .replace(/[\ue000-\uf8ff]/g, '•')
        .trim() || '•';

export function wholeNumber(value: string | undefined): number | null {
  const number = value === undefined ? Number.NaN : Number(value);
  return Number.isSafeInteger(number) ? number : null;
}

/** Values of `style:num-format` (19.500) by the names that `numberText` knows. */
const FORMATS: Readonly<Record<string, string>> = {
  1: 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

/** The label of an item; `counts` has the numbers of all depths down to its own. */
export function labelOf(levels: readonly ListLevel[], counts: readonly number[]): string {
  const depth = counts.length;
  const level = levels[depth - 1];
  if (level === undefined) return '';
  if (level.format === '') return level.bullet;
  const numbers = counts.map((count, index) => numberText(count, FORMATS[levels[index]?.format ?? ''] ?? 'decimal'));
  if (level.pattern !== null)
    return level.pattern.replace(/%(\d{1,2})%/g, (_, index) => numbers[Number(index) - 1] ?? '').trim();
  const shown = numbers
    .slice(Math.max(0, depth - level.shownLevels))
    .filter((_, index) => isShown(levels, depth - level.shownLevels + index));
  return `${level.prefix}${shown.join('.')}${level.suffix}`.trim();
}

/** Depths without numbers are left out of the numbers of those below. */
const isShown = (levels: readonly ListLevel[], index: number): boolean =>
  (levels[Math.max(0, index)]?.format ?? '') !== '';
