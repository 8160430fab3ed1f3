import { ByteView } from '../../compound/byte-view.js';
import type { CompoundFile } from '../../compound/compound-file.js';
import { type MapiKey, mapiKey, PROPERTY_SETS } from './mapi-properties.js';

/** [MS-OXMSG] 2.2.3: sets, entries and names. */
const SETS = '__nameid_version1.0/__substg1.0_00020102';
const ENTRIES = '__nameid_version1.0/__substg1.0_00030102';
const NAMES = '__nameid_version1.0/__substg1.0_00040102';
const ENTRY_BYTES = 8;
/** Indexes below 3 stand for sets that the list does not hold: none, MAPI's own, PS_PUBLIC_STRINGS. */
const FIRST_LISTED = 3;
const PUBLIC_STRINGS = 2;

/** The keys of a file's named properties by the numbers that stand for them in this file. */
export function namedProperties(file: CompoundFile): ReadonlyMap<number, MapiKey> {
  const sets = new ByteView(file.stream(SETS) ?? new Uint8Array());
  const entries = new ByteView(file.stream(ENTRIES) ?? new Uint8Array());
  const names = new ByteView(file.stream(NAMES) ?? new Uint8Array());
  const keys = new Map<number, MapiKey>();
  for (let at = 0; at + ENTRY_BYTES <= entries.length; at += ENTRY_BYTES) {
    const number = entries.u32(at);
    const kind = entries.u16(at + 4);
    const set = setName(sets, kind >> 1);
    if (set === null) continue;
    const key = (kind & 1) === 0 ? mapiKey(number) : nameAt(names, number);
    keys.set(0x8000 + entries.u16(at + 6), `${set}:${key}`);
  }
  return keys;
}

function setName(sets: ByteView, index: number): string | null {
  if (index === PUBLIC_STRINGS) return 'public';
  const id = Buffer.from(sets.slice((index - FIRST_LISTED) * 16, 16)).toString('hex');
  return index < FIRST_LISTED ? null : (PROPERTY_SETS[id] ?? null);
}

/** [MS-OXMSG] 2.2.3.1.3: length in bytes, then UTF-16. */
const nameAt = (names: ByteView, at: number): string =>
  Buffer.from(names.slice(at + 4, names.u32(at))).toString('utf16le');
