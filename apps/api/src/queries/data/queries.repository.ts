import { bulkInsert, TenantDatabase, type Transaction } from '@app/database';
import { ClassifiedColumns, type TableSeals } from '@app/encryption';
import type { Box } from '@app/reading';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { Citation, QueryRecord, SearchFilter } from '../domain/search-model.js';

interface CitationRow {
  readonly ordinal: number;
  readonly documentId: string;
  readonly filename: string;
  readonly page: number;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly box: Box | null;
  readonly answer: string;
}

interface Seals {
  readonly queries: TableSeals<'queries'>;
  readonly citations: TableSeals<'query_citations'>;
}

interface QueryRow {
  readonly id: string;
  readonly question: string;
  readonly answered: boolean;
  readonly duration_ms: number;
  readonly helpful: boolean | null;
  readonly created_at: Date;
  readonly citations: readonly CitationRow[];
}

const recordOf = (row: QueryRow, seals: Seals): QueryRecord => ({
  id: row.id,
  question: seals.queries.openText('question', row.id, row.question),
  answered: row.answered,
  durationMs: row.duration_ms,
  helpful: row.helpful,
  createdAt: row.created_at,
  citations: row.citations.map(({ ordinal, start, end, quote, answer, ...citation }) => ({
    ...citation,
    quote: seals.citations.openText('quote', [row.id, ordinal], quote),
    answer: seals.citations.openText('answer', [row.id, ordinal], answer),
    span: [start, end] as const,
  })),
});

const CITATION_COLUMNS = {
  tenant_id: 'uuid',
  query_id: 'uuid',
  ordinal: 'int',
  document_id: 'uuid',
  page: 'int',
  answer: 'text',
  quote: 'text',
  span_start: 'int',
  span_end: 'int',
  box: 'jsonb',
} as const;

/** Questions and what they were answered. A person sees their own only. */
@Injectable()
export class QueriesRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly classified: ClassifiedColumns,
  ) {}

  async insert(
    tx: Transaction,
    query: {
      readonly id: string;
      readonly question: string;
      readonly filter: SearchFilter;
      readonly durationMs: number;
    },
    citations: readonly Citation[],
  ): Promise<void> {
    const { tenantId, userId } = tenantContext();
    const seals = await this.seals();
    await tx.query(
      `INSERT INTO queries (tenant_id, id, user_id, question, filter, answered, origin, duration_ms)
       VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7::jsonb, $8)`,
      [
        tenantId,
        query.id,
        userId,
        seals.queries.text('question', query.id, query.question),
        seals.queries.json('filter', query.id, query.filter),
        citations.length > 0,
        JSON.stringify({ engine: 'local' }),
        Math.round(query.durationMs),
      ],
    );
    await bulkInsert(
      tx,
      'query_citations',
      CITATION_COLUMNS,
      citations.map((citation, ordinal) => [
        tenantId,
        query.id,
        ordinal,
        citation.documentId,
        citation.page,
        seals.citations.text('answer', [query.id, ordinal], citation.answer),
        seals.citations.text('quote', [query.id, ordinal], citation.quote),
        citation.span[0],
        citation.span[1],
        citation.box && JSON.stringify(citation.box),
      ]),
    );
  }

  async list(limit: number, before: string | null): Promise<QueryRecord[]> {
    const { rows } = await this.database.query<QueryRow>(
      `SELECT q.id, q.question, q.answered, q.duration_ms, q.helpful, q.created_at,
              coalesce(jsonb_agg(jsonb_build_object(
                'ordinal', c.ordinal, 'documentId', c.document_id, 'filename', d.filename, 'page', c.page, 'quote', c.quote, 'start', c.span_start,
                'end', c.span_end, 'box', c.box, 'answer', c.answer) ORDER BY c.ordinal)
                FILTER (WHERE c.query_id IS NOT NULL), '[]') AS citations
         FROM queries q
         LEFT JOIN query_citations c ON c.tenant_id = q.tenant_id AND c.query_id = q.id
         LEFT JOIN documents d ON d.tenant_id = c.tenant_id AND d.id = c.document_id
        WHERE q.tenant_id = $4 AND q.user_id IS NOT DISTINCT FROM $3 AND ($1::uuid IS NULL OR q.id < $1)
        GROUP BY q.tenant_id, q.id ORDER BY q.id DESC LIMIT $2`,
      [before, limit, tenantContext().userId, tenantContext().tenantId],
    );
    const seals = await this.seals();
    return rows.map((row) => recordOf(row, seals));
  }

  /** False where there is no such question of this person. */
  async rate(id: string, helpful: boolean, comment: string | null): Promise<boolean> {
    const { queries } = await this.seals();
    const { count } = await this.database.query(
      `UPDATE queries SET helpful = $2, comment = $3 WHERE id = $1 AND user_id IS NOT DISTINCT FROM $4`,
      [id, helpful, comment === null ? null : queries.text('comment', id, comment), tenantContext().userId],
    );
    return count === 1;
  }

  private async seals(): Promise<Seals> {
    return { queries: await this.classified.of('queries'), citations: await this.classified.of('query_citations') };
  }
}
