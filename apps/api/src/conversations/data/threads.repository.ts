import { TenantDatabase } from '@app/database';
import { ClassifiedColumns } from '@app/encryption';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { ThreadMail, ThreadSummaryRow } from '../domain/thread.js';

/** More mails of one thread than this are not shown at once: the first stands, and the last ones. */
const MOST_MAILS = 200;

interface ThreadRow {
  readonly thread_id: string;
  readonly mails: string;
  readonly open: string;
  readonly first_at: Date;
  readonly last_at: Date;
  readonly mail_id: string;
  readonly email: unknown;
}

interface MailRow {
  readonly document_id: string;
  readonly sender: string | null;
  readonly sent_at: Date;
  readonly stems: readonly number[];
  /** Sealed, like the header and the result. */
  readonly questions: unknown;
  readonly duplicate_of: string | null;
  readonly needs_reply: boolean;
  readonly automatic: boolean;
  readonly email: unknown;
  readonly run_id: string | null;
  readonly triage: unknown;
}

/** Reads conversations. */
@Injectable()
export class ThreadsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly classified: ClassifiedColumns,
  ) {}

  /** Threads by their last mail, the newest first; `after` is the last mail of the page before. */
  async list(limit: number, after: { lastAt: string; threadId: string } | null): Promise<ThreadSummaryRow[]> {
    const { rows } = await this.database.query<ThreadRow & { place: string }>(
      `WITH last AS (
         SELECT m.thread_id, m.sent_at AS last_at FROM mails m
          WHERE m.tenant_id = $1 AND ($3::timestamptz IS NULL OR (m.sent_at, m.thread_id) < ($3::timestamptz, $4::uuid))
            AND NOT EXISTS (SELECT 1 FROM mails n WHERE n.tenant_id = $1 AND n.thread_id = m.thread_id
                               AND (n.sent_at, n.document_id) > (m.sent_at, m.document_id))
          ORDER BY m.sent_at DESC, m.thread_id DESC LIMIT $2)
       SELECT last.*, last.last_at::text AS place, own.mails, own.open, own.first_at, own.mail_id, own.email
         FROM last CROSS JOIN LATERAL (
           SELECT count(*) AS mails, count(*) FILTER (WHERE m.needs_reply AND NOT m.answered) AS open, min(m.sent_at) AS first_at,
                  (array_agg(d.id ORDER BY m.sent_at))[1] AS mail_id, (array_agg(d.email ORDER BY m.sent_at))[1] AS email
             FROM mails m JOIN documents d ON d.tenant_id = m.tenant_id AND d.id = m.document_id
            WHERE m.tenant_id = $1 AND m.thread_id = last.thread_id) AS own
        ORDER BY last.last_at DESC, last.thread_id DESC`,
      [tenantContext().tenantId, limit, after?.lastAt ?? null, after?.threadId ?? null],
    );
    const seals = await this.classified.of('documents');
    return rows.map((row) => ({
      threadId: row.thread_id,
      subject: seals.openJson<ThreadMail['email']>('email', row.mail_id, row.email)?.subject ?? null,
      mails: Number(row.mails),
      open: Number(row.open),
      firstAt: row.first_at,
      lastAt: row.last_at,
      place: row.place,
    }));
  }

  /** The thread that has this id, or had it before it was joined to another; null for none. */
  async resolve(id: string): Promise<string | null> {
    const { rows } = await this.database.query<{ thread_id: string }>(
      `(SELECT thread_id FROM mails WHERE tenant_id = $1 AND thread_id = $2 LIMIT 1)
       UNION ALL (SELECT thread_id FROM mails WHERE tenant_id = $1 AND first_thread_id = $2 LIMIT 1)`,
      [tenantContext().tenantId, id],
    );
    return rows[0]?.thread_id ?? null;
  }

  /** Its mails in the order in which they were sent. */
  async mails(threadId: string): Promise<ThreadMail[]> {
    const { rows } = await this.database.query<MailRow>(
      `SELECT * FROM (
         SELECT m.document_id, m.sender, m.sent_at, m.stems, m.questions, m.duplicate_of, m.needs_reply, m.automatic, d.email,
                r.id AS run_id, r.result AS triage
           FROM mails m
           JOIN documents d ON d.tenant_id = m.tenant_id AND d.id = m.document_id
           LEFT JOIN runs r ON r.tenant_id = d.tenant_id AND r.id = d.triage_run
          WHERE m.tenant_id = $1 AND m.thread_id = $2
          ORDER BY m.sent_at DESC, m.document_id DESC LIMIT ${MOST_MAILS}) AS last
        ORDER BY sent_at, document_id`,
      [tenantContext().tenantId, threadId],
    );
    const [mails, documents, runs] = await Promise.all([
      this.classified.of('mails'),
      this.classified.of('documents'),
      this.classified.of('runs'),
    ]);
    return rows.map((row) => ({
      documentId: row.document_id,
      sender: row.sender,
      sentAt: row.sent_at,
      stems: row.stems,
      questions: mails.openJson<readonly string[]>('questions', row.document_id, row.questions),
      isDuplicate: row.duplicate_of !== null,
      needsReply: row.needs_reply,
      automatic: row.automatic,
      email: documents.openJson<ThreadMail['email']>('email', row.document_id, row.email),
      triage: row.run_id === null ? null : runs.openJson<ThreadMail['triage']>('result', row.run_id, row.triage),
    }));
  }
}
