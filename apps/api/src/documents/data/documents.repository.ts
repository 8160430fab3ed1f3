import { TenantDatabase, type Transaction } from '@app/database';
import { ClassifiedColumns } from '@app/encryption';
import type { JsonObject } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type {
  ChildRole,
  DocumentError,
  DocumentRecord,
  EmailSummary,
  PageRange,
  ProcessingOptions,
  Receipt,
  Split,
  Stage,
  Status,
} from '../domain/document.js';
import { optionsHashOf, type Volume } from '../domain/admission.js';
import { type DocumentRow, documentOf } from './document.row.js';

export interface NewDocument {
  readonly id: string;
  readonly parentId: string | null;
  readonly role: ChildRole | null;
  readonly depth: number;
  /** Of a part. */
  readonly pages?: PageRange;
  readonly filename: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly options: ProcessingOptions;
  readonly optionsHash: string;
  readonly priority: number;
  readonly metadata: JsonObject;
  readonly traceparent: string;
}

/** What changes on a document when a stage ends. Left out means unchanged. */
export interface DocumentChange {
  readonly mediaType?: string;
  readonly status?: Status;
  readonly stage?: Stage;
  readonly error?: DocumentError | null;
  readonly receipt?: Receipt;
  readonly language?: { readonly code: string; readonly confidence: number };
  readonly email?: EmailSummary;
  readonly industry?: string;
  readonly type?: string;
  readonly readingId?: string;
  readonly duplicateOf?: string;
  readonly classifyRun?: string;
  readonly extractRun?: string | null;
  readonly triageRun?: string;
  readonly gathers?: boolean;
  readonly split?: Split | null;
  readonly completed?: boolean;
}

export interface DocumentFilter {
  readonly status?: string;
  readonly type?: string;
  readonly q?: string;
  readonly parentId?: string;
  readonly split?: string;
}

const COLUMNS: Readonly<Record<keyof Omit<DocumentChange, 'completed'>, readonly [column: string, cast: string]>> = {
  mediaType: ['media_type', 'text'],
  status: ['status', 'text'],
  stage: ['stage', 'text'],
  error: ['error', 'jsonb'],
  receipt: ['receipt', 'jsonb'],
  language: ['language', 'jsonb'],
  email: ['email', 'jsonb'],
  industry: ['industry', 'text'],
  type: ['type', 'text'],
  readingId: ['reading_id', 'uuid'],
  duplicateOf: ['duplicate_of', 'uuid'],
  classifyRun: ['classify_run', 'uuid'],
  extractRun: ['extract_run', 'uuid'],
  triageRun: ['triage_run', 'uuid'],
  gathers: ['gathers', 'boolean'],
  split: ['split', 'text'],
};

