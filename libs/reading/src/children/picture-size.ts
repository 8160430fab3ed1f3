/** Pixels of a side below which a picture is an icon, a bullet or a rule: no line of text that can be read fits in. */
const TINY_SIDE = 24;
const TINY_AREA = 48 * 48;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** True of pictures that are too small to hold text, as their header says; what cannot be told is not tiny. */
export function isTinyPicture(bytes: Uint8Array): boolean {
  const size = pictureSize(bytes);
  if (size === null) return false;
  return Math.min(size.width, size.height) < TINY_SIDE || size.width * size.height < TINY_AREA;
}

/** Pixels of a PNG, GIF, BMP or JPEG by its header; null where it is none of these or damaged. */
export function pictureSize(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 26) return null;
  // PNG, 11.2.2: IHDR is the first chunk.
  if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
  // GIF89a, 18: logical screen descriptor.
  if (view.getUint32(0) === 0x47494638) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (view.getUint16(0) === 0x424d) return bitmapSize(view);
  return view.getUint16(0) === 0xffd8 ? jpegSize(view) : null;
}

/** BITMAPINFOHEADER; the height is negative where rows run from the top. */
const bitmapSize = (view: DataView): Size | null =>
  view.getUint32(14, true) < 40
    ? null
    : { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };

/** Walks the segments to the start of frame (ITU-T T.81, B.2.2). */
function jpegSize(view: DataView): Size | null {
  for (let at = 2; at + 9 <= view.byteLength;) {
    const marker = view.getUint16(at);
    if (marker >>> 8 !== 0xff) return null;
    if (isStartOfFrame(marker & 0xff)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += marker === 0xffff ? 1 : 2 + Math.max(2, view.getUint16(at + 2));
  }
  return null;
}

/** SOF0 to SOF15 without the tables DHT, JPG and DAC. */
const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
