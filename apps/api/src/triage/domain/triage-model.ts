import type { EmailSection } from '@app/reading';
import type { Span } from '@app/text';

export const CATEGORIES = [
  'billing',
  'technical_support',
  'sales',
  'complaint',
  'cancellation',
  'order',
  'delivery',
  'returns',
  'security',
  'legal',
  'recruitment',
  'account',
  'feedback',
  'newsletter',
  'spam',
  'personal',
  'auto_reply',
  'general',
] as const;
export type CategoryName = (typeof CATEGORIES)[number];

export const REQUEST_TYPES = ['incident', 'request', 'problem', 'change', 'question', 'information'] as const;
export type RequestTypeName = (typeof REQUEST_TYPES)[number];

export const PRIORITY_LEVELS = ['urgent', 'high', 'normal', 'low'] as const;
export type PriorityLevel = (typeof PRIORITY_LEVELS)[number];

export type SentimentLabel = 'positive' | 'neutral' | 'negative';

export interface Guess<Name extends string> {
  readonly name: Name;
  /** 0..1 */
  readonly confidence: number;
}

export interface CategoryGuess extends Guess<CategoryName> {
  readonly alternatives: readonly Guess<CategoryName>[];
}

export interface Priority {
  readonly level: PriorityLevel;
  /** 0..1, rises with urgency; one scale for all mails. */
  readonly score: number;
  /** Kinds of evidence, the weightiest first; a leading `-` marks one that lowers the score. */
  readonly reasons: readonly string[];
}

export interface Deadline {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** The words of the mail that say so. */
  readonly quote: string;
}

/** Something that somebody has to do. */
export interface Task {
  /** On one line. */
  readonly text: string;
  readonly owner: {
    readonly kind: 'recipient' | 'sender' | 'person';
    /** As the mail writes it; null where nobody is named. */
    readonly name: string | null;
  };
  /** `YYYY-MM-DD`: a deadline that stands in the sentence. */
  readonly date: string | null;
  /** As it stands in the mail. */
  readonly quote: string;
}

export interface Summary {
  /** At most three sentences; the first one can stand alone as a headline. */
  readonly text: string;
  readonly keyPoints: readonly string[];
  /** Sentences of the mail that ask somebody to do something. */
  readonly actionItems: readonly string[];
  /** The same with who is asked and by when, and what the sender promises. */
  readonly tasks: readonly Task[];
  readonly deadlines: readonly Deadline[];
}

/** Something the mail says that a reply may repeat. `quote` stands in the mail as it is. */
export interface Fact {
  readonly value: string;
  readonly quote: string;
}

export interface Reply {
  readonly needed: boolean;
  /** A draft in the mail's language, null where no reply is needed; `[…]` marks what a person has to fill in. */
  readonly draft: string | null;
  readonly language: string;
  readonly facts: readonly Fact[];
  /** Public id of the tenant's template that the draft was made of; null for none. */
  readonly templateId: string | null;
  /** Sentences of the tenant's own documents that stand in the draft. */
  readonly citations: readonly ReplyCitation[];
  /** Kinds of values that were taken out of the draft, because neither the sender nor the tenant had written them. */
  readonly removed: readonly string[];
}

export interface ReplyCitation {
  readonly documentId: string;
  readonly filename: string;
  readonly page: number;
  readonly quote: string;
  /** In the text of that document. */
  readonly span: readonly [number, number];
}

export interface PersonalDatum extends Span {
  readonly type: string;
  /** 0..1 */
  readonly score: number;
  /** Of an id: the country that gives it out (ISO 3166-1), and which one it is. */
  readonly country?: string;
  readonly subtype?: string;
}

export interface PersonalData {
  readonly counts: Readonly<Record<string, number>>;
  readonly entities: readonly PersonalDatum[];
}

export interface Injection {
  /** 0..1: how much the mail looks as if it were written to steer a language model. */
  readonly score: number;
  readonly signals: readonly string[];
}

/** Whether a person should look at the mail before anything is done with it. A label; nothing waits for it. */
export interface ReviewMark {
  readonly needed: boolean;
  /** `injection:` and the signal. */
  readonly reasons: readonly string[];
}

/** The category of an e-mail: one of the engine, or a label of the tenant's own classifier. */
export interface MailCategory extends Guess<string> {
  readonly alternatives: readonly Guess<string>[];
}

/** Who has said of which category an e-mail is. */
export interface CategoryOrigin {
  readonly by: 'engine' | 'classifier' | 'learned' | 'rule' | 'attachment' | 'person';
  /** Public id and version of the classifier that was asked; null where the tenant has chosen none. */
  readonly classifierId: string | null;
  readonly version: number | null;
  /** Why a classifier that was chosen has not decided: `unknown`, or the code of an error. */
  readonly reason: string | null;
}

export const AGENT_NAMES = ['classify', 'prioritise', 'summarise', 'reply'] as const;
export type AgentName = (typeof AGENT_NAMES)[number];

