import { Clock } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AuditVerification } from '../compliance/index.js';
import type { TrailFacts } from './domain/privacy-facts.js';

/** A look at a million entries takes minutes; who asks for a status gets what the last one has shown, and when. */
const FRESH_MS = 600_000;
const PATIENCE_MS = 5_000;
const UNKNOWN: TrailFacts = { state: 'unknown', entries: null, checkedAt: null };

/** What the audit trails of tenants have shown lately. */
@Injectable()
export class TrailWatch {
  private readonly shown = new LRUCache<string, TrailFacts>({ max: 1_000, ttl: FRESH_MS });

  constructor(
    private readonly verification: AuditVerification,
    private readonly clock: Clock,
  ) {}

  /** Of the running tenant. A look that takes too long goes on, and its result is there for the next question. */
  async look(): Promise<TrailFacts> {
    const { tenantId } = tenantContext();
    const known = this.shown.get(tenantId);
    if (known !== undefined) return known;
    const look = this.verify(tenantId).catch(() => UNKNOWN);
    let timer: NodeJS.Timeout | undefined;
    const tired = new Promise<TrailFacts>((resolve) => (timer = setTimeout(() => resolve(UNKNOWN), PATIENCE_MS)));
    try {
      return await Promise.race([look, tired]);
    } finally {
      clearTimeout(timer);
    }
  }

  private async verify(tenantId: string): Promise<TrailFacts> {
    const { state, entries } = await this.verification.verify();
    const facts: TrailFacts = { state, entries, checkedAt: this.clock.date() };
    this.shown.set(tenantId, facts);
    return facts;
  }
}
