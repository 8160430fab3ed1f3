import { splitSentences } from '@app/text';
import { type Source, sourceOf, unknownValues } from './source.js';
import type { Values } from './values.js';

/** What a draft may hold. */
export interface DraftGround {
  /** ISO 639-1, of the draft. */
  readonly language: string;
  /** What the sender says: amounts, dates and references may come from there. */
  readonly matter: string;
  /** Words of the mail that rules took for a reference or an amount. */
  readonly mentions: readonly string[];
  /** The tenant's own words: templates and documents that are marked for replies. Everything may come from there. */
  readonly trusted: readonly string[];
}

export interface GuardedDraft {
  readonly draft: string;
  /** Kinds of what was taken out; empty for a draft that was clean. */
  readonly removed: readonly (keyof Values)[];
}

/** Stands where something was taken out: a person has to fill it in. */
const GAP = '[…]';

/**
 * The last gate of a draft, whoever wrote it: a sentence with a link, an address, a telephone or account number that is not the
 * tenant's own, or with an amount, number, date or reference that neither the sender nor the tenant wrote, becomes a gap.
 */
export function guardDraft(draft: string, ground: DraftGround): GuardedDraft {
  const removed = new Set<keyof Values>();
  let known: Source | undefined;
  const unknownIn = (text: string): (keyof Values)[] => {
    const rest = withoutMentions(text, ground);
    // Most drafts are fixed phrases and proved mentions: nothing is left to be looked up.
    return MAY_HOLD_VALUE.test(rest) ? unknownValues(rest, ground.language, (known ??= knownBy(ground))) : [];
  };
  const guarded = (text: string): string => {
    const unknown = unknownIn(text);
    for (const kind of unknown) removed.add(kind);
    return unknown.length === 0 ? text : GAP;
  };
  const lines = draft.split('\n').map((line) => {
    // A link may hold the end of a sentence, so that the whole line is looked at before and after its sentences.
    if (unknownIn(line).length === 0) return line;
    return guarded(
      splitSentences(line, ground.language)
        .map(({ start, end }) => guarded(line.slice(start, end)))
        .join(' '),
    );
  });
  return { draft: lines.join('\n'), removed: [...removed] };
}

const MAY_HOLD_VALUE = /[\p{N}@:/<]|\]\(|\.\p{L}/u;

const joined = (a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> => new Set([...a, ...b]);

function knownBy({ trusted, matter, language }: DraftGround): Source {
  const own = sourceOf(trusted.join('\n'), language);
  const said = sourceOf(matter, language);
  return {
    // Whoever writes to us chooses what stands in the mail: where a reply sends people and money is never taken from there.
    links: own.links,
    accounts: own.accounts,
    codes: joined(own.codes, said.codes),
    numbers: joined(own.numbers, said.numbers),
    dates: joined(own.dates, said.dates),
  };
}

/** A text without the mentions in it that stand in the matter, whose lines may break within them. */
function withoutMentions(text: string, { matter, mentions }: DraftGround): string {
  const oneLine = matter.replace(/\s+/g, ' ');
  return mentions
    .filter((mention) => oneLine.includes(mention) && !HOLDS_LINK.test(mention))
    .reduce((left, mention) => left.replaceAll(mention, ' '), text);
}

const HOLDS_LINK = /[@:/]{2}|@|\.\p{L}{2}/u;
