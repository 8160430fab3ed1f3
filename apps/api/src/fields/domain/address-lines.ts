import { addressFit } from './party-text.js';

/** Lines that are part of an address for certain, and those that are one where they stand right before such a line. */
const SURE = 0.4;
/** A street that no list knows, with its number. */
const LIKELY = 0.25;

/** The number of a row, an amount: no part of an address, but for the code of a town. */
const isBareNumber = (text: string): boolean => !/\p{L}/u.test(text) && !/^\W*\d{4,6}\W*$/.test(text);

export interface AddressBounds {
  /** Lines after the name in which an address has to begin. */
  readonly reach: number;
  /** Lines of an address at most. */
  readonly most: number;
  /** True for a line that is something else, before or after. */
  readonly ends: (text: string) => boolean;
  /** True for a line that may stand in an address but does not begin one. */
  readonly isRemark?: (text: string) => boolean;
}

/** The lines of the address among those that follow a name; none where nothing looks like one. */
export function addressLines<T extends { readonly text: string }>(
  lines: readonly T[],
  { reach, most, ends, isRemark = () => false }: AddressBounds,
): T[] {
  const isOther = ({ text }: T): boolean => ends(text) || isBareNumber(text);
  const sure = lines
    .slice(0, reach)
    .findIndex((line) => addressFit(line.text) >= SURE && !ends(line.text) && !isRemark(line.text));
  if (sure < 0) return [];
  const first =
    lines
      .slice(0, sure)
      .findLastIndex((line) => addressFit(line.text) < LIKELY || isOther(line) || isRemark(line.text)) + 1;
  const own = lines.slice(first, first + most);
  const end = own.findIndex(isOther);
  return end < 0 ? own : own.slice(0, end);
}
