import { randomBytes } from 'node:crypto';
import { ConfigModule } from '@app/config';
import { databaseConfig, DatabaseModule, SystemDatabase } from '@app/database';
import { DataKeys, DataKeysRepository, FileMasterKeys } from '@app/encryption';
import { newUuid, sleep } from '@app/kernel';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownServices } from '../../support/database.js';

const secret = (): string => randomBytes(32).toString('base64url');
const [OLD, NEW] = [secret(), secret()];

describe('data keys', () => {
  let app: INestApplicationContext;
  let system: SystemDatabase;

  beforeAll(async () => {
    const environment = await ownServices();
    @Module({ imports: [ConfigModule.forRoot([databaseConfig], { ...environment }), DatabaseModule] })
    class KeysModule {}
    app = await NestFactory.createApplicationContext(KeysModule, { logger: false });
    system = app.get(SystemDatabase);
  });
  afterAll(() => app.close());

  const newTenant = async (): Promise<string> => {
    const id = newUuid();
    await system.query('INSERT INTO tenants (id, name, slug) VALUES ($1, $2, $2)', [id, `t-${id}`]);
    return id;
  };
  /** A process of its own, as it were: it has a cache of its own. */
  const processWith = (secrets: readonly string[], cacheSeconds = 1): DataKeys =>
    new DataKeys(new FileMasterKeys(secrets), new DataKeysRepository(system), { cacheSeconds, cacheTenants: 10 });

  it('gives processes that begin at once one key, and each tenant its own', async () => {
    const [tenant, other] = [await newTenant(), await newTenant()];
    const seals = await Promise.all(Array.from({ length: 6 }, () => processWith([OLD]).of(tenant)));
    const sealed = seals[0]!.text('notes.text', 'row', 'a secret');
    for (const each of seals) expect(each.openText('notes.text', 'row', sealed)).toBe('a secret');
    const foreign = await processWith([OLD]).of(other);
    expect(() => foreign.openText('notes.text', 'row', sealed)).toThrow('decryption_failed');
  });

  it('keeps keys wrapped: not one of them stands in the database', async () => {
    const tenant = await newTenant();
    await processWith([OLD]).of(tenant);
    const { rows } = await system.query<{ wrapped: Buffer }>(
      'SELECT wrapped FROM tenant_data_keys WHERE tenant_id = $1',
      [tenant],
    );
    expect(rows.map(({ wrapped }) => wrapped.length)).toEqual([72]);
    await expect(processWith([NEW]).of(tenant)).rejects.toMatchObject({ code: 'master_key_missing' });
  });

  it('does not take the wrapped key of one tenant for that of another', async () => {
    const [tenant, other] = [await newTenant(), await newTenant()];
    await processWith([OLD]).of(tenant);
    await system.query(
      `INSERT INTO tenant_data_keys (tenant_id, version, master_key_id, wrapped)
       SELECT $2, version, master_key_id, wrapped FROM tenant_data_keys WHERE tenant_id = $1`,
      [tenant, other],
    );
    await expect(processWith([OLD]).of(other)).rejects.toThrow('decryption_failed');
  });

  it('rotates master and data keys under readers and writers without one failed read', async () => {
    const tenant = await newTenant();
    // Every process has the new master key before the first one wraps with it.
    const processes = [processWith([OLD, NEW]), processWith([OLD, NEW]), processWith([NEW, OLD])];
    const written: string[] = [(await processes[0]!.of(tenant)).text('notes.text', '0', 'text 0')];
    const versions = new Set<number>();
    let reads = 0;
    let running = true;
    const work = async (keys: DataKeys): Promise<void> => {
      while (running) {
        const seals = await keys.of(tenant);
        versions.add(seals.currentVersion);
        const row = written.length;
        written[row] = seals.text('notes.text', String(row), `text ${row}`);
        const any = Math.floor(Math.random() * written.length);
        // A reader that has its keys from before the newest writes.
        expect(seals.openText('notes.text', String(any), written[any]!)).toBe(`text ${any}`);
        reads++;
        await sleep(1);
      }
    };
    const load = Promise.all(processes.map(work));
    await processes[2]!.rewrap();
    expect(await processes[1]!.rotate(tenant)).toBe(2);
    await sleep(3_200);
    running = false;
    await load;
    expect(reads).toBeGreaterThan(500);
    expect(versions).toEqual(new Set([1, 2]));
    const later = await processWith([NEW, OLD]).of(tenant);
    written.forEach((sealed, row) => expect(later.openText('notes.text', String(row), sealed)).toBe(`text ${row}`));
    const { masterKeyIds, rotatedAt } = await processWith([NEW, OLD]).evidence();
    expect(masterKeyIds).toContain(await new FileMasterKeys([NEW]).currentId());
    expect(rotatedAt).toBeInstanceOf(Date);
  });

  it('rewraps so that the old master key can go', async () => {
    const tenant = await newTenant();
    const sealed = (await processWith([OLD]).of(tenant)).text('notes.text', 'row', 'a secret');
    expect((await processWith([NEW, OLD]).rewrap()).rewrapped).toBeGreaterThan(0);
    // The key that was moved to another tenant opens for nobody, and stands in nobody's way.
    expect(await processWith([NEW, OLD]).rewrap()).toEqual({ rewrapped: 0, failed: 1 });
    expect((await processWith([NEW]).of(tenant)).openText('notes.text', 'row', sealed)).toBe('a secret');
  });

  it('makes all that a destroyed key has sealed unreadable', async () => {
    const tenant = await newTenant();
    const keys = processWith([NEW]);
    await keys.of(tenant);
    expect(await keys.shred(tenant)).toBe(1);
    await expect(keys.of(tenant)).rejects.toMatchObject({ code: 'data_key_missing' });
    expect(await keys.tenants()).not.toContain(tenant);
    expect((await keys.rewrap()).failed).toBe(1);
    expect(await processWith([NEW]).shred(tenant)).toBe(0);
  });
});
