import { TenantDatabase, type Transaction } from '@app/database';
import { parseInput } from '@app/http';
import { Clock } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { computation, Threads } from '@app/threads';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DispatchRepository, type StoredWays } from './data/dispatch.repository.js';
import type { Corrected, NewCorrection, PolicyVersion } from './domain/correction.js';
import {
  boundsOf,
  type DecidedMail,
  type Decision,
  decide,
  type LevelScale,
  type RegardedMail,
  regarded,
  type TenantWays,
} from './domain/decision.js';
import { policySchema } from './domain/policy.js';
import { type Precedents, precedentsOf } from './domain/precedents.js';
import { ruleBookOf } from './domain/rules.js';
import { compute } from './learned.thread.js';

interface KnownWays extends TenantWays {
  readonly version: PolicyVersion;
  readonly model: StoredWays['model'];
}

interface KnownPrecedents {
  readonly mark: string;
  readonly precedents: Precedents;
}

/** Another process sees a change of rules after so long at most. */
const KNOWN_MS = 5_000;
const MOST_TENANTS = 500;
/** Features of all precedents that are kept in memory, of all tenants: some 50 MB. */
const MOST_FEATURES = 500_000;
/** Learning from more corrections than these is not for the event loop. */
const FEW = 50;
const LEARNED = computation<typeof compute>(import.meta.url, 'learned.thread.js');

/** Who gets a mail, how soon and before which others, by what the tenant has said: in rules, promises and corrections. */
@Injectable()
export class Dispatch {
  private readonly known = new LRUCache<string, KnownWays>({
    max: MOST_TENANTS,
    ttl: KNOWN_MS,
    fetchMethod: () => this.read(),
  });
  private readonly precedents = new LRUCache<string, KnownPrecedents>({
    maxSize: MOST_FEATURES,
    sizeCalculation: ({ precedents: { list } }) =>
      list.reduce((sum, { features }) => sum + Object.keys(features).length, 1),
  });

  constructor(
    private readonly database: TenantDatabase,
    private readonly stored: DispatchRepository,
    private readonly clock: Clock,
    private readonly threads: Threads,
  ) {}

  /** What the tenant in the context has said, as it was known some seconds ago. Not for transactions: it may need a connection. */
  async ways(): Promise<TenantWays> {
    return (await this.known.fetch(tenantContext().tenantId)) ?? this.read();
  }

  decide(mail: DecidedMail, ways: TenantWays, scale: LevelScale): Decision {
    return decide(mail, ways, scale, this.clock.date());
  }

  /** Who gets a mail of another category or priority than was decided, and until when. A target that was named for it stays. */
  again(mail: RegardedMail, { policy }: TenantWays): Pick<Decision, 'routing' | 'service'> {
    return regarded(mail, policy, this.clock.date());
  }

  async policy(): Promise<PolicyVersion> {
    return (await this.read()).version;
  }

  /** Throws `invalid_input` with pointers. */
  async putPolicy(input: unknown): Promise<PolicyVersion> {
    const policy = parseInput(policySchema, input);
    await this.changed(async (tx) => this.stored.putPolicy(tx, policy));
    return this.policy();
  }

  /** What people have said of a mail, the last word on each. */
  async standing(tx: Transaction, documentId: string): Promise<Corrected> {
    const corrections = await this.stored.corrections(documentId, tx);
    return Object.assign({}, ...corrections.map(({ after }) => after)) as Corrected;
  }

  /** Keeps a correction and learns from it, in the transaction of the caller. */
  async correct(tx: Transaction, correction: NewCorrection, scale: LevelScale): Promise<void> {
    await this.stored.lock(tx);
    await this.stored.addCorrection(tx, correction);
    if (correction.lesson.level !== undefined) {
      const lessons = await this.stored.lessons(tx);
      const task = { lessons, bounds: boundsOf(scale) };
      const weights = lessons.length <= FEW ? compute(task) : await this.threads.run(LEARNED, task);
      await this.stored.putWeights(tx, weights, lessons.length);
    }
    const { tenantId } = tenantContext();
    tx.afterCommit(() => this.known.delete(tenantId));
  }

  /** Forgets what was learned; what people have said of each mail stays. */
  async reset(): Promise<void> {
    await this.changed(async (tx) => {
      await this.stored.forgetLessons(tx);
      await this.stored.putWeights(tx, {}, 0);
    });
  }

  async learned(): Promise<StoredWays['model'] & { readonly mails: number }> {
    const { model, precedents } = await this.read();
    return { ...model, mails: precedents.list.length };
  }

  private async changed(write: (tx: Transaction) => Promise<void>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.stored.lock(tx);
      await write(tx);
    });
    this.known.delete(tenantContext().tenantId);
  }

  private async read(): Promise<KnownWays> {
    const { policy: version, model, precedents: mark } = await this.stored.ways();
    const { policy } = version;
    const precedents = await this.precedentsAt(mark);
    return { version, model, policy, book: ruleBookOf(policy), weights: model.weights, precedents };
  }

  /** They change seldom: one look tells whether those in memory are still the tenant's. */
  private async precedentsAt(mark: string): Promise<Precedents> {
    const { tenantId } = tenantContext();
    const known = this.precedents.get(tenantId);
    if (known?.mark === mark) return known.precedents;
    const precedents = precedentsOf(mark.startsWith('0 ') ? [] : await this.stored.precedents());
    this.precedents.set(tenantId, { mark, precedents });
    return precedents;
  }
}
