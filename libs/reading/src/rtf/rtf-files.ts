import { ChildCollector } from '../children/child-collector.js';
import { ByteView } from '../compound/byte-view.js';
import { withBitmapHeader } from '../compound/office-art/pictures.js';
import { type EmbeddedFile, nameByContent, readPackage, unpackOleObject } from '../compound/ole-object.js';
import type { ReadingLimits } from '../readers/format-reader.js';
import type { RtfFile } from './rtf-document.js';

/** Takes the files out of an RTF: pictures, and what is embedded as OLE objects. */
export async function childrenOf(files: readonly RtfFile[], limits: ReadingLimits): Promise<ChildCollector> {
  const children = new ChildCollector(limits);
  for (const [index, file] of files.entries()) {
    const base = `${file.kind}-${index + 1}`;
    if (file.kind === 'picture') await addPicture(children, base, file);
    else await addObject(children, base, file);
  }
  return children;
}

/** Metafiles are drawings that repeat what stands in the text, mostly as previews of objects. */
const METAFILES = new Set(['emfblip', 'wmetafile', 'macpict', 'pmmetafile', 'wbitmap']);

async function addPicture(children: ChildCollector, base: string, { format, bytes }: RtfFile): Promise<void> {
  if (METAFILES.has(format)) return children.skip(base, 'metafile');
  const picture = format === 'dibitmap' ? withBitmapHeader(bytes) : bytes;
  await children.addPicture(await nameByContent(base, picture), picture);
}

async function addObject(children: ChildCollector, base: string, { format, bytes }: RtfFile): Promise<void> {
  const file = embeddedIn(bytes);
  if (file === null) return children.skip(format === '' ? base : `${base} (${format})`, 'unreadable_object');
  await children.add(file.name === '' ? await nameByContent(base, file.bytes) : file.name, file.bytes);
}

/** Formats of objects that hold their data, not a link to it ([MS-OLEDS] 2.2.4). */
const EMBEDDED = 2;

/** An OLE 1.0 embedded object ([MS-OLEDS] 2.2.5): class, two names, the native data. */
function embeddedIn(bytes: Uint8Array): EmbeddedFile | null {
  const view = new ByteView(bytes);
  if (view.u32(4) !== EMBEDDED) return null;
  const program = ansiAt(view, 8);
  const topic = ansiAt(view, program.next);
  const item = ansiAt(view, topic.next);
  const data = view.slice(item.next + 4, view.u32(item.next));
  return program.text === 'Package' ? readPackage(data) : unpackOleObject(data);
}

/** Length, characters, a zero ([MS-OLEDS] 2.1.4). */
function ansiAt(view: ByteView, at: number): { text: string; next: number } {
  const length = view.u32(at);
  const text = Buffer.from(view.slice(at + 4, Math.max(0, length - 1))).toString('latin1');
  return { text, next: at + 4 + length };
}
