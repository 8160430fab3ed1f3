import type { ByteView } from '../byte-view.js';

/** A record of drawings and slides ([MS-ODRAW] 2.2.1, [MS-PPT] 2.3.1). */
export interface ArtRecord {
  readonly type: number;
  readonly instance: number;
  /** Where it begins, header included. */
  readonly at: number;
  readonly body: ByteView;
}

const HEADER_BYTES = 8;
const CONTAINER = 0xf;

/** The records in a stretch of bytes, one after the other; the last one may be cut. */
export function* artRecords(view: ByteView): Generator<ArtRecord & { readonly isContainer: boolean }, void> {
  let at = 0;
  while (at + HEADER_BYTES <= view.length) {
    const version = view.u16(at);
    const length = view.u32(at + 4);
    const body = view.part(at + HEADER_BYTES, length);
    yield { type: view.u16(at + 2), instance: version >>> 4, at, body, isContainer: (version & 0xf) === CONTAINER };
    at += HEADER_BYTES + length;
  }
}

/** Containers inside each other. */
const MAX_DEPTH = 24;

/** All records of these types at any depth, in the order of the file; containers of these types are not looked into. */
export function* recordsOf(view: ByteView, types: ReadonlySet<number>, depth = 0): Generator<ArtRecord, void> {
  for (const record of artRecords(view))
    if (types.has(record.type)) yield record;
    else if (record.isContainer && depth < MAX_DEPTH) yield* recordsOf(record.body, types, depth + 1);
}
