import { inflateSync } from 'node:zlib';
import { isAppError } from '@app/kernel';
import type { ChildCollector } from '../../children/child-collector.js';
import { decodeCodePage } from '../../encoding/code-pages.js';
import type { ReadingLimits } from '../../readers/format-reader.js';
import { nameByContent, unpackOleObject } from '../ole-object.js';
import { type ArtRecord } from '../office-art/records.js';
import { childOf, childrenOf, type Presentation } from './presentation.js';

/** [MS-PPT] 2.10: the list of what is embedded or linked, and the storages of objects. */
const OBJECT_LIST = 0x0409;
const EMBEDDED = 0x0fcc;
const OBJECT_ATOM = 0x0fc3;
const STRING = 0x0fba;
const PROGRAM = 2;
const STORAGE = 0x1011;
const IS_COMPRESSED = 1;
/** Objects that draw, and whose data only their program can read. */
const WITHOUT_FILE = /^(?:equation|mathtype|msgraph|wordart|paint|ms_clipart)/i;

/** Takes the files out of the embedded objects. True where one was damaged. */
export async function addEmbedded(
  children: ChildCollector,
  presentation: Presentation,
  limits: ReadingLimits,
): Promise<boolean> {
  const list = childOf(presentation.document, OBJECT_LIST);
  let left = Math.min(limits.maxInflatedBytes, limits.maxChildBytes);
  let hasDamaged = false;
  for (const [index, object] of (list === null ? [] : childrenOf(list))
    .filter(({ type }) => type === EMBEDDED)
    .entries()) {
    const base = `object-${index + 1}`;
    const storage = presentation.persisted(childOf(object, OBJECT_ATOM)?.body.u32(16) ?? 0);
    const bytes = storage?.type === STORAGE ? storageBytes(storage, left) : null;
    if (bytes === null) {
      children.skip(base, 'damaged');
      hasDamaged = true;
      continue;
    }
    left -= bytes.byteLength;
    await addFile(children, base, { bytes, program: programOf(object) });
  }
  return hasDamaged;
}

const programOf = (object: ArtRecord): string => {
  const program = childOf(object, STRING, PROGRAM);
  return program === null ? '' : decodeCodePage(program.body.bytes, 1200);
};

async function addFile(
  children: ChildCollector,
  base: string,
  { bytes, program }: { bytes: Uint8Array; program: string },
): Promise<void> {
  const file = unpacked(bytes);
  if (file !== null)
    await children.add(file.name === '' ? await nameByContent(base, file.bytes) : file.name, file.bytes);
  else if (!WITHOUT_FILE.test(program))
    children.skip(program === '' ? base : `${base} (${program})`, 'unreadable_object');
}

function unpacked(bytes: Uint8Array): ReturnType<typeof unpackOleObject> {
  try {
    return unpackOleObject(bytes);
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

/** A storage as it is, or its size and then deflated (2.10.34, 2.10.35); null where it is damaged or too large. */
function storageBytes({ instance, body }: ArtRecord, limit: number): Uint8Array | null {
  if (instance !== IS_COMPRESSED) return body.bytes;
  try {
    return limit > 0 ? inflateSync(body.slice(4, body.length), { maxOutputLength: limit }) : null;
  } catch {
    return null;
  }
}
