import { AppError, GroupCommit, isAppError, sleep } from '@app/kernel';
import { Log } from '@app/observability';
import type { Transaction } from '@app/database';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AuditKeys } from './audit-keys.js';
import { AuditMetrics } from './compliance.metrics.js';
import { AuditEntriesRepository } from './data/audit-entries.repository.js';
import type { AuditEntry, SealedEntry } from './domain/audit-entry.js';

/** Entries in one statement. */
const AT_ONCE = 500;
/** How long what nobody waits for is gathered. A process that is killed takes with it what was noted within this time. */
const GATHER_MS = 250;
/** Notes in memory above which no more reads are let in: some seconds of them, some megabytes. */
const MOST_WAITING = 10_000;

/** Half a minute in all: longer than Postgres takes to start again. */
const TRIES = 30;
const RETRY_MS = 1_000;

/**
 * Writes entries. What changes something is announced before it begins and lasts before anything else happens, so that no change
 * can stand without its entry; its end is written before the answer leaves. What changes nothing is noted, and written with others a
 * moment later.
 */
@Injectable()
export class AuditLog implements OnApplicationShutdown {
  private readonly beginnings = new GroupCommit<SealedEntry, void>((entries) => this.begun(entries), AT_ONCE);
  private readonly ends = new GroupCommit<SealedEntry, void>((entries) => this.ended(entries), AT_ONCE);
  private readonly notes = new GroupCommit<SealedEntry, void>((entries) => this.noted(entries), AT_ONCE, GATHER_MS);
  private waiting = 0;
  private closing = false;

  constructor(
    private readonly repository: AuditEntriesRepository,
    private readonly keys: AuditKeys,
    private readonly metrics: AuditMetrics,
    private readonly log: Log,
  ) {}

  /** Resolves once the intents are there, and will be as long as anything that is changed after them. Throws `audit_unavailable` where they do not: then nothing may be changed. */
  async begin(entries: readonly AuditEntry[]): Promise<void> {
    try {
      await Promise.all(entries.map((entry) => this.beginnings.add(this.keys.seal(entry))));
    } catch (cause) {
      throw unavailable(cause);
    }
  }

  /** Ends what had begun. Never throws: the change stands, and so does its intent, which becomes an entry of unknown outcome. */
  async end(entries: readonly AuditEntry[]): Promise<void> {
    try {
      await Promise.all(entries.map((entry) => this.ends.add(this.keys.seal(entry))));
    } catch (error) {
      this.log.warn('compliance.audit_not_ended', { err: error });
    }
  }

  /** Writes an entry within a transaction of the system role: it stands if and only if that commits. */
  async within(tx: Transaction, entry: AuditEntry): Promise<void> {
    await this.repository.write([this.keys.seal(entry)], tx);
    tx.afterCommit(() => this.metrics.entries.inc({ kind: entry.kind }));
  }

  /** Throws `audit_unavailable` where more notes are in memory than can be written in time. */
  requireRoom(): void {
    if (this.waiting >= MOST_WAITING) throw unavailable();
  }

  /** Writes an entry of something that changed nothing, soon. */
  note(entry: AuditEntry): void {
    this.waiting += 1;
    this.notes.add(this.keys.seal(entry)).then(
      () => (this.waiting -= 1),
      (error: unknown) => {
        this.waiting -= 1;
        this.metrics.lost.inc();
        this.log.error('compliance.audit_lost', { err: error });
      },
    );
  }

  /** Resolves when all that has been noted so far is written, or given up. */
  async idle(): Promise<void> {
    await Promise.all([this.notes.idle(), this.ends.idle()]);
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing = true;
    await this.idle();
  }

  private async begun(entries: readonly SealedEntry[]): Promise<readonly void[]> {
    await this.repository.begin(entries);
    return [];
  }

  private async ended(entries: readonly SealedEntry[]): Promise<readonly void[]> {
    await this.repository.end(entries);
    this.count(entries);
    return [];
  }

  private async noted(entries: readonly SealedEntry[]): Promise<readonly void[]> {
    for (let tries = 1; ; tries++)
      try {
        this.metrics.waiting.set(this.waiting);
        await this.repository.write(entries);
        this.metrics.waiting.set(this.waiting - entries.length);
        this.count(entries);
        return [];
      } catch (error) {
        if (tries >= TRIES || this.closing || !mayPass(error)) throw error;
        await sleep(RETRY_MS);
      }
  }

  private count(entries: readonly SealedEntry[]): void {
    for (const { kind } of entries) this.metrics.entries.inc({ kind });
  }
}

const mayPass = (error: unknown): boolean => isAppError(error) && error.kind === 'unavailable';

const unavailable = (cause?: unknown): AppError =>
  new AppError('audit_unavailable', 'unavailable', {
    cause,
    detail: 'What is done cannot be recorded at the moment, so it is not done.',
    retryAfterSeconds: 2,
  });
