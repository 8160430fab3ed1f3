import type { BlockInput } from '../../blocks.js';
import { decodeCodePage } from '../../encoding/code-pages.js';
import { cellText, commentOf, recast } from '../../flow/recast.js';
import { type ArtRecord, artRecords, recordsOf } from '../office-art/records.js';
import { childOf, childrenOf, MAIN_MASTER, NOTES, type Presentation, SLIDE } from './presentation.js';
import { shapesOf, type SlideShape } from './shapes.js';
import { type SlideText, textBlocks, textsOf } from './text-runs.js';

export interface SlidePage {
  readonly title: string;
  readonly blocks: readonly BlockInput[];
  readonly isHidden: boolean;
}

/** A slide, master or page of notes in its list, with the texts that stand in the outline ([MS-PPT] 2.4.14.3). */
interface ListEntry {
  readonly persistId: number;
  readonly slideId: number;
  readonly outline: readonly SlideText[];
}

const LIST = 0x0ff0;
const LIST_ENTRY = 0x03f3;
const SLIDE_ATOM = 0x03ef;
const NOTES_ATOM = 0x03f1;
const SHOW_INFO = 0x03f9;
const HEADERS_FOOTERS = 0x0fd9;
const HEADERS_FOOTERS_ATOM = 0x0fda;
const STRING = 0x0fba;
const TAG_DATA = 0x138b;
const COMMENT = 0x2ee0;
/** Kinds of lists, by the instance of their record. */
const SLIDES = 0;
const MASTERS = 1;
const NOTE_PAGES = 2;
/** 2.13.21: picture of the slide, date, number of the page, footer, header on pages of notes and masters. */
const FURNITURE = new Set([0x05, 0x07, 0x08, 0x09, 0x0a, 0x0b]);
const HIDDEN = 0b100;
const SHOWS_MASTER = 0b1;
const HAS_FOOTER = 0x20;
const FOOTER_STRING = 2;

/** Slides in their order, with what belongs to each. */
export class Slides {
  readonly entries: readonly ListEntry[];
  private readonly masters: ReadonlyMap<number, ArtRecord>;
  private readonly notes: ReadonlyMap<number, ArtRecord>;
  /** Footers and what stands on masters are told once, not on each slide. */
  private readonly told = new Set<string>();
  private readonly read = new Set<number>();

  constructor(private readonly presentation: Presentation) {
    this.entries = listOf(presentation, SLIDES);
    this.masters = byId(presentation, MASTERS);
    this.notes = new Map(
      [...byId(presentation, NOTE_PAGES).values()].map((page) => [childOf(page, NOTES_ATOM)?.body.u32(0) ?? 0, page]),
    );
  }

  /** Null where the record of the slide is damaged, or has been read already. */
  page({ persistId, slideId, outline }: ListEntry): SlidePage | null {
    const slide = this.presentation.persisted(persistId);
    if (this.read.has(persistId)) return null;
    this.read.add(persistId);
    return slide?.type === SLIDE ? this.slidePage(slide, slideId, outline) : null;
  }

  /** Slides of files whose list is lost, in the order of the file. */
  *unlisted(): Generator<SlidePage, void> {
    for (const slide of this.presentation.all(SLIDE)) yield this.slidePage(slide, 0, []);
  }

  private slidePage(slide: ArtRecord, slideId: number, outline: readonly SlideText[]): SlidePage {
    const used = new Set<number>();
    const shapes = shapesOf(slide, outline, used);
    const title = shapes.find(({ isTitle }) => isTitle);
    const rest = shapes.filter((shape) => shape !== title).flatMap(({ blocks }) => blocks);
    // Texts of the outline that no shape shows are those of placeholders that were deleted badly.
    const loose = outline.filter((_, index) => !used.has(index)).flatMap(textBlocks);
    const blocks = [
      ...(title?.blocks ?? []),
      ...rest,
      ...loose,
      ...this.noteBlocks(slideId),
      ...commentBlocks(slide),
      ...this.footers(slide),
    ];
    return {
      title: title === undefined ? '' : cellText(title.blocks),
      blocks,
      isHidden: ((childOf(slide, SHOW_INFO)?.body.u16(10) ?? 0) & HIDDEN) !== 0,
    };
  }

