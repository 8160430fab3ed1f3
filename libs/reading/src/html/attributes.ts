import { decodeAttribute } from './entities.js';

/** The attributes that mean something to a reader; no others are kept. */
const NAMES = [
  ...(['style', 'hidden', 'class', 'id', 'bgcolor', 'background', 'color', 'open', 'lang', 'xml:lang'] as const),
  ...(['rowspan', 'colspan', 'start', 'type', 'reversed', 'value', 'multiple', 'selected', 'checked'] as const),
  ...(['alt', 'width', 'height', 'src', 'data', 'name', 'property', 'http-equiv', 'itemprop', 'content'] as const),
] as const;
export type HtmlAttributes = Readonly<Partial<Record<(typeof NAMES)[number], string>>>;

const KNOWN: ReadonlySet<string> = new Set(NAMES);

const ATTRIBUTE = /([^\s/=>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?/g;
/** No element of use has more; the rest is not looked at. */
const MAX_ATTRIBUTES = 64;

/** Attributes by lower-case name, the first of a name; one without value is `''`. */
export function parseAttributes(raw: string): HtmlAttributes {
  const attributes: Record<string, string> = {};
  ATTRIBUTE.lastIndex = 0;
  for (let count = 0; count < MAX_ATTRIBUTES; count++) {
    const match = ATTRIBUTE.exec(raw);
    if (match === null) break;
    const name = match[1]?.toLowerCase() ?? '';
    if (KNOWN.has(name)) attributes[name] ??= decodeAttribute(match[2] ?? match[3] ?? match[4] ?? '');
  }
  return attributes;
}

/** A whole number that an attribute gives, such as `colspan` or `start`. */
export function numberOf(value: string | undefined): number | undefined {
  const match = value === undefined ? null : /^\s*(-?\d{1,9})/.exec(value);
  return match === null ? undefined : Number(match[1]);
}
