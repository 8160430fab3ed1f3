import { compoundOf } from '../compound-file.builder.js';
import { u16, u32, u8 } from '../xls/xls.builder.js';

/** A record with what is in it; containers hold records. */
export function atom(type: number, body: Buffer = Buffer.alloc(0), instance = 0): Buffer {
  return Buffer.concat([u16(instance << 4), u16(type), u32(body.length), body]);
}
export function container(type: number, children: readonly Buffer[], instance = 0): Buffer {
  const body = Buffer.concat(children);
  return Buffer.concat([u16((instance << 4) | 0xf), u16(type), u32(body.length), body]);
}

export const string = (text: string, instance = 0): Buffer => atom(0x0fba, Buffer.from(text, 'utf16le'), instance);

/** Header and characters of a text; kinds are 0 title, 1 body, 4 other. */
export const text = (kind: number, content: string): readonly Buffer[] => [
  atom(0x0f9f, u32(kind)),
  atom(0x0fa0, Buffer.from(content, 'utf16le')),
];
export const narrowText = (kind: number, content: string): readonly Buffer[] => [
  atom(0x0f9f, u32(kind)),
  atom(0x0fa8, Buffer.from(content, 'latin1')),
];

export interface ShapeFixture {
  readonly inside: readonly Buffer[];
  /** top, left, right, bottom. */
  readonly place?: readonly [number, number, number, number];
  readonly placeholder?: number;
  readonly more?: readonly Buffer[];
}

export function shape({ inside, place = [0, 0, 10, 10], placeholder, more = [] }: ShapeFixture): Buffer {
  const data =
    placeholder === undefined
      ? []
      : [container(0xf011, [atom(0x0bc3, Buffer.concat([u32(0), u8(placeholder, 0, 0, 0)]))])];
  return container(0xf004, [
    atom(0xf00a, Buffer.alloc(8)),
    atom(0xf010, Buffer.concat(place.map(u16))),
    ...data,
    ...more,
    container(0xf00d, inside),
  ]);
}

/** A drawing, whose first shape is the background. */
export const drawing = (shapes: readonly Buffer[]): Buffer =>
  container(0x040c, [container(0xf002, [container(0xf003, [container(0xf004, [atom(0xf00a)]), ...shapes])])]);

export interface SlideFixture {
  readonly shapes: readonly Buffer[];
  readonly outline?: readonly Buffer[];
  readonly notes?: readonly Buffer[];
  readonly more?: readonly Buffer[];
  readonly flags?: number;
}

const slideAtom = (master: number, flags: number): Buffer =>
  atom(0x03ef, Buffer.concat([Buffer.alloc(12), u32(master), u32(0), u16(flags), u16(0)]));
const MASTER_ID = 0x80000000;

export interface PresentationFixture {
  readonly slides: readonly SlideFixture[];
  /** Shapes of the master. */
  readonly master?: readonly Buffer[];
  /** Records in the document. */
  readonly document?: readonly Buffer[];
  /** Records that the document refers to by number, which begin with 100. */
  readonly stored?: readonly Buffer[];
  readonly streams?: Readonly<Record<string, string | Uint8Array>>;
  readonly token?: number;
}

export const FIRST_STORED = 100;

/** A presentation for tests: its records, a directory of their places, one edit. */
export function presentationOf({
  slides,
  master = [],
  document = [],
  stored = [],
  streams = {},
  token = 0xe391c05f,
}: PresentationFixture): Uint8Array {
  const entry = (persist: number, slide: number): Buffer =>
    atom(0x03f3, Buffer.concat([u32(persist), u32(4), u32(0), u32(slide), u32(0)]));
  const list = (instance: number, entries: readonly Buffer[]): Buffer => container(0x0ff0, entries, instance);
  const records = new Map<number, Buffer>();
  records.set(
    1,
    container(0x03e8, [
      list(1, [entry(2, MASTER_ID)]),
      list(
        0,
        slides.flatMap(({ outline = [] }, index) => [entry(10 + index, 256 + index), ...outline]),
      ),
      list(
        2,
        slides.flatMap(({ notes }, index) => (notes === undefined ? [] : [entry(50 + index, 300 + index)])),
      ),
      ...document,
    ]),
  );
  records.set(2, container(0x03f8, [slideAtom(0, 7), drawing(master)]));
  slides.forEach(({ shapes, notes, more = [], flags = 7 }, index) => {
    records.set(10 + index, container(0x03ee, [slideAtom(MASTER_ID, flags), ...more, drawing(shapes)]));
    if (notes !== undefined)
      records.set(
        50 + index,
        container(0x03f0, [atom(0x03f1, Buffer.concat([u32(256 + index), u32(0)])), drawing(notes)]),
      );
  });
  stored.forEach((record, index) => records.set(FIRST_STORED + index, record));
  const directory: Buffer[] = [];
  let at = 0;
  for (const [id, record] of records) {
    directory.push(u32((1 << 20) | id), u32(at));
    at += record.length;
  }
  const table = atom(0x1772, Buffer.concat(directory));
  const edit = atom(0x0ff5, Buffer.concat([u32(256), u32(0), u32(0), u32(at), u32(1), u32(500), u32(0)]));
  const user = atom(0x0ff6, Buffer.concat([u32(20), u32(token), u32(at + table.length)]));
  return compoundOf({
    'PowerPoint Document': Buffer.concat([...records.values(), table, edit]),
    'Current User': user,
    ...streams,
  });
}
