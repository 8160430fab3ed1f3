/** An element without its namespace prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Own text without that of children, trimmed. */
  readonly text: string;
}

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decode = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function attributesOf(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', quoted = ''] of source.matchAll(/([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g))
    attributes[localName(name)] = decode(quoted.slice(1, -1));
  return attributes;
}

const PIECE =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
/** Larger than any invoice seen in practice; embedded attachments are inside as base64. */
const MAX_XML = 20_000_000;
const MAX_DEPTH = 100;

/**
 * The root element of a small XML document, or null where it is not well formed. Entities of a DTD are not expanded,
 * so that nothing can grow or be fetched.
 */
export function readXml(source: string): XmlElement | null {
  if (source.length > MAX_XML) return null;
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const stack: Open[] = [root];
  for (const piece of source.matchAll(PIECE)) if (!take(stack, piece)) return null;
  return stack.length === 1 ? (root.children[0] ?? null) : null;
}

/** Takes in one piece of markup or text; false where it cannot stand here. */
function take(stack: Open[], [, cdata, closing, name, attributes = '', empty, text]: RegExpExecArray): boolean {
  const top = stack.at(-1);
  if (!top) return false;
  if (name === undefined) {
    top.text += cdata ?? (text === undefined ? '' : decode(text));
    return true;
  }
  if (closing === '/') {
    if (stack.length < 2 || top.name !== localName(name)) return false;
    close(stack);
    return true;
  }
  if (stack.length > MAX_DEPTH) return false;
  stack.push({ name: localName(name), attributes: attributesOf(attributes), children: [], text: '' });
  if (empty === '/') close(stack);
  return true;
}

function close(stack: Open[]): void {
  const done = stack.pop();
  if (done) stack.at(-1)?.children.push({ ...done, text: done.text.trim() });
}

/** An element and the path on which it was found. */
export interface XmlHit {
  readonly element: XmlElement;
  readonly path: string;
}

/** Elements at a path such as `A/B|C/D`: steps are children, `|` parts the names that a step may have. */
export function atPath(from: XmlHit, path: string): XmlHit[] {
  return path.split('/').reduce<XmlHit[]>(
    (hits, step) => {
      const names = step.split('|');
      return hits.flatMap((hit) =>
        hit.element.children
          .filter((child) => names.includes(child.name))
          .map((element) => ({ element, path: `${hit.path}/${element.name}` })),
      );
    },
    [from],
  );
}
