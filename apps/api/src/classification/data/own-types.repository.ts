import { TenantDatabase, type Transaction } from '@app/database';
import { ClassifiedColumns } from '@app/encryption';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { OwnTaxonomy } from '../domain/own-types/own-type.js';
import type { Category, Industry } from '../domain/taxonomy/taxonomy.js';

/** Newest examples of a category that its cues are made of. */
const MOST_EXAMPLES = 60;

/** The industries and categories of tenants. */
@Injectable()
export class OwnTypesRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly classified: ClassifiedColumns,
  ) {}

  /** `stamp` differs as soon as a category or an example came, went or changed; null where there never was one. */
  async state(): Promise<{ stamp: string | null; hasMemories: boolean }> {
    const row = await this.database.one<{ stamp: string | null; memories: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM type_memories WHERE tenant_id = $1) AS memories,
              (SELECT c.revision || ':' || (SELECT count(*) || ':' || COALESCE(extract(epoch FROM max(created_at)), 0)
                                              FROM type_memories WHERE tenant_id = $1 AND terms IS NOT NULL)
                 FROM own_type_changes c WHERE c.tenant_id = $1) AS stamp`,
      [tenantContext().tenantId],
    );
    return { stamp: row?.stamp ?? null, hasMemories: row?.memories ?? false };
  }

  /** All of a tenant's, in the order of their ids. */
  async all(): Promise<OwnTaxonomy> {
    const { tenantId } = tenantContext();
    return this.database.transaction(async (tx) => {
      const { rows: industries } = await tx.query<Industry>(
        'SELECT id, name, description FROM own_industries WHERE tenant_id = $1 ORDER BY id',
        [tenantId],
      );
      const { rows: categories } = await tx.query<Category & { industry: string }>(
        'SELECT id, industry, name, description FROM own_categories WHERE tenant_id = $1 ORDER BY id',
        [tenantId],
      );
      const { rows: examples } = await tx.query<{ id: string; type: string; terms: string[] }>(
        `SELECT id, type, terms FROM (
           SELECT id, type, terms, row_number() OVER (PARTITION BY type ORDER BY created_at DESC) AS age
             FROM type_memories WHERE tenant_id = $1 AND terms IS NOT NULL) newest WHERE age <= $2`,
        [tenantId, MOST_EXAMPLES],
      );
      const seals = await this.classified.of('type_memories');
      const byType = Map.groupBy(
        examples.map((example) => seals.openRow(example)),
        ({ type }) => type,
      );
      const types = categories.map((category) => ({
        ...category,
        examples: byType.get(category.id)?.map(({ terms }) => terms) ?? [],
      }));
      return { types, industries };
    });
  }

  async putIndustry(tx: Transaction, { id, name, description }: Industry): Promise<void> {
    await tx.query(
      `INSERT INTO own_industries (tenant_id, id, name, description) VALUES ($1, $2, $3, $4)
       ON CONFLICT (tenant_id, id) DO UPDATE SET name = excluded.name, description = excluded.description`,
      [tenantContext().tenantId, id, name, description],
    );
    await touchOwnTypes(tx);
  }

  /** False where a category with this id is in another industry. */
  async putCategory(tx: Transaction, industry: string, { id, name, description }: Category): Promise<boolean> {
    const { count } = await tx.query(
      `INSERT INTO own_categories (tenant_id, id, industry, name, description) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (tenant_id, id) DO UPDATE SET name = excluded.name, description = excluded.description
         WHERE own_categories.industry = excluded.industry`,
      [tenantContext().tenantId, id, industry, name, description],
    );
    if (count > 0) await touchOwnTypes(tx);
    return count > 0;
  }

  /** False where there is none, or it still has categories. */
  async removeIndustry(id: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const { count } = await tx.query(
        `DELETE FROM own_industries WHERE tenant_id = $1 AND id = $2
            AND NOT EXISTS (SELECT 1 FROM own_categories WHERE tenant_id = $1 AND industry = $2)`,
        [tenantContext().tenantId, id],
      );
      if (count > 0) await touchOwnTypes(tx);
      return count > 0;
    });
  }

  /** With all that was confirmed of it. False where there is none. */
  async removeCategory(industry: string, id: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const { tenantId } = tenantContext();
      const { count } = await tx.query(
        'DELETE FROM own_categories WHERE tenant_id = $1 AND industry = $2 AND id = $3',
        [tenantId, industry, id],
      );
      if (count === 0) return false;
      await tx.query('DELETE FROM type_memories WHERE tenant_id = $1 AND type = $2', [tenantId, id]);
      await touchOwnTypes(tx);
      return true;
    });
  }

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.transaction(work);
  }
}

/** Notes that what a tenant's own categories are made of has changed. Changes of one tenant wait for each other here. */
export async function touchOwnTypes(tx: Transaction): Promise<void> {
  await tx.query(
    `INSERT INTO own_type_changes (tenant_id) VALUES ($1)
     ON CONFLICT (tenant_id) DO UPDATE SET revision = own_type_changes.revision + 1, changed_at = clock_timestamp()`,
    [tenantContext().tenantId],
  );
}
