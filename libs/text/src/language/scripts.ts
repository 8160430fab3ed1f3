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
const TESTS = NAMES.map((name) => ({ name, pattern: new RegExp(`\\p{Script=${name}}`, 'u') }));
const LETTER = /\p{L}/u;
const LOOKED_AT = 2_000;

const knownScripts = new Map<string, Script | null>();

function scriptOf(character: string): Script | null {
  const known = knownScripts.get(character);
  if (known !== undefined) return known;
  const script = LETTER.test(character) ? (TESTS.find(({ pattern }) => pattern.test(character))?.name ?? null) : null;
  if (knownScripts.size < 10_000) knownScripts.set(character, script);
  return script;
}

/** Letters of the beginning of a text by script. */
export function countScripts(text: string): ReadonlyMap<Script, number> {
  const counts = new Map<Script, number>();
  for (const character of text.slice(0, LOOKED_AT)) {
    const script = scriptOf(character);
    if (script !== null) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  return counts;
}

/** ISO 639-1 of the language that a script stands for, or undefined where several share it. */
export const languageOfScript = (script: Script): string | undefined => SINGLE[script];
