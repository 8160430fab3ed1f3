import { migrations } from '@app/database';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CatalogueRepository } from './data/catalogue.repository.js';
import { requireRules } from './domain/table-rules.js';

/** A table of tenants of which nobody has said how long its rows are kept, and what an erasure does with them, stops the start. */
@Injectable()
export class TableCheck implements OnApplicationBootstrap {
  constructor(private readonly catalogue: CatalogueRepository) {}

  async onApplicationBootstrap(): Promise<void> {
    const known = new Set(migrations.map(({ id }) => id));
    const isNewer = (await this.catalogue.migrations()).some((id) => !known.has(id));
    // The next version knows the rules of its tables; this one must still start while that one is rolled out.
    if (!isNewer) requireRules(await this.catalogue.tenantTables());
  }
}
