import { formatDate } from './format-date.js';
import { formatDigits, generalNumber } from './format-digits.js';
import { type Condition, type FormatSection, parseFormat } from './parse-format.js';

/** Longer texts stand as they are: a format may repeat its text. */
const MAX_FORMATTED = 100_000;
/** Formats kept ready; workbooks that people make have a few dozen. */
const MAX_CACHED = 5000;
const cache = new Map<string, readonly FormatSection[]>();

function sectionsOf(code: string): readonly FormatSection[] {
  const known = cache.get(code);
  if (known !== undefined) return known;
  const sections = parseFormat(code);
  if (cache.size < MAX_CACHED) cache.set(code, sections);
  return sections;
}

/**
 * A number as a spreadsheet shows it (ECMA-376 part 1, 18.8.30 and 18.8.31). `General` keeps all digits, as the width of the
 * column is not known. Empty where the format shows nothing.
 */
export function formatNumber(value: number, code: string, is1904 = false): string {
  if (!Number.isFinite(value)) return '';
  const sections = sectionsOf(code);
  const { section, isSigned } = choose(value, sections);
  if (section.isDate) return formatDate(value, section, is1904) ?? generalNumber(value);
  const size = Math.abs(value);
  const sign = isSigned && value < 0 ? '-' : '';
  const body = section.tokens.some(({ kind }) => kind === 'general' || kind === 'text')
    ? withGeneral(size, section)
    : formatDigits(size, section);
  const text = body.replace(/ {2,}/g, ' ').trim();
  // A number that was rounded to nothing has no sign.
  return sign !== '' && /[1-9]/.test(text) ? sign + text : text;
}

/** A text as a spreadsheet shows it: the fourth section, or the only one with `@`. Empty where the format hides it. */
export function formatText(text: string, code: string): string {
  const sections = sectionsOf(code);
  const section = sections[3] ?? sections.find(({ tokens }) => tokens.some(({ kind }) => kind === 'text'));
  if (section === undefined || text.length > MAX_FORMATTED) return text;
  return section.tokens
    .map((token) =>
      token.kind === 'text' || token.kind === 'general' ? text : token.kind === 'literal' ? token.text : '',
    )
    .join('');
}

/** True where a format shows dates or times. */
export const isDateFormat = (code: string): boolean => sectionsOf(code)[0]?.isDate === true;

const withGeneral = (size: number, { tokens }: FormatSection): string =>
  tokens
    .map((token) =>
      token.kind === 'general' || token.kind === 'text'
        ? generalNumber(size)
        : token.kind === 'literal'
          ? token.text
          : token.kind === 'percent'
            ? '%'
            : '',
    )
    .join('');

interface Choice {
  readonly section: FormatSection;
  /** A section of its own for negative numbers says by itself how they look. */
  readonly isSigned: boolean;
}

function choose(value: number, sections: readonly FormatSection[]): Choice {
  const [first = NOTHING, second, third] = sections;
  const hasConditions = sections.some(({ condition }) => condition !== undefined);
  if (hasConditions) {
    const found = sections.slice(0, 3).find(({ condition }) => condition === undefined || holds(condition, value));
    return { section: found ?? first, isSigned: found?.condition === undefined || found === first };
  }
  if (value < 0 && second !== undefined) return { section: second, isSigned: false };
  if (value === 0 && third !== undefined) return { section: third, isSigned: false };
  return { section: first, isSigned: true };
}

const NOTHING: FormatSection = { tokens: [{ kind: 'general' }], isDate: false };

function holds({ operator, value: limit }: Condition, value: number): boolean {
  switch (operator) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '=':
      return value === limit;
    default:
      return value !== limit;
  }
}
