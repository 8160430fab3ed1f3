import { notFound } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { ThreadsRepository } from './data/threads.repository.js';
import { type ThreadMail, type ThreadSummary, type ThreadSummaryRow, summaryOfThread } from './domain/thread.js';

export interface MailThread {
  readonly threadId: string;
  readonly mails: readonly ThreadMail[];
  readonly summary: ThreadSummary;
}

/** Conversations as people read them. */
@Injectable()
export class MailThreads {
  constructor(private readonly threads: ThreadsRepository) {}

  list(limit: number, after: { lastAt: string; threadId: string } | null): Promise<ThreadSummaryRow[]> {
    return this.threads.list(limit, after);
  }

  /** By any id that the thread ever had. Throws `not_found`. */
  async get(id: string): Promise<MailThread> {
    const threadId = await this.threads.resolve(id);
    if (threadId === null) throw notFound();
    const mails = await this.threads.mails(threadId);
    return { threadId, mails, summary: summaryOfThread(mails) };
  }
}
