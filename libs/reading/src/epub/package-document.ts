import { attribute, type XmlAttributes } from '../xml/xml-events.js';
import { elementsOf, textOf, type XmlNode } from '../xml/xml-tree.js';

/** A file of the book, by its name in the archive. */
export interface ManifestItem {
  readonly name: string;
  readonly mediaType: string;
}

/** What an EPUB's package document says (EPUB 3.3, 5): its files, their reading order, and what the book is. */
export interface PackageDocument {
  readonly items: readonly ManifestItem[];
  /** In reading order; null for an entry that names no file. */
  readonly spine: readonly (ManifestItem | null)[];
  readonly metadata: Readonly<Record<string, string>>;
}

/** Elements of Dublin Core, and the keys under which a reading has them. */
const DUBLIN_CORE: Readonly<Record<string, string>> = {
  title: 'title',
  creator: 'author',
  language: 'language',
  date: 'creationDate',
  publisher: 'publisher',
  description: 'description',
  subject: 'keywords',
  identifier: 'identifier',
  rights: 'rights',
};
const MAX_VALUE = 2000;

/** `name`: that of the package document in the archive; the files' names are relative to it. */
export function readPackageDocument(root: XmlNode, name: string): PackageDocument {
  const byId = new Map<string, ManifestItem>();
  for (const { attributes } of partsOf(root, 'manifest', 'item')) {
    const href = attribute(attributes, 'href');
    if (href !== undefined) byId.set(attribute(attributes, 'id') ?? href, itemOf(attributes, resolveName(name, href)));
  }
  const spine = partsOf(root, 'spine', 'itemref').map(
    (part) => byId.get(attribute(part.attributes, 'idref') ?? '') ?? null,
  );
  return { items: [...byId.values()], spine, metadata: metadataOf(root) };
}

const itemOf = (attributes: XmlAttributes, name: string): ManifestItem => ({
  name,
  mediaType: attribute(attributes, 'media-type')?.trim().toLowerCase() ?? '',
});

const partsOf = (root: XmlNode, parent: string, child: string): XmlNode[] =>
  elementsOf(root)
    .filter(({ name }) => name === parent)
    .flatMap(elementsOf)
    .filter(({ name }) => name === child);

function metadataOf(root: XmlNode): Record<string, string> {
  const values = new Map<string, string[]>();
  const parts = elementsOf(root).filter(({ name }) => name === 'metadata');
  // EPUB 2 may have them one element further down.
  for (const node of parts.flatMap((part) => elementsOf(part).flatMap((child) => [child, ...elementsOf(child)]))) {
    const key = Object.hasOwn(DUBLIN_CORE, node.name) ? DUBLIN_CORE[node.name] : undefined;
    const value = textOf(node);
    if (key !== undefined && value !== '') values.set(key, [...(values.get(key) ?? []), value]);
  }
  return Object.fromEntries(
    [...values].map(([key, all]) => [
      key,
      (key === 'author' || key === 'keywords' ? all.join(', ') : (all[0] ?? '')).slice(0, MAX_VALUE),
    ]),
  );
}

/** A file's name in the archive from an address relative to another file. */
export function resolveName(from: string, href: string): string {
  const path = safeDecode(href.split('#', 1)[0] ?? '');
  const folders = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '' && step !== '.') folders.push(step);
  }
  return folders.join('/');
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
