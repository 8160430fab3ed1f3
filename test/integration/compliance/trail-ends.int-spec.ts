import { ConfigModule } from '@app/config';
import { databaseConfig, DatabaseModule, SystemDatabase } from '@app/database';
import { newUuid } from '@app/kernel';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TrailEndsRepository } from '../../../apps/api/src/compliance/data/trail-ends.repository.js';
import { TrailEnds } from '../../../apps/api/src/compliance/trail-ends.service.js';
import { ownServices } from '../../support/database.js';

const TABLES = ['audit_entries', 'audit_links', 'audit_heads', 'audit_unchained'] as const;
const LINKED = 2_300;
const WHOLE = { audit_entries: LINKED + 1, audit_links: LINKED, audit_heads: 1, audit_unchained: 1 };

describe('the trail of a tenant that has ended', () => {
  let app: INestApplicationContext;
  let system: SystemDatabase;
  let owner: pg.Client;
  const anchors: string[] = [];

  beforeAll(async () => {
    const environment = await ownServices();
    @Module({ imports: [ConfigModule.forRoot([databaseConfig], { ...environment }), DatabaseModule] })
    class TrailModule {}
    app = await NestFactory.createApplicationContext(TrailModule, { logger: false });
    system = app.get(SystemDatabase);
    owner = new pg.Client({ connectionString: environment.DATABASE_OWNER_URL });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await app.close();
  });

  /** With a trail; `ended`: days since its data have gone, null for one that lives. */
  async function newTenant(ended: number | null): Promise<string> {
    const id = newUuid();
    await owner.query('INSERT INTO tenants (id, name, slug, status) VALUES ($1, $2, $2, $3)', [
      id,
      `t-${id}`,
      ended === null ? 'active' : 'deleted',
    ]);
    await owner.query(
      `INSERT INTO audit_entries (tenant_id, id, occurred_at, kind, action, outcome, key_id, mac)
       SELECT $1, gen_random_uuid(), now(), 'read', 'documents.read', 'succeeded', 'k', ''
         FROM generate_series(1, $2)`,
      [id, LINKED + 1],
    );
    await owner.query(
      `INSERT INTO audit_links SELECT $1, n, id, '', ''
         FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM audit_entries WHERE tenant_id = $1) e WHERE n <= $2`,
      [id, LINKED],
    );
    await owner.query(`INSERT INTO audit_heads VALUES ($1, 1, $2, '', now(), 'k', '')`, [id, LINKED]);
    await owner.query(
      `INSERT INTO audit_unchained SELECT e.tenant_id, e.id FROM audit_entries e
        WHERE e.tenant_id = $1 AND NOT EXISTS (SELECT 1 FROM audit_links l WHERE l.tenant_id = $1 AND l.entry_id = e.id)`,
      [id],
    );
    await owner.query(
      `INSERT INTO tenant_deletions (tenant_id, state, due_at, completed_at)
       VALUES ($1, $2, now(), now() - make_interval(days => $3))`,
      [id, ended === null ? 'cancelled' : 'succeeded', ended ?? 5_000],
    );
    return id;
  }

  const trailOf = async (id: string): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const table of TABLES) {
      const { rows } = await owner.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${table} WHERE tenant_id = $1`,
        [id],
      );
      counts[table] = rows[0]!.n;
    }
    return counts;
  };

  const turn = (endedTenantDays: number): Promise<void> =>
    new TrailEnds(
      new TrailEndsRepository(system),
      { remove: async (id: string) => void anchors.push(id) } as never,
      { failures: { inc: () => expect.unreachable() } } as never,
      { info: () => {} } as never,
      { endedTenantDays },
    ).turn();

  it('goes when its time is over, and no other does', async () => {
    const [living, fresh, old] = [await newTenant(null), await newTenant(3), await newTenant(1_100)];
    const all = async () => [await trailOf(living), await trailOf(fresh), await trailOf(old)];
    // A setting of 0 keeps it for good.
    await turn(0);
    expect(await all()).toEqual([WHOLE, WHOLE, WHOLE]);

    await turn(1_095);
    const nothing = Object.fromEntries(TABLES.map((table) => [table, 0]));
    expect(await all()).toEqual([WHOLE, WHOLE, nothing]);
    expect(anchors).toEqual([old]);
    const { rows } = await owner.query<{ days: number }>(
      `SELECT extract(day FROM trail_until - now())::int AS days FROM tenant_deletions WHERE tenant_id = $1`,
      [fresh],
    );
    expect(rows).toEqual([{ days: 1_091 }]);

    // The database itself refuses, whatever the service asks for.
    await owner.query('UPDATE tenant_deletions SET trail_until = now() WHERE tenant_id = $1', [living]);
    await new TrailEndsRepository(system).removeSome(living, 10);
    await new TrailEndsRepository(system).removeSome(fresh, 10);
    expect((await all()).slice(0, 2)).toEqual([WHOLE, WHOLE]);
  });
});
