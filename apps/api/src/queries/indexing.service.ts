import { setImmediate } from 'node:timers/promises';
import { newUuid } from '@app/kernel';
import type { ClaimedJob } from '@app/queue';
import type { StoredReading } from '@app/reading';
import { detectLanguage, searchTerms } from '@app/text';
import { Injectable } from '@nestjs/common';
import { type DocumentRecord, DocumentStages } from '../documents/index.js';
import { ChunksRepository } from './data/chunks.repository.js';
import { type ChunkSpan, chunkText } from './domain/chunker.js';
import type { ChunkDraft } from './domain/search-model.js';

/** CPU bound: what comes after so many chunks (about ten million characters) is not searchable. */
const MOST_CHUNKS = 10_000;
/** Chunks between two turns of the event loop. */
const BATCH = 40;
const LANGUAGE_SAMPLE = 1_000;

/** Turns the reading of a document into chunks that can be searched. */
@Injectable()
export class IndexingService {
  constructor(
    private readonly stages: DocumentStages,
    private readonly chunks: ChunksRepository,
  ) {}

  async index(job: ClaimedJob): Promise<void> {
    const document = await this.stages.document(job.subjectId);
    // A document that could not be read has no text: it indexes nothing and is done all the same.
    const reading = document.readingId === null ? null : await this.stages.reading(document);
    const chunks = reading ? await draftsOf(reading, document, job.signal) : [];
    await this.stages.finish(job, {
      stage: 'indexed',
      write: (tx) => this.chunks.replace(tx, document.id, chunks),
    });
  }
}

async function draftsOf(reading: StoredReading, document: DocumentRecord, signal: AbortSignal): Promise<ChunkDraft[]> {
  const main = document.language?.code ?? detectLanguage(reading.text.slice(0, LANGUAGE_SAMPLE)).code;
  const drafts: ChunkDraft[] = [];
  const spans = chunkText(reading.text, reading.pages, main).slice(0, MOST_CHUNKS);
  for (const span of spans) {
    if (drafts.length % BATCH === BATCH - 1) {
      await setImmediate();
      signal.throwIfAborted();
    }
    drafts.push(draftOf(reading.text, span, main));
  }
  return drafts;
}

/** Documents may change their language from page to page; a chunk that is sure of its own is stemmed by it. */
function draftOf(whole: string, { page, start, end }: ChunkSpan, main: string): ChunkDraft {
  const text = whole.slice(start, end);
  const guess = detectLanguage(text.slice(0, LANGUAGE_SAMPLE));
  const language = guess.confidence >= 0.9 && text.length >= 100 && guess.code !== 'und' ? guess.code : main;
  return { id: newUuid(), page, start, end, text, language, terms: searchTerms(text, language) };
}
