import type { Analysis } from './analysis.js';
import { matterOf } from './matter.js';
import type { ReplyPlan } from './reply.js';
import type { TriageMessage } from './triage-model.js';

/** What agents that ask models need of a mail. It can be sent between threads. */
export interface Sight {
  /** ISO 639-1 */
  readonly language: string;
  /** When it was sent: RFC 3339, or null. */
  readonly date: string | null;
  /** As a model is shown them: without hidden characters, quoted history, signature. */
  readonly subject: string;
  readonly body: string;
  /** What an answer has to be proved by. */
  readonly matter: string;
  /** Sentences of the matter, counted. */
  readonly sentences: number;
  readonly plan: ReplyPlan;
}

export function sightOf({ date }: TriageMessage, analysis: Analysis, plan: ReplyPlan): Sight {
  const { text, subjectEnd, sentences, language } = analysis;
  return {
    language: language.code,
    date,
    subject: text.slice(0, subjectEnd).trim(),
    body: text.slice(subjectEnd).trim(),
    matter: matterOf(analysis),
    sentences: sentences.length,
    plan,
  };
}
