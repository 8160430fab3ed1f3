import type { ClassificationInput, FoundCue } from './classification-model.js';
import type { Cue, PhraseCue } from './cues/cue-model.js';
import { CUES_BY_TYPE } from './cues/registry.js';
import { type DocumentView, wordsOf } from './document-view.js';
import type { LayoutFeatures } from './layout-features.js';
import { PhraseMatcher } from './phrase-matcher.js';
import { zoneFactor } from './phrase-zones.js';

/** A name says what its giver thinks: as much as a usual label. */
const NAME_WEIGHT = 1.5;
/** Programs write any title into the properties of a file. */
const TITLE_PROPERTY_WEIGHT = 1;

interface PhraseIndex {
  readonly matcher: PhraseMatcher;
  /** For the index of a phrase, the cues that it belongs to. */
  readonly cuesOfPhrase: readonly (readonly PhraseCue[])[];
}

let index: PhraseIndex | undefined;
/** Made by the first document: a process that classifies none starts sooner. */
const phraseIndex = (): PhraseIndex => (index ??= indexPhrases());

/** A phrase that several types use is looked for once. */
function indexPhrases(): PhraseIndex {
  const matcher = new PhraseMatcher();
  const cuesOfPhrase: PhraseCue[][] = [];
  const indexOf = new Map<string, number>();
  for (const { cues } of CUES_BY_TYPE.values()) {
    for (const cue of cues) {
      if (cue.kind !== 'phrase') continue;
      for (const phrase of cue.phrases) {
        const place = indexOf.get(phrase) ?? matcher.add(phrase);
        indexOf.set(phrase, place);
        (cuesOfPhrase[place] ??= []).push(cue);
      }
    }
  }
  return { matcher, cuesOfPhrase };
}

/** The cues of each type that were found in the document; types of which nothing was found are absent. */
export function findEvidence(
  input: ClassificationInput,
  view: DocumentView,
  features: LayoutFeatures,
): ReadonlyMap<string, readonly FoundCue[]> {
  const phraseDegrees = matchPhrases(view);
  const names = [spaced(input.filename ?? ''), spaced(input.reading.metadata['title'] ?? '')] as const;
  const evidence = new Map<string, FoundCue[]>();
  for (const { type, cues, names: typeNames } of CUES_BY_TYPE.values()) {
    const found: FoundCue[] = [];
    for (const cue of cues) {
      const degree = degreeOf(cue, view, features, phraseDegrees);
      if (degree > 0) found.push({ type, label: cue.label, points: cue.weight * degree });
    }
    if (isNamed(names[0], typeNames)) found.push({ type, label: 'the name of the file', points: NAME_WEIGHT });
    if (isNamed(names[1], typeNames)) {
      found.push({ type, label: 'the title property of the file', points: TITLE_PROPERTY_WEIGHT });
    }
    if (found.length > 0) evidence.set(type, found);
  }
  return evidence;
}

function matchPhrases(view: DocumentView): ReadonlyMap<PhraseCue, number> {
  const degrees = new Map<PhraseCue, number>();
  const { matcher, cuesOfPhrase } = phraseIndex();
  for (const match of matcher.match(view)) {
    for (const cue of cuesOfPhrase[match.phrase] ?? []) {
      const degree = match.quality * zoneFactor(view, match, cue.zone);
      if (degree > (degrees.get(cue) ?? 0)) degrees.set(cue, degree);
    }
  }
  return degrees;
}

function degreeOf(
  cue: Cue,
  view: DocumentView,
  features: LayoutFeatures,
  phraseDegrees: ReadonlyMap<PhraseCue, number>,
): number {
  if (cue.kind === 'phrase') return phraseDegrees.get(cue) ?? 0;
  if (cue.kind === 'layout') return cue.degree(features);
  return cue.pattern.test(view.text) ? 1 : 0;
}

/** `W9-scanned_2.PDF` and `TaxInvoice.pdf` as words with a space on each side. */
const spaced = (name: string): string =>
  ` ${wordsOf(name.replace(/\.\w{1,5}$/, '').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).join(' ')} `;

const isNamed = (name: string, words: readonly string[] | undefined): boolean =>
  words?.some((word) => name.includes(` ${word} `)) ?? false;
