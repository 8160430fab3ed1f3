import type { BlockInput } from '../../blocks.js';
import { ChildCollector } from '../../children/child-collector.js';
import { cellText, commentOf, recast, withoutRepeats } from '../../flow/recast.js';
import { ReadingBuilder } from '../../reading-builder.js';
import type { Reading } from '../../reading-model.js';
import type { ReadingLimits } from '../../readers/format-reader.js';
import { ByteView } from '../byte-view.js';
import type { CompoundFile } from '../compound-file.js';
import { addObjects } from '../embedded-objects.js';
import { addPictures } from '../office-art/pictures.js';
import { artRecords } from '../office-art/records.js';
import { shapeTexts } from '../office-art/shape-properties.js';
import { readMetadata } from '../property-set.js';
import { DocLists } from './doc-lists.js';
import { type DocParts, partsOf, type TextBox } from './doc-parts.js';
import { type DocContext, storyBlocks } from './doc-story.js';
import { DocStyles } from './doc-styles.js';
import { DRAWINGS, type Fib, readFib } from './fib.js';
import { fontNames } from './font-names.js';
import { Formatting } from './formatting.js';
import { DocText } from './pieces.js';

/**
 * Reads a Word document of the versions 6 to 2003 ([MS-DOC]) as one page: headers, body, notes, comments, footers. Throws
 * `encrypted_document`, `corrupt_document`.
 */
export async function readDoc(file: CompoundFile, mediaType: string, limits: ReadingLimits): Promise<Reading> {
  const fib = readFib(file);
  const work = new DocWork(fib);
  const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
  builder.addBlocks(work.blocks());
  for (const text of work.hidden) builder.addHidden(1, text, 'markup');
  builder.setMetadata(readMetadata(file));
  if (file.isDamaged || work.isCut) builder.lose('file_damaged');
  if (file.entry('Macros') !== null || file.entry('_VBA_PROJECT_CUR') !== null) builder.warn('macros_not_read');
  const children = new ChildCollector(limits);
  await addObjects(children, file, file.childrenOf('ObjectPool'));
  await addPictures(children, work.pictures(), fib.stream);
  children.deliverTo(builder);
  return builder.build();
}

class DocWork {
  readonly hidden: string[] = [];
  private readonly parts: DocParts;
  private readonly context: DocContext;
  private readonly pictureViews = new Map<number, ByteView>();
  private readonly drawings: readonly ByteView[];
  private readonly boxes: ReadonlyMap<number, readonly TextBox[]>;
  private pictureBytesLeft: number;
  /** Text boxes whose shape is anchored in the text stand there, the others behind the text. */
  private readonly shown = new Set<TextBox>();

  constructor(private readonly fib: Fib) {
    this.parts = partsOf(fib);
    this.boxes = Map.groupBy(this.parts.textBoxes, ({ shape }) => shape);
    this.pictureBytesLeft = fib.data.length;
    this.drawings = fib.isOld ? [] : drawingsOf(fib.table(DRAWINGS));
    const fonts = fontNames(fib);
    this.context = {
      text: DocText.of(fib),
      formatting: new Formatting(fib),
      styles: new DocStyles(fib),
      lists: new DocLists(fib),
      fontAt: (font) => (font === undefined ? undefined : fonts[font]) ?? 'Symbol',
      markAt: (place) => this.parts.marks.get(place) ?? '',
      besideAt: (place) => this.besideAt(place),
      hide: (text) => this.hidden.push(text),
      picture: (at) => this.pictureText(at),
    };
  }

  /** True where characters that the file claims are not there. */
  get isCut(): boolean {
    const claimed = Object.values(this.fib.lengths).reduce((sum: number, length: number) => sum + length, 0);
    return this.context.text.text.length < claimed;
  }

  blocks(): BlockInput[] {
    const { body, footnotes, endnotes, comments, headers, footers, textBoxes, headerTextBoxes } = this.parts;
    const main = storyBlocks(body, this.context);
    const boxes = textBoxes.filter((box) => !this.shown.has(box)).flatMap((box) => storyBlocks(box, this.context));
    const margins = (ranges: DocParts['headers'], kind: 'header' | 'footer'): BlockInput[] =>
      withoutRepeats(ranges.flatMap((range) => recast(storyBlocks(range, this.context), kind)));
    return [
      ...margins([...headers, ...headerTextBoxes], 'header'),
      ...main,
      ...boxes,
      ...this.drawnBlocks(),
      ...[...footnotes, ...endnotes].map((note): BlockInput => {
        const text = cellText(storyBlocks(note, this.context)).trim();
        return { kind: 'note', text: text === '' ? '' : `${note.mark} ${text}` };
      }),
      ...comments.flatMap((comment) => commentOf(storyBlocks(comment, this.context), comment.author)),
      ...margins(footers, 'footer'),
    ];
  }

  /** Where pictures may be: those in the text have a place in the data stream, those beside it are in the drawings. */
  pictures(): ByteView[] {
    return [...this.pictureViews.values(), ...this.drawings.slice(0, 1)];
  }

  /** Letters that are drawn beside the text, and what stands for pictures there. */
  private drawnBlocks(): BlockInput[] {
    return this.drawings
      .slice(1)
      .flatMap(shapeTexts)
      .map((text) => ({ kind: 'paragraph', text }));
  }

  /** Pictures do not share bytes; where they claim to, the file is made to hurt. */
  private pictureText(at: number): BlockInput[] {
    const { data, isOld } = this.fib;
    if (isOld || this.pictureViews.has(at) || this.pictureBytesLeft <= 0) return [];
    // [MS-DOC] 2.9.190 PICFAndOfficeArtData: its length, that of its header, the header, the drawing.
    const view = data.part(at + data.u16(at + 4), Math.max(0, data.u32(at) - data.u16(at + 4)));
    this.pictureViews.set(at, view);
    this.pictureBytesLeft -= view.length;
    return shapeTexts(view).map((text) => ({ kind: 'paragraph', text }));
  }

  private besideAt(place: number): readonly BlockInput[] {
    const shape = this.parts.shapes.get(place);
    const boxes = (shape === undefined ? undefined : this.boxes.get(shape)) ?? [];
    const unseen = boxes.filter((box) => !this.shown.has(box));
    for (const box of unseen) this.shown.add(box);
    return unseen.flatMap((box) => storyBlocks(box, this.context));
  }
}

/** The pictures of all drawings, then the drawings, each behind a byte that says what part of the text it belongs to (2.9.172). */
function drawingsOf(table: ByteView): ByteView[] {
  const drawings: ByteView[] = [];
  for (let at = 0; at < table.length;) {
    const [record] = artRecords(table.part(at));
    if (record === undefined) break;
    const length = record.body.length + ART_HEADER_BYTES;
    drawings.push(table.part(at, length));
    at += length + 1;
  }
  return drawings;
}

const ART_HEADER_BYTES = 8;
