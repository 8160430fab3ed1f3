import { hash32, stem } from '@app/text';
import { saturated } from './priority.js';
import type { MailView } from './triage-engine.js';
import type { TriageMessage } from './triage-model.js';
import { foldWord, tokensOf } from './words.js';

/** What rules of a tenant look at, and what its corrections are learned from. */
export interface SeenMail {
  readonly from: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly string[];
  readonly own: string;
  /** Named `kind:name`. Words and addresses are hashes, so that what is learned holds no text. */
  readonly features: Readonly<Record<string, number>>;
}

const MOST_OWN = 20_000;
const MOST_SUBJECT_WORDS = 20;

const hashed = (text: string): string => (hash32(text) >>> 1).toString(36);

export function seenIn(
  message: TriageMessage,
  view: MailView,
  { topicsOfWords }: { readonly topicsOfWords: readonly number[] },
): SeenMail {
  const from = message.from?.address.toLowerCase() ?? null;
  return {
    from,
    headers: message.headers,
    attachments: message.attachmentNames,
    own: view.own.slice(0, MOST_OWN),
    features: featuresOf(message, from, view, topicsOfWords),
  };
}

function featuresOf(
  { subject }: TriageMessage,
  from: string | null,
  { result, signals }: MailView,
  topics: readonly number[],
): Record<string, number> {
  const features: Record<string, number> = {};
  for (const [signal, count] of signals) features[`cue:${signal}`] = Number(saturated(count).toFixed(4));
  features[`category:${result.category.name}`] = 1;
  features[`type:${result.type.name}`] = 1;
  if (result.summary.deadlines.length > 0) features['cue:has_deadline'] = 1;
  if (from !== null) {
    features[`sender:${hashed(from)}`] = 1;
    features[`domain:${hashed(from.slice(from.lastIndexOf('@') + 1))}`] = 1;
  }
  const inSubject = tokensOf(subject ?? '')
    .words.map(foldWord)
    .filter((word) => word.length > 3)
    .slice(0, MOST_SUBJECT_WORDS);
  const words = new Set([
    ...topics.map((topic) => topic.toString(36)),
    ...inSubject.map((word) => hashed(stem(word, result.language.code))),
  ]);
  const share = Number((1 / Math.sqrt(Math.max(1, words.size))).toFixed(4));
  for (const word of words) features[`word:${word}`] = share;
  return features;
}
