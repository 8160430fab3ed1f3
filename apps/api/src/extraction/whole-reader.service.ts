import { newUuid } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type DocumentRecord, MailParts, type RunDraft } from '../documents/index.js';
import type { ExtractedField } from '../fields/index.js';
import { ExtractionService, type ReadingWishes } from './extraction.service.js';
import { MailReader } from './mail/mail-reader.service.js';

/** The fields of a document by a schema, and the runs that would be kept of it. */
export interface WholeReading {
  readonly fields: readonly ExtractedField[];
  readonly runs: readonly RunDraft[];
}

/** Reads documents by a schema as the pipeline does: an e-mail with what came with it. Nothing is kept, and nothing changes. */
@Injectable()
export class WholeReader {
  constructor(
    private readonly extraction: ExtractionService,
    private readonly mails: MailReader,
    private readonly parts: MailParts,
  ) {}

  async read(document: DocumentRecord, wanted: ReadingWishes): Promise<WholeReading> {
    if (document.email === null) {
      const { result, run } = await this.extraction.read(document, wanted);
      return { fields: result.fields, runs: [run] };
    }
    const parts = await this.parts.of(document.id);
    const { result, runs } = await this.mails.read(document, parts, { ...wanted, runId: newUuid() });
    return { fields: result.fields, runs };
  }
}
