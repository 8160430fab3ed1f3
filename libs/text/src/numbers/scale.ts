/** Words and suffixes that multiply, with the power of ten. Single letters only stand directly behind the digits. */
const SCALES: readonly (readonly [pattern: string, places: number])[] = [
  ['\\s?(?:billion|billions|bn|Milliarden?|Mrd\\.?|milliards?|miliardi|miliardo|mil millones|bilh(?:ão|ões))', 9],
  ['\\s?(?:millions?|mio\\.?|mln\\.?|mn|Millionen|millones|mill(?:ón|ion)|milioni|milione|milh(?:ão|ões)|miljoen)', 6],
  ['\\s?(?:crores?)', 7],
  ['\\s?(?:lakhs?|lacs?)', 5],
  ['\\s?(?:thousand|Tausend|tsd\\.?|duizend)', 3],
  ['(?:[kK])', 3],
  ['(?:[mM])', 6],
  ['(?:[bB])', 9],
  ['\\s?[億亿]', 8],
  ['\\s?[万萬]', 4],
];
const ANY = new RegExp(`^(?:${SCALES.map(([pattern]) => pattern).join('|')})(?!\\p{L})`, 'iu');
const NONE = { length: 0, places: 0 } as const;
const COMPILED = SCALES.map(([pattern, places]) => ({ pattern: new RegExp(`^${pattern}(?!\\p{L})`, 'iu'), places }));

/** The scale at the beginning of what follows a numeral: its length in characters and its power of ten. */
export function scaleAt(after: string): { readonly length: number; readonly places: number } {
  // All begin with a letter, at most one blank before it.
  const isWord = after.charCodeAt(0) > 0x40 || after.charCodeAt(1) > 0x40;
  if (!isWord || !ANY.test(after)) return NONE;
  for (const { pattern, places } of COMPILED) {
    const match = pattern.exec(after);
    if (match) return { length: match[0].length, places };
  }
  return NONE;
}
