import type { Transaction } from '@app/database';
import { ClassifiedColumns } from '@app/encryption';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { MailTraces } from '../domain/mail-traces.js';
import type { Duplicate, MailPlace, MailState } from '../domain/mail.js';

/** The number of the locks under which mails find their thread; no other lock of the service has it. */
const PLACING = 47;
/** An answer by subject alone is one for this long; a subject that comes back later is another matter. */
const TOPIC_DAYS = 180;
/** The same words after this time are said anew: a reminder of every month is no duplicate. */
const DUPLICATE_DAYS = 30;
/** Few mails share a band and all that is decisive without being duplicates themselves. */
const CANDIDATES = 50;

export interface NewMail {
  readonly documentId: string;
  readonly sender: string | null;
  readonly sentAt: Date;
  readonly traces: MailTraces;
  /** It was triaged before: it has its row and its keys from then. */
  readonly isPlaced: boolean;
}

/** Where a mail stands, and what its result says. */
interface Standing {
  readonly threadId: string;
  readonly duplicate: Duplicate | null;
  readonly state: MailState;
}

interface Candidate {
  readonly document_id: string;
  readonly sketch: Uint8Array | null;
  readonly same_text: boolean;
  readonly triage_run: string | null;
}

const bytesOf = (sketch: Uint32Array): Uint8Array =>
  new Uint8Array(sketch.buffer, sketch.byteOffset, sketch.byteLength);
/** A copy, because what the driver gives need not begin at a multiple of four. */
const sketchIn = (bytes: Uint8Array): Uint32Array => new Uint32Array(Uint8Array.from(bytes).buffer);

/** Rows of mails, and the keys by which they find each other. All in the transaction in which a mail is triaged. */
@Injectable()
export class MailsRepository {
  constructor(private readonly classified: ClassifiedColumns) {}

  /** Of those that share one of these, one is placed at a time, until the end of the transaction. In one order, so that none waits in a circle. */
  async lock(tx: Transaction, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    // Nobody is answered: what is looked at under the locks goes out together with them.
    await tx.write(
      `SELECT FROM (SELECT pg_advisory_xact_lock(hashtextextended($1 || key, $2)) AS held
                      FROM (SELECT key FROM unnest($3::text[]) AS k (key) ORDER BY key) AS ordered) AS locks
        WHERE held IS NULL`,
      [tenantContext().tenantId, PLACING, keys],
    );
  }

  /** Threads of mails that share a link. All mails with one link are in one thread, so one of them says which. */
  async threadsOf(tx: Transaction, links: readonly string[], documentId: string): Promise<string[]> {
    const { rows } = await tx.query<{ thread_id: string }>(
      `SELECT DISTINCT thread_id FROM (
         SELECT (SELECT m.thread_id FROM mail_keys k JOIN mails m USING (tenant_id, document_id)
                  WHERE k.tenant_id = $1 AND k.key = wanted.key LIMIT 1) AS thread_id
           FROM unnest($2::bigint[]) AS wanted (key)
         UNION ALL SELECT thread_id FROM mails WHERE tenant_id = $1 AND document_id = $3) AS found
        WHERE thread_id IS NOT NULL ORDER BY thread_id`,
      [tenantContext().tenantId, links, documentId],
    );
    return rows.map(({ thread_id }) => thread_id);
  }

  /** The thread of the last mail under one of these subjects, where it is recent. */
  async threadOfTopic(tx: Transaction, { traces, sentAt, documentId }: NewMail): Promise<string | null> {
    const row = await tx.one<{ thread_id: string }>(
      `SELECT m.thread_id FROM unnest($2::bigint[]) AS wanted (key)
         CROSS JOIN LATERAL (SELECT k.document_id FROM mail_keys k
                              WHERE k.tenant_id = $1 AND k.key = wanted.key AND k.document_id <> $4
                              ORDER BY k.document_id DESC LIMIT 1) AS last
         JOIN mails m ON m.tenant_id = $1 AND m.document_id = last.document_id
        WHERE abs(extract(epoch FROM m.sent_at - $3::timestamptz)) < ${TOPIC_DAYS * 86_400}
        ORDER BY m.sent_at DESC LIMIT 1`,
      [tenantContext().tenantId, traces.topics, sentAt, documentId],
    );
    return row?.thread_id ?? null;
  }

