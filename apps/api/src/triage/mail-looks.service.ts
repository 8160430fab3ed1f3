import type { Transaction } from '@app/database';
import { spendingOf } from '@app/llm';
import type { PackedReading } from '@app/reading';
import { computation, Threads } from '@app/threads';
import { Injectable } from '@nestjs/common';
import { type DocumentRecord, DocumentStages, isShort } from '../documents/index.js';
import type { SeenMail } from './domain/seen-mail.js';
import type { compute } from './mail.thread.js';
import { OwnCategories } from './own-categories.service.js';
import { ReplyWriter } from './replies/reply-writer.service.js';
import { type InWays, type SettledResult, Settling } from './settling.service.js';
import type { AdvisedMail } from './triage-agents.service.js';
import { type MailLook, triageMail } from './triage-mail.js';

const MAIL = computation<typeof compute>(import.meta.url, 'mail.thread.js');

export type AdvisedLook = MailLook & AdvisedMail & InWays;

interface Seeing {
  /** Names of files that came with it. */
  readonly names: readonly string[];
  readonly signal: AbortSignal;
}

/** What is said of an e-mail: by the engine, here or in a thread, its category by the tenant's own classifier, and models. */
@Injectable()
export class MailLooks {
  constructor(
    private readonly threads: Threads,
    private readonly categories: OwnCategories,
    private readonly replies: ReplyWriter,
    private readonly settling: Settling,
    private readonly stages: DocumentStages,
  ) {}

  /** Throws `not_an_email`. */
  async look(document: DocumentRecord, reading: PackedReading, { names, signal }: Seeing): Promise<AdvisedLook> {
    const task = { reading, attachmentNames: names };
    const look = isShort(reading) ? await triageMail(task) : await this.threads.run(MAIL, task, { signal });
    const result = await this.categories.decided(look.result, look.words);
    const ways = await this.settling.ways();
    // What was said of the first mail holds for its like: nobody is asked twice.
    if ((await this.replies.asksModels(result, look.sight)) && (await this.settling.isKnown(document, look.traces)))
      return {
        ...look,
        ways,
        ...(await this.replies.write({ result, reply: null, spent: spendingOf([]) }, look.sight)),
      };
    const { id, priority } = document;
    return { ...look, ways, ...(await this.replies.advise(result, look.sight, { id, priority, signal })) };
  }

  /** What a correction of a mail is learned from: the engine's own score, and all that it saw. */
  async lessonOf(
    document: DocumentRecord,
  ): Promise<{ readonly base: number; readonly features: SeenMail['features'] }> {
    const reading = await this.stages.packedReading(document);
    const task = { reading, attachmentNames: [] };
    const { result, seen } = isShort(reading) ? await triageMail(task) : await this.threads.run(MAIL, task);
    const { score } = result.priority;
    return { base: Math.log(score / (1 - score)), features: seen.features };
  }

  /** What becomes of it among the tenant's other mails. */
  settled(tx: Transaction, document: DocumentRecord, look: AdvisedLook): Promise<SettledResult> {
    return this.settling.settled(tx, document, look);
  }
}
