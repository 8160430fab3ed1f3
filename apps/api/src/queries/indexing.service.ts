import type { ClaimedJob } from '@app/queue';
import type { PackedReading } from '@app/reading';
import { computation, Threads } from '@app/threads';
import { Injectable } from '@nestjs/common';
import { type DocumentRecord, DocumentStages, isShort, type StageOutcome } from '../documents/index.js';
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
    const reading = document.readingId === null ? null : await this.stages.packedReading(document);
    await this.stages.finish(job, await this.outcomeOf(document, reading, job.signal));
  }

  /** The chunks that a document is found by. Nothing is kept yet. */
  async outcomeOf(document: DocumentRecord, reading: PackedReading | null, signal: AbortSignal): Promise<StageOutcome> {
    const chunks = reading ? await this.chunksOf(document, reading, signal) : [];
    return { stage: 'indexed', write: (tx) => this.chunks.replace(tx, document.id, chunks) };
  }

  private async chunksOf(document: DocumentRecord, reading: PackedReading, signal: AbortSignal): Promise<ChunkDraft[]> {
    const task = { reading, language: document.language?.code };
    const found = isShort(reading) ? await chunksOf(task) : await this.threads.run(CHUNKS, task, { signal });
    return found.map((chunk) => ({ ...chunk, text: reading.text.slice(chunk.start, chunk.end) }));
  }
}
