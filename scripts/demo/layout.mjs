// Text in columns, safe to print: what a document says must not move the cursor.

export const clean = (text) => String(text ?? '').replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');

/** At most `width` characters, the last of them an ellipsis where some are left out. */
export function clip(text, width) {
  const characters = Array.from(clean(text));
  return characters.length <= width ? characters.join('') : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`;
}

/** Rows below a header, each column as wide as its widest cell. */
export function aligned(header, rows, { toTheRight = [] } = {}) {
  const all = [header, ...rows].map((row) => row.map(clean));
  const widths = header.map((_, index) => Math.max(...all.map((row) => lengthOf(row[index]))));
  const lines = all.map((row) =>
    row
      .map((cell, index) => {
        const space = ' '.repeat(widths[index] - lengthOf(cell));
        return toTheRight.includes(index) ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
  );
  return [lines[0], widths.map((width) => '-'.repeat(width)).join('  '), ...lines.slice(1)];
}

/** A text in lines of at most `width` characters, broken between words; a longer word is cut. */
export function wrapped(text, width) {
  const lines = [];
  for (const word of clean(text).split(/\s+/).filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && lengthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(clip(word, width));
  }
  return lines;
}

export const lengthOf = (text) => Array.from(text).length;
