/** Unicode scripts that one language (of those we name) is written in. */
const SINGLE: Readonly<Record<string, string>> = {
  Hangul: 'ko',
  Greek: 'el',
  Hebrew: 'he',
  Thai: 'th',
  Lao: 'lo',
  Khmer: 'km',
  Myanmar: 'my',
  Georgian: 'ka',
  Armenian: 'hy',
  Bengali: 'bn',
  Gujarati: 'gu',
  Gurmukhi: 'pa',
  Tamil: 'ta',
  Telugu: 'te',
  Kannada: 'kn',
  Malayalam: 'ml',
  Oriya: 'or',
  Sinhala: 'si',
  Ethiopic: 'am',
  Tibetan: 'bo',
};
const SHARED = ['Latin', 'Cyrillic', 'Arabic', 'Devanagari', 'Han', 'Hiragana', 'Katakana'] as const;

export type Script = string;

const NAMES = [...SHARED, ...Object.keys(SINGLE)];
const TESTS = NAMES.map((name) => new RegExp(`\\p{Script=${name}}`, 'u'));
const LETTER = /\p{L}/u;
const LOOKED_AT = 2_000;

/** Numbers of scripts (from 1) by character of the basic multilingual plane, filled as they are met; 0 is not yet met. */
const known = new Uint8Array(0x10000);
const NO_SCRIPT = 255;

function scriptNumber(character: string): number {
  if (!LETTER.test(character)) return NO_SCRIPT;
  const index = TESTS.findIndex((pattern) => pattern.test(character));
  return index < 0 ? NO_SCRIPT : index + 1;
}

/** Letters of the beginning of a text by script. */
export function countScripts(text: string): ReadonlyMap<Script, number> {
  const totals = new Uint32Array(256);
  const end = Math.min(text.length, LOOKED_AT);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    let script = known[code] ?? 0;
    if (script === 0) {
      const point = text.codePointAt(i) ?? code;
      script = scriptNumber(String.fromCodePoint(point));
      // Half of a pair says nothing by itself; its other half is skipped.
      if (point > 0xffff) i++;
      else known[code] = script;
    }
    totals[script] = (totals[script] ?? 0) + 1;
  }
  const counts = new Map<Script, number>();
  for (const [index, name] of NAMES.entries()) {
    const count = totals[index + 1] ?? 0;
    if (count > 0) counts.set(name, count);
  }
  return counts;
}

/** ISO 639-1 of the language that a script stands for, or undefined where several share it. */
export const languageOfScript = (script: Script): string | undefined => SINGLE[script];
