import { decodeCodePage } from '../../encoding/code-pages.js';
import type { ByteView } from '../byte-view.js';
import { recordsOf } from './records.js';

/** Tables of properties of shapes ([MS-ODRAW] 2.2.9, 2.2.11). */
const PROPERTY_TABLES = new Set([0xf00b, 0xf122]);
const ENTRY_BYTES = 6;
const IS_COMPLEX = 0x8000;
const ID_MASK = 0x3fff;
/** 2.3.22.2 gtextUNICODE: letters that are drawn. 2.3.4.9 wzDescription: what stands for a picture that cannot be seen. */
const DRAWN_TEXT = 0x00c0;
const DESCRIPTION = 0x0381;
/** Descriptions that only name a file. */
const FILE_NAME = /^\S+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp)$|[\\/]\S+[\\/]|^[a-z]:\\|^https?:/i;

/** A property that is a number. */
export function numberProperty(table: ByteView, instance: number, id: number): number | null {
  for (let index = 0; index < instance; index++)
    if ((table.u16(index * ENTRY_BYTES) & ID_MASK) === id) return table.u32(index * ENTRY_BYTES + 2);
  return null;
}

/** What shapes show that is no text of theirs: letters that are drawn, and descriptions of pictures. */
export function shapeTexts(drawing: ByteView): string[] {
  const texts: string[] = [];
  for (const { body, instance } of recordsOf(drawing, PROPERTY_TABLES))
    for (const { id, bytes } of longValues(body, instance)) {
      if (id !== DRAWN_TEXT && id !== DESCRIPTION) continue;
      const text = decodeCodePage(bytes, 1200).split('\0', 1)[0]?.trim() ?? '';
      if (text !== '' && !(id === DESCRIPTION && FILE_NAME.test(text))) texts.push(text.replace(/\r\n?|\v/g, '\n'));
    }
  return texts;
}

/** Values that do not fit into their entry stand behind all entries, in their order (2.2.7, 2.2.8). */
function* longValues(
  table: ByteView,
  instance: number,
): Generator<{ readonly id: number; readonly bytes: Uint8Array }, void> {
  let at = instance * ENTRY_BYTES;
  for (let index = 0; index < instance && at < table.length; index++) {
    const id = table.u16(index * ENTRY_BYTES);
    if ((id & IS_COMPLEX) === 0) continue;
    const length = table.u32(index * ENTRY_BYTES + 2);
    yield { id: id & ID_MASK, bytes: table.slice(at, length) };
    at += length;
  }
}
