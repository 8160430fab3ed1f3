import { attr, childOf, childrenOf, elementsOf, isOn, textOf, val, type XmlNode } from './xml-tree.js';

/**
 * An equation (Office MathML, ECMA-376 part 1, 22.1) as one line that people read: `x=(-b±√(b^2-4ac))/(2a)`. The forms are
 * those of UnicodeMath (Unicode technical note 28).
 */
export function equationText(node: XmlNode): string {
  return linear(node).replace(/\s+/g, ' ').trim();
}

type Writer = (node: XmlNode) => string;

/** The elements that are more than their parts one after the other. */
const WRITERS: Readonly<Record<string, Writer>> = {
  r: (node) => childrenOf(node, 't').map(textOf).join(''),
  t: textOf,
  del: () => '',
  moveFrom: () => '',
  f: fraction,
  sSup: (node) => `${group(part(node, 'e'))}^${group(part(node, 'sup'))}`,
  sSub: (node) => `${group(part(node, 'e'))}_${group(part(node, 'sub'))}`,
  sSubSup: (node) => `${group(part(node, 'e'))}_${group(part(node, 'sub'))}^${group(part(node, 'sup'))}`,
  sPre: (node) => `_${group(part(node, 'sub'))}^${group(part(node, 'sup'))} ${part(node, 'e')}`,
  rad: (node) => `√${degree(node)}${parenthesised(part(node, 'e'))}`,
  nary: (node) => `${property(node, 'chr') ?? '∫'}${limits(node)} ${part(node, 'e')}`,
  d: delimited,
  func: (node) => `${part(node, 'fName')} ${part(node, 'e')}`,
  limLow: (node) => `${part(node, 'e')}_${group(part(node, 'lim'))}`,
  limUpp: (node) => `${part(node, 'e')}^${group(part(node, 'lim'))}`,
  m: (node) =>
    `[${childrenOf(node, 'mr')
      .map((row) => parts(row, 'e').join(', '))
      .join('; ')}]`,
  eqArr: (node) => parts(node, 'e').join('; '),
  acc: (node) => part(node, 'e') + (property(node, 'chr') ?? '\u0302'),
  phant: (node) => (isHidden(node) ? '' : part(node, 'e')),
};

function linear(node: XmlNode): string {
  const write = WRITERS[node.name];
  if (write !== undefined) return write(node);
  if (node.name.endsWith('Pr')) return '';
  return elementsOf(node).map(linear).join('');
}

const parts = (node: XmlNode, name: string): string[] =>
  childrenOf(node, name).map((child) => elementsOf(child).map(linear).join(''));
const part = (node: XmlNode, name: string): string => parts(node, name)[0] ?? '';

/** A property's value, from `naryPr`, `dPr` and so on. */
function property(node: XmlNode, name: string): string | undefined {
  const found = childOf(childOf(node, `${node.name}Pr`), name);
  return found === undefined ? undefined : (val(found) ?? '');
}

/** Numbers, names and what is in parentheses already need none. */
const group = (text: string): string =>
  /^[-−]?[\p{L}\p{M}\p{N}.,'′∞*]{0,12}$/u.test(text) ? text : parenthesised(text);
const parenthesised = (text: string): string => (/^\([^()]*\)$/.test(text) ? text : `(${text})`);

function fraction(node: XmlNode): string {
  const above = group(part(node, 'num'));
  const below = group(part(node, 'den'));
  return property(node, 'type') === 'noBar' ? `(${above}¦${below})` : `${above}/${below}`;
}

function degree(node: XmlNode): string {
  const text = part(node, 'deg');
  return text === '' ? '' : `[${text}]`;
}

function limits(node: XmlNode): string {
  const below = part(node, 'sub');
  const above = part(node, 'sup');
  return (below === '' ? '' : `_${group(below)}`) + (above === '' ? '' : `^${group(above)}`);
}

function delimited(node: XmlNode): string {
  const inner = parts(node, 'e').join(property(node, 'sepChr') ?? '|');
  return `${property(node, 'begChr') ?? '('}${inner}${property(node, 'endChr') ?? ')'}`;
}

function isHidden(node: XmlNode): boolean {
  const show = childOf(childOf(node, 'phantPr'), 'show');
  return show !== undefined && !isOn(show) && attr(show, 'val') !== undefined;
}
