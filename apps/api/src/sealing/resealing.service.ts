import { type Parameter, TenantDatabase, type Transaction } from '@app/database';
import { ClassifiedColumns, CLASSIFIED_TABLES, type ClassifiedTableName, type TableSeals } from '@app/encryption';
import { isAppError, type JsonObject } from '@app/kernel';
import { ObjectStore } from '@app/storage';
import { runAsTenant, systemContext, tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import {
  FILES,
  formsOf,
  type Head,
  type PendingTenant,
  SEALED_TABLES,
  SealingRepository,
} from './data/sealing.repository.js';
import { SealingMetrics } from './sealing.metrics.js';

/** Rows whose beginnings are looked at in one transaction, and of which as many may be sealed anew. */
const ROWS_AT_ONCE = 100;
/** What a row that nobody can open any more throws. It stays as it is, and is counted. */
const UNREADABLE: ReadonlySet<string> = new Set(['decryption_failed', 'data_key_missing', 'stored_file_corrupt']);

type Seals = TableSeals<ClassifiedTableName>;
type Outcome = 'resealed' | 'failed';

/** A part of a table, or of the files: what was done, where it ended, and whether nothing comes after it. */
interface Part extends Readonly<Record<Outcome, number>> {
  readonly after: JsonObject | null;
  readonly isLast: boolean;
}

/**
 * Seals values that are plain, or sealed with an older data key, with the current one. It goes through each table in the order of its
 * keys and keeps how far it came, so that it goes on where another process ended. Any number of instances may do so at once.
 */
@Injectable()
export class Resealing {
  constructor(
    private readonly database: TenantDatabase,
    private readonly repository: SealingRepository,
    private readonly classified: ClassifiedColumns,
    private readonly metrics: SealingMetrics,
    private readonly store: ObjectStore,
  ) {}

  pending(): Promise<PendingTenant[]> {
    return this.repository.pending();
  }

  /** Tenants whose older data keys may go. */
  settled(): Promise<PendingTenant[]> {
    return this.repository.settled();
  }

  /** Goes through all tables and files of a tenant; `goesOn` is asked before each step. */
  ofTenant({ id, version }: PendingTenant, goesOn: () => boolean): Promise<void> {
    return runAsTenant(systemContext(id), async () => {
      for (const table of SEALED_TABLES) {
        const seals: Seals = await this.classified.of(table);
        // This process does not know the newest version yet.
        if (seals.keyVersion !== version) return;
        while (goesOn() && (await this.step(table, version, (tx, after) => this.rows(tx, table, after, seals))));
      }
      if (version > 1) while (goesOn() && (await this.step(FILES, version, (tx, after) => this.files(tx, after))));
    });
  }

  /** False where there is nothing left to do. */
  private async step(
    what: string,
    version: number,
    work: (tx: Transaction, after: JsonObject | null) => Promise<Part>,
  ): Promise<boolean> {
    const done = await this.database.transaction(async (tx) => {
      const progress = await this.repository.take(tx, what, version);
      if (progress === null) return null;
      const part = await work(tx, progress.after);
      await this.repository.keep(tx, what, version, { ...progress, ...part, done: part.isLast });
      return part;
    });
    if (done === null) return false;
    this.metrics.rows.inc(done.resealed);
    this.metrics.failures.inc({ work: 'unreadable' }, done.failed);
    return !done.isLast;
  }

  private async rows(
    tx: Transaction,
    table: ClassifiedTableName,
    after: JsonObject | null,
    seals: Seals,
  ): Promise<Part> {
    const heads = await this.repository.heads(tx, table, after, ROWS_AT_ONCE);
    const counts = { resealed: 0, failed: 0 };
    for (const { key } of heads.filter((head) => isOutdated(head, seals)))
      counts[await this.reseal(tx, table, key, seals)]++;
    return { ...counts, after: heads.at(-1)?.key ?? after, isLast: heads.length < ROWS_AT_ONCE };
  }

  /** Only the key in front of a file is sealed with the data key: it is what is sealed again, not the file. */
  private async files(tx: Transaction, after: JsonObject | null): Promise<Part> {
    const { tenantId } = tenantContext();
    const from = after?.['sha256'];
    const names = await this.repository.files(tx, typeof from === 'string' ? from : '', ROWS_AT_ONCE);
    const counts = { resealed: 0, failed: 0 };
    for (const sha256 of names)
      try {
        if (await this.store.reseal(tenantId, sha256)) counts.resealed++;
      } catch (error) {
        if (!isUnreadable(error)) throw error;
        counts.failed++;
      }
    const last = names.at(-1);
    return { ...counts, after: last === undefined ? after : { sha256: last }, isLast: names.length < ROWS_AT_ONCE };
  }

  private async reseal(tx: Transaction, table: ClassifiedTableName, key: JsonObject, seals: Seals): Promise<Outcome> {
    const row = await this.repository.lock(tx, table, key);
    if (row === null) return 'resealed';
    try {
      const { values, more } = sealedAgain(table, seals, row);
      await this.repository.put(tx, table, key, values, more);
      return 'resealed';
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      return 'failed';
    }
  }
}

const isUnreadable = (error: unknown): boolean => isAppError(error) && UNREADABLE.has(error.code);

const isOutdated = ({ heads }: Head, seals: Seals): boolean =>
  heads.some((head) => head !== null && seals.isOutdated(head));

/** A blind value cannot be made again out of itself; one that is sealed is left as it is. */
const BLIND = /^[0-9a-f]{64}$/;

interface SealedRow {
  readonly values: Readonly<Record<string, Parameter>>;
  readonly more: Readonly<Record<string, string>>;
}

function sealedAgain(table: ClassifiedTableName, seals: Seals, row: Readonly<Record<string, unknown>>): SealedRow {
  const opened = seals.openRow(row);
  const key = CLASSIFIED_TABLES[table].row.map((column) => row[column]);
  const values: Record<string, Parameter> = {};
  for (const [column, form] of formsOf(table)) {
    const value = opened[column];
    if (value === null || value === undefined) continue;
    if (form === 'blind' && BLIND.test(value as string)) continue;
    values[column] = seals.sealColumn(column, key, value);
  }
  if (table !== 'chunks') return { values, more: {} };
  const words = (opened['terms'] ?? []) as readonly string[];
  const chunks = seals as unknown as TableSeals<'chunks'>;
  return { values: { ...values, term_keys: chunks.wordNumbers('terms', words) }, more: { term_keys: 'bigint[]' } };
}
