import type { OoxmlPackage } from './package.js';
import { attr, elementsOf, textOf, type XmlNode } from './xml-tree.js';

/** Core properties (ECMA-376 part 2, 11.1) by the names that readings of all formats use. */
const CORE: Readonly<Record<string, string>> = {
  title: 'title',
  subject: 'subject',
  creator: 'author',
  keywords: 'keywords',
  description: 'comments',
  category: 'category',
  language: 'language',
  lastModifiedBy: 'lastAuthor',
  created: 'creationDate',
  modified: 'modDate',
  lastPrinted: 'lastPrinted',
  revision: 'revision',
  contentStatus: 'status',
};

/** Extended properties (ECMA-376 part 1, 22.2). */
const EXTENDED: Readonly<Record<string, string>> = {
  Application: 'creator',
  AppVersion: 'creatorVersion',
  Company: 'company',
  Manager: 'manager',
  Template: 'template',
  Pages: 'pages',
  Words: 'words',
  Characters: 'characters',
  Slides: 'slides',
  HiddenSlides: 'hiddenSlides',
  Notes: 'notes',
};

const MAX_VALUE = 1000;
const MAX_CUSTOM = 50;

/** Title, author, dates, application and the author's own properties (as `custom.<name>`). */
export async function propertiesOf(opened: OoxmlPackage): Promise<Record<string, string>> {
  const metadata: Record<string, string> = {};
  const add = (name: string | undefined, node: XmlNode) => {
    const value = textOf(node).trim();
    if (name !== undefined && value !== '') metadata[name] ??= value.slice(0, MAX_VALUE);
  };
  for (const node of await propertyNodes(opened, 'core-properties', 'docProps/core.xml')) add(CORE[node.name], node);
  for (const node of await propertyNodes(opened, 'extended-properties', 'docProps/app.xml'))
    add(EXTENDED[node.name], node);
  const custom = await propertyNodes(opened, 'custom-properties', 'docProps/custom.xml');
  for (const node of custom.slice(0, MAX_CUSTOM)) {
    const name = attr(node, 'name');
    add(name === undefined ? undefined : `custom.${name.slice(0, 100)}`, node);
  }
  return metadata;
}

async function propertyNodes(opened: OoxmlPackage, type: string, usual: string): Promise<readonly XmlNode[]> {
  const [part = usual] = await opened.targetsOf('', type);
  return elementsOf((await opened.tree(part)) ?? undefined);
}
