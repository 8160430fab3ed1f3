import { digitRuns, findDates, foldKeepingOffsets, type Span } from '@app/text';
import { isLetter, isUpperCase } from './characters.js';
import { readNameRuns, type NameRun } from './name-runs.js';

/** Runs of digits with at most three other characters between two of them, as in long numbers of every kind. */
export interface DigitGroup extends Span {
  readonly digits: number;
}

const WIDEST_GAP = 3;

function groupsOf(runs: readonly Span[]): DigitGroup[] {
  const groups: DigitGroup[] = [];
  let group: { start: number; end: number; digits: number } | undefined;
  for (const { start, end } of runs) {
    if (group !== undefined && start - group.end <= WIDEST_GAP) {
      group.end = end;
      group.digits += end - start;
    } else groups.push((group = { start, end, digits: end - start }));
  }
  return groups;
}

const TITLE_WORD = 4;

/** Offsets of the longer words of a text, and how many up to each begin with a capital. */
class LongWords {
  private readonly starts: number[] = [];
  private readonly capitals: number[] = [0];

  constructor(text: string) {
    let start = 0;
    for (let i = 0; i <= text.length; i++) {
      if (isLetter(text.charCodeAt(i))) continue;
      if (i - start >= TITLE_WORD) {
        this.starts.push(start);
        this.capitals.push((this.capitals.at(-1) ?? 0) + (isUpperCase(text.charCodeAt(start)) ? 1 : 0));
      }
      start = i + 1;
    }
  }

  /** Four words or more, seven tenths of them capitalised. */
  areTitled(from: number, to: number): boolean {
    const first = this.firstAt(from);
    const end = this.firstAt(to);
    const capitals = (this.capitals[end] ?? 0) - (this.capitals[first] ?? 0);
    return end - first >= 4 && capitals >= (end - first) * 0.7;
  }

  private firstAt(offset: number): number {
    let [low, high] = [0, this.starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Function words of German, each on its own; no other language has several of them. */
const GERMAN = [
  ' und ',
  ' nicht ',
  ' ist ',
  ' ich ',
  ' wir ',
  ' fur ',
  ' mit ',
  ' ein ',
  ' eine ',
  ' auf ',
  ' bei ',
  ' das ',
];
const GERMAN_ENOUGH = 2;

/** A text with all that several detectors need of it, made once. */
export class PiiText {
  /** Lower case without accents, of the same length. */
  readonly folded: string;
  readonly digitRuns: readonly Span[];
  readonly digitGroups: readonly DigitGroup[];
  readonly nameRuns: readonly NameRun[];
  private foundDates: readonly Span[] | undefined;
  private hasCapitalNouns: boolean | undefined;
  private longWords: LongWords | undefined;

  constructor(readonly text: string) {
    this.folded = foldKeepingOffsets(text);
    this.digitRuns = digitRuns(text);
    this.digitGroups = groupsOf(this.digitRuns);
    this.nameRuns = readNameRuns(text, this.folded);
  }

  get dates(): readonly Span[] {
    return (this.foundDates ??= findDates(this.text));
  }

  /** True of German, where a capital letter says little. */
  get nounsAreCapitalised(): boolean {
    return (this.hasCapitalNouns ??= GERMAN.filter((word) => this.folded.includes(word)).length >= GERMAN_ENOUGH);
  }

  /** True where one of these folded words or parts of words stands anywhere. */
  hasAny(words: readonly string[]): boolean {
    return words.some((word) => this.folded.includes(word));
  }

  /** True for a line of capitalised words or capitals, where a capital says nothing. */
  isTitled(from: number, to: number): boolean {
    this.longWords ??= new LongWords(this.text);
    return this.longWords.areTitled(from, to);
  }
}
