import { AppError } from '@app/kernel';
import { type Cue, CueMatcher, expandPhrase } from '../cue-matcher.js';
import { type CueSheet, FORMS, SIGNALS } from './cue-sheet.js';
import { DUTCH } from './dutch.js';
import { ENGLISH } from './english.js';
import { FRENCH } from './french.js';
import { GERMAN } from './german.js';
import { INJECTION_CUES } from './injection-cues.js';
import { ITALIAN } from './italian.js';
import { PORTUGUESE } from './portuguese.js';
import { SPANISH } from './spanish.js';

/** One line a language. */
const SHEETS: readonly CueSheet[] = [ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH];

/** A cue that says its category by itself counts as much as this many that merely fit. */
const STRONG = 3;

export interface CueRegistry {
  /** The matcher of a language; that of all languages joined where there is no sheet for it. */
  matcherFor(language: string): CueMatcher;
  readonly languages: readonly string[];
}

const phrasesOf = (list: string): string[] =>
  list
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

const cuesOf = (family: Cue['family'], label: string, weight: number, list = ''): Cue[] =>
  phrasesOf(list).map((phrase) => ({ family, label, weight, phrase }));

const injectionCues = (): Cue[] =>
  Object.entries(INJECTION_CUES).flatMap(([label, { weight, phrases }]) => cuesOf('injection', label, weight, phrases));

function sheetCues(sheet: CueSheet): Cue[] {
  return [
    ...Object.entries(sheet.categories).flatMap(([label, { strong, weak }]) => [
      ...cuesOf('category', label, STRONG, strong),
      ...cuesOf('category', label, 1, weak),
    ]),
    ...SIGNALS.flatMap((label) => cuesOf('signal', label, 1, sheet.signals[label])),
    ...FORMS.flatMap((label) => cuesOf('form', label, 1, sheet.forms[label])),
  ];
}

/** Throws `double_cue` where one list of a sheet says the same twice: the second would silently change nothing. */
export function assertNoDoubles(sheet: CueSheet): void {
  const seen = new Set<string>();
  for (const { family, label, phrase } of sheetCues(sheet)) {
    const own = new Set(expandPhrase(phrase).map((words) => `${family} ${label}: ${words.join(' ')}`));
    for (const key of own) {
      if (seen.has(key)) throw new AppError('double_cue', 'bug', { detail: `${sheet.language} has twice: ${key}` });
      seen.add(key);
    }
  }
}

/** Compiles every sheet; throws where a language or a cue stands twice, or a cue cannot match. */
export function createCueRegistry(sheets: readonly CueSheet[] = SHEETS): CueRegistry {
  const matchers = new Map<string, CueMatcher>();
  for (const sheet of sheets) {
    if (matchers.has(sheet.language)) {
      throw new AppError('double_cue_sheet', 'bug', { detail: `Two cue sheets for ${sheet.language}` });
    }
    assertNoDoubles(sheet);
    matchers.set(sheet.language, new CueMatcher([...sheetCues(sheet), ...injectionCues()]));
  }
  let joined: CueMatcher | undefined;
  const allLanguages = (): CueMatcher =>
    (joined ??= new CueMatcher([...sheets.flatMap(sheetCues), ...injectionCues()]));
  return { languages: [...matchers.keys()], matcherFor: (language) => matchers.get(language) ?? allLanguages() };
}
