import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CLASSIFIED_TABLES, ClassifiedColumns } from '@app/encryption';
import { Clock, parsePublicId } from '@app/kernel';
import { runAsTenant, systemContext } from '@app/tenancy';
import pg from 'pg';
import { createClient } from 'redis';
import { ErasuresRepository } from '../../../apps/api/src/lifecycle/data/erasures.repository.js';
import { RestoreCheck } from '../../../apps/api/src/lifecycle/restore-check.service.js';
import { Retention } from '../../../apps/api/src/lifecycle/retention.service.js';
import { Settlement } from '../../../apps/api/src/lifecycle/settlement.service.js';
import { startTestApp, type TestApp, type TestTenant } from '../../support/app.js';

export interface ErasureBody {
  readonly id: string;
  readonly cause: string;
  readonly status: string;
  readonly preview: boolean;
  readonly subjectHash: string | null;
  readonly receipt: {
    readonly documents: number;
    readonly files: number;
    readonly rows: Record<string, number>;
    readonly cached: number;
    readonly held: { holdId: string; documents: number }[];
    readonly stays: { where: string; count: number; why: string }[];
    readonly unread: number;
  };
}

/** Where a text was found: `table.column`, a file, a key of Redis. */
export type Place = string;

/** The whole service with a look behind its back, and a clock that can be moved. */
export class LifecycleWorld {
  /** Milliseconds that the service is ahead of time. */
  ahead = 0;

  private constructor(
    readonly test: TestApp,
    /** Sees and may do everything. */
    readonly owner: pg.Client,
  ) {}

  static async start(environment: Record<string, string> = {}): Promise<LifecycleWorld> {
    const test = await startTestApp('all', { LIFECYCLE_SWEEP_MS: '3600000', ...environment });
    const owner = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
    await owner.connect();
    const world = new LifecycleWorld(test, owner);
    const clock = test.app.get(Clock, { strict: false });
    const real = clock.now.bind(clock);
    clock.now = () => real() + world.ahead;
    return world;
  }

  async stop(): Promise<void> {
    await this.test.close();
    await this.owner.end();
  }

  get retention(): Retention {
    return this.test.app.get(Retention, { strict: false });
  }

  get restores(): RestoreCheck {
    return this.test.app.get(RestoreCheck, { strict: false });
  }

  get erasures(): ErasuresRepository {
    return this.test.app.get(ErasuresRepository, { strict: false });
  }

  get settlement(): Settlement {
    return this.test.app.get(Settlement, { strict: false });
  }

  /** How many files the tenant has. */
  async filesOfTenant({ id }: TestTenant): Promise<number> {
    const root = join(process.env['DATA_DIR']!, 'files', parsePublicId('tenant', id)!);
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).length;
  }

  newTenant(): Promise<TestTenant> {
    return this.test.newTenant();
  }

  async erase(tenant: TestTenant, subject: unknown, preview = false): Promise<ErasureBody> {
    const { status, body } = await tenant.api.post<ErasureBody>('/v1/privacy/erasures?wait=60', { subject, preview });
    if (status !== 200) throw new Error(`The erasure did not end: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** Every place where the word stands, or stands once it is opened. */
  async placesOf(word: string): Promise<Place[]> {
    return [...new Set([...(await this.plainPlacesOf(word)), ...(await this.sealedPlacesOf(word))])];
  }

  /** Every place where the word can be read: each text, JSON and byte column of each table, each file, each key of Redis. */
  async plainPlacesOf(word: string): Promise<Place[]> {
    return [...(await this.tablesWith(word)), ...(await this.filesWith(word)), ...(await this.keysWith(word))];
  }

  private async sealedPlacesOf(word: string): Promise<Place[]> {
    const has = (value: unknown): boolean =>
      JSON.stringify(value ?? null)
        .toLowerCase()
        .includes(word.toLowerCase());
    const places: Place[] = [];
    for (const [table, { columns }] of Object.entries(CLASSIFIED_TABLES)) {
      const { rows } = await this.owner.query<Record<string, unknown> & { tenant_id: string }>(
        `SELECT * FROM ${table}`,
      );
      for (const row of rows) {
        const opened = await this.opened(table, row.tenant_id, row);
        for (const column of Object.keys(columns)) if (has(opened[column])) places.push(`${table}.${column}`);
      }
    }
    // Other tests share the Redis.
    const { rows: tenants } = await this.owner.query<{ id: string }>('SELECT id FROM tenants');
    const own = new Set(tenants.map(({ id }) => id));
    for (const [key, value] of await this.cachedInRedis()) {
      const tenantId = key.split(':')[2]!;
      if (!own.has(tenantId)) continue;
      if (has((await this.opened('cache_entries', tenantId, { key, value }))['value']))
        places.push('redis dossier:cache');
    }
    return places;
  }

  private opened(table: string, tenantId: string, row: Record<string, unknown>): Promise<Record<string, unknown>> {
    const classified = this.test.app.get(ClassifiedColumns, { strict: false });
    return runAsTenant(systemContext(tenantId), () => classified.openRow(table, row));
  }

  private async cachedInRedis(): Promise<[key: string, value: string][]> {
    const client = createClient({ url: process.env['REDIS_URL']! });
    await client.connect();
    try {
      const keys = await client.keys('dossier:cache:*');
      return await Promise.all(keys.map(async (key) => [key, (await client.get(key)) ?? ''] as [string, string]));
    } finally {
      client.destroy();
    }
  }

  private async tablesWith(word: string): Promise<Place[]> {
    const { rows: columns } = await this.owner.query<{ table: string; column: string; type: string }>(
      `SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, NULL) AS type
         FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`,
    );
    const places: Place[] = [];
    for (const { table, column, type } of columns) {
      const condition =
        type === 'bytea'
          ? `position($1::bytea in lower(encode(${column}, 'escape'))::bytea) > 0`
          : `position(lower(convert_from($1::bytea, 'UTF8')) in lower(${column}::text)) > 0`;
      const { rows } = await this.owner.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${table} WHERE ${condition}`,
        [Buffer.from(word.toLowerCase())],
      );
      if (rows[0]!.n > 0) places.push(`${table}.${column}`);
    }
    return places;
  }

  private async filesWith(word: string): Promise<Place[]> {
    const root = process.env['DATA_DIR']!;
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    const places: Place[] = [];
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const text = (await readFile(path)).toString('latin1').toLowerCase();
      if (text.includes(word.toLowerCase())) places.push(`file ${path.slice(root.length + 1).split('/')[0]}`);
    }
    return [...new Set(places)];
  }

  private async keysWith(word: string): Promise<Place[]> {
    const client = createClient({ url: process.env['REDIS_URL']! });
    await client.connect();
    const places: Place[] = [];
    try {
      for await (const keys of client.scanIterator({ COUNT: 500 }))
        for (const key of keys)
          if (`${key} ${String(await client.dump(key))}`.toLowerCase().includes(word.toLowerCase()))
            places.push(`redis ${key.split(':').slice(0, 2).join(':')}`);
    } finally {
      client.destroy();
    }
    return [...new Set(places)];
  }
}
