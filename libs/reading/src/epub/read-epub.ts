import { ChildCollector } from '../children/child-collector.js';
import { cleanText, decodeText } from '../encoding/decode-text.js';
import { readHtml } from '../html/read-html.js';
import { ReadingBuilder } from '../reading-builder.js';
import { readingError } from '../reading.errors.js';
import type { Reading } from '../reading-model.js';
import type { ReadInput } from '../readers/format-reader.js';
import { ZipArchive } from '../zip/zip-archive.js';
import { EpubContainer } from './epub-container.js';
import { type ManifestItem, type PackageDocument, readPackageDocument } from './package-document.js';

/** Chapters of old books may come under any of these. */
const CHAPTER = /^(?:application\/xhtml\+xml|text\/html|text\/x-oeb1-document|application\/x-dtbook\+xml)$/;
const CHAPTER_NAME = /\.x?html?$/i;
const PICTURE = /^image\/(?!svg)/;

/**
 * Reads a book: the chapters in reading order as pages, what it says of itself, its pictures as children. Throws
 * `encrypted_document`, `corrupt_document` where nothing of a book is inside, and what archives throw.
 */
export async function readEpub({ bytes, mediaType, limits }: ReadInput): Promise<Reading> {
  const zip = await ZipArchive.openDamaged(bytes, { maxEntries: limits.maxEntries, maxBytes: limits.maxInflatedBytes });
  const container = new EpubContainer(zip);
  await container.refuseEncrypted();
  const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
  if (zip.isDamaged) builder.warn('damaged_parts');
  const book = await bookIn(container);
  const chapters = chaptersOf(book, container, builder);
  if (chapters.length === 0) throw readingError('corrupt_document');
  for (const [index, chapter] of chapters.entries()) {
    if (index >= limits.maxPages || builder.isFull) break;
    await addChapter(builder, container, { chapter, number: index + 1 });
  }
  builder.addUnreadPages(chapters.length - builder.pageCount, 'page_limit');
  builder.setMetadata(book?.metadata ?? {});
  const pictures = new ChildCollector(limits);
  for (const item of book?.items ?? []) if (PICTURE.test(item.mediaType)) await addPicture(pictures, container, item);
  pictures.deliverTo(builder);
  return builder.build();
}

async function bookIn(container: EpubContainer): Promise<PackageDocument | null> {
  const name = await container.packageName();
  const root = name === null ? null : await container.tree(name);
  return name === null || root === null ? null : readPackageDocument(root, name);
}

/** The reading order; where the book tells none, all its pages by name. An entry that names nothing is a missing chapter. */
function chaptersOf(
  book: PackageDocument | null,
  container: EpubContainer,
  builder: ReadingBuilder,
): readonly (string | null)[] {
  const spine = (book?.spine ?? []).filter((item) => item === null || isChapter(item));
  if (spine.some((item) => item !== null)) return spine.map((item) => item?.name ?? null);
  builder.warn('reading_order_missing');
  return container.names.filter((name) => CHAPTER_NAME.test(name)).sort();
}

const isChapter = ({ name, mediaType }: ManifestItem): boolean => CHAPTER.test(mediaType) || CHAPTER_NAME.test(name);

async function addChapter(
  builder: ReadingBuilder,
  container: EpubContainer,
  { chapter, number }: { chapter: string | null; number: number },
): Promise<void> {
  const bytes = chapter === null ? null : await container.read(chapter);
  if (bytes === null) return builder.addFailedPage(number, 'chapter_missing');
  const { blocks, title, hidden } = readHtml(cleanText(decodeText(bytes).text), { isXml: true });
  const heading = blocks.find((block) => block.kind === 'heading');
  const name = title ?? (heading?.kind === 'heading' ? heading.text : undefined);
  builder.addBlocks(blocks, { number, ...(name === undefined ? {} : { name }) });
  for (const text of hidden) builder.addHidden(number, text, 'markup');
}

async function addPicture(pictures: ChildCollector, container: EpubContainer, { name }: ManifestItem): Promise<void> {
  const own = name.split('/').at(-1) ?? name;
  const bytes = await container.read(name);
  if (bytes === null) pictures.skip(own, 'missing');
  else await pictures.addPicture(own, bytes);
}
