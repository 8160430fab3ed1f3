import { POLICY_BOUNDS, type Policy, type Rule } from './policy.js';
import { type FoundPhrase, PhraseMatcher } from './word-matcher.js';

/** What rules look at. */
export interface RuledMail {
  readonly subject: string;
  /** What the sender wrote. */
  readonly body: string;
  /** The sender's address. */
  readonly from: string | null;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly string[];
  readonly language: string;
  readonly category: string;
  readonly type: string;
}

/** A rule that held: what it did, and why. */
export interface HeldRule {
  readonly name: string;
  /** Words of the mail, or the header, sender, file that it held by. */
  readonly evidence: readonly string[];
  readonly set: Rule['set'];
}

/** Rules of a policy, ready to be looked through. */
export interface RuleBook {
  readonly rules: readonly Rule[];
  readonly phrases: PhraseMatcher;
}

export const ruleBookOf = ({ rules }: Policy): RuleBook => ({
  rules,
  phrases: new PhraseMatcher(new Set(rules.flatMap(({ when }) => when.phrases ?? []))),
});

type Condition = (
  mail: RuledMail,
  when: Rule['when'],
  found: ReadonlyMap<string, FoundPhrase>,
) => string | null | undefined;

const senderFits = (from: string, wanted: string): boolean => {
  const bare = wanted.toLowerCase().replace(/^\*?@/, '');
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return from === wanted.toLowerCase() || domain === bare || domain.endsWith(`.${bare}`);
};

/** Null where a condition does not hold, undefined where it is not set, else what it holds by. */
const CONDITIONS: readonly Condition[] = [
  (_, { phrases }, found) => phrases && (phrases.map((phrase) => found.get(phrase)?.quote).find(Boolean) ?? null),
  ({ from }, { senders }) =>
    senders && (from !== null && senders.some((wanted) => senderFits(from, wanted)) ? from : null),
  ({ headers }, { headers: wanted }) => wanted && headerOf(headers, wanted),
  ({ attachments }, { attachments: endings }) =>
    endings &&
    (attachments.find((name) =>
      endings.some((ending) => name.toLowerCase().endsWith(`.${ending.toLowerCase().replace(/^\./, '')}`)),
    ) ??
      null),
  ({ language }, { languages }) => languages && (languages.includes(language) ? language : null),
  ({ category }, { categories }) => categories && (categories.includes(category) ? category : null),
  ({ type }, { types }) => types && (types.includes(type) ? type : null),
];

function headerOf(headers: RuledMail['headers'], wanted: NonNullable<Rule['when']['headers']>): string | null {
  for (const { name, contains } of wanted) {
    const value = headers[name.toLowerCase()];
    if (value?.toLowerCase().includes(contains.toLowerCase())) return `${name}: ${contains}`;
  }
  return null;
}

/** The rules that hold, in their order. What one says of category and type the next ones see. */
export function heldRules({ rules, phrases }: RuleBook, mail: RuledMail): HeldRule[] {
  if (rules.length === 0) return [];
  const found = phrases.find(`${mail.subject}\n${mail.body}`);
  const held: HeldRule[] = [];
  let seen = mail;
  for (const { name, when, set, stop } of rules) {
    const evidence = CONDITIONS.map((condition) => condition(seen, when, found));
    if (evidence.includes(null)) continue;
    const words = evidence
      .filter((word) => typeof word === 'string')
      .map((word) => word.slice(0, POLICY_BOUNDS.characters));
    held.push({ name, evidence: words, set });
    seen = { ...seen, category: set.category ?? seen.category, type: set.type ?? seen.type };
    if (stop) break;
  }
  return held;
}
