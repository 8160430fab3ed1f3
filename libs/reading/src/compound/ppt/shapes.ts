import type { BlockInput } from '../../blocks.js';
import { cellText } from '../../flow/recast.js';
import { inReadingOrder, type SlideRect } from '../../ooxml/pptx/reading-order.js';
import type { ByteView } from '../byte-view.js';
import { type ArtRecord, artRecords } from '../office-art/records.js';
import { numberProperty, shapeTexts } from '../office-art/shape-properties.js';
import { type SlideText, textBlocks, textsOf } from './text-runs.js';

/** A shape on a slide, with what it says. */
export interface SlideShape {
  readonly rect: SlideRect | null;
  /** 2.13.21: what the shape holds the place for; 0 where it holds none. */
  readonly placeholder: number;
  readonly isTitle: boolean;
  readonly blocks: readonly BlockInput[];
}

/** Records of drawings ([MS-ODRAW] 2.2) and of what PowerPoint adds to shapes ([MS-PPT] 2.7). */
const DRAWING = 0x040c;
const DRAWING_CONTAINER = 0xf002;
const GROUP = 0xf003;
const SHAPE = 0xf004;
const CHILD_ANCHOR = 0xf00f;
const ANCHOR = 0xf010;
const CLIENT_DATA = 0xf011;
const TEXT_BOX = 0xf00d;
const GROUP_PROPERTIES = 0xf122;
const OUTLINE_TEXT = 0x0f9e;
const PLACEHOLDER = 0x0bc3;
/** tableProperties ([MS-ODRAW] 2.3.4.36): bit 0. */
const TABLE_PROPERTIES = 0x039f;
/** Groups inside each other. */
const MAX_DEPTH = 16;

/** The shapes of a slide in the order of reading; `outline` has the texts that shapes refer to by number. */
export function shapesOf(slide: ArtRecord, outline: readonly SlideText[], used: Set<number>): SlideShape[] {
  const drawing = first(first(slide.body, DRAWING)?.body, DRAWING_CONTAINER);
  const context: ShapeContext = { outline, used };
  const shapes: SlideShape[] = [];
  // The first group is the slide itself; its own shape is the background.
  for (const group of drawing === null ? [] : artRecords(drawing.body))
    if (group.type === GROUP)
      shapes.push(...[...artRecords(group.body)].slice(1).flatMap((record) => shapeOf(record, context, 0)));
  return inReadingOrder(shapes);
}

interface ShapeContext {
  readonly outline: readonly SlideText[];
  /** Numbers of texts of the outline that a shape shows. */
  readonly used: Set<number>;
}

function first(body: ByteView | undefined, type: number): ArtRecord | null {
  for (const record of body === undefined ? [] : artRecords(body)) if (record.type === type) return record;
  return null;
}

function shapeOf(record: ArtRecord, context: ShapeContext, depth: number): SlideShape[] {
  if (record.type === SHAPE) return [singleShape(record, context)];
  return record.type === GROUP && depth < MAX_DEPTH ? [groupShape(record, context, depth)] : [];
}

function singleShape(record: ArtRecord, { outline, used }: ShapeContext): SlideShape {
  const box = first(record.body, TEXT_BOX);
  const inside = box === null ? [] : [...artRecords(box.body)];
  const texts = textsOf(inside);
  const reference = inside.find(({ type }) => type === OUTLINE_TEXT)?.body.u32(0);
  const outlined = reference === undefined ? undefined : outline[reference];
  if (reference !== undefined && outlined !== undefined) {
    used.add(reference);
    texts.push(outlined);
  }
  const placeholder = first(first(record.body, CLIENT_DATA)?.body, PLACEHOLDER);
  return {
    rect: rectOf(record),
    placeholder: placeholder?.body.u8(4) ?? 0,
    isTitle: texts.some(({ kind, text }) => (kind === 0 || kind === 6) && text.trim() !== ''),
    blocks: [
      ...texts.flatMap(textBlocks),
      ...shapeTexts(record.body).map((text): BlockInput => ({ kind: 'paragraph', text })),
    ],
  };
}

/** A group has a shape of its own first, which says where it is; a table is a group whose shapes are its cells. */
function groupShape(record: ArtRecord, context: ShapeContext, depth: number): SlideShape {
  const [own, ...rest] = artRecords(record.body);
  const shapes = rest.flatMap((child) => shapeOf(child, context, depth + 1));
  const blocks =
    own !== undefined && isTable(own) ? tableBlocks(shapes) : inReadingOrder(shapes).flatMap((shape) => shape.blocks);
  return { rect: own === undefined ? null : rectOf(own), placeholder: 0, isTitle: false, blocks };
}

function isTable(own: ArtRecord): boolean {
  const table = first(own.body, GROUP_PROPERTIES);
  return table !== null && ((numberProperty(table.body, table.instance, TABLE_PROPERTIES) ?? 0) & 1) === 1;
}

/** Cells by their tops, then from left to right; the lines of the table are shapes without text. */
function tableBlocks(shapes: readonly SlideShape[]): BlockInput[] {
  const cells = shapes.filter(
    ({ rect, blocks }) => rect !== null && rect.width > 0 && rect.height > 0 && blocks.length > 0,
  );
  const rows = [...Map.groupBy(cells, ({ rect }) => rect?.top ?? 0)]
    .toSorted(([a], [b]) => a - b)
    .map(([, row]) => row);
  return [
    {
      kind: 'table',
      rows: rows.map((row) =>
        row
          .toSorted((a, b) => (a.rect?.left ?? 0) - (b.rect?.left ?? 0))
          .map((shape) => ({ text: cellText(shape.blocks) })),
      ),
    },
  ];
}

/** Places on the slide in 16 or 32 bits ([MS-PPT] 2.7.1), in a group in 32 ([MS-ODRAW] 2.2.39). */
function rectOf({ body }: ArtRecord): SlideRect | null {
  const anchor = first(body, ANCHOR);
  if (anchor !== null) {
    const of = anchor.body;
    const [top = 0, left = 0, right = 0, bottom = 0] =
      of.length >= 16 ? longs(of) : [of.i16(0), of.i16(2), of.i16(4), of.i16(6)];
    return { left, top, width: right - left, height: bottom - top };
  }
  const child = first(body, CHILD_ANCHOR);
  if (child === null) return null;
  const [left = 0, top = 0, right = 0, bottom = 0] = longs(child.body);
  return { left, top, width: right - left, height: bottom - top };
}

const longs = (view: ByteView): number[] => [view.i32(0), view.i32(4), view.i32(8), view.i32(12)];
