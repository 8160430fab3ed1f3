import type { z } from 'zod';
import type { DocumentQuestion } from '../../models/index.js';
import type { Sight } from '../domain/sight.js';
import type { AgentName, TriageResult } from '../domain/triage-model.js';

/** A label that a model may choose. */
export interface Label {
  readonly name: string;
  readonly description?: string | undefined;
}

/** What agents know of a mail, beside what the engine says of it. */
export interface MailCase {
  readonly sight: Sight;
  /** Of the engine, and of the tenant's own classifier where there is one. */
  readonly local: TriageResult;
  /** Labels of the tenant's own classifier; null where the built-in ones hold. */
  readonly ownCategories: readonly Label[] | null;
  /** The tenant's templates that fit the mail. */
  readonly templates: readonly Label[];
}

/** What an agent makes of a model's answer: only what code could prove. */
export interface Verdict {
  readonly change: Partial<TriageResult>;
  /** Words of the mail that the model rests on; they stand there. */
  readonly evidence: readonly string[];
  /** Why something, or all, of the answer was not taken. */
  readonly reason: string | null;
  /** What the draft of the reply is to be made of, where the model has chosen. */
  readonly reply?: ReplyChoice;
}

export interface ReplyChoice {
  readonly plan: Sight['plan'];
  /** Name of a template; null for none. */
  readonly template: string | null;
  /** Questions of the mail, in its words. */
  readonly questions: readonly string[];
}

/** What may be asked of a model in one call, by one agent or by several that want the same of a mail. */
export interface Inquiry<Answer = unknown> {
  question(mail: MailCase, agents: readonly AgentName[]): Omit<DocumentQuestion<z.ZodType<Answer>>, 'accept'>;
}

/** One of the four: the local engine has its say first, a model is asked by the inquiry, and `judge` takes of its answer what holds. */
export interface Agent<Answer = unknown> {
  readonly name: AgentName;
  readonly inquiry: Inquiry<Answer>;
  judge(answer: Answer, mail: MailCase): Verdict;
}
