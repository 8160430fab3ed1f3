import { type RuntimeConfig, runtimeConfig } from '@app/config';
import { servedTenants, SystemDatabase } from '@app/database';
import { Inject, Injectable } from '@nestjs/common';

/** A tenant whose data this instance may work on. */
export interface ServedTenant {
  readonly id: string;
  readonly region: string;
}

/** Tenants of the region of this instance: the data of others are left to the instances there. */
@Injectable()
export class ServedRepository {
  private readonly region: string | null;

  constructor(
    private readonly system: SystemDatabase,
    @Inject(runtimeConfig.token) { region }: Pick<RuntimeConfig, 'region'>,
  ) {
    this.region = region ?? null;
  }

  /** Those that were not deleted, after `after`, in the order of their ids. */
  async page(after: string | null, limit: number): Promise<ServedTenant[]> {
    const { rows } = await this.system.query<ServedTenant>(
      `SELECT id, region FROM tenants
        WHERE status <> 'deleted' AND ($1::uuid IS NULL OR id > $1) AND ${servedTenants(3, 'id')} ORDER BY id LIMIT $2`,
      [after, limit, this.region],
    );
    return rows;
  }

  /** Those of these tenants, deleted ones included. */
  async among(ids: Iterable<string>): Promise<ReadonlySet<string>> {
    const { rows } = await this.system.query<{ id: string }>(
      `SELECT id FROM tenants WHERE id = ANY ($1::uuid[]) AND ${servedTenants(2, 'id')}`,
      [[...ids], this.region],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
