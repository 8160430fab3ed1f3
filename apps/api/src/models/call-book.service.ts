import {
  type BudgetRefusal,
  CallBook,
  type CallDraft,
  type CallSubject,
  type NanoUsd,
  type OnExhausted,
  type OpenCall,
} from '@app/llm';
import { GroupCommit, newUuid } from '@app/kernel';
import { Log } from '@app/observability';
import { runAsTenant, systemContext, tenantContext } from '@app/tenancy';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type CacheHit, CallsRepository, type ClosedCall, type NewCall } from './data/calls.repository.js';
import { type ModelsConfig, modelsConfig } from './models.config.js';

/** One tenant's writers: rows of two tenants never share a transaction. */
interface TenantBook {
  readonly opens: GroupCommit<NewCall, OnExhausted | null>;
  readonly closes: GroupCommit<ClosedCall, null>;
  readonly hits: GroupCommit<CacheHit, null>;
}

/** Reserves, settles and enters calls in Postgres, many in one transaction where many come at once. */
@Injectable()
export class PostgresCallBook extends CallBook implements OnApplicationShutdown {
  private readonly books = new Map<string, TenantBook>();

  constructor(
    private readonly calls: CallsRepository,
    @Inject(modelsConfig.token) private readonly config: Pick<ModelsConfig, 'callLifeSeconds'>,
    private readonly log: Log,
  ) {
    super();
  }

  override async open(draft: CallDraft): Promise<OpenCall | BudgetRefusal> {
    const { tenantId, userId } = tenantContext();
    const id = newUuid();
    const refused = await this.bookOf(tenantId).opens.add({
      ...draft,
      id,
      userId,
      lifeSeconds: draft.lifeSeconds ?? this.config.callLifeSeconds,
    });
    if (refused !== null) return { kind: 'refused', onExhausted: refused };
    return this.resume(id);
  }

  override resume(id: string): OpenCall {
    const { tenantId } = tenantContext();
    return {
      kind: 'open',
      id,
      close: async (result) => void (await this.bookOf(tenantId).closes.add({ ...result, id })),
    };
  }

  override noteCacheHit(subject: CallSubject & { model: string; promptHash: string }, saved: NanoUsd): void {
    const { tenantId, userId } = tenantContext();
    this.bookOf(tenantId)
      .hits.add({ ...subject, userId, saved })
      .catch((error: unknown) => this.log.warn('models.cache_hit_not_entered', { err: error }));
  }

  async onApplicationShutdown(): Promise<void> {
    for (const { opens, closes, hits } of this.books.values())
      for (const writer of [opens, closes, hits]) await writer.idle();
  }

  private bookOf(tenantId: string): TenantBook {
    let book = this.books.get(tenantId);
    if (book === undefined) {
      this.forgetIdle();
      const asTenant = <T>(work: () => Promise<T>): Promise<T> => runAsTenant(systemContext(tenantId), work);
      book = {
        opens: new GroupCommit((items) => asTenant(() => this.calls.open(items))),
        closes: new GroupCommit((items) => asTenant(() => this.settle(items))),
        hits: new GroupCommit(async (items) => {
          await asTenant(() => this.calls.noteCacheHits(items));
          return items.map(() => null);
        }),
      };
      this.books.set(tenantId, book);
    }
    return book;
  }

  private async settle(items: readonly ClosedCall[]): Promise<readonly null[]> {
    for (const { budget, subject } of await this.calls.close(items))
      this.log.info('models.budget_soft_limit_passed', { budget, subject });
    return items.map(() => null);
  }

  /** Writers hold nothing while they are idle, so they can go when there are many tenants. */
  private forgetIdle(): void {
    if (this.books.size < 1_000) return;
    for (const [tenantId, { opens, closes, hits }] of this.books)
      if (opens.isIdle && closes.isIdle && hits.isIdle) this.books.delete(tenantId);
  }
}
