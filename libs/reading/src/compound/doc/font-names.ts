import { decodeCodePage } from '../../encoding/code-pages.js';
import { type Fib, FONTS } from './fib.js';

const MAX_FONTS = 2000;
/** Where the name begins in a font's entry ([MS-DOC] 2.9.87 FFN), its length before it included. */
const NAME_AT = 40;

/** The names of the fonts by number ([MS-DOC] 2.9.286). */
export function fontNames(fib: Fib): readonly string[] {
  if (fib.isOld) return [];
  const table = fib.table(FONTS);
  const count = Math.min(MAX_FONTS, table.u16(0));
  const names: string[] = [];
  for (let index = 0, at = 4; index < count && at < table.length; index++) {
    const size = 1 + table.u8(at);
    const name = decodeCodePage(table.slice(at + NAME_AT, size - NAME_AT), 1200);
    names.push(name.split('\0', 1)[0] ?? '');
    at += size;
  }
  return names;
}
