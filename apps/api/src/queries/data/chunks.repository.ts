import type { Transaction } from '@app/database';
import { newUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { SearchCopies } from '../../documents/index.js';
import type { ChunkDraft, SearchFilter, StoredChunk } from '../domain/search-model.js';
import type { IndexedChunk } from '../domain/term-index.js';

interface TermsRow {
  readonly id: string;
  readonly document_id: string;
  readonly language: string;
  readonly terms: string;
  readonly xmin: string;
}

interface ChunkRow {
  readonly id: string;
  readonly document_id: string;
  readonly filename: string;
  readonly page: number;
  readonly span_start: number;
  readonly text: string;
  readonly language: string;
}

/** Chunks written at once: what is sent to Postgres is made on the event loop, some milliseconds for so many. */
const BATCH = 500;

const CHUNK = 'c.id, c.document_id, d.filename, c.page, c.span_start, c.text, c.language';
/** Terms have no spaces; one string is read several times faster than a Postgres array. */
const TERMS = `id, document_id, language, array_to_string(terms, ' ') AS terms`;

const indexedOf = (row: TermsRow): IndexedChunk => ({
  id: row.id,
  documentId: row.document_id,
  language: row.language,
  terms: row.terms === '' ? [] : row.terms.split(' '),
});

const chunkOf = (row: ChunkRow): StoredChunk => ({
  id: row.id,
  documentId: row.document_id,
  filename: row.filename,
  page: row.page,
  start: row.span_start,
  text: row.text,
  language: row.language,
});

/** Chunks of documents. Every method runs in the tenant's transaction that it is given. */
@Injectable()
export class ChunksRepository extends SearchCopies {
  /** What the document had before goes; the same transaction puts in what it has now. */
  async replace(tx: Transaction, documentId: string, chunks: readonly ChunkDraft[]): Promise<void> {
    await tx.query('DELETE FROM chunks WHERE document_id = $1', [documentId]);
    for (let at = 0; at < chunks.length; at += BATCH)
      await this.insert(tx, documentId, chunks.slice(at, at + BATCH), at);
  }

  private async insert(
    tx: Transaction,
    documentId: string,
    chunks: readonly ChunkDraft[],
    first: number,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO chunks (tenant_id, id, document_id, ordinal, page, span_start, span_end, text, language, terms)
       SELECT $1, c.id, $2, c.ordinal, c.page, c.span_start, c.span_end, c.text, c.language, string_to_array(c.terms, ' ')
         FROM unnest($3::uuid[], $4::int[], $5::int[], $6::int[], $7::int[], $8::text[], $9::text[], $10::text[])
           AS c (id, ordinal, page, span_start, span_end, text, language, terms)`,
      [
        tenantContext().tenantId,
        documentId,
        chunks.map(() => newUuid()),
        chunks.map((_, index) => first + index),
        chunks.map(({ page }) => page),
        chunks.map(({ start }) => start),
        chunks.map(({ end }) => end),
        chunks.map(({ text }) => text),
        chunks.map(({ language }) => language),
        chunks.map(({ terms }) => terms),
      ],
    );
  }

  override async copy(tx: Transaction, from: string, to: string): Promise<void> {
    await tx.query(
      `INSERT INTO chunks (tenant_id, id, document_id, ordinal, page, span_start, span_end, text, language, terms)
       SELECT tenant_id, gen_random_uuid(), $2, ordinal, page, span_start, span_end, text, language, terms
         FROM chunks WHERE tenant_id = $3 AND document_id = $1`,
      [from, to, tenantContext().tenantId],
    );
  }

  override async remove(tx: Transaction, documentId: string): Promise<void> {
    await this.replace(tx, documentId, []);
  }

  /**
   * Chunks written by transaction `since` or a later one, in pages by id, and the oldest transaction that was still
   * open: all older ones have been seen.
   */
  async added(
    tx: Transaction,
    since: string,
    after: string | null,
    limit: number,
  ): Promise<{ chunks: IndexedChunk[]; seen: string | null }> {
    const { rows } = await tx.query<TermsRow>(
      `SELECT ${TERMS}, pg_snapshot_xmin(pg_current_snapshot())::text AS xmin FROM chunks
        WHERE tenant_id = $4 AND added_in >= $1::text::xid8 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      [since, after, limit, tenantContext().tenantId],
    );
    return { chunks: rows.map(indexedOf), seen: rows[0]?.xmin ?? null };
  }

  async count(tx: Transaction): Promise<number> {
    return (
      (
        await tx.one<{ n: number }>('SELECT count(*)::int AS n FROM chunks WHERE tenant_id = $1', [
          tenantContext().tenantId,
        ])
      )?.n ?? 0
    );
  }

  /** Ids of the documents that fit the filter. Containment finds them by index, equality of each key decides. */
  async documentsMatching(tx: Transaction, filter: SearchFilter): Promise<string[]> {
    const { rows } = await tx.query<{ id: string }>(
      `SELECT id FROM documents
        WHERE tenant_id = $4 AND ($1::uuid[] IS NULL OR id = ANY ($1)) AND ($2::text[] IS NULL OR type = ANY ($2))
          AND ($3::jsonb IS NULL OR (metadata @> $3 AND NOT EXISTS (
                SELECT 1 FROM jsonb_each($3) f WHERE metadata -> f.key IS DISTINCT FROM f.value)))`,
      [
        filter.documentIds ?? null,
        filter.types ?? null,
        filter.metadata ? JSON.stringify(filter.metadata) : null,
        tenantContext().tenantId,
      ],
    );
    return rows.map(({ id }) => id);
  }

  /** How many chunks have each term, counted up to `most`. */
  async frequencies(tx: Transaction, terms: readonly string[], most: number): Promise<ReadonlyMap<string, number>> {
    const { rows } = await tx.query<{ term: string; n: number }>(
      `SELECT t.term, (SELECT count(*)::int FROM (
                SELECT 1 FROM chunks WHERE tenant_id = $3 AND terms @> ARRAY[t.term] LIMIT $2) found) AS n
         FROM unnest($1::text[]) AS t (term)`,
      [terms, most, tenantContext().tenantId],
    );
    return new Map(rows.map(({ term, n }) => [term, n]));
  }

  /** Chunks with one of the terms, by the database's index. */
  async withTerms(
    tx: Transaction,
    terms: readonly string[],
    documentIds: readonly string[] | null,
    limit: number,
  ): Promise<IndexedChunk[]> {
    const { rows } = await tx.query<TermsRow>(
      `SELECT ${TERMS} FROM chunks
        WHERE tenant_id = $4 AND terms && $1::text[] AND ($2::uuid[] IS NULL OR document_id = ANY ($2)) LIMIT $3`,
      [terms, documentIds, limit, tenantContext().tenantId],
    );
    return rows.map(indexedOf);
  }

  /** In the order of the ids; those that are gone are left out. */
  async byIds(tx: Transaction, ids: readonly string[]): Promise<StoredChunk[]> {
    const { rows } = await tx.query<ChunkRow>(
      `SELECT ${CHUNK} FROM chunks c JOIN documents d ON d.tenant_id = c.tenant_id AND d.id = c.document_id
        WHERE c.tenant_id = $2 AND c.id = ANY ($1::uuid[])`,
      [ids, tenantContext().tenantId],
    );
    const byId = new Map(rows.map((row) => [row.id, chunkOf(row)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** The first chunks of a few documents, in reading order. */
  async ofDocuments(tx: Transaction, documentIds: readonly string[], limit: number): Promise<StoredChunk[]> {
    const { rows } = await tx.query<ChunkRow>(
      `SELECT ${CHUNK} FROM chunks c JOIN documents d ON d.tenant_id = c.tenant_id AND d.id = c.document_id
        WHERE c.tenant_id = $3 AND c.document_id = ANY ($1::uuid[]) ORDER BY c.document_id, c.ordinal LIMIT $2`,
      [documentIds, limit, tenantContext().tenantId],
    );
    return rows.map(chunkOf);
  }
}
