import { elementsOf, type XmlNode } from '../ooxml/xml-tree.js';
import { type ListLevel, listLevels } from './odf-list-levels.js';

interface Style {
  readonly parent: string | undefined;
  readonly displayName: string;
  /** Properties that decide what is shown, of all `style:*-properties` together. */
  readonly properties: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly listLevels: readonly ListLevel[] | null;
}

export type StyleFamily =
  | 'paragraph'
  | 'text'
  | 'table'
  | 'table-row'
  | 'table-column'
  | 'drawing-page'
  | 'section'
  | 'graphic'
  | 'presentation';

/** Styles that inherit from each other; deeper chains are loops. */
const MAX_PARENTS = 32;

/**
 * The styles of a document (OpenDocument 1.3, part 3, 16), common and automatic ones, as far as they decide what is shown. Attributes are
 * asked for by their usual prefixes, which all writers use.
 */
export class OdfStyles {
  private readonly styles = new Map<string, Style>();
  private readonly lists = new Map<string, readonly ListLevel[]>();
  /** Numbers of headings. */
  outline: readonly ListLevel[] = [];
  /** In the order of the file. */
  readonly masterPages = new Map<string, XmlNode>();
  /** Headers and footers that slides use by name (`presentation:footer-decl`). */
  readonly declarations = new Map<string, XmlNode>();

  /** Adds the styles below a root element: of `styles.xml`, `content.xml` or a flat file. */
  add(root: XmlNode): void {
    for (const part of elementsOf(root)) {
      if (part.name === 'master-styles') this.addMasterPages(part);
      else if (part.name === 'styles' || part.name === 'automatic-styles')
        for (const node of elementsOf(part)) this.addStyle(node);
    }
  }

  /** A property of a style, its own or inherited. */
  property(family: StyleFamily, name: string | undefined, property: string): string | undefined {
    return this.inherited(family, name, (style) => style.properties[property]);
  }

  /** An attribute of a style, its own or inherited. */
  attribute(family: StyleFamily, name: string | undefined, attribute: string): string | undefined {
    return this.inherited(family, name, (style) => style.attributes[attribute]);
  }

  /** True of text that is not shown (`text:display`). */
  isHidden(family: 'paragraph' | 'text' | 'section', name: string | undefined): boolean {
    return this.property(family, name, 'text:display') === 'none';
  }

  /** True where a style or one that it inherits from has this name, as people see it. */
  isNamed(family: StyleFamily, name: string | undefined, displayName: string): boolean {
    return this.inherited(family, name, (style) => (style.displayName === displayName ? true : undefined)) ?? false;
  }

  listStyle(name: string | undefined): readonly ListLevel[] | null {
    return name === undefined ? null : (this.lists.get(name) ?? null);
  }

  /** Lists of shapes have their style inside that of the shape. */
  shapeListStyle(family: 'graphic' | 'presentation', name: string | undefined): readonly ListLevel[] | null {
    return this.inherited(family, name, (style) => style.listLevels ?? undefined) ?? null;
  }

  private inherited<T>(
    family: StyleFamily,
    name: string | undefined,
    pick: (style: Style) => T | undefined,
  ): T | undefined {
    let at = name;
    for (let steps = 0; at !== undefined && steps < MAX_PARENTS; steps++) {
      const style: Style | undefined = this.styles.get(`${family} ${at}`);
      if (style === undefined) return undefined;
      const found = pick(style);
      if (found !== undefined) return found;
      at = style.parent;
    }
    return undefined;
  }

  private addStyle(node: XmlNode): void {
    const { attributes } = node;
    const name = attributes['style:name'] ?? '';
    if (node.name === 'list-style') this.lists.set(name, listLevels(node));
    else if (node.name === 'outline-style') this.outline = listLevels(node);
    else if (node.name === 'style')
      this.styles.set(`${attributes['style:family'] ?? ''} ${name}`, {
        parent: attributes['style:parent-style-name'],
        displayName: attributes['style:display-name'] ?? name,
        properties: propertiesOf(node),
        attributes,
        listLevels: listInside(node),
      });
  }

  private addMasterPages(part: XmlNode): void {
    for (const node of elementsOf(part))
      if (node.name === 'master-page') this.masterPages.set(node.attributes['style:name'] ?? '', node);
  }
}

/** StarOffice and OpenOffice 1 have one element for all: `style:properties`. */
const propertiesOf = (node: XmlNode): Record<string, string> =>
  Object.assign(
    {},
    ...elementsOf(node)
      .filter(({ name }) => name.endsWith('properties'))
      .map(({ attributes }) => attributes),
  ) as Record<string, string>;

function listInside(node: XmlNode): readonly ListLevel[] | null {
  for (const properties of elementsOf(node))
    for (const inside of elementsOf(properties)) if (inside.name === 'list-style') return listLevels(inside);
  return null;
}
