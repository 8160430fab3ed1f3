/**
 * Fonts whose characters are pictures: Symbol has Greek and mathematics (Adobe's symbol encoding, Unicode's SYMBOL.TXT), from
 * 0x20 on; `\ufffd` stands where it has nothing.
 */
const SYMBOL =
  ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼\ufffd' +
  '\ufffd'.repeat(32) +
  '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\ufffd〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭\ufffd';

/** Characters of Wingdings that mean something in a text: boxes that are ticked or not, bullets, arrows, pencils aside. */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x20: ' ',
  0x28: '☎',
  0x29: '✆',
  0x2a: '✉',
  0x4a: '☺',
  0x4c: '☹',
  0x6c: '●',
  0x6e: '■',
  0x6f: '☐',
  0x71: '❑',
  0x72: '❒',
  0x75: '◆',
  0x76: '❖',
  0x78: '☒',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '☐',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe8: '➔',
  0xef: '⇦',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

const isWingdings = (font: string): boolean => /^(?:wing|web)dings/i.test(font);

/** Text in a symbol font; `code` is the character's byte, or that byte in the private use area (U+F000 and on). */
export function symbolText(code: number, font: string): string {
  const byte = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (byte < 0x20) return '';
  if (byte > 0xff) return String.fromCodePoint(code);
  if (isWingdings(font)) return WINGDINGS[byte] ?? '•';
  // Fonts of bar codes and the like are set in letters.
  if (!/^symbol/i.test(font)) return byte < 0x7f ? String.fromCharCode(byte) : '•';
  const text = SYMBOL[byte - 0x20] ?? '';
  return text === '\ufffd' ? '' : text;
}

const PRIVATE_USE = /[\uf020-\uf0ff]/g;

/** Characters that only a symbol font can show, of which the text does not say which one it was: most are bullets. */
export const withoutPrivateUse = (text: string): string =>
  text.replace(PRIVATE_USE, (character) => symbolText(character.charCodeAt(0), 'Symbol'));
