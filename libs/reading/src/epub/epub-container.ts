import { isAppError } from '@app/kernel';
import { decodeText } from '../encoding/decode-text.js';
import { readingError } from '../reading.errors.js';
import { attribute } from '../xml/xml-events.js';
import { elementsOf, readXmlTree, type XmlNode } from '../xml/xml-tree.js';
import type { ZipArchive, ZipEntry } from '../zip/zip-archive.js';

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
/** Fonts are made unreadable by these without any key (EPUB 3.3, 4.3; Adobe's older way). */
const FONT_ALGORITHMS: ReadonlySet<string> = new Set([
  'http://www.idpf.org/2008/embedding',
  'http://ns.adobe.com/pdf/enc#RC',
]);

/** The files of an EPUB, by name; names that differ in case only are one, as on the machines that many books come from. */
export class EpubContainer {
  private readonly byKey: ReadonlyMap<string, ZipEntry>;

  constructor(private readonly zip: ZipArchive) {
    this.byKey = new Map(
      zip.entries.filter(({ kind }) => kind === 'file').map((entry) => [entry.name.toLowerCase(), entry]),
    );
  }

  get names(): string[] {
    return [...this.byKey.values()].map(({ name }) => name);
  }

  /** A file's bytes; null where there is none of this name, or it is damaged. Throws `decompression_bomb` and the like. */
  async read(name: string): Promise<Uint8Array | null> {
    const entry = this.byKey.get(name.toLowerCase());
    if (entry === undefined) return null;
    try {
      return await this.zip.readEntry(entry);
    } catch (error) {
      if (isAppError(error) && error.code === 'corrupt_document') return null;
      throw error;
    }
  }

  async tree(name: string): Promise<XmlNode | null> {
    const bytes = await this.read(name);
    return bytes === null ? null : (readXmlTree(decodeText(bytes).text)?.root ?? null);
  }

  /** Name of the package document: what the container tells (EPUB 3.3, 4.2.6.3.1), else the first that looks like one. */
  async packageName(): Promise<string | null> {
    const container = await this.tree(CONTAINER);
    const told = container === null ? undefined : descendants(container).find(({ name }) => name === 'rootfile');
    const path = told === undefined ? undefined : attribute(told.attributes, 'full-path');
    if (path !== undefined && this.byKey.has(path.toLowerCase())) return path;
    return this.names.find((name) => name.toLowerCase().endsWith('.opf')) ?? null;
  }

  /** Throws `encrypted_document` where more than fonts is encrypted (digital rights management). */
  async refuseEncrypted(): Promise<void> {
    const encryption = await this.tree(ENCRYPTION);
    if (encryption === null) return;
    const methods = descendants(encryption).filter(
      ({ name, attributes }) =>
        name === 'EncryptionMethod' && !FONT_ALGORITHMS.has(attribute(attributes, 'Algorithm') ?? ''),
    );
    if (methods.length > 0) throw readingError('encrypted_document');
  }
}

const descendants = (node: XmlNode): XmlNode[] => [node, ...elementsOf(node).flatMap(descendants)];
