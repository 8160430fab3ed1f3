import { AppError, type JsonValue, publicId } from '@app/kernel';
import { Outbox } from '@app/queue';
import { Injectable } from '@nestjs/common';
import { DocumentRuns } from './document-runs.service.js';
import { DocumentsService } from './documents.service.js';
import type { DocumentRecord, Run } from './domain/document.js';
import { diffRuns, type RunDiff } from './domain/run-diff.js';

/** Earlier runs of a document: compared, and made its result again. */
@Injectable()
export class RunHistory {
  constructor(
    private readonly documents: DocumentsService,
    private readonly runs: DocumentRuns,
    private readonly outbox: Outbox,
  ) {}

  /** What changed from the run `against` to another one. Throws `not_found`, `runs_not_comparable`. */
  async diff(id: string, against: string): Promise<RunDiff> {
    const [after, before] = [await this.runs.get(id), await this.runs.get(against)];
    if (before.documentId !== after.documentId || before.kind !== after.kind)
      throw new AppError('runs_not_comparable', 'unprocessable', {
        detail: 'Only runs of one kind on one document can be compared.',
        errors: [{ pointer: '/against', detail: `is not a ${after.kind} run of the same document` }],
      });
    return diffRuns(before, after);
  }

  /**
   * Makes a run the document's result, back or forward. Where it already is, nothing happens. Throws `not_found`,
   * `run_not_promotable`, `document_not_ready`.
   */
  async promote(id: string): Promise<DocumentRecord> {
    const run = await this.runs.get(id);
    const { documentId, kind } = run;
    if (kind === 'read')
      throw new AppError('run_not_promotable', 'unprocessable', {
        detail: 'What a document says is no choice between runs: reprocess it to read it anew.',
      });
    const current = await this.documents.get(documentId);
    if (current.runs[kind] === id) return current;
    return this.runs.select(documentId, id, {
      change: typeIn(run),
      write: (tx, { priority, traceparent }) =>
        this.outbox.append(tx, {
          event: 'document.run-promoted',
          subjectId: documentId,
          facts: { kind, runId: publicId('run', id) },
          priority,
          traceparent,
        }),
    });
  }
}

/** The type and industry that a classification has found are the document's own too. */
function typeIn({ kind, result }: Run): { readonly industry?: string; readonly type?: string } {
  if (kind !== 'classify') return {};
  const { industry, type } = result as { readonly [key: string]: JsonValue };
  return { ...(typeof industry === 'string' && { industry }), ...(typeof type === 'string' && { type }) };
}
