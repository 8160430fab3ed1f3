import { type Parameter, TenantDatabase, type Transaction } from '@app/database';
import { ClassifiedColumns, CLASSIFIED_TABLES, type ClassifiedTableName, type TableSeals } from '@app/encryption';
import { isAppError, type JsonObject } from '@app/kernel';
import { runAsTenant, systemContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { formsOf, type Head, type PendingTenant, SEALED_TABLES, SealingRepository } from './data/sealing.repository.js';
import { SealingMetrics } from './sealing.metrics.js';

/** Rows whose beginnings are looked at in one transaction, and of which as many may be sealed anew. */
const ROWS_AT_ONCE = 100;
/** What a row that nobody can open any more throws. It stays as it is, and is counted. */
const UNREADABLE: ReadonlySet<string> = new Set(['decryption_failed', 'data_key_missing']);

type Seals = TableSeals<ClassifiedTableName>;

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
  ) {}

  pending(): Promise<PendingTenant[]> {
    return this.repository.pending();
  }

  /** Goes through all tables of a tenant; `goesOn` is asked before each step. */
  ofTenant({ id, version }: PendingTenant, goesOn: () => boolean): Promise<void> {
    return runAsTenant(systemContext(id), async () => {
      for (const table of SEALED_TABLES) {
        const seals: Seals = await this.classified.of(table);
        // This process does not know the newest version yet.
        if (seals.keyVersion !== version) return;
        while (goesOn() && (await this.step(table, version, seals)));
      }
    });
  }

  /** False where there is nothing left to do. */
  private async step(table: ClassifiedTableName, version: number, seals: Seals): Promise<boolean> {
    const done = await this.database.transaction(async (tx) => {
      const progress = await this.repository.take(tx, table, version);
      if (progress === null) return null;
      const heads = await this.repository.heads(tx, table, progress.after, ROWS_AT_ONCE);
      const counts = { resealed: 0, failed: 0 };
      for (const { key } of heads.filter((head) => isOutdated(head, seals)))
        counts[await this.reseal(tx, table, key, seals)]++;
      const after = heads.at(-1)?.key ?? progress.after;
      const isLast = heads.length < ROWS_AT_ONCE;
      await this.repository.keep(tx, table, version, { ...progress, ...counts, after, done: isLast });
      return { ...counts, isLast };
    });
    if (done === null) return false;
    this.metrics.rows.inc(done.resealed);
    this.metrics.failures.inc({ work: 'unreadable' }, done.failed);
    return !done.isLast;
  }

  private async reseal(
    tx: Transaction,
    table: ClassifiedTableName,
    key: JsonObject,
    seals: Seals,
  ): Promise<'resealed' | 'failed'> {
    const row = await this.repository.lock(tx, table, key);
    if (row === null) return 'resealed';
    try {
      const { values, more } = sealedAgain(table, seals, row);
      await this.repository.put(tx, table, key, values, more);
      return 'resealed';
    } catch (error) {
      if (isAppError(error) && UNREADABLE.has(error.code)) return 'failed';
      throw error;
    }
  }
}

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
