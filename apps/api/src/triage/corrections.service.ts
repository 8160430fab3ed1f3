import { type JsonValue, newUuid, publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type Corrected, Dispatch, type NewCorrection } from '../dispatch/index.js';
import { DocumentRuns, DocumentStages } from '../documents/index.js';
import { withCorrections } from './domain/decided.js';
import { LEVELS } from './domain/priority.js';
import { AGENT } from './domain/triage-engine.js';
import type { Triage } from './domain/triage-model.js';
import { MailLooks } from './mail-looks.service.js';
import { notAnEmail } from './triage.errors.js';

/** What people correct in triages: kept in a new result, and learned from. */
@Injectable()
export class Corrections {
  constructor(
    private readonly looks: MailLooks,
    private readonly stages: DocumentStages,
    private readonly runs: DocumentRuns,
    private readonly dispatch: Dispatch,
  ) {}

  /** The corrected triage. Throws `not_found`, `document_not_ready`, `not_an_email`. */
  async correct(documentId: string, said: Corrected): Promise<Triage> {
    const started = performance.now();
    const document = await this.stages.document(documentId);
    if (document.runs.triage === null) throw notAnEmail();
    const seen = await this.looks.lessonOf(document);
    const id = newUuid();
    let corrected: Triage | undefined;
    await this.runs.alter(documentId, async ({ runs }, tx) => {
      const { result } = await this.runs.get(runs.triage ?? '', tx);
      const before = result as unknown as Triage;
      const all = { ...(await this.dispatch.standing(tx, documentId)), ...said };
      const triage = withCorrections(before, all);
      corrected = { ...triage, origin: { ...triage.origin, runId: publicId('run', id) } };
      const run = {
        id,
        kind: 'triage' as const,
        engine: 'person',
        engineVersion: AGENT,
        durationMs: performance.now() - started,
        // Readonly interfaces have no index signature; every value in it is JSON.
        result: corrected as unknown as JsonValue,
      };
      await this.dispatch.correct(
        tx,
        {
          documentId,
          before: {
            priority: before.priority.level,
            category: before.category.name,
            type: before.type.name,
            routing: before.routing.target,
          },
          after: said,
          lesson: lessonOf(seen, all),
        },
        LEVELS,
      );
      return { add: [run] };
    });
    if (corrected === undefined) throw notAnEmail();
    return corrected;
  }
}

/** All that people have said of the mail so far teaches, whichever was said last. */
const lessonOf = (
  seen: Awaited<ReturnType<MailLooks['lessonOf']>>,
  { priority, ...said }: Corrected,
): NewCorrection['lesson'] => ({
  ...seen,
  ...(priority !== undefined && { level: LEVELS.toReversed().findIndex(([, name]) => name === priority) }),
  ...(Object.keys(said).length > 0 && { said }),
});
