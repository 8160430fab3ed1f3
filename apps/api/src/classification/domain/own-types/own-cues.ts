import type { FoundCue } from '../classification-model.js';
import { ramp } from '../cues/cue-model.js';
import { type DocumentView, wordsOf } from '../document-view.js';
import { PhraseMatcher } from '../phrase-matcher.js';
import { zoneFactor } from '../phrase-zones.js';
import type { OwnType } from './own-type.js';
import { specificity, termsOf } from './terms.js';

/** As the title of a built-in type, and more for each further word: `site inspection report` is no mere report. */
const NAME_AS_TITLE = 4;
const MORE_FOR_WORD = 0.6;
const MOST_FOR_WORDS = 2.4;
/** The words of the name stand at the top, not as one phrase. */
const NAME_IN_WORDS = 2.5;
const TOP_ROWS = 12;
/** A description is written about documents, not on them: half its words are much. */
const DESCRIPTION = 4;
const FEWEST_DESCRIBED = 3;
/** By how many examples there are: one shows more of itself than of its kind. */
const EXAMPLES = [0, 3, 4.5, 6] as const;
/** A term of a kind stands in this part of its examples. */
const SHARED = 0.6;
const FILE_NAME = 1.5;

interface Profile {
  readonly type: OwnType;
  readonly nameTerms: ReadonlySet<string>;
  readonly described: ReadonlyMap<string, number>;
  readonly shown: ReadonlyMap<string, number>;
  readonly fileWords: string;
}

/** What to look for in a document for each of a tenant's own categories; made once and used for many documents. */
export class OwnCues {
  private readonly matcher = new PhraseMatcher();
  private readonly profiles: readonly Profile[];

  constructor(types: readonly OwnType[]) {
    const usedBy = countUses(types);
    this.profiles = types.map((type) => profileOf(type, usedBy));
    // The index of a phrase is the index of its type.
    for (const { name } of types) this.matcher.add(name);
  }

  /** The cues of each category that were found; points are on the scale of the built-in types' cues. */
  find(view: DocumentView, filename: string | null): ReadonlyMap<string, readonly FoundCue[]> {
    const inText = termsOf(view.words);
    const onTop = termsOf(view.segments.filter(isTop).flatMap(({ words }) => words));
    const named = this.titles(view);
    const file = ` ${wordsOf(filename?.replace(/\.\w{1,5}$/, '').replaceAll('_', ' ') ?? '').join(' ')} `;
    const found = new Map<string, readonly FoundCue[]>();
    for (const [index, profile] of this.profiles.entries()) {
      const { type, described, shown } = profile;
      const cues = (
        [
          ['its name', Math.max(named.get(index) ?? 0, NAME_IN_WORDS * nameShare(profile, onTop))],
          ['the words of its description', DESCRIPTION * describedShare(described, inText)],
          ['what its examples have in common', examplePoints(type.examples.length) * shownShare(shown, inText)],
          ['the name of the file', file.includes(profile.fileWords) ? FILE_NAME : 0],
        ] as const
      ).flatMap(([label, points]) => (points > 0 ? [{ type: type.id, label, points }] : []));
      if (cues.length > 0) found.set(type.id, cues);
    }
    return found;
  }

  private titles(view: DocumentView): ReadonlyMap<number, number> {
    const points = new Map<number, number>();
    for (const match of this.matcher.match(view)) {
      const words = match.end - match.start;
      const most = NAME_AS_TITLE + Math.min(MOST_FOR_WORDS, MORE_FOR_WORD * (words - 1));
      const here = most * match.quality * zoneFactor(view, match, 'title');
      points.set(match.phrase, Math.max(here, points.get(match.phrase) ?? 0));
    }
    return points;
  }
}

const isTop = ({ page, row }: { page: number; row: number }): boolean => page === 0 && row < TOP_ROWS;

const examplePoints = (examples: number): number => EXAMPLES[Math.min(examples, EXAMPLES.length - 1)] ?? 0;

/** In how many of the tenant's categories a term stands: in many, it tells none of them. */
function countUses(types: readonly OwnType[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { name, description, examples } of types)
    for (const term of new Set([...termsOf(wordsOf(`${name} ${description}`)), ...examples.flat()]))
      uses.set(term, (uses.get(term) ?? 0) + 1);
  return uses;
}

function profileOf(type: OwnType, usedBy: ReadonlyMap<string, number>): Profile {
  const weigh = (terms: Iterable<string>): ReadonlyMap<string, number> =>
    new Map([...terms].map((term) => [term, specificity(term) / Math.sqrt(usedBy.get(term) ?? 1)]));
  return {
    type,
    nameTerms: termsOf(wordsOf(type.name)),
    described: weigh(termsOf(wordsOf(`${type.name} ${type.description}`))),
    shown: weigh(commonTerms(type.examples)),
    fileWords: ` ${wordsOf(type.name).join(' ')} `,
  };
}

function commonTerms(examples: OwnType['examples']): string[] {
  const counts = new Map<string, number>();
  for (const terms of examples) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const enough = SHARED * examples.length;
  return [...counts].filter(([, count]) => count >= enough).map(([term]) => term);
}

/** The part of a name's words that stand at the top, where it is most of them and not a single one. */
function nameShare({ nameTerms }: Profile, onTop: ReadonlySet<string>): number {
  if (nameTerms.size < 2) return 0;
  const found = [...nameTerms].filter((term) => onTop.has(term)).length;
  return found < 2 ? 0 : ramp(found / nameTerms.size, 0.5, 1);
}

function describedShare(described: ReadonlyMap<string, number>, inText: ReadonlySet<string>): number {
  const found = [...described.keys()].filter((term) => inText.has(term)).length;
  return found < FEWEST_DESCRIBED ? 0 : ramp(weighedShare(described, inText), 0.25, 0.75);
}

const shownShare = (shown: ReadonlyMap<string, number>, inText: ReadonlySet<string>): number =>
  ramp(weighedShare(shown, inText), 0.4, 0.8);

function weighedShare(terms: ReadonlyMap<string, number>, inText: ReadonlySet<string>): number {
  let [all, found] = [0, 0];
  for (const [term, weight] of terms) {
    all += weight;
    if (inText.has(term)) found += weight;
  }
  return all === 0 ? 0 : found / all;
}