  /** The thread of the mail that most of the quoted words are from: two passages, or all that it has. */
  async threadOfQuote(tx: Transaction, { traces, documentId }: NewMail): Promise<string | null> {
    const row = await tx.one<{ thread_id: string }>(
      `SELECT m.thread_id FROM (
         SELECT last.document_id, count(*) AS shared FROM unnest($2::bigint[]) AS wanted (key)
           CROSS JOIN LATERAL (SELECT k.document_id FROM mail_keys k
                                WHERE k.tenant_id = $1 AND k.key = wanted.key AND k.document_id <> $3
                                ORDER BY k.document_id DESC LIMIT 3) AS last
          GROUP BY last.document_id) AS found
         JOIN mails m ON m.tenant_id = $1 AND m.document_id = found.document_id
        WHERE shared >= 2 ORDER BY shared DESC, m.sent_at DESC LIMIT 1`,
      [tenantContext().tenantId, traces.quotes, documentId],
    );
    return row?.thread_id ?? null;
  }

  /** Joins threads: the mails of the later ones are in the first from now on. */
  async join(tx: Transaction, into: string, others: readonly string[]): Promise<void> {
    await tx.write(`UPDATE mails SET thread_id = $2 WHERE tenant_id = $1 AND thread_id = ANY ($3::uuid[])`, [
      tenantContext().tenantId,
      into,
      others,
    ]);
  }

  /** Recent mails that may say the same, none of them a duplicate itself. */
  async candidates(
    tx: Pick<Transaction, 'query'>,
    mail: NewMail,
  ): Promise<{ documentId: string; sketch: Uint32Array | null; sameText: boolean; triageRun: string | null }[]> {
    const { sameText, bands } = mail.traces;
    const { rows } = await tx.query<Candidate>(
      // With LIMIT no statistics, or their absence, lead Postgres to read whole tables for a few rows.
      `SELECT found.document_id, found.same_text, m.sketch, d.triage_run
         FROM (SELECT shared.document_id, bool_or(shared.key = $3::bigint) AS same_text
                 FROM unnest($2::bigint[]) AS wanted (key)
                CROSS JOIN LATERAL (SELECT k.document_id, k.key FROM mail_keys k
                                     WHERE k.tenant_id = $1 AND k.key = wanted.key AND k.document_id <> $4
                                     ORDER BY k.document_id DESC LIMIT ${CANDIDATES}) AS shared
                GROUP BY shared.document_id) AS found
        CROSS JOIN LATERAL (SELECT sketch FROM mails
                             WHERE tenant_id = $1 AND document_id = found.document_id AND duplicate_of IS NULL
                               AND abs(extract(epoch FROM sent_at - $5::timestamptz)) < ${DUPLICATE_DAYS * 86_400} LIMIT 1) AS m
        CROSS JOIN LATERAL (SELECT triage_run FROM documents
                             WHERE tenant_id = $1 AND id = found.document_id LIMIT 1) AS d
        ORDER BY found.document_id LIMIT ${CANDIDATES}`,
      [
        tenantContext().tenantId,
        sameText === null ? bands : [sameText, ...bands],
        sameText,
        mail.documentId,
        mail.sentAt,
      ],
    );
    return rows.map(({ document_id, sketch, same_text, triage_run }) => ({
      triageRun: triage_run,
      documentId: document_id,
      sketch: sketch && sketchIn(sketch),
      sameText: same_text,
    }));
  }

  /** What of the sender's mails before this one nobody has answered. */
  async unanswered(
    tx: Transaction,
    { sender, sentAt, documentId }: NewMail,
    threadId: string,
  ): Promise<MailPlace['unanswered']> {
    const seals = await this.classified.of('mails');
    // Rows that are not sealed yet have the sender as it is.
    const senders = sender === null ? [] : [seals.blind('sender', sender), sender];
    const row = await tx.one<{ count: string; since: Date | null }>(
      `SELECT count(*), min(sent_at) AS since FROM mails
        WHERE tenant_id = $1 AND thread_id = $2 AND sender = ANY ($3::text[]) AND sent_at < $4 AND document_id <> $5 AND duplicate_of IS NULL
          AND sent_at > coalesce((SELECT max(sent_at) FROM mails WHERE tenant_id = $1 AND thread_id = $2 AND sender <> ALL ($3::text[])
                                     AND NOT automatic AND sent_at < $4), '-infinity')`,
      [tenantContext().tenantId, threadId, senders, sentAt, documentId],
    );
    return { count: Number(row?.count ?? 0), since: row?.since ?? null };
  }

