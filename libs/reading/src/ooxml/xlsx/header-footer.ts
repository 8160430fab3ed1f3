import { CELL_GAP } from '../../layout/page-layout.js';
import { attr, childOf, isTrue, textOf, type XmlNode } from '../xml-tree.js';

/** What is printed above and below a sheet. */
export interface HeaderFooter {
  readonly header: string;
  readonly footer: string;
}

/** Headers and footers of a sheet: those of odd pages, and of first and even ones where they differ (18.3.1.46). */
export function headerFooterTexts(node: XmlNode): HeaderFooter {
  const kinds = [
    'odd',
    ...(isTrue(attr(node, 'differentFirst')) ? ['first'] : []),
    ...(isTrue(attr(node, 'differentOddEven')) ? ['even'] : []),
  ];
  const textsOf = (place: 'Header' | 'Footer'): string => {
    const texts = kinds.map((kind) => printedText(textOf(childOf(node, kind + place))));
    return [...new Set(texts)].filter((text) => text !== '').join('\n');
  };
  return { header: textsOf('Header'), footer: textsOf('Footer') };
}

/**
 * The text of a header's code (18.3.1.46): `&L`, `&C` and `&R` begin its parts; fonts, sizes and colours say nothing, numbers of
 * pages, dates and the like are not in the file.
 */
export function printedText(code: string): string {
  return code
    .split(/&(?=[LCR])/)
    .map((part, index) => plainPart(index === 0 ? part : part.slice(1)))
    .filter((part) => part !== '')
    .join(CELL_GAP);
}

const plainPart = (part: string): string =>
  part
    .replace(/&(?:"[^"]*"|K[0-9A-F]{6}|K\d{2}[+-]\d{3}|\d{1,3}|([^]))/gi, (_, sign: string | undefined) =>
      sign === '&' ? '&' : '',
    )
    .trim();
