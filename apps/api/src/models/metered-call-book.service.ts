import { type BudgetRefusal, CallBook, type CallDraft, type CallSubject, type NanoUsd, type OpenCall } from '@app/llm';
import { Injectable } from '@nestjs/common';
import { PostgresCallBook } from './call-book.service.js';
import { CacheMetrics, CallMetrics, type MeteredCall } from './models.metrics.js';

/** The book of calls, and Prometheus' counters beside it. */
@Injectable()
export class MeteredCallBook extends CallBook {
  constructor(
    private readonly book: PostgresCallBook,
    private readonly calls: CallMetrics,
    private readonly cache: CacheMetrics,
  ) {
    super();
  }

  override async open(draft: CallDraft): Promise<OpenCall | BudgetRefusal> {
    const call = await this.book.open(draft);
    if (call.kind === 'refused') return call;
    return {
      ...call,
      close: (result) => {
        this.calls.note(draft, result);
        // Without a time, no request was made.
        if (result.latencyMs > 0) this.calls.noteDuration(draft, result.latencyMs);
        return call.close(result);
      },
    };
  }

  /** Calls that are taken up again are those of batches: they take hours by design, so their time is not measured. */
  override resume(id: string, about: MeteredCall): OpenCall {
    const call = this.book.resume(id);
    return {
      ...call,
      close: (result) => {
        this.calls.note(about, result);
        return call.close(result);
      },
    };
  }

  override noteCacheHit(subject: CallSubject & { model: string; promptHash: string }, saved: NanoUsd): void {
    const { purpose, model } = subject;
    this.cache.note({ purpose, model, provider: model.slice(0, model.indexOf('/')) }, saved);
    this.book.noteCacheHit(subject, saved);
  }
}
