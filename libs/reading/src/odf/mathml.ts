import { childOf, elementsOf, textOf, type XmlNode } from '../ooxml/xml-tree.js';

/**
 * A formula (MathML 3) as one line that people read: `x=(-b±√(b^2-4ac))/(2a)`. The forms are those of UnicodeMath (Unicode
 * technical note 28), as for the equations of Office.
 */
export const mathText = (node: XmlNode): string => linear(node).replace(/\s+/g, ' ').trim();

type Writer = (node: XmlNode) => string;

const WRITERS: Readonly<Record<string, Writer | undefined>> = Object.assign(
  Object.create(null) as Record<string, Writer>,
  {
    // The formula itself comes first; how it was typed comes behind it.
    semantics: (node) => part(node, 0),
    annotation: () => '',
    'annotation-xml': () => '',
    mfrac: (node) => `${group(part(node, 0))}/${group(part(node, 1))}`,
    msup: (node) => `${group(part(node, 0))}^${group(part(node, 1))}`,
    msub: (node) => `${group(part(node, 0))}_${group(part(node, 1))}`,
    msubsup: (node) => `${group(part(node, 0))}_${group(part(node, 1))}^${group(part(node, 2))}`,
    munder: (node) => `${part(node, 0)}_${group(part(node, 1))}`,
    mover: (node) => `${part(node, 0)}^${group(part(node, 1))}`,
    munderover: (node) => `${part(node, 0)}_${group(part(node, 1))}^${group(part(node, 2))}`,
    msqrt: (node) => `√${parenthesised(elementsOf(node).map(linear).join(''))}`,
    mroot: (node) => `√(${part(node, 1)}&${part(node, 0)})`,
    mfenced: fenced,
    mtable: (node) => `[${elementsOf(node).map(linear).join('; ')}]`,
    mtr: (node) => elementsOf(node).map(linear).join(', '),
    mtext: (node) => ` ${textOf(node)} `,
    mspace: () => ' ',
    mphantom: () => '',
    mo: operator,
  } satisfies Record<string, Writer>,
);

function linear(node: XmlNode): string {
  const write = WRITERS[node.name];
  if (write !== undefined) return write(node);
  const parts = elementsOf(node);
  return parts.length === 0 ? textOf(node).trim() : parts.map(linear).join('');
}

function part(node: XmlNode, index: number): string {
  const child = elementsOf(node)[index];
  return child === undefined ? '' : linear(child);
}

/** Signs that only tell programs what is meant: function application, invisible times and separator. */
const INVISIBLE = /[\u2061-\u2064]/g;
const WORD = /^\p{L}{2,}$/u;

function operator(node: XmlNode): string {
  const sign = textOf(node).trim().replace(INVISIBLE, '');
  return WORD.test(sign) ? ` ${sign} ` : sign;
}

/** `open` and `close` are parentheses where nothing else is said. */
function fenced({ attributes, ...node }: XmlNode): string {
  const inside = elementsOf({ attributes, ...node }).map(linear);
  return `${attributes['open'] ?? '('}${inside.join(attributes['separators']?.trim().charAt(0) || ',')}${attributes['close'] ?? ')'}`;
}

/** Numbers and names need no parentheses. */
const group = (text: string): string =>
  /^[-−]?[\p{L}\p{M}\p{N}.,'′∞*]{0,12}$/u.test(text) ? text : parenthesised(text);
const parenthesised = (text: string): string => (/^\([^()]*\)$/.test(text) ? text : `(${text})`);

/** The formula of a document that is nothing else. */
export const formulaOf = (root: XmlNode): XmlNode | undefined => (root.name === 'math' ? root : childOf(root, 'math'));
