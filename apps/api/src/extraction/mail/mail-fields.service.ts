import { type JsonValue, newUuid, publicId } from '@app/kernel';
import type { ClaimedJob } from '@app/queue';
import { Injectable } from '@nestjs/common';
import { type DocumentRecord, DocumentStages, MailParts, type RunDraft } from '../../documents/index.js';
import { MailReader, type MailReading } from './mail-reader.service.js';
import { TriageAttachments } from '../../triage/index.js';
import { incompleteOf } from './incomplete-parts.js';
import type { MailResult } from './mail-source.js';
import { spentOn } from './spent-on.js';

/** Rises when the same e-mail with the same parts may give other fields. */
const ENGINE_VERSION = '1';

/** Statuses of an e-mail that is still to have fields, or has them already. */
const FOLLOWS: ReadonlySet<string> = new Set(['processing', 'succeeded', 'partial']);

/** What of the parts the fields of the whole depend on. */
const stateOf = (parts: readonly DocumentRecord[]): string =>
  JSON.stringify(parts.map(({ id, status, runs }) => [id, status, runs.extract]));

/**
 * Understands an e-mail as one object: its body, and the documents that came with it, as they stand. One that is only to be triaged has
 * no fields; its triage follows its parts all the same.
 */
@Injectable()
export class MailFields {
  constructor(
    private readonly stages: DocumentStages,
    private readonly parts: MailParts,
    private readonly reader: MailReader,
    private readonly triage: TriageAttachments,
  ) {}

  /**
   * Finds what an e-mail and its parts say together, for the first time or again. Whatever changes a part calls for this anew, so a result that was
   * made from parts that have changed meanwhile is not written.
   */
  async gather(job: ClaimedJob): Promise<void> {
    const started = performance.now();
    const mail = await this.stages.document(job.subjectId);
    const parts = await this.parts.of(mail.id);
    const id = newUuid();
    const isTriageOnly = mail.options.triageOnly === true;
    const reading = isTriageOnly ? null : await this.reader.read(mail, parts, { runId: id, signal: job.signal });
    const renewal = await this.triage.renewal(mail);
    await this.stages.finish(job, async (tx, before) => {
      const settled = await this.parts.settled(mail.id, tx);
      // The end of the part that is under way calls again.
      if (settled === null || !FOLLOWS.has(before.status)) return null;
      if (stateOf(settled) !== stateOf(parts)) {
        await this.parts.gather(tx, before);
        return null;
      }
      const outcome = {
        stage: 'understood' as const,
        change: receiptOf(before, reading?.result.warnings ?? [], settled),
        ...(reading && { run: runOf(id, reading, performance.now() - started) }),
      };
      const triaged = await renewal(tx, before, settled);
      if (before.stage === 'classified')
        return triaged ? [{ stage: 'classified' as const, run: triaged }, outcome] : outcome;
      if (triaged) await this.stages.renew(tx, before, { run: triaged });
      await this.stages.renew(tx, before, outcome);
      return null;
    });
  }
}

function runOf(id: string, { result, sources, runs }: MailReading, durationMs: number): RunDraft {
  const { warnings: _warnings, ...kept } = result;
  const answer = { runId: publicId('run', id), ...kept, sources };
  return {
    id,
    kind: 'extract',
    engine: engineOf(result, id),
    engineVersion: ENGINE_VERSION,
    ...spentOn(runs),
    schemaId: result.schemaId,
    schemaVersion: result.schemaVersion,
    durationMs,
    // Readonly interfaces have no index signature; every value in it is JSON.
    result: answer as unknown as JsonValue,
  };
}

/** The engine that the run is booked under: a model only where it gave a value in this run, and not in that of a part. */
function engineOf({ fields }: MailResult, id: string): string {
  const isAsked = fields.some(({ origin }) => origin.engine === 'llm' && origin.runId === publicId('run', id));
  if (isAsked) return 'llm';
  return fields.some(({ source }) => source === 'embedded-data') ? 'embedded-data' : 'local';
}

const receiptOf = ({ receipt }: DocumentRecord, warnings: readonly string[], parts: readonly DocumentRecord[]) => {
  if (!receipt) return {};
  const incomplete = incompleteOf(receipt, parts);
  const { incomplete: _before, ...children } = receipt.children;
  return {
    receipt: {
      ...receipt,
      children: incomplete.length > 0 ? { ...children, incomplete } : children,
      warnings: [...new Set([...receipt.warnings, ...warnings])],
    },
  };
};
