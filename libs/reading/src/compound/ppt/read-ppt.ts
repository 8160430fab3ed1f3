import { ChildCollector } from '../../children/child-collector.js';
import { ReadingBuilder } from '../../reading-builder.js';
import type { Reading } from '../../reading-model.js';
import type { ReadingLimits } from '../../readers/format-reader.js';
import { ByteView } from '../byte-view.js';
import type { CompoundFile } from '../compound-file.js';
import { addPictures } from '../office-art/pictures.js';
import { readMetadata } from '../property-set.js';
import { addEmbedded } from './objects.js';
import { Presentation } from './presentation.js';
import { hasMacros, type SlidePage, Slides } from './slides.js';

/**
 * Reads a presentation of PowerPoint 97 to 2003 ([MS-PPT]): each slide is a page, with its notes and comments. Throws
 * `encrypted_document`, `corrupt_document`.
 */
export async function readPpt(file: CompoundFile, mediaType: string, limits: ReadingLimits): Promise<Reading> {
  const presentation = Presentation.open(file);
  const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
  addSlides(builder, new Slides(presentation), limits.maxPages);
  builder.setMetadata(readMetadata(file));
  if (file.isDamaged) builder.lose('file_damaged');
  if (hasMacros(presentation)) builder.warn('macros_not_read');
  const children = new ChildCollector(limits);
  if (await addEmbedded(children, presentation, limits)) builder.warn('object_damaged');
  const empty = new ByteView(new Uint8Array());
  await addPictures(children, [new ByteView(file.stream('Pictures') ?? new Uint8Array())], empty);
  children.deliverTo(builder);
  return builder.build();
}

function addSlides(builder: ReadingBuilder, slides: Slides, maxPages: number): void {
  const { entries } = slides;
  if (entries.length === 0)
    for (const page of slides.unlisted()) if (builder.pageCount < maxPages) addPage(builder, page);
  for (const entry of entries.slice(0, maxPages)) {
    if (builder.isFull) break;
    const page = slides.page(entry);
    if (page === null) builder.addFailedPage(builder.pageCount + 1, 'slide_damaged');
    else addPage(builder, page);
  }
  builder.addUnreadPages(
    entries.length - builder.pageCount,
    builder.pageCount === maxPages ? 'page_limit' : 'character_limit',
  );
}

/** Names of pages are no longer than this. */
const MAX_NAME = 100;

/** A slide that is left out of the show is still there for everybody who has the file. */
function addPage(builder: ReadingBuilder, { title, blocks, isHidden }: SlidePage): void {
  if (isHidden) builder.warn('hidden_slides');
  const name = [title.slice(0, MAX_NAME), isHidden ? '(hidden)' : ''].filter(Boolean).join(' ');
  builder.addBlocks(blocks, name === '' ? {} : { name });
}
