import { setImmediate } from 'node:timers/promises';
import { AppError, type FieldProblem } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { DocumentContents, DocumentsService } from '../documents/index.js';
import { SchemasService } from '../schemas/index.js';
import { type DraftField, draftFields, type Sample, sampleOf } from '../fields/index.js';

/** Forms say what they are on their first pages. */
const SAMPLE_PAGES = 4;

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
    private readonly documents: DocumentsService,
    private readonly contents: DocumentContents,
    private readonly schemas: SchemasService,
  ) {}

  /** What the documents have in common. Throws `not_found`, `nothing_to_draft`. */
  async draft(documentIds: readonly string[]): Promise<SchemaDraft> {
    const samples: Sample[] = [];
    for (const id of documentIds) {
      const document = await this.documents.get(id);
      const reading = await this.contents.reading(document);
      if (!reading) continue;
      const { text, pages } = reading;
      samples.push(sampleOf({ text, pages: pages.slice(0, SAMPLE_PAGES) }, document.language?.code ?? 'und'));
      // A document takes some milliseconds; requests of others go between.
      await setImmediate();
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
