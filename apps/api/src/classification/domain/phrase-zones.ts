import type { Zone } from './cues/cue-model.js';
import type { DocumentView, Segment } from './document-view.js';
import type { PhraseMatch } from './phrase-matcher.js';

/** Rows of the first page in which a title stands: letterheads, exhibit numbers and addresses may come before it. */
const TITLE_ROWS = 25;
/** Rows at the top of later pages: a form after a cover sheet. */
const LATER_TITLE_ROWS = 10;
const HEAD_ROWS = 45;
/** A heading may hold more than the phrase (`MUTUAL … AGREEMENT AND RELEASE`), a line in plain type must be mostly it. */
const COVERAGE_HEADING = 0.2;
const COVERAGE_PLAIN = 0.5;
/** A short line that begins with the phrase (`Invoice no. 4711 of 1 May`) is nearly a title. */
const LEADING_WORDS = 9;

/** How much of its weight a phrase cue earns by a match, for the place where the match stands: 0..1. */
export function zoneFactor(view: DocumentView, match: PhraseMatch, zone: Zone): number {
  if (zone === 'text') return 1;
  const segment = view.segments[view.segmentOf[match.start] ?? 0];
  if (segment === undefined) return 0;
  return zone === 'head' ? headFactor(segment) : titleFactor(view, match, segment);
}

const headFactor = (segment: Segment): number => (segment.page === 0 && segment.row < HEAD_ROWS ? 1 : 0.6);

function titleFactor(view: DocumentView, match: PhraseMatch, segment: Segment): number {
  const first = segment.page === 0;
  if (!isTitleLike(view, match)) {
    if (!first || segment.row >= TITLE_ROWS) return 0.12;
    return match.start === segment.start && segment.words.length <= LEADING_WORDS ? 0.7 : 0.3;
  }
  if (first) return segment.row < TITLE_ROWS ? 1 : 0.6;
  return segment.row < LATER_TITLE_ROWS ? 0.6 : 0.4;
}

/** What makes of a name the label of a number: `Receipt no. 4711` stands on invoices that were paid. */
const OF_NUMBERS = new Set(['no', 'nr', 'number', 'num', 'id', 'nummer', 'numero', 'n']);

function isTitleLike(view: DocumentView, match: PhraseMatch): boolean {
  if (OF_NUMBERS.has(view.words[match.end] ?? '') && view.segmentOf[match.end] === view.segmentOf[match.start])
    return false;
  const from = view.segmentOf[match.start] ?? 0;
  const to = view.segmentOf[match.end - 1] ?? from;
  const touched = view.segments.slice(from, to + 1);
  // Numbers beside a title (`Invoice 4711`) say nothing against it.
  const words = touched.flatMap((segment) => segment.words).filter((word) => !/\d/.test(word)).length;
  const coverage = (match.end - match.start) / Math.max(1, words);
  return coverage >= (touched.every((segment) => segment.heading) ? COVERAGE_HEADING : COVERAGE_PLAIN);
}
