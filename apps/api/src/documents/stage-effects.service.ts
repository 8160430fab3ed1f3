import { LiveChannel } from '@app/cache';
import type { Transaction } from '@app/database';
import { type UsageEntry, UsageRecorder } from '@app/llm';
import { Injectable } from '@nestjs/common';
import { BATCH_TYPE, type DocumentRecord, endOf, type NamedDraft, type RunDraft, TERMINAL } from './domain/document.js';
import type { SeenDocument } from './live.service.js';
import { type KeptResult, ResultWatch } from './result-watch.js';

/** A run, and its document as it stood when the run was made. */
export interface RunOfDocument {
  readonly document: DocumentRecord;
  readonly run: NamedDraft;
}

/** What a stage causes outside of the documents' own tables. */
@Injectable()
export class StageEffects {
  constructor(
    private readonly live: LiveChannel,
    private readonly usage: UsageRecorder,
    private readonly watch: ResultWatch,
  ) {}

  /** `results`: what the document has now that it did not have before. */
  changed(document: DocumentRecord, results: SeenDocument['results'] = []): void {
    this.live.publish(document.id);
    if (TERMINAL.has(document.status))
      this.live.publish(endOf(document.id), { document, results } satisfies SeenDocument);
  }

  /** A run, where there is one, is the document's result from now on. */
  async resulted(
    tx: Transaction,
    document: DocumentRecord,
    run: Pick<NamedDraft, 'id' | 'kind' | 'engine' | 'result'> | undefined,
  ): Promise<void> {
    if (run) await this.watch.resulted(tx, document, run);
  }

  /** What becomes the document's result in the place of a run that was just read; null where that is the run itself. */
  kept(tx: Transaction, document: DocumentRecord, found: NamedDraft): Promise<KeptResult | null> {
    return this.watch.kept(tx, document, found);
  }

  /** A document was changed outside of the pipeline: it has other results, or, with none of them, something else of it is. */
  async altered(
    tx: Transaction,
    document: DocumentRecord,
    runs: readonly Pick<NamedDraft, 'id' | 'kind' | 'engine' | 'result'>[],
  ): Promise<void> {
    for (const run of runs) await this.resulted(tx, document, run);
    if (runs.length === 0) await this.watch.altered(tx, document);
  }

  charge(tx: Transaction, work: readonly RunOfDocument[]): Promise<void> {
    return this.usage.record(tx, work.map(entryOf));
  }
}

function entryOf({ document, run }: RunOfDocument): UsageEntry {
  const result = run.result as { pages?: number; fillRate?: number } | null;
  return {
    id: run.id,
    documentId: document.id,
    userId: document.createdBy,
    purpose: run.kind,
    documentType: document.type,
    engine: run.engine,
    provider: null,
    model: run.model ?? null,
    pages: pagesOf(run, result?.pages ?? document.receipt?.pages.total, document.type),
    fillRate: run.kind === 'extract' ? (result?.fillRate ?? null) : null,
    tokensIn: run.tokensIn ?? 0,
    tokensOut: run.tokensOut ?? 0,
    cost: run.cost ?? '0',
    cacheHit: run.cacheHit ?? false,
    durationMs: Math.round(run.durationMs),
  };
}

/** The ledger counts pages where a document is read, and for its type where an engine finds it; of a batch its parts are counted. */
function pagesOf({ kind, engine }: RunDraft, pages: number | undefined, type: string | null): number {
  const isTypeFound = kind === 'classify' && engine !== 'person' && type !== BATCH_TYPE;
  return kind === 'read' || isTypeFound ? Number(pages ?? 0) : 0;
}
