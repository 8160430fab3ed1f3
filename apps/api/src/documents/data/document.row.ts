import type { TableSeals } from '@app/encryption';
import type { JsonObject } from '@app/kernel';
import type {
  ChildRole,
  DocumentError,
  DocumentRecord,
  EmailSummary,
  ProcessingOptions,
  Receipt,
  Split,
  Stage,
  Status,
} from '../domain/document.js';

export interface DocumentRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly parent_id: string | null;
  readonly role: ChildRole | null;
  readonly depth: number;
  readonly first_page: number | null;
  readonly last_page: number | null;
  readonly split: Split | null;
  readonly filename: string;
  readonly media_type: string;
  readonly size_bytes: string;
  readonly sha256: string;
  readonly duplicate_of: string | null;
  readonly options: ProcessingOptions;
  readonly priority: number;
  readonly metadata: JsonObject;
  readonly status: Status;
  readonly stage: Stage;
  readonly error: DocumentError | null;
  readonly receipt: Receipt | null;
  readonly language: { code: string; confidence: number } | null;
  /** Sealed. */
  readonly email: unknown;
  readonly industry: string | null;
  readonly type: string | null;
  readonly reading_id: string | null;
  readonly classify_run: string | null;
  readonly extract_run: string | null;
  readonly triage_run: string | null;
  readonly gathers: boolean;
  readonly event_seq: number;
  readonly traceparent: string;
  readonly created_by: string | null;
  readonly created_at: Date;
  readonly completed_at: Date | null;
}

export const documentOf = (row: DocumentRow, seals: TableSeals<'documents'>): DocumentRecord => ({
  id: row.id,
  tenantId: row.tenant_id,
  parentId: row.parent_id,
  depth: row.depth,
  role: row.role,
  pages: row.first_page === null || row.last_page === null ? null : [row.first_page, row.last_page],
  split: row.split,
  filename: row.filename,
  mediaType: row.media_type,
  sizeBytes: Number(row.size_bytes),
  sha256: row.sha256,
  duplicateOf: row.duplicate_of,
  options: row.options,
  priority: row.priority,
  metadata: row.metadata,
  status: row.status,
  stage: row.stage,
  error: row.error,
  receipt: row.receipt,
  language: row.language,
  email: row.email === null ? null : seals.openJson<EmailSummary>('email', row.id, row.email),
  industry: row.industry,
  type: row.type,
  readingId: row.reading_id,
  runs: { classify: row.classify_run, extract: row.extract_run, triage: row.triage_run },
  gathers: row.gathers,
  eventSeq: row.event_seq,
  traceparent: row.traceparent,
  createdBy: row.created_by,
  createdAt: row.created_at,
  completedAt: row.completed_at,
});
