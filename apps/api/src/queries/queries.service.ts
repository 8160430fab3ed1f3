import { TenantDatabase, type Transaction } from '@app/database';
import { newUuid, notFound } from '@app/kernel';
import { UsageRecorder } from '@app/llm';
import type { StoredReading } from '@app/reading';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { DocumentContents, DocumentsService } from '../documents/index.js';
import { ChunksRepository } from './data/chunks.repository.js';
import { QueriesRepository } from './data/queries.repository.js';
import { answerQuestion } from './domain/answer-question.js';
import type { FoundAnswer, Passage } from './domain/answer.js';
import { boxOf } from './domain/boxes.js';
import type { Citation, QueryRecord, SearchFilter, StoredChunk } from './domain/search-model.js';
import { SearchService } from './search.service.js';

/** Questions about so few documents look at all of their chunks, up to this many, and need no ranking. */
const FEW_DOCUMENTS = 3;
const FEW_CHUNKS = 40;
/** Of all others, at the best so many. */
const BEST_CHUNKS = 8;

const passageOf = (chunk: StoredChunk): Passage => ({
  documentId: chunk.documentId,
  chunkId: chunk.id,
  page: chunk.page,
  start: chunk.start,
  text: chunk.text,
  language: chunk.language,
});

/** Turns answers into citations: the sentence in the document's own text, and where it stands on the page. */
@Injectable()
export class QuoteService {
  constructor(
    private readonly documents: DocumentsService,
    private readonly contents: DocumentContents,
  ) {}

  async citations(answers: readonly FoundAnswer[], chunks: ReadonlyMap<string, StoredChunk>): Promise<Citation[]> {
    const readings = new Map<string, StoredReading | null>();
    const citations: Citation[] = [];
    for (const { passage, sentence, answer } of answers) {
      const { documentId, page, start } = passage;
      if (!readings.has(documentId))
        readings.set(documentId, await this.contents.reading(await this.documents.get(documentId)));
      citations.push({
        documentId,
        filename: chunks.get(passage.chunkId)?.filename ?? '',
        page,
        quote: passage.text.slice(sentence.start - start, sentence.end - start),
        span: [sentence.start, sentence.end],
        box: boxOf(readings.get(documentId)?.pages ?? [], sentence),
        answer,
      });
    }
    return citations;
  }
}

/** Answers questions out of documents, in their own words. */
@Injectable()
export class QueriesService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly searching: SearchService,
    private readonly chunks: ChunksRepository,
    private readonly queries: QueriesRepository,
    private readonly quotes: QuoteService,
    private readonly usage: UsageRecorder,
  ) {}

  async ask(question: string, filter: SearchFilter): Promise<QueryRecord> {
    const started = performance.now();
    const citations = await this.find(question, filter);
    const record: QueryRecord = {
      id: newUuid(),
      question,
      answered: citations.length > 0,
      citations,
      durationMs: performance.now() - started,
      helpful: null,
      createdAt: new Date(),
    };
    await this.database.transaction((tx) => this.keep(tx, record, filter));
    return record;
  }

  /**
   * What documents say to a question; nothing is kept of it. Of sentences that share less than this part of the question, weighted by
   * rarity, none is taken.
   */
  async find(question: string, filter: SearchFilter, leastEvidence = 0): Promise<readonly Citation[]> {
    const chunks = await this.database.transaction((tx) => this.evidence(tx, question, filter));
    const answers = answerQuestion(question, chunks.map(passageOf)).filter(({ evidence }) => evidence >= leastEvidence);
    return this.quotes.citations(answers, new Map(chunks.map((chunk) => [chunk.id, chunk])));
  }

  list(limit: number, before: string | null): Promise<QueryRecord[]> {
    return this.queries.list(limit, before);
  }

  async rate(id: string, helpful: boolean, comment: string | null): Promise<void> {
    if (!(await this.queries.rate(id, helpful, comment))) throw notFound();
  }

  private async evidence(tx: Transaction, question: string, filter: SearchFilter): Promise<StoredChunk[]> {
    const documentIds = await this.searching.allowed(tx, filter);
    if (documentIds && documentIds.length <= FEW_DOCUMENTS) {
      const chunks = await this.chunks.ofDocuments(tx, documentIds, FEW_CHUNKS + 1);
      if (chunks.length <= FEW_CHUNKS) return chunks;
    }
    return (await this.searching.searchIn(tx, question, BEST_CHUNKS, filter)).map(({ chunk }) => chunk);
  }

  private async keep(tx: Transaction, record: QueryRecord, filter: SearchFilter): Promise<void> {
    await this.queries.insert(tx, { ...record, filter }, record.citations);
    await this.usage.record(tx, [
      {
        id: record.id,
        documentId: null,
        userId: tenantContext().userId,
        purpose: 'answer',
        documentType: null,
        engine: 'local',
        provider: null,
        model: null,
        pages: 0,
        fillRate: null,
        tokensIn: 0,
        tokensOut: 0,
        cost: '0',
        cacheHit: false,
        durationMs: Math.round(record.durationMs),
      },
    ]);
  }
}
