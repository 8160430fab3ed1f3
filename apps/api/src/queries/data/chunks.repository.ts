import type { Transaction } from '@app/database';
import { ClassifiedColumns, type TableSeals } from '@app/encryption';
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
/** One sealed string, or terms without spaces of a row that is not sealed yet: read several times faster than a Postgres array. */
const TERMS = `id, document_id, language, array_to_string(terms, ' ') AS terms`;

interface CopiedRow {
  readonly id: string;
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly language: string;
  readonly terms: string;
}

type Seals = TableSeals<'chunks'>;

const wordsOf = (terms: string): string[] => (terms === '' ? [] : terms.split(' '));

const indexedOf = (row: TermsRow, seals: Seals): IndexedChunk => ({
  id: row.id,
  documentId: row.document_id,
  language: row.language,
  terms: wordsOf(seals.openText('terms', row.id, row.terms)),
});

const chunkOf = (row: ChunkRow, seals: Seals): StoredChunk => ({
  id: row.id,
  documentId: row.document_id,
  filename: row.filename,
  page: row.page,
  start: row.span_start,
  text: seals.openText('text', row.id, row.text),
  language: row.language,
});

/** `keys`: the different terms, each as a number that only the tenant's key makes; an array as Postgres writes it. */
const sealedOf = (seals: Seals, id: string, text: string, terms: string) => ({
  id,
  text: seals.text('text', id, text),
  terms: seals.terms('terms', id, terms),
  keys: `{${seals.wordNumbers('terms', wordsOf(terms)).join(',')}}`,
});

/** Chunks of documents. Every method runs in the tenant's transaction that it is given. */
@Injectable()
export class ChunksRepository extends SearchCopies {
  constructor(private readonly classified: ClassifiedColumns) {
    super();
  }

  /** What the document had before goes; the same transaction puts in what it has now. */
  async replace(tx: Transaction, documentId: string, chunks: readonly ChunkDraft[]): Promise<void> {
    await tx.write('DELETE FROM chunks WHERE document_id = $1', [documentId]);
    for (let at = 0; at < chunks.length; at += BATCH)
      await this.insert(tx, documentId, chunks.slice(at, at + BATCH), at);
  }

  private async insert(
    tx: Transaction,
    documentId: string,
    chunks: readonly ChunkDraft[],
    first: number,
  ): Promise<void> {
    const seals = await this.classified.of('chunks');
    const sealed = chunks.map(({ text, terms }) => sealedOf(seals, newUuid(), text, terms));
    await tx.write(
      `INSERT INTO chunks (tenant_id, id, document_id, ordinal, page, span_start, span_end, text, language, terms, term_keys)
       SELECT $1, c.id, $2, c.ordinal, c.page, c.span_start, c.span_end, c.text, c.language, ARRAY[c.terms], c.term_keys::bigint[]
         FROM unnest($3::uuid[], $4::int[], $5::int[], $6::int[], $7::int[], $8::text[], $9::text[], $10::text[], $11::text[])
           AS c (id, ordinal, page, span_start, span_end, text, language, terms, term_keys)`,
      [
        tenantContext().tenantId,
        documentId,
        sealed.map(({ id }) => id),
        chunks.map((_, index) => first + index),
        chunks.map(({ page }) => page),
        chunks.map(({ start }) => start),
        chunks.map(({ end }) => end),
        sealed.map(({ text }) => text),
        chunks.map(({ language }) => language),
        sealed.map(({ terms }) => terms),
        sealed.map(({ keys }) => keys),
      ],
    );
  }

  override async copy(tx: Transaction, from: string, to: string): Promise<void> {
    const seals = await this.classified.of('chunks');
    for (let at = 0; ; at += BATCH) {
      const { rows } = await tx.query<CopiedRow>(
        `SELECT id, page, span_start AS start, span_end AS "end", text, language, array_to_string(terms, ' ') AS terms
           FROM chunks WHERE tenant_id = $2 AND document_id = $1 AND ordinal >= $3 ORDER BY ordinal LIMIT ${BATCH}`,
        [from, tenantContext().tenantId, at],
      );
      if (rows.length === 0) return;
      // A sealed value opens in its own row only.
      const opened = rows.map((row) => ({
        ...row,
        text: seals.openText('text', row.id, row.text),
        terms: seals.openText('terms', row.id, row.terms),
      }));
      await this.insert(tx, to, opened, at);
      if (rows.length < BATCH) return;
    }
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
    const seals = await this.classified.of('chunks');
    return { chunks: rows.map((row) => indexedOf(row, seals)), seen: rows[0]?.xmin ?? null };
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
    const keys = (await this.classified.of('chunks')).numbersOf('terms', terms);
    const { rows } = await tx.query<{ term: string; n: number }>(
      `SELECT t.term, (SELECT count(*)::int FROM (
                (SELECT 1 FROM chunks WHERE tenant_id = $3 AND term_keys IS NOT NULL AND term_keys @> ARRAY[t.key] LIMIT $2)
                UNION ALL
                (SELECT 1 FROM chunks WHERE tenant_id = $3 AND term_keys IS NULL AND terms @> ARRAY[t.term] LIMIT $2)
                LIMIT $2) found) AS n
         FROM unnest($1::text[], $4::bigint[]) AS t (term, key)`,
      [terms, most, tenantContext().tenantId, keys],
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
    const seals = await this.classified.of('chunks');
    const wanted = 'tenant_id = $4 AND ($2::uuid[] IS NULL OR document_id = ANY ($2))';
    const { rows } = await tx.query<TermsRow>(
      `(SELECT ${TERMS} FROM chunks WHERE ${wanted} AND term_keys IS NOT NULL AND term_keys && $5::bigint[] LIMIT $3)
       UNION ALL (SELECT ${TERMS} FROM chunks WHERE ${wanted} AND term_keys IS NULL AND terms && $1::text[] LIMIT $3)
       LIMIT $3`,
      [terms, documentIds, limit, tenantContext().tenantId, seals.numbersOf('terms', terms)],
    );
    return rows.map((row) => indexedOf(row, seals));
  }

  /** In the order of the ids; those that are gone are left out. */
  async byIds(tx: Transaction, ids: readonly string[]): Promise<StoredChunk[]> {
    const { rows } = await tx.query<ChunkRow>(
      `SELECT ${CHUNK} FROM chunks c JOIN documents d ON d.tenant_id = c.tenant_id AND d.id = c.document_id
        WHERE c.tenant_id = $2 AND c.id = ANY ($1::uuid[])`,
      [ids, tenantContext().tenantId],
    );
    const seals = await this.classified.of('chunks');
    const byId = new Map(rows.map((row) => [row.id, chunkOf(row, seals)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** The first chunks of a few documents, in reading order. */
  async ofDocuments(tx: Transaction, documentIds: readonly string[], limit: number): Promise<StoredChunk[]> {
    const { rows } = await tx.query<ChunkRow>(
      `SELECT ${CHUNK} FROM chunks c JOIN documents d ON d.tenant_id = c.tenant_id AND d.id = c.document_id
        WHERE c.tenant_id = $3 AND c.document_id = ANY ($1::uuid[]) ORDER BY c.document_id, c.ordinal LIMIT $2`,
      [documentIds, limit, tenantContext().tenantId],
    );
    const seals = await this.classified.of('chunks');
    return rows.map((row) => chunkOf(row, seals));
  }
}
