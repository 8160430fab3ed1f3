import { TenantDatabase } from '@app/database';
import type { JsonObject } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { CatalogueRepository } from './data/catalogue.repository.js';
import { SubjectRowsRepository, type TextRow } from './data/subject-rows.repository.js';
import type { Needle } from './domain/subject.js';
import { TABLE_RULES, tablesThat } from './domain/table-rules.js';
import { SubjectLooks } from './subject-looks.service.js';

/** Documents that are looked through together: some megabytes of text. */
const DOCUMENTS_AT_ONCE = 20;
const ROWS_AT_ONCE = 500;
/** Has a way of its own: its entries are in Redis and in memory, too. */
const CACHE = 'cache_entries';

/** Rows of one table that name the subject. */
export interface FoundRows {
  readonly table: string;
  readonly rows: readonly TextRow[];
}

/** Finds all that is kept on a subject; the one finder for erasure, for export and for the look before. */
@Injectable()
export class SubjectFinder {
  constructor(
    private readonly database: TenantDatabase,
    private readonly catalogue: CatalogueRepository,
    private readonly repository: SubjectRowsRepository,
    private readonly looks: SubjectLooks,
  ) {}

  /**
   * Documents that name the subject, in pages of ids. A document is found with what it lies in: the bytes of an e-mail hold those of its
   * attachments. An id may come again in a later page.
   */
  async *documents(needles: readonly Needle[]): AsyncIterable<readonly string[]> {
    for (let after: string | null = null; ;) {
      const ids = await this.repository.documentIds(after, DOCUMENTS_AT_ONCE);
      const roots = await this.database.transaction(async (tx) => {
        const named = await this.looks.names(await this.repository.textsOfDocuments(tx, ids), needles);
        const found = ids.filter((_, index) => named[index] === true);
        return found.length === 0 ? [] : this.repository.rootsOf(tx, found);
      });
      if (roots.length > 0) yield roots;
      const last = ids.at(-1);
      if (ids.length < DOCUMENTS_AT_ONCE || last === undefined) return;
      after = last;
    }
  }

  /** Rows beside documents that name the subject and go with an erasure, in pages. */
  async *rows(needles: readonly Needle[]): AsyncIterable<FoundRows> {
    for (const table of await this.tablesBeside()) yield* this.rowsIn(table, needles);
  }

  /** Tables beside documents whose rows go with an erasure. */
  async tablesBeside(): Promise<string[]> {
    return (await this.tables('remove')).filter((table) => TABLE_RULES[table]?.life !== 'document' && table !== CACHE);
  }

  /** Tables whose rows stay and are told of. */
  tablesStaying(): Promise<string[]> {
    return this.tables('tell');
  }

  /** How many rows name the subject and stay, by table. */
  async staying(needles: readonly Needle[]): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const table of await this.tablesStaying())
      for await (const { rows } of this.rowsIn(table, needles)) counts[table] = (counts[table] ?? 0) + rows.length;
    return counts;
  }

  /** Rows of one table that name the subject, in pages. */
  async *rowsIn(table: string, needles: readonly Needle[]): AsyncIterable<FoundRows> {
    for (let after: JsonObject | null = null; ;) {
      const page = await this.repository.rows(table, after, ROWS_AT_ONCE);
      const named = await this.looks.names(
        page.map(({ text }) => text),
        needles,
      );
      const rows = page.filter((_, index) => named[index] === true);
      if (rows.length > 0) yield { table, rows };
      const last = page.at(-1);
      if (page.length < ROWS_AT_ONCE || last === undefined) return;
      after = last.key;
    }
  }

  private async tables(onErasure: 'remove' | 'tell'): Promise<string[]> {
    return tablesThat(onErasure, (await this.catalogue.textTables()).keys()).sort();
  }
}
