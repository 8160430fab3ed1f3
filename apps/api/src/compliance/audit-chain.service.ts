import { Clock } from '@app/kernel';
import { Log } from '@app/observability';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { AuditAnchors } from './audit-anchors.js';
import { AuditKeys } from './audit-keys.js';
import { AuditMetrics } from './compliance.metrics.js';
import { AuditChainRepository, type ChainEnd, type NewLink } from './data/audit-chain.repository.js';
import { linkHash, type SealedEntry, type SignedHead } from './domain/audit-entry.js';

const EVERY_MS = 5_000;
/** Links in one transaction: some milliseconds of hashing. */
const AT_ONCE = 500;
const TENANTS_AT_ONCE = 1_000;
/** Longer than any request lasts: the upload of a large file over a slow line. What ends later still finds its entry there. */
const ABANDONED_AFTER_MS = 3_600_000;

/**
 * Links entries into the chains of their tenants, in batches, each with a signed head. Any number of instances may try: a tenant's
 * chain is continued by one at a time, and nobody who writes an entry waits for it.
 */
@Injectable()
export class AuditChain {
  private running: Promise<void> | null = null;

  constructor(
    private readonly chain: AuditChainRepository,
    private readonly anchors: AuditAnchors,
    private readonly keys: AuditKeys,
    private readonly clock: Clock,
    private readonly metrics: AuditMetrics,
    private readonly log: Log,
  ) {}

  /** Links all that waits, or waits for the turn that does so just now. Failures are logged and counted, and tried again in the next turn. */
  @Interval(EVERY_MS)
  turn(): Promise<void> {
    return (this.running ??= this.link().finally(() => (this.running = null)));
  }

  private async link(): Promise<void> {
    try {
      await this.chain.abandon(new Date(this.clock.now() - ABANDONED_AFTER_MS));
      for (const tenantId of await this.chain.waiting(TENANTS_AT_ONCE)) await this.continue(tenantId);
    } catch (error) {
      this.failed('error', error);
    }
  }

  private async continue(tenantId: string): Promise<void> {
    try {
      while ((await this.extend(tenantId)) === AT_ONCE);
    } catch (error) {
      this.failed('error', error);
    }
  }

  /** Adds one batch and answers how many links it has. */
  private async extend(tenantId: string): Promise<number> {
    const known = await this.anchors.read(tenantId);
    const made = await this.chain.extend(tenantId, async (tx) => {
      const [end, entries] = [await this.chain.endOf(tx, tenantId), await this.chain.unchained(tx, tenantId, AT_ONCE)];
      if (entries.length === 0) return null;
      const links = linksOf(end, entries);
      const head = this.headOf(tenantId, end, links);
      await this.chain.add(tx, tenantId, links, head);
      const hash = known && (await this.chain.hashAt(tx, tenantId, known.seq));
      return { count: links.length, head, continues: known === null || (hash !== null && hash.equals(known.hash)) };
    });
    if (made === null) return 0;
    this.metrics.chained.inc(made.count);
    // A chain that is not the one that was signed before must not overwrite what shows it.
    if (made.continues) await this.anchors.advance(tenantId, made.head);
    else this.failed('broken');
    return made.count;
  }

  private headOf(tenantId: string, end: ChainEnd, links: readonly NewLink[]): SignedHead {
    const { seq, hash } = links.at(-1) ?? end;
    return this.keys.signHead(tenantId, { number: end.number + 1, seq, hash, signedAt: this.clock.date() });
  }

  private failed(reason: 'error' | 'broken', error?: unknown): void {
    this.metrics.failures.inc({ reason });
    this.log.warn('compliance.audit_chain_failed', { reason, ...(error !== undefined && { err: error }) });
  }
}

function linksOf(end: ChainEnd, entries: readonly SealedEntry[]): NewLink[] {
  let { seq, hash } = end;
  return entries.map((entry) => {
    const previous = hash;
    seq += 1;
    hash = linkHash(seq, previous, entry);
    return { seq, entryId: entry.id, previous, hash };
  });
}
