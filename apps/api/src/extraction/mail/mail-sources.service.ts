import { publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type DocumentRecord, DocumentStages, type RunDraft } from '../../documents/index.js';
import type { ExtractionSchema } from '../../schemas/index.js';
import type { ExtractionResult } from '../../fields/index.js';
import { ExtractionService, type ReadingWishes } from '../extraction.service.js';
import type { DocumentFields, MailSource } from './mail-source.js';

/** A result as runs keep it. */
type KeptResult = ExtractionResult & { readonly documents?: readonly DocumentFields[] };

/** How a source is read for the e-mail: by which schema, and by whom. */
export interface SourceWishes extends ReadingWishes {
  readonly schema: ExtractionSchema;
}

/** A source that was read for the e-mail, and what it took. */
export interface ReadSource {
  readonly source: MailSource;
  readonly run: RunDraft;
}

/** Reads what may say something of an e-mail: its body, its parts, and what the parts have given by themselves. */
@Injectable()
export class MailSources {
  constructor(
    private readonly stages: DocumentStages,
    private readonly extraction: ExtractionService,
  ) {}

  /** What a part has given by itself: of a forwarded e-mail with several documents each of them; nothing where it has no fields. */
  async ownOf(part: DocumentRecord): Promise<readonly MailSource[]> {
    const kept = (await this.stages.resultOf(part.runs.extract)) as unknown as KeptResult | null;
    if (!kept) return [];
    return kept.documents
      ? kept.documents.map((document) => ({ ...document, kind: 'attachment' as const }))
      : [sourceOf(part, 'attachment', kept)];
  }

  /** Reads the body of an e-mail, or all of a part. Throws `not_found` where it was never read. */
  async read(document: DocumentRecord, kind: MailSource['kind'], wishes: SourceWishes): Promise<ReadSource> {
    const { run, result } = await this.extraction.read(document, wishes);
    return { source: sourceOf(document, kind, result), run };
  }
}

const sourceOf = (
  { id, filename }: DocumentRecord,
  kind: MailSource['kind'],
  result: ExtractionResult,
): MailSource => ({
  documentId: publicId('document', id),
  filename,
  kind,
  schemaId: result.schemaId,
  fillRate: result.fillRate,
  confidence: result.confidence,
  fields: result.fields,
  ruleFailures: result.ruleFailures,
  // Runs of earlier versions have none.
  disagreements: result.disagreements ?? [],
});
