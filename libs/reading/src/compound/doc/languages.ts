/** Code pages of languages by their primary number ([MS-LCID]); all others are written in that of western Europe. */
const BY_LANGUAGE: Readonly<Record<number, number>> = {
  0x01: 1256, // Arabic
  0x02: 1251, // Bulgarian
  0x05: 1250, // Czech
  0x08: 1253, // Greek
  0x0d: 1255, // Hebrew
  0x0e: 1250, // Hungarian
  0x11: 932, // Japanese
  0x12: 949, // Korean
  0x15: 1250, // Polish
  0x18: 1250, // Romanian
  0x19: 1251, // Russian
  0x1a: 1250, // Croatian
  0x1b: 1250, // Slovak
  0x1e: 874, // Thai
  0x1f: 1254, // Turkish
  0x22: 1251, // Ukrainian
  0x23: 1251, // Belarusian
  0x24: 1250, // Slovenian
  0x25: 1257, // Estonian
  0x26: 1257, // Latvian
  0x27: 1257, // Lithuanian
  0x29: 1256, // Persian
  0x2a: 1258, // Vietnamese
  0x2f: 1251, // Macedonian
};
const CHINESE = 0x04;
const TRADITIONAL = new Set([0x0404, 0x0c04, 0x1404]);
const SERBIAN_CYRILLIC = 0x0c1a;

/** The code page of 8-bit text in a language. */
export function codePageOfLanguage(language: number): number {
  const primary = language & 0x3ff;
  if (language === SERBIAN_CYRILLIC) return 1251;
  if (primary === CHINESE) return TRADITIONAL.has(language) ? 950 : 936;
  return BY_LANGUAGE[primary] ?? 1252;
}
