import { labelOf } from './labels.js';
import type { XmlAttributes } from './xml-events.js';

/** Attributes that say how to read the file, not what is in it. */
const TECHNICAL = /^(?:xmlns(?::.*)?|xsi:.*|xml:(?:space|base|id))$/;

/** What attributes say, as pairs of label and value. */
export const attributePairs = (attributes: XmlAttributes): [string, string][] =>
  Object.entries(attributes)
    .filter(([name, value]) => !TECHNICAL.test(name) && value.trim() !== '')
    .map(([name, value]) => [labelOf(name.slice(name.indexOf(':') + 1)), value.replace(/\s+/g, ' ').trim()]);

/** A value with what its attributes add: `100.00 (currency ID EUR)`. */
export function withAttributes(text: string, attributes: XmlAttributes): string {
  const pairs = attributePairs(attributes).map(([label, value]) => `${label} ${value}`);
  if (pairs.length === 0) return text;
  return text === '' ? pairs.join(', ') : `${text} (${pairs.join(', ')})`;
}
