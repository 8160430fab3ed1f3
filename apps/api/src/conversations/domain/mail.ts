/** How a mail is like the first one that says the same. */
export const DUPLICATE_KINDS = ['exact', 'same-text', 'near'] as const;
export type DuplicateKind = (typeof DUPLICATE_KINDS)[number];

export interface Duplicate {
  /** Document of the first mail that says this; never itself a duplicate. */
  readonly of: string;
  readonly kind: DuplicateKind;
  /** 0..1; 1 for equal words. */
  readonly similarity: number;
}

/** With the run that is the first one's triage; null where it has none. */
export type FirstMail = Duplicate & { readonly triageRun: string | null };

/** Where a mail stands among the others of its tenant when it is triaged. */
export interface MailPlace {
  readonly threadId: string;
  readonly duplicate: FirstMail | null;
  /** Mails of the same sender in the thread before this one that nobody has answered. */
  readonly unanswered: { readonly count: number; readonly since: Date | null };
}

/** What of a result the list of the day's mail is ordered and filtered by. */
export interface MailState {
  readonly category: string;
  readonly type: string;
  readonly level: string;
  /** 0..1 */
  readonly score: number;
  readonly target: string | null;
  readonly dueAt: Date | null;
  readonly needsReply: boolean;
}

/** `open`: somebody waits for an answer; `answered`: somebody else has written since; `no-reply`: nobody waits. */
export const MAIL_STATUSES = ['open', 'answered', 'no-reply'] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

/** What of a triage the list shows. */
export interface ShownTriage {
  readonly category: { readonly name: string };
  readonly type: { readonly name: string };
  readonly priority: { readonly level: string; readonly score: number };
  readonly reply: { readonly needed: boolean };
  readonly routing?: { readonly target: string | null } | null;
  readonly service?: { readonly dueAt: string } | null;
}

export const stateOf = ({ category, type, priority, reply, routing, service }: ShownTriage): MailState => ({
  category: category.name,
  type: type.name,
  level: priority.level,
  score: priority.score,
  target: routing?.target ?? null,
  dueAt: service ? new Date(service.dueAt) : null,
  needsReply: reply.needed,
});
