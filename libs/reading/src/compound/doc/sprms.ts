import type { ByteView } from '../byte-view.js';

/** A change of one property ([MS-DOC] 2.6); `operand` holds its value and what follows. */
export interface Sprm {
  readonly code: number;
  readonly operand: ByteView;
}

const DEFINE_TABLE = 0xd608;
const CHANGE_TABS = 0xc615;
/** Sizes of operands by the upper three bits of the code (2.6.1, spra); the seventh says itself how long it is. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3];
const VARIABLE = 6;

/** The changes in a list, one after the other. */
export function* sprmsOf(list: ByteView): Generator<Sprm, void> {
  let at = 0;
  while (at + 2 < list.length) {
    const code = list.u16(at);
    const kind = code >>> 13;
    const header = kind === VARIABLE ? (code === DEFINE_TABLE ? 2 : 1) : 0;
    const size = kind === VARIABLE ? variableSize(list, at + 2, code) : (SIZES[kind] ?? 0);
    yield { code, operand: list.part(at + 2 + header, size) };
    at += 2 + header + size;
  }
}

function variableSize(list: ByteView, at: number, code: number): number {
  if (code === DEFINE_TABLE) return Math.max(0, list.u16(at) - 1);
  const size = list.u8(at);
  if (code !== CHANGE_TABS || size !== 255) return size;
  // 2.9.182: its own length is not known; two lists have theirs.
  const removed = list.u8(at + 1);
  const added = list.u8(at + 2 + removed * 4);
  return 2 + removed * 4 + added * 3;
}
