import type { OoxmlPackage } from '../package.js';
import { attr, childOf, descendantsOf, elementsOf, integer, isTrue, type XmlNode } from '../xml-tree.js';
import type { SlideRect } from './reading-order.js';

/** What a shape of a slide fills: a place that the slide's layout and master describe. */
export interface Placeholder {
  /** `title`, `body`, `ftr` and so on; `obj` where it is not said (ECMA-376 part 1, 19.7.10). */
  readonly type: string;
  readonly index: string | undefined;
}

export const TITLES = new Set(['title', 'ctrTitle']);

/** The layout of a slide and the master behind it. */
export interface Design {
  readonly layout: DesignPart | null;
  readonly master: DesignPart | null;
}

export interface DesignPart {
  readonly part: string;
  readonly root: XmlNode;
  readonly placeholders: readonly { readonly placeholder: Placeholder; readonly shape: XmlNode }[];
  /** False where the slides on it do not show the shapes of the part behind it. */
  readonly showsBehind: boolean;
}

/** Layouts and masters, read once. */
export class Designs {
  private readonly parts = new Map<string, DesignPart | null>();

  constructor(private readonly opened: OoxmlPackage) {}

  async of(slidePart: string): Promise<Design> {
    const layout = await this.related(slidePart, 'slidelayout');
    return { layout, master: layout === null ? null : await this.related(layout.part, 'slidemaster') };
  }

  private async related(part: string, type: string): Promise<DesignPart | null> {
    const [target] = await this.opened.targetsOf(part, type);
    if (target === undefined) return null;
    const known = this.parts.get(target);
    if (known !== undefined) return known;
    const root = await this.opened.tree(target);
    const read = root === null ? null : designPart(target, root);
    this.parts.set(target, read);
    return read;
  }
}

const designPart = (part: string, root: XmlNode): DesignPart => ({
  part,
  root,
  placeholders: descendantsOf(root, 'sp').flatMap((shape) => {
    const placeholder = placeholderOf(shape);
    return placeholder === null ? [] : [{ placeholder, shape }];
  }),
  showsBehind: isTrue(attr(root, 'showMasterSp') ?? 'true'),
});

/** Null where a shape stands for itself. */
export function placeholderOf(shape: XmlNode): Placeholder | null {
  const properties = elementsOf(shape).find(({ name }) => /^nv\w*Pr$/.test(name));
  const node = childOf(childOf(properties, 'nvPr'), 'ph');
  return node === undefined ? null : { type: attr(node, 'type') ?? 'obj', index: attr(node, 'idx') };
}

/** The shapes that a placeholder takes its place and its look from: the layout's, then the master's. */
export function inheritedShapes(placeholder: Placeholder | null, { layout, master }: Design): XmlNode[] {
  if (placeholder === null) return [];
  const own = layout?.placeholders.find(
    ({ placeholder: other }) =>
      (placeholder.index !== undefined && other.index === placeholder.index) ||
      (placeholder.index === undefined && sameType(other.type, placeholder.type)),
  );
  const type = own?.placeholder.type ?? placeholder.type;
  const behind = master?.placeholders.find(({ placeholder: other }) => sameType(other.type, type));
  return [own, behind].flatMap((found) => (found === undefined ? [] : [found.shape]));
}

/** Masters have one title, and one body for all kinds of content. */
const sameType = (a: string, b: string): boolean => general(a) === general(b);
const general = (type: string): string =>
  TITLES.has(type) ? 'title' : /^(?:dt|ftr|sldNum|hdr)$/.test(type) ? type : 'body';

/** The place of a shape, its own or the first that it inherits. */
export function rectOf(shapes: readonly XmlNode[]): SlideRect | null {
  for (const shape of shapes) {
    const properties = elementsOf(shape).find(({ name }) => /^(?:grpSpPr|spPr|xfrm)$/.test(name));
    const transform = properties?.name === 'xfrm' ? properties : childOf(properties, 'xfrm');
    const offset = childOf(transform, 'off');
    const extent = childOf(transform, 'ext');
    const [left, top] = [integer(attr(offset, 'x')), integer(attr(offset, 'y'))];
    const [width, height] = [integer(attr(extent, 'cx')), integer(attr(extent, 'cy'))];
    if (left !== undefined && top !== undefined && width !== undefined && height !== undefined)
      return { left, top, width, height };
  }
  return null;
}
