import { SystemDatabase, TenantDatabase, type Transaction } from '@app/database';
import { newUuid } from '@app/kernel';
import { runAsTenant, systemContext } from '@app/tenancy';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDataSource } from '../../../libs/database/src/data-source.js';
import { BEGIN, leadOfTenant, prepareLeads, runLed } from '../../../libs/database/src/led-query.js';
import { ownServices } from '../../support/database.js';

const DIVISION_BY_ZERO = '22012';

describe('statements that go ahead of others', () => {
  let owner: pg.Client;
  let sources: DataSource[];
  let tenants: TenantDatabase;
  let system: SystemDatabase;
  const [one, other] = [newUuid(), newUuid()];

  beforeAll(async () => {
    const services = await ownServices();
    owner = new pg.Client({ connectionString: services.DATABASE_OWNER_URL });
    await owner.connect();
    await owner.query(`INSERT INTO tenants (id, name, slug) VALUES ($1, 'one', 'one'), ($2, 'other', 'other')`, [
      one,
      other,
    ]);
    await owner.query('CREATE TABLE notes (text text); GRANT ALL ON notes TO dossier_app, dossier_system');
    // One connection: what is left on it meets the next user.
    const open = (url: string) =>
      openDataSource({ url, poolSize: 1, statementTimeoutMs: 5_000, connectTimeoutMs: 5_000, applicationName: 'test' });
    sources = [await open(services.DATABASE_URL), await open(services.DATABASE_SYSTEM_URL)];
    tenants = new TenantDatabase(sources[0]!);
    system = new SystemDatabase(sources[1]!);
  });
  afterAll(async () => {
    for (const source of sources) await source.destroy();
    await owner.end();
  });

  const as = <T>(tenantId: string, work: () => Promise<T>): Promise<T> => runAsTenant(systemContext(tenantId), work);
  const seen = async (tenantId: string) =>
    (await as(tenantId, () => tenants.query<{ id: string }>('SELECT id FROM tenants'))).rows.map(({ id }) => id);
  const notes = async () => (await owner.query('SELECT text FROM notes ORDER BY 1')).rows.map(({ text }) => text);

  it('bind one statement to its tenant, and nothing after it', async () => {
    expect(await seen(one)).toEqual([one]);
    expect(await sources[0]!.query(`SELECT current_setting('app.tenant_id', true) AS tenant`)).toEqual([
      { tenant: '' },
    ]);
    expect(await sources[0]!.query('SELECT id FROM tenants')).toEqual([]);
    expect(await seen(other)).toEqual([other]);
  });

  it('give the rows and the count of the statement alone', async () => {
    const made = await as(one, () => tenants.query(`SELECT n FROM generate_series(1, 3) n WHERE n > $1`, [1]));
    expect(made).toEqual({ rows: [{ n: 2 }, { n: 3 }], count: 2 });
    expect(await as(one, () => tenants.query(`INSERT INTO notes VALUES ('a')`))).toEqual({ rows: [], count: 1 });
    await owner.query('TRUNCATE notes');
  });

  it('leave nothing where the first statement fails, and the connection to the next tenant', async () => {
    const failed = as(one, () => tenants.transaction((tx) => tx.query('SELECT 1 / 0')));
    await expect(failed).rejects.toMatchObject({ code: DIVISION_BY_ZERO });
    await expect(as(one, () => tenants.query('SELECT 1 / 0'))).rejects.toMatchObject({ code: DIVISION_BY_ZERO });
    expect(await seen(other)).toEqual([other]);
  });

  it('let no statement run outside of a transaction whose beginning has failed', async () => {
    const failed = system.transaction(async (tx) => {
      const all = [tx.query('SELECT 1 / 0'), tx.query(`INSERT INTO notes VALUES ('outside')`)];
      await Promise.allSettled(all);
    });
    await expect(failed).rejects.toMatchObject({ code: 'transaction_aborted' });
    expect(await notes()).toEqual([]);
  });

  it('keep the statement from being done where one of them fails', async () => {
    const client = new pg.Client({
      connectionString: sources[1]!.options.type === 'postgres' ? sources[1]!.options.url : '',
    });
    await client.connect();
    const pooled = client as unknown as pg.PoolClient;
    const failing = { name: 'failing', text: 'SELECT 1 / $1::int', values: ['0'] };
    await client.query({ ...failing, values: ['1'] });
    const insert = { name: 'insert', text: `INSERT INTO notes VALUES ('late')` };
    await expect(runLed(pooled, [failing], insert)).rejects.toMatchObject({ code: DIVISION_BY_ZERO });
    expect(await notes()).toEqual([]);
    // One that nobody has prepared is not sent at all, and the connection goes on.
    await expect(runLed(pooled, [BEGIN], insert)).rejects.toThrow('not prepared');
    await prepareLeads(pooled);
    await runLed(pooled, [leadOfTenant(one)], insert);
    expect(await notes()).toEqual(['late']);
    await client.end();
  });

  it('are not sent where a transaction has no statement', async () => {
    const told: string[] = [];
    await as(one, () => tenants.transaction(async (tx) => tx.afterCommit(() => told.push('ended'))));
    expect(told).toEqual(['ended']);
    expect(await sources[0]!.query('SELECT pg_current_xact_id_if_assigned() AS id')).toEqual([{ id: null }]);
  });

  it('last as long as their transaction, which may not wait for the disk', async () => {
    const setting = `SELECT current_setting('synchronous_commit') AS value`;
    const within = await as(one, () =>
      tenants.transaction(async (tx) => {
        const before = await tx.one(setting);
        tx.commitWithoutWaiting();
        return [before, await tx.one(setting)];
      }),
    );
    const usual = (await sources[0]!.query(setting)) as unknown[];
    expect(within).toEqual([usual[0], { value: 'off' }]);
  });

  describe('writes', () => {
    const write = (text: string) => async (tx: Transaction) => tx.write('INSERT INTO notes VALUES ($1)', [text]);
    /** A statement goes ahead of others once the connection knows it. */
    const known = () => system.transaction(write('known')).then(() => owner.query('TRUNCATE notes'));

    it('last with the commit, in their order and with all that was asked between them', async () => {
      await known();
      const counts = await system.transaction(async (tx) => {
        const seen = [];
        for (const text of ['a', 'b']) {
          await write(text)(tx);
          seen.push(Number((await tx.one<{ n: string }>('SELECT count(*) AS n FROM notes'))?.n));
        }
        await write('c')(tx);
        return seen;
      });
      expect(counts).toEqual([1, 2]);
      expect(await notes()).toEqual(['a', 'b', 'c']);
      await owner.query('TRUNCATE notes');
    });

    it('last where nothing else is asked, and not where the work fails', async () => {
      await known();
      await system.transaction(write('alone'));
      const failed = system.transaction(async (tx) => {
        await write('gone')(tx);
        throw new Error('no');
      });
      await expect(failed).rejects.toThrow('no');
      expect(await notes()).toEqual(['alone']);
      await owner.query('TRUNCATE notes');
    });

    it('fail the transaction where one of them fails, with its error, and leave the connection to the next', async () => {
      const divide = async (tx: Transaction, by: number) =>
        tx.write('INSERT INTO notes SELECT (1 / $1::int)::text', [by]);
      await system.transaction((tx) => divide(tx, 1));
      await owner.query('TRUNCATE notes');
      const atCommit = system.transaction(async (tx) => {
        await write('before')(tx);
        await divide(tx, 0);
        await write('after')(tx);
      });
      await expect(atCommit).rejects.toMatchObject({ code: DIVISION_BY_ZERO });
      const atNext = system.transaction(async (tx) => {
        await divide(tx, 0);
        return tx.query('SELECT 1');
      });
      await expect(atNext).rejects.toMatchObject({ code: DIVISION_BY_ZERO });
      const caught = system.transaction(async (tx) => {
        await divide(tx, 0);
        await tx.query('SELECT 1').catch(() => undefined);
        await write('afterwards')(tx);
      });
      await expect(caught).rejects.toMatchObject({ code: DIVISION_BY_ZERO });
      expect(await notes()).toEqual([]);
      expect((await system.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
    });

    it('are no statements that answer rows', async () => {
      const asked = system.transaction((tx) => tx.write('SELECT $1::int', [1]));
      await expect(asked).rejects.toMatchObject({ code: 'rows_of_write' });
    });
  });
});
