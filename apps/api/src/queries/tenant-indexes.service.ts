import { setImmediate } from 'node:timers/promises';
import type { Transaction } from '@app/database';
import { Clock } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { ChunksRepository } from './data/chunks.repository.js';
import { TermIndex } from './domain/term-index.js';

/** Chunks of all tenants that one process keeps ready, at 2 to 4 kB each. */
const MEMORY_CHUNKS = 60_000;
/** A tenant with more chunks is searched through the database's index instead. */
const TENANT_CHUNKS = 40_000;
/** Their words are opened together: some ten milliseconds. */
const PAGE = 1_000;
/** Chunks that were erased are missed at the latest after so many milliseconds. */
const COUNT_EVERY = 30_000;
/** An index that nobody asked for so long is given up. */
const IDLE = 15 * 60_000;

interface Held {
  index: TermIndex;
  /** All transactions below this one are in the index. */
  seen: string;
  countedAt: number;
  usedAt: number;
  /** True where the tenant has more chunks than may be held. */
  tooLarge: boolean;
  /** The end of the last refresh: refreshes of one tenant run one after the other. */
  last: Promise<unknown>;
}

/**
 * Term indexes of tenants in memory, filled from the table of chunks and brought up to date before each search. They
 * only rank: what a search answers is read from the table afterwards, under the tenant's row-level security.
 */
@Injectable()
export class TenantIndexes {
  private readonly held = new Map<string, Held>();

  constructor(
    private readonly chunks: ChunksRepository,
    private readonly clock: Clock,
  ) {}

  /** The index of the running tenant with everything that is committed by now; null for a tenant that is too large. */
  async current(tx: Transaction): Promise<TermIndex | null> {
    const held = this.hold(tenantContext().tenantId);
    const refreshed = held.last.then(() => this.refresh(tx, held));
    // A failed refresh fails its own caller; the next one begins anew.
    held.last = refreshed.catch(() => undefined);
    await refreshed;
    return held.tooLarge ? null : held.index;
  }

  /** Gives up the index of the running tenant: words that were erased must not stay in memory. The next search builds a new one. */
  forget(): void {
    this.held.delete(tenantContext().tenantId);
  }

  private hold(tenantId: string): Held {
    const now = this.clock.now();
    const held = this.held.get(tenantId) ?? {
      index: new TermIndex(),
      seen: '0',
      countedAt: now,
      usedAt: now,
      tooLarge: false,
      last: Promise.resolve(),
    };
    held.usedAt = now;
    // Insertion order is the order of use.
    this.held.delete(tenantId);
    this.held.set(tenantId, held);
    this.evict(now);
    return held;
  }

  private evict(now: number): void {
    let total = [...this.held.values()].reduce((sum, { index }) => sum + index.capacity, 0);
    for (const [tenantId, { index, usedAt }] of this.held) {
      if (this.held.size === 1 || (total <= MEMORY_CHUNKS && now - usedAt < IDLE)) return;
      this.held.delete(tenantId);
      total -= index.capacity;
    }
  }

  private async refresh(tx: Transaction, held: Held): Promise<void> {
    await this.recount(tx, held);
    if (held.tooLarge) return;
    const since = held.seen;
    let page = await this.chunks.added(tx, since, null, PAGE);
    // Of the first page's snapshot: what is written while the others are read, is found the next time.
    const seen = page.seen;
    for (;;) {
      for (const chunk of page.chunks) held.index.add(chunk);
      const last = page.chunks.at(-1);
      if (page.chunks.length < PAGE || last === undefined || held.index.size > TENANT_CHUNKS) break;
      await setImmediate();
      page = await this.chunks.added(tx, since, last.id, PAGE);
    }
    if (held.index.size > TENANT_CHUNKS) {
      reset(held);
      held.tooLarge = true;
    } else if (seen !== null) held.seen = seen;
  }

  /** From time to time: what was erased is still in the index, and a tenant that was too large may not be any more. */
  private async recount(tx: Transaction, held: Held): Promise<void> {
    const now = this.clock.now();
    if (now - held.countedAt < COUNT_EVERY) return;
    held.countedAt = now;
    const count = await this.chunks.count(tx);
    if (held.tooLarge ? count <= TENANT_CHUNKS : count !== held.index.size) reset(held);
  }
}

function reset(held: Held): void {
  held.index = new TermIndex();
  held.seen = '0';
  held.tooLarge = false;
}
