import { flattenLetters, hasMixedScripts, MAYBE_STYLED } from './letter-shapes.js';

/**
 * Characters that a reader does not see: zero width, direction overrides, soft hyphens, fillers, Unicode tags and what else lies in
 * their plane, variation selectors that no picture or letter has, annotations, beams of music.
 */
const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]|\u034f|\u17b4|\u17b5|[\u180b-\u180d]|\u180f|[\ufe00-\ufe0d]|[\u{e0100}-\u{e01ef}]/gu;
/** Of a stack of marks on one letter the first is an accent; no language piles up so many. */
const MARK_FLOOD = /(?<=[\u0300-\u036f])[\u0300-\u036f]{4,}/g;
const BEYOND_LATIN = /[^\0-\u00ac\u00ae-\u02ff]/;
const TAGS = /[\u{e0000}-\u{e007f}]/u;
const SELECTORS = /[\ufe00-\ufe0d\u{e0100}-\u{e01ef}]{3}/u;
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/;

export interface CleanText {
  readonly text: string;
  readonly original: string;
  /** For each code unit of `text` its place in the original; null where nothing was taken out. */
  readonly origins: Uint32Array | null;
  /** What was found, for the injection signals. */
  readonly signals: readonly string[];
}

/** A few say nothing: they come of copying. */
const SUSPICIOUS_COUNT = 5;
/** Between letters of scripts that need them, inside pictures and in hyphenation these are ordinary writing. */
const ORDINARY =
  /(?<=[\u0590-\u08ff\u0900-\u109f\u1780-\u18af\ufb1d-\ufefc])[\u200c-\u200f\u061c]|[\u200c-\u200f\u061c](?=[\u0590-\u08ff\u0900-\u109f\u1780-\u18af\ufb1d-\ufefc])|(?<=[\ufe0f\p{Extended_Pictographic}\p{Emoji_Modifier}])\u200d|(?<=\p{L}{2})\u00ad(?=\p{L}{2})|(?<=\p{Script=Han})[\u{e0100}-\u{e01ef}]/gu;

/** Takes out what a reader does not see, writes letters of other alphabets that look the same as the plain ones, and remembers where the rest stood. */
export function cleanText(original: string): CleanText {
  if (!BEYOND_LATIN.test(original) && !original.includes('\u00ad'))
    return { text: original, original, origins: null, signals: [] };
  const found = [...original.matchAll(INVISIBLE)];
  const floods = [...original.matchAll(MARK_FLOOD)];
  const shaped = MAYBE_STYLED.test(original) ? flattenLetters(original) : [];
  const signals = signalsOf(original, found.length, floods.length > 0, shaped.length >= SUSPICIOUS_COUNT);
  const cuts = [...found, ...floods].map(({ index, 0: { length } }) => ({ index, length, instead: '' }));
  const changes = [...cuts, ...shaped].sort((a, b) => a.index - b.index);
  if (changes.length === 0) return { text: original, original, origins: null, signals };
  const origins = new Uint32Array(original.length);
  const parts: string[] = [];
  let [from, size] = [0, 0];
  const keep = (part: string, at: (place: number) => number): void => {
    for (let place = 0; place < part.length; place++) origins[size + place] = at(place);
    parts.push(part);
    size += part.length;
  };
  for (const { index, length, instead } of changes) {
    if (index < from) continue;
    const start = from;
    keep(original.slice(start, index), (place) => start + place);
    keep(instead, () => index);
    from = index + length;
  }
  const start = from;
  keep(original.slice(start), (place) => start + place);
  return { text: parts.join(''), original, origins: origins.subarray(0, size), signals };
}

function signalsOf(original: string, hidden: number, isFlooded: boolean, isStyled: boolean): string[] {
  const isHidden = hidden >= SUSPICIOUS_COUNT && hidden - (original.match(ORDINARY)?.length ?? 0) >= SUSPICIOUS_COUNT;
  const signals: [string, boolean][] = [
    ['unicode_tags', hidden > 0 && TAGS.test(original)],
    ['direction_override', hidden > 0 && OVERRIDES.test(original)],
    ['variation_selectors', hidden > 0 && SELECTORS.test(original)],
    ['hidden_characters', isHidden],
    ['stacked_marks', isFlooded],
    ['styled_letters', isStyled],
    ['mixed_scripts', hasMixedScripts(original)],
  ];
  return signals.filter(([, isThere]) => isThere).map(([name]) => name);
}

/** A span of the clean text as it stands in the original. */
export function originalSpan(clean: CleanText, start: number, end: number): { start: number; end: number } {
  if (clean.origins === null) return { start, end };
  const last = clean.origins[end - 1] ?? end - 1;
  // A plain letter may stand for one of two code units.
  const size = (clean.original.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
  return { start: clean.origins[start] ?? start, end: last + size };
}
