import type { BlockInput } from '../blocks.js';
import { type CellRange, MAX_COLUMNS } from '../ooxml/xlsx/cell-references.js';
import { regionBlocks } from '../ooxml/xlsx/region-blocks.js';
import { regionsOf } from '../ooxml/xlsx/regions.js';
import type { Cell } from '../ooxml/xlsx/sheet.js';

export type SheetCell = Cell;
export type SheetMerge = CellRange;

/** The tables of a sheet, whose cells come row by row; those that empty rows and columns part are blocks of their own. */
export const sheetBlocks = (cells: readonly SheetCell[]): BlockInput[] =>
  regionsOf(cells).flatMap((region) => regionBlocks(region, false));

/** Gives merged cells their size; what stands in cells that others cover is not seen, and is left where it is. */
export function withMerges(cells: readonly SheetCell[], merges: readonly SheetMerge[]): SheetCell[] {
  const byPlace = new Map(merges.map((merge) => [merge.top * MAX_COLUMNS + merge.left, merge]));
  return cells.map((cell) => {
    const merge = byPlace.get(cell.row * MAX_COLUMNS + cell.column);
    return merge === undefined ? cell : { ...cell, lastRow: merge.bottom, lastColumn: merge.right };
  });
}

/** The name of a cell's place: row 2, column 1 is `B3`. */
export function placeName(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** What programs call a sheet that nobody gave a name. */
const NAMELESS =
  /^(?:sheet|tabelle|feuil(?:le)?|hoja|foglio|planilha|folha|plan|blad|ark|taulukko|arkusz|list|munkalap|лист|аркуш|sayfa|工作表|シート|시트)[ _]?\d*$/iu;

/** A sheet's name as its heading; nothing where it is a number in a row. */
export const sheetHeading = (name: string): BlockInput[] =>
  name.trim() === '' || NAMELESS.test(name.trim()) ? [] : [{ kind: 'heading', level: 1, text: name }];
