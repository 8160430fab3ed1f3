import { attr, childOf, childrenOf, descendantsOf, integer, isOn, isTrue, val, type XmlNode } from '../xml-tree.js';

/** What a run looks like, as far as it decides whether people see it and whether it is bold. */
export interface RunLook {
  readonly isVanished?: boolean;
  readonly isBold?: boolean;
  /** Half points. */
  readonly size?: number;
  /** Six hexadecimal digits, upper case, or `AUTO`. */
  readonly color?: string;
  readonly font?: string;
  readonly isRaised?: boolean;
}

/** A style with what it inherits. */
export interface Style {
  readonly id: string;
  /** Lower case; built-in styles have English names in every language, only their ids are translated. */
  readonly name: string;
  /** 0 to 8 are headings, 9 is body text. */
  readonly outlineLevel?: number;
  readonly numberingId?: string;
  readonly numberingLevel?: number;
  readonly look: RunLook;
  /** Of table styles. */
  readonly hasBorders: boolean;
  /** Of table styles: the first row looks different. */
  readonly hasHeaderRow: boolean;
}

const NO_STYLE: Style = { id: '', name: '', look: {}, hasBorders: false, hasHeaderRow: false };

/** Styles are based on each other at most so many times (Word allows eleven levels); more are cut, and circles end. */
const MAX_INHERITANCE = 20;

/** The styles of a document (ECMA-376 part 1, 17.7). */
export class StyleSheet {
  private readonly nodes: ReadonlyMap<string, XmlNode>;
  private readonly resolved = new Map<string, Style>();
  private readonly defaults: ReadonlyMap<string, string>;
  private readonly documentLook: RunLook;

  constructor(root: XmlNode | null) {
    const styles = childrenOf(root ?? undefined, 'style');
    this.nodes = new Map(styles.map((node) => [attr(node, 'styleId') ?? '', node]));
    this.defaults = new Map(
      styles
        .filter((node) => isTrue(attr(node, 'default')))
        .map((node) => [attr(node, 'type') ?? '', attr(node, 'styleId') ?? '']),
    );
    const defaults = childOf(childOf(root ?? undefined, 'docDefaults'), 'rPrDefault');
    this.documentLook = lookOf(childOf(defaults, 'rPr'));
  }

  /** A style by id; where it is missing, the default of its kind, which its id may still name. */
  style(id: string | undefined, kind: 'paragraph' | 'character' | 'table'): Style {
    const wanted = id ?? this.defaults.get(kind);
    if (wanted === undefined) return { ...NO_STYLE, look: kind === 'paragraph' ? this.documentLook : {} };
    const known = this.resolved.get(wanted);
    if (known !== undefined) return known;
    const style = this.resolve(wanted, kind === 'paragraph' ? this.documentLook : {});
    this.resolved.set(wanted, style);
    return style;
  }

  private resolve(id: string, base: RunLook): Style {
    const chain: XmlNode[] = [];
    let at = this.nodes.get(id);
    while (at !== undefined && chain.length < MAX_INHERITANCE && !chain.includes(at)) {
      chain.unshift(at);
      at = this.nodes.get(val(childOf(at, 'basedOn')) ?? '');
    }
    const start: Style = { ...NO_STYLE, id, name: spacedName(id), look: base };
    return chain.reduce(withStyle, start);
  }
}

/** Without a list of styles the id is all there is: `Heading1`, `ListParagraph`. */
const spacedName = (id: string): string => id.replace(/(?<=[a-z])(?=[A-Z\d])/g, ' ').toLowerCase();

function withStyle(base: Style, node: XmlNode): Style {
  const paragraph = childOf(node, 'pPr');
  const numbering = childOf(paragraph, 'numPr');
  return {
    id: base.id,
    name: (val(childOf(node, 'name')) ?? base.name).toLowerCase(),
    ...optional('outlineLevel', integer(val(childOf(paragraph, 'outlineLvl'))) ?? base.outlineLevel),
    ...optional('numberingId', val(childOf(numbering, 'numId')) ?? base.numberingId),
    ...optional('numberingLevel', integer(val(childOf(numbering, 'ilvl'))) ?? base.numberingLevel),
    look: { ...base.look, ...lookOf(childOf(node, 'rPr')) },
    hasBorders: base.hasBorders || hasBorders(childOf(childOf(node, 'tblPr'), 'tblBorders')),
    hasHeaderRow: base.hasHeaderRow || childrenOf(node, 'tblStylePr').some((part) => attr(part, 'type') === 'firstRow'),
  };
}

const optional = <K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { [key in K]?: V };

/** What run properties say; what they do not say is absent. */
export function lookOf(properties: XmlNode | undefined): RunLook {
  if (properties === undefined) return {};
  const vanish = childOf(properties, 'vanish');
  const bold = childOf(properties, 'b');
  const fonts = childOf(properties, 'rFonts');
  const align = val(childOf(properties, 'vertAlign'));
  return {
    ...optional('isVanished', vanish === undefined ? undefined : isOn(vanish)),
    ...optional('isBold', bold === undefined ? undefined : isOn(bold)),
    ...optional('size', integer(val(childOf(properties, 'sz')))),
    ...optional('color', val(childOf(properties, 'color'))?.toUpperCase()),
    ...optional('isRaised', align === undefined ? undefined : align === 'superscript'),
    ...optional('font', attr(fonts, 'ascii') ?? attr(fonts, 'hAnsi')),
  };
}

/** True where some border is drawn. */
export const hasBorders = (borders: XmlNode | undefined): boolean =>
  borders !== undefined &&
  ['top', 'left', 'start', 'bottom', 'right', 'end', 'insideH', 'insideV'].some((side) =>
    descendantsOf(borders, side).some((border) => !/^(?:none|nil)$/.test(val(border) ?? 'none')),
  );
