import { isAppError } from '@app/kernel';
import { readingError } from '../reading.errors.js';
import type { ReadInput, ReadingLimits } from '../readers/format-reader.js';
import { ZipArchive, type ZipEntry } from '../zip/zip-archive.js';
import { mediaTypeOfMainPart } from './media-types.js';
import { attr, elementsOf, readElements, readTree, type XmlNode } from './xml-tree.js';

const CONTENT_TYPES_PART = '[Content_Types].xml';

/** A relationship of a part to another part, or to something outside of the file. */
export interface Relationship {
  readonly id: string;
  /** The last piece of the type's URI, lower case, the same in transitional and strict files: `image`, `oleobject`, `chart`. */
  readonly type: string;
  /** A part's name, or a URI where `isExternal`. */
  readonly target: string;
  readonly isExternal: boolean;
}

interface ContentTypes {
  readonly byPart: ReadonlyMap<string, string>;
  readonly byExtension: ReadonlyMap<string, string>;
}

/** The media type of an Office Open XML file by the content type of its main part; null where it is none. */
export async function ooxmlMediaTypeOf(zip: ZipArchive): Promise<string | null> {
  const entry = zip.entries.find(({ name }) => partKey(name) === partKey(CONTENT_TYPES_PART));
  if (entry === undefined) return null;
  const { byPart, byExtension } = contentTypesOf(readTree(await zip.readEntry(entry)));
  for (const type of [...byPart.values(), ...byExtension.values()]) {
    const mediaType = mediaTypeOfMainPart(type);
    if (mediaType !== null) return mediaType;
  }
  return null;
}

/** An Open Packaging Conventions file (ECMA-376 part 2): parts, their content types and their relationships. */
export class OoxmlPackage {
  private readonly byKey: ReadonlyMap<string, ZipEntry>;
  private readonly relationships = new Map<string, ReadonlyMap<string, Relationship>>();
  private contentTypes: ContentTypes = { byPart: new Map(), byExtension: new Map() };
  private hasDamage: boolean;

  private constructor(private readonly zip: ZipArchive) {
    this.hasDamage = zip.isDamaged;
    this.byKey = new Map(
      zip.entries.filter(({ kind }) => kind === 'file').map((entry) => [partKey(entry.name), entry]),
    );
  }

  /** Throws as `ZipArchive.openDamaged` does. */
  static async open(bytes: Uint8Array, limits: ReadingLimits): Promise<OoxmlPackage> {
    const zip = await ZipArchive.openDamaged(bytes, {
      maxEntries: limits.maxEntries,
      maxBytes: limits.maxInflatedBytes,
    });
    const opened = new OoxmlPackage(zip);
    const types = await opened.tree(CONTENT_TYPES_PART);
    if (types !== null) opened.contentTypes = contentTypesOf(types);
    return opened;
  }

  /** True where some part was asked for that could not be read to its end. */
  get isDamaged(): boolean {
    return this.hasDamage;
  }

  has(part: string): boolean {
    return this.byKey.has(partKey(part));
  }

  /** Bytes as the file claims, 0 where the part is missing. */
  sizeOf(part: string): number {
    return this.byKey.get(partKey(part))?.size ?? 0;
  }

  /** Lower case; empty where the file does not say. */
  contentTypeOf(part: string): string {
    const key = partKey(part);
    const { byPart, byExtension } = this.contentTypes;
    return byPart.get(key) ?? byExtension.get(key.slice(key.lastIndexOf('.') + 1)) ?? '';
  }

  /**
   * The name of the main part: what the package's relationships say, else what has a main part's content type, else the usual
   * name. Throws `corrupt_document` where none of them is there, `unsupported_media_type` where it is not XML.
   */
  async mainPart(usualName: string): Promise<string> {
    const related = (await this.relationshipsOf('')).find(({ type }) => type === 'officedocument')?.target;
    const candidates = [related, this.typedMainPart(), usualName];
    const found = candidates.find((name) => name !== undefined && this.has(name));
    if (found === undefined) throw readingError('corrupt_document');
    // Excel's binary workbooks are packages too.
    if (/\.bin$/i.test(found)) throw readingError('unsupported_media_type');
    return found;
  }

  /** Throws as `ZipArchive.readEntry` does. */
  async bytes(part: string): Promise<Uint8Array | null> {
    const entry = this.byKey.get(partKey(part));
    return entry === undefined ? null : this.zip.readEntry(entry);
  }

  /** A part as a tree; null where it is missing or damaged. */
  async tree(part: string): Promise<XmlNode | null> {
    try {
      const bytes = await this.bytes(part);
      if (bytes === null) return null;
      const tree = readTree(bytes);
      if (tree === null) throw readingError('corrupt_document');
      return tree;
    } catch (error) {
      this.noteDamage(error);
      return null;
    }
  }

