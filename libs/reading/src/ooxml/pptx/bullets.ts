import { symbolText, withoutPrivateUse } from '../../encoding/symbol-fonts.js';
import { numberText } from '../number-text.js';
import { attr, childOf, elementsOf, integer, type XmlNode } from '../xml-tree.js';

/** What stands before a paragraph. */
type Bullet =
  | { readonly kind: 'none' }
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'number'; readonly scheme: string; readonly start: number };

/** Properties of paragraphs by level, the nearest first: shape, layout, master, the master's styles. */
export type ListStyles = readonly XmlNode[];

/** Counts the numbered paragraphs of one shape (ECMA-376 part 1, 21.1.2.4). */
export class BulletCounter {
  private readonly counts = new Map<number, { readonly scheme: string; value: number }>();

  constructor(private readonly styles: ListStyles) {}

  /** The marker of the next paragraph; null where it has none. An empty paragraph counts for nothing. */
  next(level: number, properties: XmlNode | undefined): string | null {
    const bullet = bulletOf(level, properties, this.styles);
    for (const deeper of this.counts.keys()) if (deeper > level) this.counts.delete(deeper);
    if (bullet.kind !== 'number') {
      this.counts.delete(level);
      return bullet.kind === 'none' ? null : bullet.text;
    }
    const before = this.counts.get(level);
    const value = before?.scheme === bullet.scheme ? before.value + 1 : bullet.start;
    this.counts.set(level, { scheme: bullet.scheme, value });
    return numbered(value, bullet.scheme);
  }
}

function bulletOf(level: number, properties: XmlNode | undefined, styles: ListStyles): Bullet {
  const candidates = [properties, ...styles.map((style) => childOf(style, `lvl${level + 1}pPr`))];
  for (const candidate of candidates)
    for (const node of elementsOf(candidate)) {
      if (node.name === 'buNone') return { kind: 'none' };
      if (node.name === 'buBlip') return { kind: 'sign', text: '•' };
      if (node.name === 'buChar') return { kind: 'sign', text: signOf(node, candidate) };
      if (node.name === 'buAutoNum')
        return { kind: 'number', scheme: attr(node, 'type') ?? '', start: integer(attr(node, 'startAt')) ?? 1 };
    }
  return { kind: 'none' };
}

/** Signs that mean something are kept, others are one bullet. */
function signOf(node: XmlNode, properties: XmlNode | undefined): string {
  const font = attr(childOf(properties, 'buFont'), 'typeface') ?? '';
  const character = attr(node, 'char') ?? '•';
  const isSymbol = /^(?:symbol|wing|web)/i.test(font) && character.length === 1;
  const sign = isSymbol ? symbolText(character.charCodeAt(0), font) : withoutPrivateUse(character);
  return /^[-–—*+✓✔✗☐☑☒➢➔→⇨❖▪○●■★]$/u.test(sign) ? sign : '•';
}

/** By the parts of a scheme's name (20.1.10.61): `arabicPeriod`, `alphaLcParenBoth`, `romanUcParenR`. */
const FORMATS: readonly (readonly [RegExp, string])[] = [
  [/^alphaLc/, 'lowerLetter'],
  [/^alphaUc/, 'upperLetter'],
  [/^romanLc/, 'lowerRoman'],
  [/^romanUc/, 'upperRoman'],
  [/^circleNum/, 'decimalEnclosedCircle'],
  [/^arabicDb/, 'decimalFullWidth'],
  [/^ea1/, 'chineseCounting'],
];

function numbered(value: number, scheme: string): string {
  const number = numberText(value, FORMATS.find(([pattern]) => pattern.test(scheme))?.[1] ?? 'decimal');
  if (scheme.endsWith('ParenBoth')) return `(${number})`;
  if (scheme.endsWith('ParenR')) return `${number})`;
  return scheme.endsWith('Period') ? `${number}.` : number;
}
