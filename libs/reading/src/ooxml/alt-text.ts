import { attr, type XmlNode } from './xml-tree.js';

/** What Office adds to descriptions that it wrote by itself. */
const GENERATED =
  /Description automatically generated(?: with \w+ confidence)?\.?|AI-generated content may be incorrect\./gi;
/** Longer descriptions are cut. */
const MAX_LENGTH = 2000;
const FILE_NAME =
  /^\S*[^\s.]\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp|pdf|docx?|xlsx?|pptx?)$|[\\/]\S+[\\/]|^https?:/i;
/** What Excel writes for charts; it repeats the title. */
const CHART = /^Chart type: /;

/**
 * The description of a picture or shape that stands for it where it cannot be seen; empty where there is none or it only names a
 * file.
 */
export function altText(node: XmlNode | undefined): string {
  const raw = (attr(node, 'descr') ?? attr(node, 'alt') ?? '').slice(0, MAX_LENGTH);
  const described = raw.replace(/\s+/g, ' ').replace(GENERATED, '').trim();
  return FILE_NAME.test(described) || CHART.test(described) ? '' : described;
}