const storedOf = (value: object | string | boolean | null, cast: string): string | null => {
  if (value === null) return null;
  return cast === 'jsonb' || typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Rows of documents. Every method runs in the tenant's transaction that it is given, or in one of its own. */
@Injectable()
export class DocumentsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly classified: ClassifiedColumns,
  ) {}

  async insert(tx: Transaction, document: NewDocument): Promise<void> {
    const { tenantId, userId } = tenantContext();
    await tx.write(
      `WITH file AS (
         INSERT INTO stored_files (tenant_id, sha256, size_bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING),
       event AS (
         INSERT INTO document_events (tenant_id, document_id, seq, status, stage, progress) VALUES ($1, $4, 1, 'queued', 'received', 0))
       INSERT INTO documents (tenant_id, id, parent_id, role, depth, filename, media_type, size_bytes, sha256, pipeline, options,
                              options_hash, priority, metadata, traceparent, created_by, event_seq, first_page, last_page)
       VALUES ($1, $4, $5, $6, $7, $8, $9, $3, $2, $10, $11::jsonb, $12, $13, $14::jsonb, $15, $16, 1, $17, $18)`,
      [
        tenantId,
        document.sha256,
        document.sizeBytes,
        document.id,
        document.parentId,
        document.role,
        document.depth,
        document.filename,
        document.mediaType,
        document.options.pipeline,
        JSON.stringify(document.options),
        document.optionsHash,
        document.priority,
        JSON.stringify(document.metadata),
        document.traceparent,
        userId,
        document.pages?.[0] ?? null,
        document.pages?.[1] ?? null,
      ],
    );
  }

  /** Changes a document and writes down the event of it. Null where there is no such document (any more). */
  async change(
    tx: Transaction,
    id: string,
    change: DocumentChange,
    progress: number,
    unless: readonly Status[] = [],
  ): Promise<DocumentRecord | null> {
    const seals = await this.classified.of('documents');
    const parameters: (string | number | null)[] = [id];
    const assignments = ['event_seq = event_seq + 1'];
    for (const [key, value] of Object.entries(change)) {
      if (key === 'completed' || value === undefined) continue;
      const [column, cast] = COLUMNS[key as keyof typeof COLUMNS];
      parameters.push(key === 'email' ? seals.json('email', id, value) : storedOf(value, cast));
      assignments.push(`${column} = $${parameters.length}::${cast}`);
    }
    if (change.completed !== undefined) assignments.push(`completed_at = ${change.completed ? 'now()' : 'NULL'}`);
    const guard = unless.length > 0 ? `AND status <> ALL ('{${unless.join(',')}}')` : '';
    const row = await tx.one<DocumentRow>(
      `WITH changed AS (UPDATE documents SET ${assignments.join(', ')} WHERE id = $1 ${guard} RETURNING *),
            event AS (INSERT INTO document_events (tenant_id, document_id, seq, status, stage, progress)
                      SELECT tenant_id, id, event_seq, status, stage, $${parameters.length + 1}::real FROM changed)
       SELECT * FROM changed`,
      [...parameters, progress],
    );
    return row && documentOf(row, seals);
  }

  /** What the tenant has now; whoever asks at the same time waits, so that a quota is not passed by two at once. */
  async volume(tx: Transaction): Promise<Volume> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 43))', [tenantContext().tenantId]);
    const row = await tx.one<{ documents: number; bytes: string }>(
      `SELECT (SELECT count(*)::int FROM documents
                WHERE parent_id IS NULL AND created_at >= date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') AS documents,
              (SELECT coalesce(sum(size_bytes), 0)::text FROM stored_files) AS bytes`,
    );
    return { documentsThisMonth: row?.documents ?? 0, storedBytes: Number(row?.bytes ?? 0) };
  }

  /** Held until the end of the transaction: bytes are never removed while somebody stores the same content again. */
  async lockContent(tx: Transaction, sha256: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 42))`, [`${tenantContext().tenantId}:${sha256}`]);
  }

  /** Whether a document has the content, or an export: somebody may have sent one as a document. */
  async isStored(tx: Transaction, sha256: string): Promise<boolean> {
    const row = await tx.one(
      `SELECT 1 FROM stored_files WHERE sha256 = $1
        UNION ALL SELECT 1 FROM subject_exports WHERE sha256 = $1 AND file_removed_at IS NULL AND state = 'succeeded'`,
      [sha256],
    );
    return row !== null;
  }

  async find(id: string, tx?: Transaction): Promise<DocumentRecord | null> {
    const row = await (tx ?? this.database).one<DocumentRow>('SELECT * FROM documents WHERE id = $1', [id]);
    return row && documentOf(row, await this.classified.of('documents'));
  }

  /** The document, which nobody else changes until the end of the transaction. */
  async lock(tx: Transaction, id: string): Promise<DocumentRecord | null> {
    const row = await tx.one<DocumentRow>('SELECT * FROM documents WHERE id = $1 FOR UPDATE', [id]);
    return row && documentOf(row, await this.classified.of('documents'));
  }

  /**
   * A finished document with these bytes, all of their pages, and these options, and nothing inside, the oldest first.
   * What was cut at a limit does not count: the limit may be another one now.
   */
  async findFinishedTwin(
    tx: Transaction,
    sha256: string,
    optionsHash: string,
    except: string,
  ): Promise<DocumentRecord | null> {
    const row = await tx.one<DocumentRow>(
      `SELECT * FROM documents
        WHERE sha256 = $1 AND options_hash = $2 AND id <> $3 AND status IN ('succeeded', 'partial') AND duplicate_of IS NULL
          AND role IS DISTINCT FROM 'part'
          AND coalesce((receipt #>> '{children,found}')::int, 0) = 0
          AND NOT coalesce((receipt ->> 'truncated')::boolean, false)
        ORDER BY id LIMIT 1`,
      [sha256, optionsHash, except],
    );
    return row && documentOf(row, await this.classified.of('documents'));
  }

  async children(id: string, tx?: Transaction): Promise<DocumentRecord[]> {
    const { rows } = await (tx ?? this.database).query<DocumentRow>(
      'SELECT * FROM documents WHERE parent_id = $1 ORDER BY first_page NULLS FIRST, id LIMIT 1000',
      [id],
    );
    return this.documentsOf(rows);
  }

  /** The parts that a file was split into, in the order of its pages. */
  async parts(id: string, tx?: Transaction): Promise<DocumentRecord[]> {
    const { rows } = await (tx ?? this.database).query<DocumentRow>(
      `SELECT * FROM documents WHERE parent_id = $1 AND role = 'part' ORDER BY first_page`,
      [id],
    );
    return this.documentsOf(rows);
  }

  /** The document itself and those that it lies in, the nearest first. */
  async lineage(id: string, tx?: Transaction): Promise<{ readonly id: string; readonly sha256: string }[]> {
    const { rows } = await (tx ?? this.database).query<{ id: string; sha256: string }>(
      `WITH RECURSIVE lineage AS (
         SELECT id, parent_id, sha256, depth FROM documents WHERE id = $1
         UNION ALL SELECT d.id, d.parent_id, d.sha256, d.depth FROM documents d JOIN lineage l ON d.id = l.parent_id)
       SELECT id, sha256 FROM lineage ORDER BY depth DESC`,
      [id],
    );
    return rows;
  }

  /** What lies below a document, without what lies below `except`. Parts have no bytes of their own. */
  async volumeBelow(id: string, except: string, tx?: Transaction): Promise<{ documents: number; bytes: number }> {
    const row = await (tx ?? this.database).one<{ documents: number; bytes: string }>(
      `WITH RECURSIVE below AS (
         SELECT id, role, size_bytes FROM documents WHERE parent_id = $1 AND $1 <> $2
         UNION ALL SELECT d.id, d.role, d.size_bytes FROM documents d JOIN below b ON d.parent_id = b.id WHERE b.id <> $2)
       SELECT count(*)::int AS documents, coalesce(sum(size_bytes) FILTER (WHERE role IS DISTINCT FROM 'part'), 0)::text AS bytes FROM below`,
      [id, except],
    );
    return { documents: row?.documents ?? 0, bytes: Number(row?.bytes ?? 0) };
  }

  /** Held until the end of the transaction: files inside files are added to one tree by one document at a time. */
  async lockTree(tx: Transaction, rootId: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 44))', [rootId]);
  }

  async list(filter: DocumentFilter, limit: number, before: string | null): Promise<DocumentRecord[]> {
    const { rows } = await this.database.query<DocumentRow>(
      `SELECT * FROM documents
        WHERE ($1::uuid IS NULL OR id < $1) AND ($2::text IS NULL OR status = $2) AND ($3::text IS NULL OR type = $3)
          AND ($4::text IS NULL OR filename ILIKE $4) AND ($5::uuid IS NULL OR parent_id = $5)
          AND ($6::text IS NULL OR split = $6)
        ORDER BY id DESC LIMIT $7`,
      [
        before,
        filter.status ?? null,
        filter.type ?? null,
        filter.q ? likePattern(filter.q) : null,
        filter.parentId ?? null,
        filter.split ?? null,
        limit,
      ],
    );
    return this.documentsOf(rows);
  }

  async events(
    id: string,
    afterSeq: number,
  ): Promise<{ seq: number; status: Status; stage: Stage; progress: number }[]> {
    const { rows } = await this.database.query<{ seq: number; status: Status; stage: Stage; progress: number }>(
      'SELECT seq, status, stage, progress FROM document_events WHERE document_id = $1 AND seq > $2 ORDER BY seq',
      [id, afterSeq],
    );
    return rows;
  }

  async setOptions(tx: Transaction, id: string, options: ProcessingOptions): Promise<void> {
    await tx.query('UPDATE documents SET options = $2::jsonb, pipeline = $3, options_hash = $4 WHERE id = $1', [
      id,
      JSON.stringify(options),
      options.pipeline,
      optionsHashOf(options),
    ]);
  }

  /** Removes every job of the document; running workers can then no longer write to it. */
  async dropJobs(tx: Transaction, id: string): Promise<void> {
    await tx.query('DELETE FROM jobs WHERE subject_id = $1', [id]);
  }

  private async documentsOf(rows: readonly DocumentRow[]): Promise<DocumentRecord[]> {
    const seals = await this.classified.of('documents');
    return rows.map((row) => documentOf(row, seals));
  }
}
