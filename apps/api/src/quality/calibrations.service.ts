import type { Transaction } from '@app/database';
import { Log } from '@app/observability';
import { tenantContext } from '@app/tenancy';
import { computation, Threads } from '@app/threads';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { compute } from './corrections.thread.js';
import { VerdictsRepository } from './data/verdicts.repository.js';
import type { Curves, Verdict } from './domain/calibrator.js';
import { FEWEST } from './domain/correction.js';
import type { Judged } from './domain/judged.js';
import { type Calibrator, calibratorOf } from './domain/tenant-calibrator.js';
import { VERDICT_KINDS } from './domain/verdict.js';

/** Newest verdicts of each kind that are learned from: engines and documents change, and they go to a thread by copy. */
const MOST_VERDICTS = 5_000;
/** Tenants whose corrections one process keeps: at most some hundred kB each. */
const KEPT = 200;
/** How long another instance may go without what was said at this one. */
const BELIEVED_MS = 5_000;
const CORRECTIONS = computation<typeof compute>(import.meta.url, 'corrections.thread.js');

/** What became of documents, by schema, with the confidences that they would have now. */
export type JudgedDocuments = readonly (Judged & { readonly group: string | null })[];

interface Learned {
  readonly corrections: Curves;
  readonly calibrator: Calibrator;
  readonly documents: JudgedDocuments;
}

interface Asked {
  readonly learned: Promise<Learned>;
  isThere: boolean;
}

/** Learns from a tenant's verdicts what confidences mean, and learns again when verdicts come or go. */
@Injectable()
export class Calibrations {
  private readonly learned = new LRUCache<string, Learned>({ max: KEPT });
  private readonly current = new LRUCache<string, Asked>({ max: KEPT, ttl: BELIEVED_MS });

  constructor(
    private readonly verdicts: VerdictsRepository,
    private readonly threads: Threads,
    private readonly log: Log,
  ) {}

  /** For the tenant of the context. */
  async calibrator(): Promise<Calibrator> {
    return (await this.forTenant()).calibrator;
  }

  /** What `calibrator` is made of, for threads. */
  async corrections(): Promise<Curves> {
    return (await this.forTenant()).corrections;
  }

  /** What people have said of whole documents of the tenant; the same list until that changes. */
  async documents(tx?: Transaction): Promise<JudgedDocuments> {
    return (await this.forTenant(tx)).documents;
  }

  /** What was learned of a tenant is to be held against its verdicts at the next question. */
  refresh(tenantId: string): void {
    this.current.delete(tenantId);
  }

  /** In a transaction nobody waits for who looks outside of it: that one may wait for a connection. */
  private forTenant(tx?: Transaction): Promise<Learned> {
    const { tenantId } = tenantContext();
    const known = this.current.get(tenantId);
    if (known && (known.isThere || !tx)) return known.learned;
    const asked: Asked = { learned: this.look(tenantId, tx), isThere: false };
    // What fails is tried again by the next one.
    asked.learned.then(
      () => (asked.isThere = true),
      () => this.current.get(tenantId) === asked && this.current.delete(tenantId),
    );
    if (!tx) this.current.set(tenantId, asked);
    return asked.learned;
  }

  private async look(tenantId: string, tx?: Transaction): Promise<Learned> {
    const key = `${tenantId} ${await this.verdicts.stamp(tx)}`;
    const known = this.learned.get(key);
    if (known) return known;
    const verdicts = [];
    for (const kind of VERDICT_KINDS) verdicts.push(...(await this.verdicts.newest(kind, MOST_VERDICTS, tx)));
    const corrections = await this.correctionsFrom(verdicts);
    const learned = learnedFrom(verdicts, corrections ?? new Map());
    if (corrections !== null) this.learned.set(key, learned);
    return learned;
  }

  /** Null where they could not be learned: confidences are then as they were without verdicts, and are tried again soon. */
  private async correctionsFrom(verdicts: readonly Verdict[]): Promise<Curves | null> {
    if (verdicts.length < FEWEST) return new Map();
    try {
      return await this.threads.run(CORRECTIONS, verdicts);
    } catch (error) {
      this.log.warn('quality.corrections_not_learned', { verdicts: verdicts.length, err: error });
      return null;
    }
  }
}

function learnedFrom(verdicts: readonly Verdict[], corrections: Curves): Learned {
  const calibrator = calibratorOf(corrections);
  return {
    corrections,
    calibrator,
    documents: verdicts
      .filter(({ kind }) => kind === 'document')
      .map((one) => ({ group: one.group, right: one.right, confidence: calibrator(one, one.confidence) })),
  };
}