  async put(
    tx: Transaction,
    { documentId, sender, sentAt, traces }: NewMail,
    { threadId, duplicate, state }: Standing,
  ): Promise<void> {
    const { category, type, level, score, target, dueAt, needsReply } = state;
    const { sketch, topicsOfWords, questions, automatic } = traces;
    const seals = await this.classified.of('mails');
    await tx.write(
      `INSERT INTO mails (tenant_id, document_id, thread_id, first_thread_id, sender, sent_at, stems, questions, sketch,
                          duplicate_of, duplicate_kind, similarity, automatic, category, type, level, score, target, due_at, needs_reply)
       VALUES ($1, $2, $3, $3, $4, $5, $6, $7::jsonb, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
       ON CONFLICT (tenant_id, document_id) DO UPDATE
         SET thread_id = excluded.thread_id, sender = excluded.sender, sent_at = excluded.sent_at, stems = excluded.stems,
             questions = excluded.questions, sketch = excluded.sketch, duplicate_of = excluded.duplicate_of,
             duplicate_kind = excluded.duplicate_kind, similarity = excluded.similarity, automatic = excluded.automatic,
             category = excluded.category, type = excluded.type, level = excluded.level, score = excluded.score,
             target = excluded.target, due_at = excluded.due_at, needs_reply = excluded.needs_reply`,
      [
        tenantContext().tenantId,
        documentId,
        threadId,
        sender === null ? null : seals.blind('sender', sender),
        sentAt,
        topicsOfWords,
        seals.json('questions', documentId, questions),
        sketch && bytesOf(sketch),
        duplicate?.of ?? null,
        duplicate?.kind ?? null,
        duplicate?.similarity ?? null,
        automatic,
        category,
        type,
        level,
        score,
        target,
        dueAt,
        needsReply,
      ],
    );
  }

  async putKeys(tx: Transaction, { documentId, isPlaced }: NewMail, keys: readonly string[]): Promise<void> {
    if (isPlaced)
      await tx.write('DELETE FROM mail_keys WHERE tenant_id = $1 AND document_id = $2 AND key <> ALL ($3::bigint[])', [
        tenantContext().tenantId,
        documentId,
        keys,
      ]);
    await tx.write(
      `INSERT INTO mail_keys (tenant_id, key, document_id) SELECT DISTINCT $1::uuid, key, $2::uuid FROM unnest($3::bigint[]) AS k (key)
       ON CONFLICT DO NOTHING`,
      [tenantContext().tenantId, documentId, keys],
    );
  }

  /** A mail with the same bytes as an earlier one stands where that stands, and answers to the same ids. */
  async putCopy(tx: Transaction, documentId: string, original: string): Promise<void> {
    const seals = await this.classified.of('mails');
    const first = await tx.one<{ questions: unknown }>(
      'SELECT questions FROM mails WHERE tenant_id = $1 AND document_id = $2',
      [tenantContext().tenantId, original],
    );
    if (!first) return;
    await tx.write(
      `INSERT INTO mails (tenant_id, document_id, thread_id, first_thread_id, sender, sent_at, stems, questions, sketch,
                          duplicate_of, duplicate_kind, similarity, automatic)
       SELECT tenant_id, $2, thread_id, thread_id, sender, sent_at, stems, $4::jsonb, sketch,
              coalesce(duplicate_of, document_id), 'exact', coalesce(similarity, 1), automatic
         FROM mails WHERE tenant_id = $1 AND document_id = $3
       ON CONFLICT DO NOTHING`,
      [
        tenantContext().tenantId,
        documentId,
        original,
        // A sealed value opens in its own row only.
        seals.json('questions', documentId, seals.openJson('questions', original, first.questions)),
      ],
    );
  }

  /** Writes down what a result says, where the mail has a row. */
  async setState(tx: Transaction, documentId: string, state: MailState): Promise<void> {
    const { category, type, level, score, target, dueAt, needsReply } = state;
    await tx.write(
      `UPDATE mails SET category = $3, type = $4, level = $5, score = $6, target = $7, due_at = $8, needs_reply = $9
        WHERE tenant_id = $1 AND document_id = $2`,
      [tenantContext().tenantId, documentId, category, type, level, score, target, dueAt, needsReply],
    );
  }

  /**
   * Says of all mails of a thread whether somebody else has written since; in which order they came does not count. Whoever wrote last,
   * or the last one before: of one of these two it is somebody else.
   */
  async markAnswered(tx: Transaction, documentId: string): Promise<void> {
    await tx.write(
      `WITH own AS (SELECT thread_id FROM mails WHERE tenant_id = $1 AND document_id = $2),
            last AS MATERIALIZED (SELECT sender, max(sent_at) AS at FROM mails
                      WHERE tenant_id = $1 AND thread_id = (SELECT thread_id FROM own) AND sender IS NOT NULL AND NOT automatic
                      GROUP BY sender ORDER BY at DESC LIMIT 2),
            said AS (SELECT m.document_id,
                            EXISTS (SELECT 1 FROM last WHERE last.at > m.sent_at AND last.sender <> m.sender) AS answered
                       FROM mails m WHERE m.tenant_id = $1 AND m.thread_id = (SELECT thread_id FROM own))
       UPDATE mails m SET answered = said.answered FROM said
        WHERE m.tenant_id = $1 AND m.document_id = said.document_id AND m.answered <> said.answered`,
      [tenantContext().tenantId, documentId],
    );
  }
}
