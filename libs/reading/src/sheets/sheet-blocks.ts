import type { BlockInput } from '../blocks.js';
import { regionBlocks } from '../ooxml/xlsx/region-blocks.js';
import { regionsOf } from '../ooxml/xlsx/regions.js';
import type { Cell } from '../ooxml/xlsx/sheet.js';

export type SheetCell = Cell;

/** The tables of a sheet, whose cells come row by row; those that empty rows and columns part are blocks of their own. */
export const sheetBlocks = (cells: readonly SheetCell[]): BlockInput[] =>
  regionsOf(cells).flatMap((region) => regionBlocks(region, false));

/** What programs call a sheet that nobody gave a name. */
const NAMELESS =
  /^(?:sheet|tabelle|feuil(?:le)?|hoja|foglio|planilha|folha|plan|blad|ark|taulukko|arkusz|list|munkalap|лист|аркуш|sayfa|工作表|シート|시트)[ _]?\d*$/iu;

/** A sheet's name as its heading; nothing where it is a number in a row. */
export const sheetHeading = (name: string): BlockInput[] =>
  name.trim() === '' || NAMELESS.test(name.trim()) ? [] : [{ kind: 'heading', level: 1, text: name }];
