import type { LayoutFeatures } from '../layout-features.js';
import type { DocumentTypeId } from '../taxonomy/document-types.js';

/**
 * Where a phrase says most. `title`: it is most of a heading near the top. `head`: a label in the first part of the first
 * page. `text`: anywhere. Found elsewhere it counts for a part (see phrase-zones).
 */
export type Zone = 'title' | 'head' | 'text';

interface CueBase {
  /** What is found, in our words: it is shown to people, and must make sense after "found:". */
  readonly label: string;
  /**
   * What the cue adds to the log-odds of its type when found as it should be; negative speaks against the type.
   * 4: nearly settles it (the type's own title). 2: rarely seen on other types. 1: usual here, sometimes elsewhere.
   * 0.5: a little. Set by what the phrases mean in business and law, not counted on any collection.
   */
  readonly weight: number;
}

/** Phrases that mean the same, in the languages that use them. The best match counts, once. */
export interface PhraseCue extends CueBase {
  readonly kind: 'phrase';
  readonly zone: Zone;
  /** Words as `wordsOf` cuts them. A word may begin or end with `*` (any letters, at least two). */
  readonly phrases: readonly string[];
}

/** A form of writing that words cannot say (numbers of forms, codes), looked for in the text as it stands. */
export interface PatternCue extends CueBase {
  readonly kind: 'pattern';
  readonly pattern: RegExp;
}

/** A property of the page; `degree` answers 0..1. */
export interface LayoutCue extends CueBase {
  readonly kind: 'layout';
  readonly degree: (features: LayoutFeatures) => number;
}

export type Cue = PhraseCue | PatternCue | LayoutCue;

export interface TypeCues {
  readonly type: DocumentTypeId;
  /** Begins with the score of another type: a special case of it. */
  readonly kindOf?: DocumentTypeId;
  /** Words in a file name or a document's title property that name the type. */
  readonly names?: readonly string[];
  readonly cues: readonly Cue[];
}

/** Phrases are parted by `|`. */
const phraseCue =
  (zone: Zone) =>
  (label: string, weight: number, ...phrases: string[]): PhraseCue => ({
    kind: 'phrase',
    zone,
    label,
    weight,
    phrases: phrases.flatMap((some) => some.split('|')).map((phrase) => phrase.trim()),
  });

export const title = phraseCue('title');
export const head = phraseCue('head');
export const text = phraseCue('text');

export const pattern = (label: string, weight: number, expression: RegExp): PatternCue => ({
  kind: 'pattern',
  label,
  weight,
  pattern: expression,
});

export const layout = (
  label: string,
  weight: number,
  degree: (features: LayoutFeatures) => number | boolean,
): LayoutCue => ({ kind: 'layout', label, weight, degree: (features) => Number(degree(features)) });

/** A4 is 1.41, US Letter 1.29; a till's roll has no such page. */
const MOST_OF_A_SHEET = 1.5;

/**
 * How far the text, or the picture, is tall and narrow as the paper roll of a till. Between its margins the text of a full sheet is
 * 1.6 times as tall as it is wide.
 */
export const tillShape = (page: LayoutFeatures): number => {
  const isSheet = !page.isImage && page.pageAspect > 0 && page.pageAspect <= MOST_OF_A_SHEET;
  if (isSheet) return ramp(page.textAspect, 1.75, 2.3);
  return ramp(Math.max(page.textAspect, page.isImage ? page.pageAspect : 0), 1.45, 1.9);
};

/** 0 at or below `from`, 1 at or above `to`, straight between; with `from` above `to` it falls. */
export const ramp = (value: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (value - from) / (to - from)));
