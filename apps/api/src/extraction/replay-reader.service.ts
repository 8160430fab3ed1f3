import { AppError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Run } from '../documents/index.js';
import { type ExtractionSchema, SchemasService } from '../schemas/index.js';
import { ExtractionService } from './extraction.service.js';

/** Reads a document by the version of the schema that an earlier run had. */
@Injectable()
export class ReplayReader {
  constructor(
    private readonly schemas: SchemasService,
    private readonly extraction: ExtractionService,
  ) {}

  /** Throws `run_not_replayable`. */
  async schemaOf({ kind, engine, schemaId, schemaVersion }: Run): Promise<ExtractionSchema> {
    if (kind !== 'extract' || schemaId === null)
      throw notReplayable('Only runs that have read fields can be done once more; reprocess the document instead.');
    if (engine === 'person') throw notReplayable('What a person has decided cannot be done once more by an engine.');
    const schema = await this.schemas.version(schemaId, schemaVersion);
    if (schema === null) throw notReplayable('The version of the schema that it was read by is not there any more.');
    return schema;
  }

  async read(source: Run, ...[document, wanted]: Parameters<ExtractionService['read']>) {
    const schema = await this.schemaOf(source);
    return (await this.extraction.read(document, { ...wanted, schema })).run;
  }
}

export const notReplayable = (detail: string): AppError =>
  new AppError('run_not_replayable', 'unprocessable', { detail });
