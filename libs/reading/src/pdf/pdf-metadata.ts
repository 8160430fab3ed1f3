import { readXml } from '../xml/xml-events.js';
import { type Pdfium, readUtf16, withAscii } from './pdfium.js';

/** Entries of the document information dictionary (ISO 32000-1, table 317). */
const INFO_TAGS = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'CreationDate', 'ModDate'] as const;

/** Properties of XMP (ISO 16684-1; ISO 32000-2, 14.3.3) that say the same. */
const XMP_KEYS: Readonly<Record<string, string>> = {
  'dc:title': 'title',
  'dc:creator': 'author',
  'dc:description': 'subject',
  'pdf:Keywords': 'keywords',
  'xmp:CreatorTool': 'creator',
  'pdf:Producer': 'producer',
  'xmp:CreateDate': 'creationDate',
  'xmp:ModifyDate': 'modDate',
  'dc:language': 'language',
  // Factur-X 1.0 and Order-X 1.0, XMP extension schema: what the XML inside is.
  'fx:DocumentType': 'documentType',
};

/** What a document says of itself, keys in camel case (`title`, `creationDate`, …); its outline as indented lines. */
export function readMetadata(pdfium: Pdfium, document: number, bytes: Uint8Array): Record<string, string> {
  const metadata: Record<string, string> = {};
  for (const tag of INFO_TAGS) {
    const value = withAscii(pdfium, tag, (name) =>
      readUtf16(pdfium, (buffer, length) => pdfium.call.FPDF_GetMetaText(document, name, buffer, length)),
    ).trim();
    if (value !== '') metadata[tag.charAt(0).toLowerCase() + tag.slice(1)] = value;
  }
  for (const [key, values] of readXmp(bytes)) {
    // A title may stand in several languages, of which the first is the default; authors are several people.
    const isFuller = key === 'author' && values.length > 1;
    if (metadata[key] === undefined || isFuller) metadata[key] = isFuller ? values.join(', ') : (values[0] ?? '');
  }
  const outline = readOutline(pdfium, document);
  if (outline !== '') metadata['outline'] = outline;
  return metadata;
}

/** A longer packet is no metadata. */
const MAX_XMP_BYTES = 1 << 20;
const MAX_XMP_VALUE = 2000;

/** The document's XMP packet: it stands in the file without compression, so that programs which know no PDF find it. */
function readXmp(bytes: Uint8Array): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = lastPacket(file);
  const end = start < 0 ? -1 : file.indexOf('</x:xmpmeta>', start);
  if (end < 0 || end - start > MAX_XMP_BYTES) return found;
  const add = (property: string | undefined, value: string): void => {
    const key = property === undefined ? undefined : XMP_KEYS[property];
    const text = value.trim().slice(0, MAX_XMP_VALUE);
    if (key === undefined || text === '') return;
    const values = found.get(key);
    if (values === undefined) found.set(key, [text]);
    else if (!values.includes(text)) values.push(text);
  };
  let property: string | undefined;
  let content = '';
  readXml(file.toString('utf8', start, end + '</x:xmpmeta>'.length), {
    open: (name, attributes) => {
      content = '';
      property = PROPERTY_OF[name] ?? property;
      for (const key in attributes) if (key in XMP_KEYS) add(key, attributes[key] ?? '');
    },
    text: (text) => {
      content += text;
    },
    close: (name) => {
      add(property, content);
      content = '';
      if (name in PROPERTY_OF) property = undefined;
    },
  });
  return found;
}

/** Where the last packet begins: what was appended to a file last holds. Searching from the end is much slower. */
function lastPacket(file: Buffer): number {
  let last = -1;
  for (let at = file.indexOf(PACKET); at >= 0; at = file.indexOf(PACKET, at + PACKET.length)) last = at;
  return last;
}
const PACKET = '<x:xmpmeta';

/** Properties by their names without prefix, as they stand as elements. */
const PROPERTY_OF: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(XMP_KEYS).map((key) => [key.slice(key.indexOf(':') + 1), key]),
);

/** Entries of an outline that are kept, and how deep they nest. */
const MAX_OUTLINE = 1000;
const MAX_OUTLINE_DEPTH = 12;
const MAX_TITLE = 200;

/** The titles of the bookmarks, one a line, two spaces for each step down. Lists that lead back into themselves end. */
function readOutline(pdfium: Pdfium, document: number): string {
  const { call } = pdfium;
  const seen = new Set<number>();
  const lines: string[] = [];
  const walk = (parent: number, depth: number): void => {
    let bookmark = call.FPDFBookmark_GetFirstChild(document, parent);
    while (bookmark !== 0 && !seen.has(bookmark) && lines.length < MAX_OUTLINE) {
      seen.add(bookmark);
      const title = titleOf(pdfium, bookmark);
      if (title !== '') lines.push('  '.repeat(depth) + title);
      if (depth < MAX_OUTLINE_DEPTH) walk(bookmark, depth + 1);
      bookmark = call.FPDFBookmark_GetNextSibling(document, bookmark);
    }
  };
  walk(0, 0);
  return lines.join('\n');
}

const titleOf = (pdfium: Pdfium, bookmark: number): string =>
  readUtf16(pdfium, (buffer, length) => pdfium.call.FPDFBookmark_GetTitle(bookmark, buffer, length))
    .slice(0, MAX_TITLE)
    .replace(/\s+/g, ' ')
    .trim();
