/** A rectangle of cells; rows and columns count from 0, the last ones are part of it. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Sizes of a sheet in Excel 2007 and later. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** `B3`, `$B$3`; null where it is no place on a sheet. */
export function cellPlace(reference: string): CellPlace | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference);
  if (match === null) return null;
  const row = Number(match[2]) - 1;
  const column = columnNumber(match[1] ?? '');
  return row >= 0 && row < MAX_ROWS && column < MAX_COLUMNS ? { row, column } : null;
}

/** `A` is 0, `AA` is 26. */
function columnNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at++) number = number * 26 + (letters.charCodeAt(at) & 0x1f);
  return number - 1;
}

/** `A1:C3`, or a single cell. */
export function cellRange(reference: string): CellRange | null {
  const [from = '', to = from] = reference.split(':', 2);
  const first = cellPlace(from);
  const last = cellPlace(to);
  if (first === null || last === null) return null;
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  };
}
