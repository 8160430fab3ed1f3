import type { Transaction } from '@app/database';
import { canonicalJson, type JsonObject } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { ExportsRepository } from './data/exports.repository.js';
import { TombstonesRepository } from './data/tombstones.repository.js';
import { SubjectSeal } from './subject-seal.js';
import { TombstoneLog } from './tombstone-log.js';

const AT_ONCE = 1_000;
/** A tombstone of this table is that of the tenant as a whole. */
export const TENANTS = 'tenants';

/**
 * Notes what was erased, in the transaction of its erasure, and outside of the database before anybody is told that it is gone. Exports
 * that hold it are taken back with it.
 */
@Injectable()
export class Tombstones {
  constructor(
    private readonly repository: TombstonesRepository,
    private readonly file: TombstoneLog,
    private readonly seal: SubjectSeal,
    private readonly exports: ExportsRepository,
  ) {}

  /** Whether any of these rows was erased. */
  async hasBuried(tx: Transaction, table: string, keys: readonly JsonObject[]): Promise<boolean> {
    const codes = keys.map((key) => this.codeOf(table, key));
    return (await this.repository.buried(table, codes, tx)).size > 0;
  }

  async buryDocuments(tx: Transaction, documentIds: readonly string[]): Promise<void> {
    await this.exports.withdrawDocuments(tx, documentIds);
    await this.repository.insert(tx, 'documents', documentIds);
  }

  async buryRows(tx: Transaction, table: string, keys: readonly JsonObject[]): Promise<void> {
    await this.exports.withdrawTable(tx, table);
    await this.repository.insert(
      tx,
      table,
      keys.map((key) => this.codeOf(table, key)),
    );
  }

  /** Whether the running tenant itself has ended. */
  async isOver(): Promise<boolean> {
    return (await this.repository.buried(TENANTS, [tenantContext().tenantId])).size > 0;
  }

  /** Tenants of which anything was ever erased. */
  async tenants(): Promise<ReadonlySet<string>> {
    return new Set([...(await this.file.tenants()), ...(await this.repository.tenantsWithUnlogged())]);
  }

  /** Writes into the file what is not in it yet, of the running tenant. */
  async log(): Promise<void> {
    const { tenantId } = tenantContext();
    while ((await this.repository.log(AT_ONCE, (stones) => this.file.append(tenantId, stones))) === AT_ONCE);
  }

  /** The id of a row where it has one and nothing else; else a code, because keys may be made of what the row held. */
  codeOf(table: string, key: JsonObject): string {
    const { id, ...rest } = key;
    if (typeof id === 'string' && Object.keys(rest).length === 0) return id;
    return this.seal.code('row', tenantContext().tenantId, table, canonicalJson(key));
  }
}
