import { builtInFormat, systemFormat } from '../number-format/built-in-formats.js';
import type { OoxmlPackage } from '../package.js';
import {
  attr,
  childOf,
  childrenOf,
  descendantsOf,
  elementsOf,
  integer,
  isTrue,
  relationAttr,
  textOf,
  type XmlNode,
} from '../xml-tree.js';

export interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

/** What all sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly is1904: boolean;
  readonly strings: SharedStrings;
  /** Number formats by the style of a cell. */
  readonly formats: readonly string[];
  /** Authors of threaded comments by id. */
  readonly people: ReadonlyMap<string, string>;
}

/** The texts that cells refer to by number (ECMA-376 part 1, 18.4.8). */
export interface SharedStrings {
  readonly texts: readonly string[];
  /** False where the rest was beyond the limit. */
  readonly isWhole: boolean;
}

export async function readWorkbook(opened: OoxmlPackage, mainPart: string, maxCharacters: number): Promise<Workbook> {
  const root = await opened.neededTree(mainPart);
  const [strings] = await opened.targetsOf(mainPart, 'sharedstrings');
  const [styles] = await opened.targetsOf(mainPart, 'styles');
  return {
    sheets: await sheetsOf(opened, mainPart, root),
    is1904: isTrue(attr(childOf(root, 'workbookPr'), 'date1904')),
    strings: await readSharedStrings(opened, strings, maxCharacters),
    formats: styles === undefined ? [] : formatsOf(await opened.tree(styles)),
    people: await peopleOf(opened, mainPart),
  };
}

async function sheetsOf(opened: OoxmlPackage, mainPart: string, root: XmlNode): Promise<SheetEntry[]> {
  const sheets: SheetEntry[] = [];
  for (const node of childrenOf(childOf(root, 'sheets'), 'sheet')) {
    const part = await opened.targetOf(mainPart, relationAttr(node, 'id'));
    const isHidden = /hidden/i.test(attr(node, 'state') ?? '');
    // A sheet that is not in the file keeps its place; it cannot be read.
    sheets.push({ name: attr(node, 'name') ?? '', part: part ?? '', isHidden });
  }
  return sheets;
}

/** Characters of shared texts that are kept, as a multiple of those that a reading may have: not all of them need be used. */
const STRINGS_FACTOR = 2;

async function readSharedStrings(
  opened: OoxmlPackage,
  part: string | undefined,
  maxCharacters: number,
): Promise<SharedStrings> {
  const texts: string[] = [];
  let left = STRINGS_FACTOR * maxCharacters;
  if (part === undefined) return { texts, isWhole: true };
  await opened.elements(part, [], (node) => {
    if (node.name !== 'si') return true;
    const text = richText(node);
    texts.push(text);
    // An empty text takes room too.
    left -= text.length + 1;
    return left > 0;
  });
  return { texts, isWhole: left > 0 };
}

/** The text of an item with runs of their own look; how it is pronounced (`rPh`) is not part of it. */
export function richText(node: XmlNode | undefined): string {
  const parts = elementsOf(node).map((part) =>
    part.name === 't' ? textOf(part) : part.name === 'r' ? childrenOf(part, 't').map(textOf).join('') : '',
  );
  return unescaped(parts.join(''));
}

/** `_x000D_` is a character that XML cannot hold (22.9.2.19 `ST_Xstring`). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

function formatsOf(root: XmlNode | null): string[] {
  const node = root ?? undefined;
  const own = new Map(
    childrenOf(childOf(node, 'numFmts'), 'numFmt').map((format) => [
      integer(attr(format, 'numFmtId')) ?? -1,
      systemFormat(unescaped(attr(format, 'formatCode') ?? 'General')),
    ]),
  );
  return childrenOf(childOf(node, 'cellXfs'), 'xf').map((format) => {
    const id = integer(attr(format, 'numFmtId')) ?? 0;
    return own.get(id) ?? builtInFormat(id);
  });
}

async function peopleOf(opened: OoxmlPackage, mainPart: string): Promise<Map<string, string>> {
  const people = new Map<string, string>();
  for (const part of await opened.targetsOf(mainPart, 'person'))
    for (const node of descendantsOf((await opened.tree(part)) ?? undefined, 'person'))
      people.set(attr(node, 'id') ?? '', attr(node, 'displayName') ?? '');
  return people;
}
