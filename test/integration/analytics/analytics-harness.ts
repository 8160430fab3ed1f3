import { ConfigModule } from '@app/config';
import { databaseConfig, DatabaseModule, SystemDatabase, TenantDatabase } from '@app/database';
import { newUuid } from '@app/kernel';
import { runAsTenant, systemContext } from '@app/tenancy';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { FiguresRepository } from '../../../apps/api/src/analytics/data/figures.repository.js';
import { RollUpsRepository } from '../../../apps/api/src/analytics/data/rollups.repository.js';
import { ownServices } from '../../support/database.js';

export interface AnalyticsHarness {
  readonly figures: FiguresRepository;
  /** The job in two instances of the service. */
  readonly jobs: readonly [RollUpsRepository, RollUpsRepository];
  /** Its database: for tenants, and for the system in two instances. */
  readonly tenants: TenantDatabase;
  readonly systems: readonly [SystemDatabase, SystemDatabase];
  /** Sees and writes everything, outside of all rooms. */
  readonly owner: pg.Client;
  connect(): Promise<pg.Client>;
  newTenant(): Promise<string>;
  as<T>(tenantId: string, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Roll-ups and figures on a database of their own. */
export async function analyticsHarness(): Promise<AnalyticsHarness> {
  const environment = { ...(await ownServices()) };
  @Module({ imports: [ConfigModule.forRoot([databaseConfig], environment), DatabaseModule] })
  class Parts {}
  const instances: INestApplicationContext[] = [];
  for (let n = 0; n < 2; n++)
    instances.push(await NestFactory.createApplicationContext(Parts, { logger: false, abortOnError: false }));
  const [first, second] = instances.map((app) => app.get(SystemDatabase)) as [SystemDatabase, SystemDatabase];
  const clients: pg.Client[] = [];
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: environment.DATABASE_OWNER_URL });
    await client.connect();
    clients.push(client);
    return client;
  };
  const owner = await connect();
  return {
    figures: new FiguresRepository(instances[0]!.get(TenantDatabase), first),
    jobs: [new RollUpsRepository(first), new RollUpsRepository(second)],
    tenants: instances[0]!.get(TenantDatabase),
    systems: [first, second],
    owner,
    connect,
    newTenant: async () => {
      const id = newUuid();
      await owner.query('INSERT INTO tenants (id, name, slug) VALUES ($1, $2, $2)', [id, `t-${id}`]);
      return id;
    },
    as: (tenantId, work) => runAsTenant(systemContext(tenantId), work),
    close: async () => {
      for (const client of clients) await client.end();
      for (const app of instances) await app.close();
    },
  };
}
