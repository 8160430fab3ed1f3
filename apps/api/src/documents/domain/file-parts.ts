import type { DocumentRecord, PageRange, Receipt } from './document.js';

/** Leaves room for the pages in a name of at most 255 characters. */
const LONGEST_STEM = 200;

/** `scan.pdf`, pages 3 to 5: `scan (pages 3-5).pdf` */
export function partFilename(filename: string, [first, last]: PageRange): string {
  const name = filename.slice(filename.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  const pages = first === last ? `page ${first}` : `pages ${first}-${last}`;
  return `${stem.slice(0, LONGEST_STEM).toWellFormed()} (${pages})${extension.slice(0, 20)}`;
}

/** The receipt of a file that was split into so many parts; 0 for one that is whole (again). */
export function withParts(receipt: Receipt, count: number): Receipt {
  const { parts: before = 0, ...rest } = receipt.children;
  const children = { ...rest, found: rest.found - before + count, processed: rest.processed - before + count };
  return { ...receipt, children: count > 0 ? { ...children, parts: count } : children };
}

/** What the reading of a document is kept by: parts have the bytes of their file, and of its pages only some. */
export const contentKeyOf = ({ sha256, pages }: Pick<DocumentRecord, 'sha256' | 'pages'>): string =>
  pages === null ? sha256 : `${sha256}:${pages[0]}-${pages[1]}`;