/** How an agent came to what stands in the result. */
export interface AgentOrigin {
  readonly by: 'engine' | 'model';
  /** 0..1: how sure the local engine was. */
  readonly confidence: number;
  /** Of the model that was asked; null where none was, or none answered. */
  readonly model: string | null;
  /** Why the engine's result stands, or what of the model's was not taken; null where all of it was. */
  readonly reason: string | null;
  /** Words of the mail that the model rests on; they stand there. */
  readonly evidence: readonly string[];
  /** US dollars, decimal: its share of what the call cost. */
  readonly cost: string;
}

export interface TriageOrigin {
  /** `llm` where a model has a part in the result. */
  readonly engine: 'local' | 'llm';
  readonly agent: string;
  /** Models that have a part in it, joined by commas. */
  readonly model: string | null;
  readonly agents: Readonly<Record<AgentName, AgentOrigin>>;
  readonly runId: string | null;
  readonly category: CategoryOrigin;
}

/** What the engine says of one e-mail. `documentId` and `duplicateOf` are added where documents are known. */
export interface TriageResult {
  readonly language: { readonly code: string; readonly confidence: number };
  readonly category: MailCategory;
  readonly priority: Priority;
  readonly type: Guess<RequestTypeName>;
  readonly sentiment: {
    readonly label: SentimentLabel;
    /** -1..1 */
    readonly score: number;
  };
  readonly summary: Summary;
  readonly reply: Reply;
  readonly pii: PersonalData;
  readonly redactedText: string;
  readonly injection: Injection;
  readonly review: ReviewMark;
  readonly origin: TriageOrigin;
}

/** As the API answers it and a run keeps it. */
export interface Triage extends TriageResult {
  readonly documentId: string;
  /** Public id of the document with the same content, or null. */
  readonly duplicateOf: string | null;
  /** How it is the same: equal bytes, equal words, or nearly so (`conversations`); null where it is the first of its kind. */
  readonly duplicate: MailDuplicate | null;
  /** The queue or team that it is for, by the tenant's rules, else by its category. */
  readonly routing: Routing;
  /** By when it is to be answered; null where the tenant has promised nothing. */
  readonly service: ServicePromise | null;
  /** The tenant's rules that held, in their order. */
  readonly rules: readonly { readonly name: string; readonly evidence: readonly string[] }[];
  /** What of it is so because mails like this one were corrected. */
  readonly taught: readonly TaughtMark[];
  /** What the documents that came with it say of it; empty until they are understood. */
  readonly attachments: readonly AttachmentMark[];
  /** What a person has said of it; it stands in the result. */
  readonly corrected: readonly string[];
  /** Public id of its conversation. Conversations that were joined later are found by each of their ids. */
  readonly threadId: string;
}

export interface TaughtMark {
  readonly field: 'category' | 'type' | 'routing';
  readonly value: string;
  /** Mails like this one that were corrected to it, and to something else. */
  readonly mails: number;
  readonly against: number;
}

export interface Routing {
  readonly target: string | null;
  /** Who named the target. */
  readonly reason: 'rule' | 'learned' | 'category' | 'otherwise' | 'none' | 'person';
  /** The rule, where one did. */
  readonly rule: string | null;
}

export interface ServicePromise {
  /** RFC 3339 */
  readonly dueAt: string;
  /** Hours of work. */
  readonly hours: number;
  /** How much of them had run when it was triaged: 1 at the due time. */
  readonly ran: number;
}

/** `not_looked_at`: there were too many; `document`: nothing of it says how soon the mail should be read. */
export const ATTACHMENT_REASONS = [
  'invoice_overdue',
  'payment_reminder',
  'court_filing',
  'complaint',
  'termination',
  'invoice_due_soon',
  'refused',
  'not_looked_at',
  'document',
] as const;
export type AttachmentReason = (typeof ATTACHMENT_REASONS)[number];

export interface AttachmentMark {
  /** Public id; empty for a file that was not taken on. */
  readonly documentId: string;
  readonly filename: string;
  readonly type: string | null;
  readonly reason: AttachmentReason;
  /** Log-odds; of several marks the weightiest counts. */
  readonly weight: number;
  /** Words of the document, or why it was refused. */
  readonly evidence: string | null;
}

export interface MailDuplicate {
  /** Public id of the first document that says the same. */
  readonly of: string;
  readonly kind: 'exact' | 'same-text' | 'near';
  /** 0..1 */
  readonly similarity: number;
  /** What of the result is the first one's. */
  readonly reused: readonly string[];
}

export interface Correspondent {
  readonly name: string;
  readonly address: string;
}

/** An e-mail as the engine needs it. */
export interface TriageMessage {
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** What Outlook gives all mails of a conversation. */
  readonly conversationId: string | null;
  readonly from: Correspondent | null;
  readonly to: readonly Correspondent[];
  readonly cc: readonly Correspondent[];
  readonly subject: string | null;
  /** The body without markup, quoted history and signature included. */
  readonly text: string;
  /** Its parts, by places in `text`; where there are none, all of it counts as the sender's words. */
  readonly sections: readonly EmailSection[];
  /** RFC 3339; relative dates are counted from it. */
  readonly date: string | null;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly attachmentNames: readonly string[];
  /** Texts that its markup holds and does not show. */
  readonly hidden?: readonly string[];
}
