import { numberOf } from './attributes.js';
import type { HtmlAttributes } from './attributes.js';

/** An open list. */
export interface HtmlList {
  readonly isOrdered: boolean;
  /** `1`, `a`, `A`, `i`, `I`. */
  readonly type: string;
  readonly step: 1 | -1;
  next: number;
}

export function openList(name: string, attributes: HtmlAttributes): HtmlList {
  const { start, type, reversed } = attributes;
  return {
    isOrdered: name === 'ol',
    type: type?.trim() ?? '1',
    step: reversed === undefined ? 1 : -1,
    next: numberOf(start) ?? 1,
  };
}

/** The marker of the list's next item, as a browser writes it; `-` for bullets. */
export function nextMarker(list: HtmlList | undefined, value: string | undefined): string {
  if (list?.isOrdered !== true) return '-';
  const number = numberOf(value) ?? list.next;
  list.next = number + list.step;
  return `${counter(number, list.type)}.`;
}

function counter(number: number, type: string): string {
  if (number < 1 || number > 3999) return String(number);
  if (type === 'a') return letters(number).toLowerCase();
  if (type === 'A') return letters(number);
  if (type === 'i') return roman(number).toLowerCase();
  return type === 'I' ? roman(number) : String(number);
}

/** A … Z, AA … (CSS Counter Styles 3, upper-alpha). */
const letters = (number: number): string =>
  number < 1 ? '' : letters(Math.floor((number - 1) / 26)) + String.fromCharCode(65 + ((number - 1) % 26));

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  let text = '';
  let rest = number;
  for (const [value, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}
