/** Characters that a reader does not see: zero width, direction overrides, soft hyphens, and Unicode tags. */
const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\u{e0001}\u{e0020}-\u{e007f}]|\u034f|\u17b4|\u17b5/gu;
const MAYBE_INVISIBLE = /[^\0-\u00ac\u00ae-\u033f]/;
const TAGS = /[\u{e0020}-\u{e007f}]/u;
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/;

export interface CleanText {
  readonly text: string;
  /** For each code unit of `text` its place in the original; null where nothing was taken out. */
  readonly origins: Uint32Array | null;
  /** What was found, for the injection signals. */
  readonly signals: readonly string[];
}

/** Joiners inside emoji and between letters of scripts that need them are ordinary writing, so a few say nothing. */
const SUSPICIOUS_COUNT = 5;

/** Takes out what a reader does not see, and remembers where the rest stood. */
export function cleanText(original: string): CleanText {
  if (!MAYBE_INVISIBLE.test(original)) return { text: original, origins: null, signals: [] };
  const hidden = [...original.matchAll(INVISIBLE)];
  if (hidden.length === 0) return { text: original, origins: null, signals: [] };
  const origins = new Uint32Array(original.length);
  let text = '';
  let from = 0;
  const keep = (until: number): void => {
    for (let at = from; at < until; at++) origins[text.length + at - from] = at;
    text += original.slice(from, until);
  };
  for (const match of hidden) {
    keep(match.index);
    from = match.index + match[0].length;
  }
  keep(original.length);
  return { text, origins: origins.subarray(0, text.length), signals: signalsOf(original, hidden.length) };
}

function signalsOf(original: string, count: number): string[] {
  return [
    ...(TAGS.test(original) ? ['unicode_tags'] : []),
    ...(OVERRIDES.test(original) ? ['direction_override'] : []),
    ...(count >= SUSPICIOUS_COUNT ? ['hidden_characters'] : []),
  ];
}

/** A span of the clean text as it stands in the original. */
export function originalSpan(clean: CleanText, start: number, end: number): { start: number; end: number } {
  if (clean.origins === null) return { start, end };
  return { start: clean.origins[start] ?? start, end: (clean.origins[end - 1] ?? end - 1) + 1 };
}
