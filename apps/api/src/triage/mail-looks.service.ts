import type { PackedReading } from '@app/reading';
import { computation, Threads } from '@app/threads';
import { Injectable } from '@nestjs/common';
import { isShort } from '../documents/index.js';
import type { TriageResult } from './domain/triage-model.js';
import type { compute } from './mail.thread.js';
import { OwnCategories } from './own-categories.service.js';
import { triageMail } from './triage-mail.js';

const MAIL = computation<typeof compute>(import.meta.url, 'mail.thread.js');

/** What is said of an e-mail: by the engine, here or in a thread, and of its category by the tenant's own classifier. */
@Injectable()
export class MailLooks {
  constructor(
    private readonly threads: Threads,
    private readonly categories: OwnCategories,
  ) {}

  /** Throws `not_an_email`. */
  async look(reading: PackedReading, attachmentNames: readonly string[], signal: AbortSignal): Promise<TriageResult> {
    const task = { reading, attachmentNames };
    const { result, words } = isShort(reading)
      ? await triageMail(task)
      : await this.threads.run(MAIL, task, { signal });
    return this.categories.decided(result, words);
  }
}
