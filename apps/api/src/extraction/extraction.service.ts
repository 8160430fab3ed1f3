import { buffer } from 'node:stream/consumers';
import { spendingOf } from '@app/llm';
import { type JsonValue, newUuid, publicId } from '@app/kernel';
import type { ClaimedJob } from '@app/queue';
import { Injectable } from '@nestjs/common';
import {
  DocumentContents,
  type DocumentRecord,
  DocumentsService,
  DocumentStages,
  type RunDraft,
} from '../documents/index.js';
import { type ExtractionSchema, SchemasService } from '../schemas/index.js';
import { type EmbeddedFile, type ExtractionResult, isEinvoice } from '../fields/index.js';
import { FieldReader } from './field-reader.service.js';

/** Rises when the same document may give other fields. */
const ENGINE_VERSION = '1';
/** Electronic invoices with attachments inside stay below this; anything larger is no invoice. */
const MAX_EMBEDDED_BYTES = 15_000_000;
/** A document carries one invoice; a few more files are looked at in case others come first. */
const MAX_EMBEDDED_FILES = 5;

/** How a document is to be read. */
export interface ReadingWishes {
  readonly signal: AbortSignal;
  /** Left out: the one that the document asks for, or that of its type. */
  readonly schema?: ExtractionSchema;
  readonly runId?: string;
  /** Confidence below which a model is asked, 0..1; left out: the tenant's. */
  readonly threshold?: number | undefined;
}

/** What was read, and the run that would be kept of it. */
export interface ReadFields {
  readonly run: RunDraft;
  readonly result: ExtractionResult;
}

const isXml = (file: { readonly filename: string; readonly mediaType: string }): boolean =>
  /\bxml$/.test(file.mediaType) || /\.xml$/i.test(file.filename);

/** Reads the fields of documents, and knows by which schema. */
@Injectable()
export class ExtractionService {
  constructor(
    private readonly stages: DocumentStages,
    private readonly documents: DocumentsService,
    private readonly contents: DocumentContents,
    private readonly schemas: SchemasService,
    private readonly reader: FieldReader,
  ) {}

  /** Asks for a new run with a schema. Throws `unknown_schema`, `not_found`. */
  async request(documentId: string, schemaId: string): Promise<DocumentRecord> {
    await this.schemas.require(schemaId);
    return this.documents.reprocess(documentId, 'understand', { schemaId });
  }

  /** The stage `understood` of a document that is no e-mail. */
  async extract(job: ClaimedJob): Promise<void> {
    const document = await this.stages.document(job.subjectId);
    const { run, result } = await this.read(document, { signal: job.signal });
    await this.stages.finish(job, { stage: 'understood', change: withWarnings(document, result), run });
  }

  /** Reads the fields of a document that has been read. Nothing is kept, and nothing of the document changes. */
  async read(document: DocumentRecord, wanted: ReadingWishes): Promise<ReadFields> {
    const started = performance.now();
    const embedded = document.email === null ? await this.embeddedIn(document) : [];
    const id = wanted.runId ?? newUuid();
    const { signal, threshold } = wanted;
    const schema = wanted.schema ?? (await this.schemaOf(document, embedded));
    const { result, answers, degraded } = await this.reader.read(document, {
      schema,
      embedded,
      runId: id,
      signal,
      threshold,
    });
    const run = {
      id,
      kind: 'extract' as const,
      engine: engineOf(result, embedded),
      engineVersion: ENGINE_VERSION,
      ...spendingOf(answers),
      schemaId: result.schemaId,
      schemaVersion: result.schemaVersion,
      durationMs: performance.now() - started,
      result: answerOf(publicId('run', id), result, degraded),
    };
    return { run, result };
  }

  /** The schema that was asked for; an invoice's where the document carries one; else that of its type. */
  private schemaOf(document: DocumentRecord, embedded: readonly EmbeddedFile[]): Promise<ExtractionSchema> {
    const { schemaId } = document.options;
    if (schemaId !== undefined) return this.schemas.require(schemaId);
    return this.schemas.forType(embedded.length > 0 ? 'invoice' : document.type);
  }

  /** Electronic invoices inside the document, or the document itself where it is one. */
  private async embeddedIn(document: DocumentRecord): Promise<EmbeddedFile[]> {
    const candidates = isXml(document) ? [document] : await this.xmlChildren(document);
    const files: EmbeddedFile[] = [];
    for (const file of candidates.slice(0, MAX_EMBEDDED_FILES)) {
      if (file.sizeBytes > MAX_EMBEDDED_BYTES) continue;
      const text = (await buffer(await this.contents.bytes(file))).toString('utf8');
      if (!isEinvoice(text)) continue;
      const isWhole = file === document;
      files.push({ name: file.filename, text, isWhole, ...(!isWhole && { shown: await this.shownAs(file) }) });
    }
    return files;
  }

  /** The file as people read it. It is read beside the document that it came in, and may not have been yet. */
  private async shownAs(file: DocumentRecord): Promise<EmbeddedFile['shown']> {
    const text = file.readingId === null ? null : await this.contents.text(file);
    return { documentId: publicId('document', file.id), text };
  }

  private async xmlChildren(document: DocumentRecord): Promise<DocumentRecord[]> {
    if (!document.receipt?.children.found) return [];
    return (await this.stages.children(document)).filter(isXml);
  }
}

/** The engine that the run is booked under: where a model gave a value, it is the one that costs. */
function engineOf({ fields }: ExtractionResult, embedded: readonly EmbeddedFile[]): string {
  const values = fields.flatMap((field) => [field, ...(field.items ?? []).flatMap((item) => item.fields)]);
  if (values.some(({ origin }) => origin.engine === 'llm')) return 'llm';
  return embedded.length > 0 ? 'embedded-data' : 'local';
}

function answerOf(runId: string, result: ExtractionResult, degraded: string | null): JsonValue {
  const { warnings: _warnings, ...kept } = result;
  const answer = { runId, ...kept };
  return (degraded === null ? answer : { ...answer, degraded }) as unknown as JsonValue;
}

const withWarnings = ({ receipt }: DocumentRecord, { warnings }: ExtractionResult) =>
  receipt && warnings.length > 0 ? { receipt: { ...receipt, warnings: [...receipt.warnings, ...warnings] } } : {};
