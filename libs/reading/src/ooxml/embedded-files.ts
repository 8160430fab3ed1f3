import { createHash } from 'node:crypto';
import { isAppError } from '@app/kernel';
import { ChildCollector } from '../children/child-collector.js';
import { CompoundFile, isCompoundFile } from '../compound/compound-file.js';
import { type EmbeddedFile, nameByContent, unpackOleObject } from '../compound/ole-object.js';
import type { ReadingLimits } from '../readers/format-reader.js';
import type { ReadingBuilder } from '../reading-builder.js';
import type { OoxmlPackage } from './package.js';

/** Relationships to files that somebody put into the document. */
const FILES = new Set(['image', 'oleobject', 'package', 'video', 'audio', 'media', 'afchunk']);
const OBJECTS = new Set(['oleobject', 'package']);
/** Relationships to what is no content of its own: designs, lists of names, data whose values the document shows already. */
const PASSED_OVER = new Set([
  'slidemaster',
  'slidelayout',
  'notesmaster',
  'handoutmaster',
  'theme',
  'themeoverride',
  'glossarydocument',
  'customxml',
  'externallink',
  'fonttable',
  'chart',
  'chartex',
  'pivotcachedefinition',
]);
/** Pictures that only programs of Windows and macOS draw; beside embedded objects they are icons and previews of these. */
const METAFILE = /\.(?:emf|wmf|emz|wmz|pict|pct)$/i;
/** Each has a raster picture beside it that shows the same ([MS-ODRAWXML] 2.3.4.1 `svgBlip`). */
const DRAWN_TWICE = /\.svg$/i;
const NO_DOCUMENT = /^(?:video|audio)\//;
/** Relationships to what runs instead of saying something. */
const WARNINGS: Readonly<Record<string, string>> = {
  vbaproject: 'macros_not_read',
  xlmacrosheet: 'macros_not_read',
  control: 'form_controls_not_read',
};

interface FoundFile {
  readonly part: string;
  readonly isPicture: boolean;
}

/**
 * Pictures and files inside of a document become children. A file that is there twice is one child; what cannot be a document
 * is named as skipped. `inlined`: parts whose text the document has already.
 */
export async function addEmbeddedFiles(
  builder: ReadingBuilder,
  opened: OoxmlPackage,
  mainPart: string,
  options: { readonly limits: ReadingLimits; readonly inlined?: ReadonlySet<string> },
): Promise<void> {
  const collector = new ChildCollector(options.limits);
  const hashes = new Set<string>();
  for (const file of await findFiles(opened, mainPart, builder))
    if (options.inlined?.has(file.part) !== true) await take(opened, file, { collector, hashes });
  collector.deliverTo(builder);
}

/** Walks the relationships from the main part; each part is visited once. */
async function findFiles(opened: OoxmlPackage, mainPart: string, builder: ReadingBuilder): Promise<FoundFile[]> {
  const files = new Map<string, FoundFile>();
  const seen = new Set([mainPart]);
  const queue = [mainPart];
  for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
    const all = await opened.relationshipsOf(part);
    const related = all.filter(({ isExternal, target }) => !isExternal && opened.has(target));
    let previews = related.filter(({ type }) => OBJECTS.has(type)).length;
    for (const { type, target } of related) {
      if (WARNINGS[type] !== undefined) builder.warn(WARNINGS[type]);
      if (FILES.has(type)) {
        const isPreview = METAFILE.test(target) && (previews-- > 0 || /\.vml$/i.test(part));
        if (!isPreview && !DRAWN_TWICE.test(target)) files.set(target, { part: target, isPicture: type === 'image' });
      } else if (!PASSED_OVER.has(type) && !seen.has(target)) {
        seen.add(target);
        queue.push(target);
      }
    }
  }
  return [...files.values()];
}

async function take(
  opened: OoxmlPackage,
  { part, isPicture }: FoundFile,
  { collector, hashes }: { readonly collector: ChildCollector; readonly hashes: Set<string> },
): Promise<void> {
  const name = part.slice(part.lastIndexOf('/') + 1);
  if (METAFILE.test(part) || NO_DOCUMENT.test(opened.contentTypeOf(part)))
    return collector.skip(name, 'unsupported_media_type');
  const refused = collector.refusal(opened.sizeOf(part));
  if (refused !== null) return collector.skip(name, refused);
  const bytes = await readPart(opened, part);
  if (bytes === null) return collector.skip(name, 'unreadable');
  if (!isPicture && isEquation(bytes)) return collector.skip(name, 'unsupported_media_type');
  const file = isPicture ? { name, bytes } : await objectOf(name, bytes);
  const hash = createHash('sha256').update(file.bytes).digest('base64');
  if (hashes.has(hash)) return;
  hashes.add(hash);
  if (isPicture) await collector.addPicture(file.name, file.bytes);
  else await collector.add(file.name, file.bytes);
}

/** The file inside an embedded object, else the object as it is. */
async function objectOf(partName: string, bytes: Uint8Array): Promise<EmbeddedFile> {
  const inside = unpacked(bytes);
  if (inside === null) return { name: partName, bytes };
  if (inside.name !== '') return inside;
  if (inside.bytes === bytes && !partName.endsWith('.bin')) return { name: partName, bytes };
  return { name: await nameByContent(partName.replace(/\.\w+$/, ''), inside.bytes), bytes: inside.bytes };
}

function unpacked(bytes: Uint8Array): EmbeddedFile | null {
  try {
    return unpackOleObject(bytes);
  } catch {
    // A damaged object is a child too, and says so itself.
    return null;
  }
}

/** Equations of Word 2003 and MathType: no file, and nobody else reads them. There may be hundreds. */
function isEquation(bytes: Uint8Array): boolean {
  try {
    return isCompoundFile(bytes) && CompoundFile.open(bytes).entry('Equation Native') !== null;
  } catch {
    return false;
  }
}

/** Null where the part is damaged; a bomb ends the reading. */
async function readPart(opened: OoxmlPackage, part: string): Promise<Uint8Array | null> {
  try {
    return await opened.bytes(part);
  } catch (error) {
    if (isAppError(error) && error.kind !== 'too_large') return null;
    throw error;
  }
}
