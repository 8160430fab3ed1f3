import type { ChildCollector } from '../../children/child-collector.js';
import { ByteView } from '../byte-view.js';
import { nameByContent } from '../ole-object.js';
import { type ArtRecord, artRecords, recordsOf } from './records.js';

/** Pictures of drawings ([MS-ODRAW] 2.2.23): EMF, WMF, PICT, JPEG, PNG, DIB, TIFF, JPEG once more. */
const FIRST_BLIP = 0xf018;
const LAST_BLIP = 0xf117;
const METAFILES = new Set([0xf01a, 0xf01b, 0xf01c]);
const DIB = 0xf01f;
/** 2.2.32: an entry of the store of pictures, with the picture in it or a place where it is. */
const STORE_ENTRY = 0xf007;
const STORE_ENTRY_BYTES = 36;
const PLACES = new Set([
  STORE_ENTRY,
  ...Array.from({ length: LAST_BLIP - FIRST_BLIP + 1 }, (_, index) => FIRST_BLIP + index),
]);
const UID_BYTES = 16;
/** BITMAPFILEHEADER. */
const BITMAP_HEADER_BYTES = 14;

/** Takes the pictures out of drawings; `delayed` is the stream that holds those that stand elsewhere. */
export async function addPictures(
  children: ChildCollector,
  drawings: Iterable<ByteView>,
  delayed: ByteView,
): Promise<void> {
  let number = 0;
  const seen = new Set<string>();
  for (const drawing of drawings)
    for (const record of recordsOf(drawing, PLACES)) {
      const blip = record.type === STORE_ENTRY ? storedBlip(record, delayed) : record;
      if (blip === null) continue;
      // A picture that is used twice has its checksum twice.
      const key = Buffer.from(blip.body.slice(0, UID_BYTES)).toString('hex');
      if (seen.has(key)) continue;
      seen.add(key);
      await addBlip(children, blip, `picture-${++number}`);
    }
}

function storedBlip({ body }: ArtRecord, delayed: ByteView): ArtRecord | null {
  const inside = body.part(STORE_ENTRY_BYTES + body.u8(33));
  const place = body.u32(28);
  const size = body.u32(20);
  const source = inside.length > 8 ? inside : place === 0xffffffff ? inside : delayed.part(place, size);
  for (const record of artRecords(source)) return record.type >= FIRST_BLIP && record.type <= LAST_BLIP ? record : null;
  return null;
}

async function addBlip(children: ChildCollector, { type, instance, body }: ArtRecord, base: string): Promise<void> {
  if (METAFILES.has(type)) return children.skip(base, 'metafile');
  // Odd instances have a second checksum; then comes a byte that means nothing here (2.2.27).
  const picture = body.slice(UID_BYTES * (1 + (instance & 1)) + 1, body.length);
  const bytes = type === DIB ? withBitmapHeader(picture) : picture;
  if (bytes.byteLength > 0) await children.addPicture(await nameByContent(base, bytes), bytes);
}

/** Makes a file of a bitmap without its header (BITMAPFILEHEADER: mark, size, where the pixels begin). */
export function withBitmapHeader(dib: Uint8Array): Uint8Array {
  const view = new ByteView(dib);
  const bits = view.u16(14);
  const colours = view.u32(32) || (bits <= 8 ? 1 << bits : 0);
  const header = Buffer.alloc(BITMAP_HEADER_BYTES);
  header.write('BM', 'latin1');
  header.writeUInt32LE(BITMAP_HEADER_BYTES + dib.byteLength, 2);
  header.writeUInt32LE(Math.min(0xffffffff, BITMAP_HEADER_BYTES + view.u32(0) + colours * 4), 10);
  return Buffer.concat([header, dib]);
}
