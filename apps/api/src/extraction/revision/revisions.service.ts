import { AppError, isAppError, type JsonValue, newUuid, publicId, requirePublicId } from '@app/kernel';
import { computation, Threads } from '@app/threads';
import { Injectable } from '@nestjs/common';
import { type DocumentRecord, DocumentRuns, DocumentStages, type Run, type RunDraft } from '../../documents/index.js';
import { type ExtractionSchema, SchemasService } from '../../schemas/index.js';
import type { ExtractionAnswer } from '../../fields/index.js';
import { textOfSchema } from '../schema-text.js';
import { type GivenVerdict, judgementsOf } from './judgements.js';
import { ENGINE_VERSION } from './revise-fields.js';
import { type RevisedDocument } from './locate-values.js';
import type { FieldChange } from './revise-value.js';
import { reviseResult } from './revise-result.js';
import type { compute } from './revision.thread.js';

const PLACES = computation<typeof compute>(import.meta.url, 'revision.thread.js');
/** Parts of an e-mail that a value is looked for in. */
const MOST_PARTS = 5;

/** What a person's verdicts make of a document's result; nothing of it is kept yet. */
export interface RevisedRun {
  readonly parent: Run;
  readonly draft: RunDraft & { readonly id: string };
  readonly before: ExtractionAnswer;
  readonly after: ExtractionAnswer;
  readonly changes: readonly FieldChange[];
}

const nothingExtracted = (): AppError =>
  new AppError('nothing_extracted', 'conflict', { detail: 'The document has no fields that could be reviewed.' });

/** Makes new results of what people say of earlier ones. */
@Injectable()
export class Revisions {
  constructor(
    private readonly runs: DocumentRuns,
    private readonly stages: DocumentStages,
    private readonly schemas: SchemasService,
    private readonly threads: Threads,
  ) {}

  /** Throws `nothing_extracted`, and `invalid_review` with pointers. */
  async revise(document: DocumentRecord, given: readonly GivenVerdict[]): Promise<RevisedRun> {
    const started = performance.now();
    if (document.runs.extract === null) throw nothingExtracted();
    const parent = await this.runs.get(document.runs.extract);
    // Results of earlier versions know of no disagreements.
    const before = { disagreements: [], ...(parent.result as object) } as unknown as ExtractionAnswer;
    const schema = await this.schemaOf(before);
    const { judgements, problems } = judgementsOf(before.fields, schema, given, document.language?.code ?? 'und');
    if (problems.length > 0)
      throw new AppError('invalid_review', 'invalid', {
        detail: 'The verdicts do not fit the result.',
        errors: problems,
      });
    const id = newUuid();
    const runId = publicId('run', id);
    const task = { result: { ...before, warnings: [] }, judgements, schema, runId };
    const { result, changes } = await reviseResult(task, async (wanted) =>
      this.threads.run(PLACES, {
        wanted,
        schema: textOfSchema(schema),
        documents: await this.documentsOf(document, before),
      }),
    );
    const { warnings: _warnings, rawConfidence: _rawConfidence, ...kept } = result;
    const after = { ...kept, runId, parentRunId: publicId('run', parent.id) };
    const { schemaId, schemaVersion } = after;
    const draft: RevisedRun['draft'] = {
      id,
      kind: 'extract',
      engine: 'person',
      engineVersion: ENGINE_VERSION,
      schemaId,
      schemaVersion,
      durationMs: performance.now() - started,
      result: after as unknown as JsonValue,
    };
    return { parent, draft, before, after, changes };
  }

  /** The version that the result was read by; where the service does not have it any more, the one that it has. */
  private async schemaOf({ schemaId, schemaVersion }: ExtractionAnswer): Promise<ExtractionSchema> {
    const schema =
      (await this.schemas.version(schemaId, schemaVersion)) ?? (await this.schemas.version(schemaId, null));
    if (!schema) throw nothingExtracted();
    return schema;
  }

  /** Of the document, and of its parts that values were read from. */
  private async documentsOf(document: DocumentRecord, { fields }: ExtractionAnswer): Promise<RevisedDocument[]> {
    const own = publicId('document', document.id);
    const parts = new Set(fields.flatMap(({ grounding }) => grounding?.documentId ?? []));
    const documents: RevisedDocument[] = [];
    for (const id of [own, ...[...parts].filter((part) => part !== own).slice(0, MOST_PARTS)]) {
      const part = id === own ? document : await this.partOf(id);
      if (!part || part.readingId === null) continue;
      const reading = await this.stages.packedReading(part);
      documents.push({ documentId: id, reading, language: part.language?.code });
    }
    return documents;
  }

  /** A part of a document may be deleted by itself; what it said then counts no more. */
  private partOf(id: string): Promise<DocumentRecord | null> {
    return this.stages.document(requirePublicId('document', id)).catch((error: unknown) => {
      if (isAppError(error) && error.kind === 'not_found') return null;
      throw error;
    });
  }
}
