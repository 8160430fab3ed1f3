import { AppError, type FieldProblem } from '@app/kernel';
import { computation, Threads } from '@app/threads';
import { Injectable } from '@nestjs/common';
import { DocumentStages } from '../documents/index.js';
import { SchemasService } from '../schemas/index.js';
import { type DraftField, draftFields, type Sample } from '../fields/index.js';
import type { compute } from './sample.thread.js';

const SAMPLE = computation<typeof compute>(import.meta.url, 'sample.thread.js');

export interface SchemaDraft {
  /** As `POST /v1/schemas` takes it. */
  readonly schema: {
    readonly key: string;
    readonly name: string;
    readonly description: string;
    readonly fields: readonly DraftField[];
    readonly rules: readonly [];
  };
  readonly problems: readonly FieldProblem[];
}

/** Drafts schemas from documents that have been read. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly stages: DocumentStages,
    private readonly schemas: SchemasService,
    private readonly threads: Threads,
  ) {}

  /** What the documents have in common. Throws `not_found`, `nothing_to_draft`. */
  async draft(documentIds: readonly string[]): Promise<SchemaDraft> {
    const samples: Sample[] = [];
    for (const id of documentIds) {
      const document = await this.stages.document(id);
      if (document.readingId === null) continue;
      const reading = await this.stages.packedReading(document);
      samples.push(await this.threads.run(SAMPLE, { reading, language: document.language?.code ?? 'und' }));
    }
    const fields = draftFields(samples);
    if (fields.length === 0)
      throw new AppError('nothing_to_draft', 'unprocessable', {
        detail: 'The documents have no labelled values or tables in common.',
      });
    const schema = {
      key: 'draft',
      name: 'Draft',
      description: `Drafted from ${samples.length} ${samples.length === 1 ? 'document' : 'documents'}`,
      fields,
      rules: [] as const,
    };
    return { schema, problems: this.schemas.problemsOf(schema) };
  }
}