  /** As `tree`, of a part without which there is nothing to read. Throws `corrupt_document`. */
  async neededTree(part: string): Promise<XmlNode> {
    const tree = await this.tree(part);
    if (tree === null) throw readingError('corrupt_document');
    return tree;
  }

  /** As `readElements`. Of a damaged part its beginning is read; false where there is none. */
  async elements(
    part: string,
    containers: readonly string[],
    onElement: (node: XmlNode) => boolean | void,
  ): Promise<boolean> {
    const entry = this.byKey.get(partKey(part));
    let given = 0;
    try {
      if (entry === undefined) throw readingError('corrupt_document');
      await readElements(this.zip.stream(entry), new Set(containers), (node) => {
        given++;
        return onElement(node);
      });
      return true;
    } catch (error) {
      this.noteDamage(error);
      return given > 0;
    }
  }

  /** In the order of the file; `''` stands for the package itself. */
  async relationshipsOf(part: string): Promise<readonly Relationship[]> {
    return [...(await this.relationshipsById(part)).values()];
  }

  /** The part that a relationship's id stands for; undefined where it is outside or missing. */
  async targetOf(part: string, id: string | undefined): Promise<string | undefined> {
    const found = id === undefined ? undefined : (await this.relationshipsById(part)).get(id);
    return found === undefined || found.isExternal || !this.has(found.target) ? undefined : found.target;
  }

  /** The parts that a part is related to in this way, without those that are missing. */
  async targetsOf(part: string, type: string): Promise<readonly string[]> {
    const all = await this.relationshipsOf(part);
    return all
      .filter((relationship) => relationship.type === type && !relationship.isExternal && this.has(relationship.target))
      .map(({ target }) => target);
  }

  private async relationshipsById(part: string): Promise<ReadonlyMap<string, Relationship>> {
    const known = this.relationships.get(part);
    if (known !== undefined) return known;
    const tree = await this.tree(relationshipsPartOf(part));
    const found = elementsOf(tree ?? undefined).flatMap((node) => relationshipOf(node, part));
    const byId = new Map(found.map((relationship, index) => [relationship.id || `#${index}`, relationship]));
    this.relationships.set(part, byId);
    return byId;
  }

  /** Damage is remembered; anything else, as a bomb, ends the reading. */
  private noteDamage(error: unknown): void {
    if (!isAppError(error) || error.code !== 'corrupt_document') throw error;
    this.hasDamage = true;
  }

  private typedMainPart(): string | undefined {
    for (const [part, type] of this.contentTypes.byPart) if (mediaTypeOfMainPart(type) !== null) return part;
    return undefined;
  }
}

/** Part names are compared without regard to case (ECMA-376 part 2, 9.1.1.3); some writers use the slashes of Windows. */
const partKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

function contentTypesOf(root: XmlNode | null): ContentTypes {
  const byPart = new Map<string, string>();
  const byExtension = new Map<string, string>();
  for (const node of elementsOf(root ?? undefined)) {
    const type = attr(node, 'ContentType')?.toLowerCase() ?? '';
    if (node.name === 'Override') byPart.set(partKey(attr(node, 'PartName') ?? ''), type);
    if (node.name === 'Default') byExtension.set(attr(node, 'Extension')?.toLowerCase() ?? '', type);
  }
  return { byPart, byExtension };
}

/** `word/document.xml` -> `word/_rels/document.xml.rels`. */
function relationshipsPartOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function relationshipOf(node: XmlNode, part: string): Relationship[] {
  const target = attr(node, 'Target');
  if (node.name !== 'Relationship' || target === undefined) return [];
  const isExternal = attr(node, 'TargetMode')?.toLowerCase() === 'external';
  const type = (attr(node, 'Type') ?? '').toLowerCase();
  return [
    {
      id: attr(node, 'Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: isExternal ? target : resolvePart(part, target),
      isExternal,
    },
  ];
}

/** A reference as RFC 3986 resolves it, against the part that has it. */
export function resolvePart(from: string, reference: string): string {
  const path = decoded(reference.replaceAll('\\', '/').replace(/[#?].*$/, ''));
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  return steps.join('/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What a file is by its own list of contents: detection sees only its beginning. Null where the list says nothing. */
export async function refineOoxml(input: ReadInput): Promise<string | null> {
  const { maxEntries, maxInflatedBytes: maxBytes } = input.limits;
  return ooxmlMediaTypeOf(await ZipArchive.openDamaged(input.bytes, { maxEntries, maxBytes }));
}
