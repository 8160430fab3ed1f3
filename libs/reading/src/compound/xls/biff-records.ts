import type { ByteView } from '../byte-view.js';

/** A record of a workbook with those that continue it ([MS-XLS] 2.1.4). */
export interface BiffRecord {
  readonly type: number;
  /** Where it begins in the stream. */
  readonly at: number;
  readonly body: ByteView;
  readonly continued: readonly ByteView[];
}

const HEADER_BYTES = 4;
const CONTINUE = 0x003c;

/** The records of a stream from a place on. */
export function* biffRecords(stream: ByteView, from = 0): Generator<BiffRecord, void> {
  let at = from;
  while (at + HEADER_BYTES <= stream.length) {
    const type = stream.u16(at);
    const begin = at;
    const body = bodyAt(stream, at);
    at += HEADER_BYTES + stream.u16(at + 2);
    const continued: ByteView[] = [];
    while (stream.u16(at) === CONTINUE && at + HEADER_BYTES <= stream.length) {
      continued.push(bodyAt(stream, at));
      at += HEADER_BYTES + stream.u16(at + 2);
    }
    yield { type, at: begin, body, continued };
  }
}

const bodyAt = (stream: ByteView, at: number): ByteView => stream.part(at + HEADER_BYTES, stream.u16(at + 2));
