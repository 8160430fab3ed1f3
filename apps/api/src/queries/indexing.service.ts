import type { ClaimedJob } from '@app/queue';
import { computation, Threads } from '@app/threads';
import { Injectable } from '@nestjs/common';
import { type DocumentRecord, DocumentStages, isShort } from '../documents/index.js';
import { chunksOf } from './chunks-of.js';
import type { compute } from './chunks.thread.js';
import { ChunksRepository } from './data/chunks.repository.js';
import type { ChunkDraft } from './domain/search-model.js';

const CHUNKS = computation<typeof compute>(import.meta.url, 'chunks.thread.js');

/** Turns the reading of a document into chunks that can be searched. */
@Injectable()
export class IndexingService {
  constructor(
    private readonly stages: DocumentStages,
    private readonly chunks: ChunksRepository,
    private readonly threads: Threads,
  ) {}

  async index(job: ClaimedJob): Promise<void> {
    const document = await this.stages.document(job.subjectId);
    // A document that could not be read has no text: it indexes nothing and is done all the same.
    const chunks = document.readingId === null ? [] : await this.chunksOf(document, job.signal);
    await this.stages.finish(job, {
      stage: 'indexed',
      write: (tx) => this.chunks.replace(tx, document.id, chunks),
    });
  }

  private async chunksOf(document: DocumentRecord, signal: AbortSignal): Promise<ChunkDraft[]> {
    const reading = await this.stages.packedReading(document);
    const task = { reading, language: document.language?.code };
    const found = isShort(reading) ? await chunksOf(task) : await this.threads.run(CHUNKS, task, { signal });
    return found.map((chunk) => ({ ...chunk, text: reading.text.slice(chunk.start, chunk.end) }));
  }
}
