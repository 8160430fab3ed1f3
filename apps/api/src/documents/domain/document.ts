import type { JsonObject, JsonValue } from '@app/kernel';
import type { LanguageGuess } from '@app/text';

export const PIPELINES = ['full', 'read', 'classify', 'index'] as const;
export type Pipeline = (typeof PIPELINES)[number];

export const STAGES = ['received', 'read', 'classified', 'understood', 'indexed'] as const;
export type Stage = (typeof STAGES)[number];

export const STATUSES = ['queued', 'processing', 'succeeded', 'partial', 'failed', 'cancelled'] as const;
export type Status = (typeof STATUSES)[number];

export const TERMINAL: ReadonlySet<Status> = new Set<Status>(['succeeded', 'partial', 'failed', 'cancelled']);

/** The live channel's subject for those who wait only for the end of a document. */
export const endOf = (documentId: string): string => `${documentId}:end`;

export const PRIORITIES = { high: 2, normal: 5, low: 8 } as const;
export type PriorityName = keyof typeof PRIORITIES;

/** What the sender asked for. Two files with the same bytes and the same options have the same result. */
export interface ProcessingOptions {
  readonly pipeline: Pipeline;
  readonly industry?: string;
  /** Forces the document type. */
  readonly type?: string;
  readonly schemaId?: string;
  readonly language?: string;
  /** Of an e-mail only its triage is wanted, and no fields. */
  readonly triageOnly?: boolean;
}

export interface DocumentError {
  readonly code: string;
  readonly detail: string;
}

export interface IncompletePart {
  /** As the API has it. */
  readonly documentId: string;
  readonly name: string;
  /** The code of its error, or `partial`, `cancelled`. */
  readonly reason: string;
}

export interface Receipt {
  readonly pages: { readonly total: number; readonly read: number; readonly empty: number; readonly failed: number };
  readonly ocrPages: number;
  readonly characters: number;
  readonly children: {
    readonly found: number;
    readonly processed: number;
    readonly skipped: readonly { readonly name: string; readonly reason: string }[];
    /** Of an e-mail: parts that were taken on and not understood whole. */
    readonly incomplete?: readonly IncompletePart[];
    /** How many of those found and processed are parts of this file; absent where it was not split. */
    readonly parts?: number;
  };
  readonly truncated: boolean;
  readonly warnings: readonly string[];
}

export interface EmailSummary {
  readonly messageId: string | null;
  readonly from: string | null;
  /** Who sent it for them, where that is said. */
  readonly sender: string | null;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string | null;
  readonly date: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** The mailing list that it came over. */
  readonly listId: string | null;
  /** What receiving servers wrote of the sender: `{spf: 'pass', dkim: 'fail', dmarc: 'none'}`, each only where it is there. */
  readonly authentication: Readonly<Record<string, string>>;
}

/** A document as the rooms above see it. */
export interface DocumentRecord {
  readonly id: string;
  readonly tenantId: string;
  readonly parentId: string | null;
  readonly depth: number;
  readonly role: ChildRole | null;
  /** Of a part; null for all others. */
  readonly pages: PageRange | null;
  /** Null where nothing was said of it: the file is one document. */
  readonly split: Split | null;
  readonly filename: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly duplicateOf: string | null;
  readonly options: ProcessingOptions;
  readonly priority: number;
  readonly metadata: JsonObject;
  readonly status: Status;
  readonly stage: Stage;
  readonly error: DocumentError | null;
  readonly receipt: Receipt | null;
  readonly language: LanguageGuess | null;
  readonly email: EmailSummary | null;
  readonly industry: string | null;
  readonly type: string | null;
  readonly readingId: string | null;
  /** True of an e-mail whose fields follow those of its parts. */
  readonly gathers: boolean;
  readonly runs: { readonly classify: string | null; readonly extract: string | null; readonly triage: string | null };
  readonly eventSeq: number;
  readonly traceparent: string;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
}

/** A `part` is one of several documents that stand behind each other in one file: some of its pages. */
export const CHILD_ROLES = ['attachment', 'member', 'embedded', 'part'] as const;
export type ChildRole = (typeof CHILD_ROLES)[number];

/** The first and the last page of a part in its file, from 1, both included. */
export type PageRange = readonly [first: number, last: number];

/** The type of a file that was split: the types of its documents are those of its parts. */
export const BATCH_TYPE = 'batch';

/** What was said of splitting a file: proposed by the service, done, or refused by a person. */
export const SPLITS = ['proposed', 'split', 'whole'] as const;
export type Split = (typeof SPLITS)[number];

export const RUN_KINDS = ['read', 'classify', 'extract', 'triage'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** One piece of work on a document, kept for ever as it was. */
export interface Run {
  readonly id: string;
  readonly documentId: string;
  readonly kind: RunKind;
  readonly engine: string;
  readonly engineVersion: string;
  readonly model: string | null;
  readonly schemaId: string | null;
  readonly schemaVersion: number | null;
  readonly promptHash: string | null;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** US dollars, as a decimal string. */
  readonly cost: string;
  readonly cacheHit: boolean;
  readonly durationMs: number;
  readonly result: JsonValue;
  readonly createdAt: Date;
}

/** A run before it is kept. What is left out is the local engine's: no model, no tokens, no cost. */
export type RunDraft = Pick<Run, 'kind' | 'engine' | 'engineVersion' | 'durationMs' | 'result'> &
  Partial<Omit<Run, 'documentId' | 'createdAt'>>;

/** A run before it is kept, under the id that it will have. */
export type NamedDraft = RunDraft & { readonly id: string };