  private noteBlocks(slideId: number): BlockInput[] {
    const page = this.notes.get(slideId);
    return page === undefined
      ? []
      : recast(
          shapesOf(page, [], new Set())
            .filter(isContent)
            .flatMap(({ blocks }) => blocks),
          'note',
        );
  }

  private footers(slide: ArtRecord): BlockInput[] {
    const atom = childOf(slide, SLIDE_ATOM);
    const master = this.masters.get(atom?.body.u32(12) ?? 0);
    const showsMaster = ((atom?.body.u16(20) ?? 0) & SHOWS_MASTER) !== 0;
    const drawn =
      master === undefined || !showsMaster
        ? []
        : shapesOf(master, [], new Set()).filter(({ placeholder }) => placeholder === 0);
    const own = childOf(slide, HEADERS_FOOTERS) ?? childOf(this.presentation.document, HEADERS_FOOTERS, 3);
    const texts = [...drawn.map(({ blocks }) => cellText(blocks)), own === null ? '' : footerText(own)];
    return texts.filter((text) => this.isUntold(text.trim())).map((text): BlockInput => ({ kind: 'footer', text }));
  }

  private isUntold(text: string): boolean {
    if (text === '' || text === '*' || this.told.has(text)) return false;
    this.told.add(text);
    return true;
  }
}

const isContent = ({ placeholder }: SlideShape): boolean => !FURNITURE.has(placeholder);

function footerText(container: ArtRecord): string {
  const flags = childOf(container, HEADERS_FOOTERS_ATOM)?.body.u16(2) ?? 0;
  return (flags & HAS_FOOTER) === 0 ? '' : stringOf(childOf(container, STRING, FOOTER_STRING));
}

const stringOf = (record: ArtRecord | null): string =>
  record === null ? '' : decodeCodePage(record.body.bytes, 1200).trim();

/** Comments are kept among data for later versions of the program (2.5.23, 2.5.25). */
function* comments(slide: ArtRecord): Generator<ArtRecord, void> {
  for (const data of recordsOf(slide.body, new Set([TAG_DATA]))) yield* recordsOf(data.body, new Set([COMMENT]));
}

const commentBlocks = (slide: ArtRecord): BlockInput[] =>
  [...comments(slide)].flatMap((comment) =>
    commentOf(
      [{ kind: 'paragraph', text: stringOf(childOf(comment, STRING, 1)) }],
      stringOf(childOf(comment, STRING, 0)),
    ),
  );

/** A list of the document: entries, each followed by its texts. */
function listOf({ document }: Presentation, instance: number): ListEntry[] {
  const list = childOf(document, LIST, instance);
  const entries: ListEntry[] = [];
  let texts: ArtRecord[] = [];
  let entry: ArtRecord | null = null;
  const finish = (): void => {
    if (entry !== null)
      entries.push({ persistId: entry.body.u32(0), slideId: entry.body.u32(12), outline: textsOf(texts) });
    texts = [];
  };
  for (const record of list === null ? [] : artRecords(list.body)) {
    if (record.type === LIST_ENTRY) {
      finish();
      entry = record;
    } else texts.push(record);
  }
  finish();
  return entries;
}

/** Masters are of two kinds: main ones, and those of titles, which are slides. */
function byId(presentation: Presentation, instance: number): Map<number, ArtRecord> {
  const found = new Map<number, ArtRecord>();
  for (const { persistId, slideId } of listOf(presentation, instance)) {
    const record = presentation.persisted(persistId);
    if (record !== null && [MAIN_MASTER, SLIDE, NOTES].includes(record.type)) found.set(slideId, record);
  }
  return found;
}

/** True where macros are part of the presentation (2.4.10, 2.4.11). */
export const hasMacros = ({ document }: Presentation): boolean =>
  childrenOf(document).some((child) =>
    [...recordsOf(child.body, new Set([0x0400]))].some(({ body }) => body.u32(4) !== 0),
  );
