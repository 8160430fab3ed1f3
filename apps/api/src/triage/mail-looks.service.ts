import type { PackedReading } from '@app/reading';
import { computation, Threads } from '@app/threads';
import { Injectable } from '@nestjs/common';
import { isShort } from '../documents/index.js';
import type { Subject } from '../models/index.js';
import type { compute } from './mail.thread.js';
import { OwnCategories } from './own-categories.service.js';
import { type AdvisedMail, TriageAgents } from './triage-agents.service.js';
import { triageMail } from './triage-mail.js';

const MAIL = computation<typeof compute>(import.meta.url, 'mail.thread.js');

/** What is said of an e-mail: by the engine, here or in a thread, its category by the tenant's own classifier, and models. */
@Injectable()
export class MailLooks {
  constructor(
    private readonly threads: Threads,
    private readonly categories: OwnCategories,
    private readonly agents: TriageAgents,
  ) {}

  /** Throws `not_an_email`. */
  async look(reading: PackedReading, attachmentNames: readonly string[], subject: Subject): Promise<AdvisedMail> {
    const { signal } = subject;
    const task = { reading, attachmentNames };
    const { result, words, sight } = isShort(reading)
      ? await triageMail(task)
      : await this.threads.run(MAIL, task, { signal });
    return this.agents.advise(await this.categories.decided(result, words), sight, [], subject);
  }
}
