import { type Parameter, TenantDatabase } from '@app/database';
import { ClassifiedColumns, type TableSeals } from '@app/encryption';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { Duplicate, MailState, MailStatus } from '../domain/mail.js';

export const INBOX_ORDERS = ['priority', 'dueAt', 'receivedAt'] as const;
export type InboxOrder = (typeof INBOX_ORDERS)[number];

export interface InboxFilter {
  readonly status?: MailStatus;
  readonly category?: string;
  readonly priority?: string;
  readonly target?: string;
}

/** The last row of a page: its value in the order, and its document. */
export interface InboxPlace {
  readonly value: string;
  readonly documentId: string;
}

export interface InboxItem extends MailState {
  readonly documentId: string;
  readonly threadId: string;
  readonly subject: string | null;
  readonly from: string | null;
  readonly status: MailStatus;
  readonly duplicate: Duplicate | null;
  readonly sentAt: Date;
  readonly receivedAt: Date;
  /** As cursors hold it: exact, where a date of JavaScript has milliseconds only. */
  readonly place: InboxPlace;
}

interface Row {
  readonly document_id: string;
  readonly thread_id: string;
  /** Sealed. */
  readonly email: unknown;
  readonly status: MailStatus;
  readonly category: string;
  readonly type: string;
  readonly level: string;
  readonly score: number;
  readonly target: string | null;
  readonly due_at: Date | null;
  readonly needs_reply: boolean;
  readonly duplicate_of: string | null;
  readonly duplicate_kind: Duplicate['kind'];
  readonly similarity: number;
  readonly sent_at: Date;
  readonly received_at: Date;
  readonly place: string;
}

/** What an order is by, from which direction, and what of the mails it has. */
const ORDERS: Readonly<Record<InboxOrder, { column: string; type: string; ascending: boolean; where: string }>> = {
  priority: { column: 'm.score', type: 'float8', ascending: false, where: 'true' },
  dueAt: { column: 'm.due_at', type: 'timestamptz', ascending: true, where: 'm.due_at IS NOT NULL' },
  receivedAt: { column: 'm.received_at', type: 'timestamptz', ascending: false, where: 'true' },
};

const STATUS = `CASE WHEN NOT m.needs_reply THEN 'no-reply' WHEN m.answered THEN 'answered' ELSE 'open' END`;

/** The day's mail in an order. Pages follow each other by the value of the order and the document, so none is seen twice. */
@Injectable()
export class InboxRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly classified: ClassifiedColumns,
  ) {}

  async list(filter: InboxFilter, order: InboxOrder, limit: number, after: InboxPlace | null): Promise<InboxItem[]> {
    const { column, type, ascending, where } = ORDERS[order];
    const [sign, direction] = ascending ? ['>', 'ASC'] : ['<', 'DESC'];
    const parameters: Parameter[] = [tenantContext().tenantId, limit];
    const bind = (value: Parameter): string => `$${parameters.push(value)}`;
    const conditions = [
      'm.tenant_id = $1',
      where,
      ...(filter.status === undefined ? [] : [`${STATUS} = ${bind(filter.status)}`]),
      ...(filter.category === undefined ? [] : [`m.category = ${bind(filter.category)}`]),
      ...(filter.priority === undefined ? [] : [`m.level = ${bind(filter.priority)}`]),
      ...(filter.target === undefined ? [] : [`m.target = ${bind(filter.target)}`]),
      ...(after === null
        ? []
        : [`(${column}, m.document_id) ${sign} (${bind(after.value)}::${type}, ${bind(after.documentId)}::uuid)`]),
    ];
    const { rows } = await this.database.query<Row>(
      `SELECT m.*, ${STATUS} AS status, ${column}::text AS place, d.email
         FROM mails m JOIN documents d ON d.tenant_id = m.tenant_id AND d.id = m.document_id
        WHERE ${conditions.join(' AND ')} ORDER BY ${column} ${direction}, m.document_id ${direction} LIMIT $2`,
      parameters,
    );
    const seals = await this.classified.of('documents');
    return rows.map((row) => itemOf(row, seals));
  }
}

type Head = Pick<InboxItem, 'subject' | 'from'>;

const headOf = (head: Head | null): Head => ({ subject: head?.subject ?? null, from: head?.from ?? null });

const itemOf = (row: Row, seals: TableSeals<'documents'>): InboxItem => ({
  ...headOf(seals.openJson<Head | null>('email', row.document_id, row.email)),
  documentId: row.document_id,
  threadId: row.thread_id,
  status: row.status,
  category: row.category,
  type: row.type,
  level: row.level,
  score: row.score,
  target: row.target,
  dueAt: row.due_at,
  needsReply: row.needs_reply,
  duplicate:
    row.duplicate_of === null ? null : { of: row.duplicate_of, kind: row.duplicate_kind, similarity: row.similarity },
  sentAt: row.sent_at,
  receivedAt: row.received_at,
  place: { value: row.place, documentId: row.document_id },
});
