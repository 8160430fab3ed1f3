import { TenantDatabase, type Transaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import { ChunksRepository } from './data/chunks.repository.js';
import { spread } from './domain/diversity.js';
import { queryTermsOf } from './domain/query-terms.js';
import { rankChunks } from './domain/ranking.js';
import type { SearchFilter, SearchHit } from './domain/search-model.js';
import { TermIndex } from './domain/term-index.js';
import { TenantIndexes } from './tenant-indexes.service.js';

/** Of a tenant that is too large for memory, so many chunks with the rarest terms are ranked. */
const MOST_CANDIDATES = 3_000;
/** Hits beyond those asked for, because some may have been erased since they were indexed. */
const SPARE = 20;

const hasKeys = (filter: SearchFilter): boolean =>
  filter.documentIds !== undefined || filter.types !== undefined || filter.metadata !== undefined;

@Injectable()
export class SearchService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly chunks: ChunksRepository,
    private readonly indexes: TenantIndexes,
  ) {}

  search(query: string, topK: number, filter: SearchFilter): Promise<SearchHit[]> {
    return this.database.transaction((tx) => this.searchIn(tx, query, topK, filter));
  }

  /** Documents that the filter allows; null where it allows all. */
  async allowed(tx: Transaction, filter: SearchFilter): Promise<readonly string[] | null> {
    return hasKeys(filter) ? this.chunks.documentsMatching(tx, filter) : null;
  }

  async searchIn(tx: Transaction, query: string, topK: number, filter: SearchFilter): Promise<SearchHit[]> {
    const documentIds = await this.allowed(tx, filter);
    if (documentIds?.length === 0) return [];
    const allowed = documentIds && new Set(documentIds);
    const index = (await this.indexes.current(tx)) ?? (await this.candidates(tx, query, documentIds));
    const terms = queryTermsOf(query, index.languages(allowed));
    const ranked = spread(rankChunks(index, terms, allowed, topK * 2 + SPARE)).slice(0, topK + SPARE);
    const chunks = await this.chunks.byIds(
      tx,
      ranked.map(({ chunkId }) => chunkId),
    );
    const places = new Map(ranked.map(({ chunkId, score }, place) => [chunkId, { score, rank: place + 1 }]));
    const live = new Set(chunks.map(({ id }) => id));
    for (const { chunkId } of ranked) if (!live.has(chunkId)) index.remove(chunkId);
    return chunks
      .slice(0, topK)
      .map((chunk) => ({ chunk, ...(places.get(chunk.id) ?? { score: 0, rank: ranked.length }) }));
  }

  /** The chunks of a large tenant that have the query's rarest terms, as an index of their own. */
  private async candidates(tx: Transaction, query: string, documentIds: readonly string[] | null): Promise<TermIndex> {
    const frequencies = await this.chunks.frequencies(tx, [...queryTermsOf(query).keys()], MOST_CANDIDATES);
    const rarest = [...frequencies].filter(([, count]) => count > 0).sort((a, b) => a[1] - b[1]);
    const chosen: string[] = [];
    let sum = 0;
    for (const [term, count] of rarest) {
      if (chosen.length > 0 && documentIds === null && sum + count > MOST_CANDIDATES) break;
      chosen.push(term);
      sum += count;
    }
    const index = new TermIndex();
    for (const chunk of await this.chunks.withTerms(tx, chosen, documentIds, MOST_CANDIDATES)) index.add(chunk);
    return index;
  }
}
