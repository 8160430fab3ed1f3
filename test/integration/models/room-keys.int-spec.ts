import { createHash } from 'node:crypto';
import { MODEL_CATALOGUE } from '@app/llm';
import { Log } from '@app/observability';
import { runAsTenant, systemContext } from '@app/tenancy';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { TenantKeysRepository } from '../../../apps/api/src/models/data/tenant-keys.repository.js';
import { TenantModelsService } from '../../../apps/api/src/models/tenant-models.service.js';
import { TenantsService } from '../../../apps/api/src/tenants/index.js';
import { ApiClient } from '../../support/api-client.js';
import type { TestTenant } from '../../support/app.js';
import { type RoomApp, startRoomApp, uuidOf } from './room-app.js';

/** Everything that the service logs, at the level that tells most. */
const log: string[] = [];

vi.mock('@app/observability', async (original) => {
  const actual = await original<typeof import('@app/observability')>();
  class Log extends actual.Log {
    constructor() {
      super({ level: 'trace', pretty: false }, { write: (line) => void log.push(line) });
    }
  }
  return { ...actual, Log };
});

interface Keys {
  readonly items: { readonly provider: string; readonly fingerprint: string; readonly createdAt: string }[];
}

/** Stands in every key that a tenant sends here. */
const CANARY = 'zyxcanarywvu';
const PATH = '/v1/tenant/model-keys';

let room: RoomApp;
let tenant: TestTenant;
let other: TestTenant;
let count = 0;

const newKey = (): string => `sk-${CANARY}-${count++}`;
const fingerprintOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 12);

beforeAll(async () => {
  room = await startRoomApp();
});
afterAll(() => room.close());
beforeEach(async () => {
  room.calm();
  [tenant, other] = [await room.newTenant(), await room.newTenant()];
});

/** The fingerprint of the key that a call of a tenant is made with, by the ledger. */
async function keyOfCall({ id }: TestTenant): Promise<string | null | undefined> {
  await room.ask(id);
  const { rows } = await room.owner.query<{ key: string | null }>(
    'SELECT key_id AS key FROM llm_calls WHERE tenant_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1',
    [uuidOf(id)],
  );
  return rows[0]?.key;
}

describe("a tenant's own keys", () => {
  it('are used at once instead of the service’s, by this tenant alone, until they are removed', async () => {
    const service = room.serviceKeys.map(fingerprintOf);
    expect(service).toContain(await keyOfCall(tenant));
    const [first, second] = [newKey(), newKey()];
    const { status, body } = await tenant.api.put<Keys>(`${PATH}/one`, { keys: [first] });
    expect([status, body.items.map(({ fingerprint }) => fingerprint)]).toEqual([200, [fingerprintOf(first)]]);
    expect(await keyOfCall(tenant)).toBe(fingerprintOf(first));
    expect(service).toContain(await keyOfCall(other));

    await tenant.api.put(`${PATH}/one`, { keys: [second] });
    expect(await keyOfCall(tenant)).toBe(fingerprintOf(second));

    expect((await tenant.api.delete(`${PATH}/one`)).status).toBe(204);
    expect(service).toContain(await keyOfCall(tenant));
  });

  it('are listed by provider with fingerprint and age, and are never shown', async () => {
    const keys = [newKey(), newKey()];
    await tenant.api.put(`${PATH}/one`, { keys });
    const before = (await tenant.api.get<Keys>(PATH)).body.items;
    await tenant.api.put(`${PATH}/two`, { keys: [newKey()] });
    await tenant.api.put(`${PATH}/one`, { keys: [...keys, newKey()] });
    const { body } = await tenant.api.get<Keys>(PATH);
    expect(body.items.map(({ provider }) => provider)).toEqual(['one', 'one', 'one', 'two']);
    expect(body.items).toEqual(expect.arrayContaining(before));
    expect(JSON.stringify(body)).not.toContain(CANARY);
  });

  it('are not readable where they are stored, nor of use in the row of another tenant', async () => {
    await tenant.api.put(`${PATH}/one`, { keys: [newKey()] });
    const { rows } = await room.owner.query<{ secret: string }>(
      'SELECT secret FROM tenant_model_keys WHERE tenant_id = $1',
      [uuidOf(tenant.id)],
    );
    expect(rows[0]?.secret).toMatch(/^v1\./);
    expect(Buffer.from(rows[0]?.secret.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain(CANARY);
    await room.owner.query(
      `INSERT INTO tenant_model_keys (tenant_id, id, provider, key_id, secret) VALUES ($1, $2, 'one', 'stolen', $3)`,
      [uuidOf(other.id), crypto.randomUUID(), rows[0]?.secret],
    );
    expect(await keyOfCall(other)).toBeNull();
  });

  it.each<[string, string, unknown, string, string]>([
    ['there is none', 'one', { keys: [] }, 'invalid_input', '/keys'],
    ['the list is missing', 'one', {}, 'invalid_input', '/keys'],
    ['they are no list', 'one', { keys: `sk-${CANARY}` }, 'invalid_input', '/keys'],
    ['one is no text', 'one', { keys: [7] }, 'invalid_input', '/keys'],
    ['one is empty', 'one', { keys: ['', `sk-${CANARY}`] }, 'invalid_input', '/keys'],
    ['one is too long', 'one', { keys: [CANARY.repeat(200)] }, 'invalid_input', '/keys'],
    ['one has a space', 'one', { keys: [`sk ${CANARY}`] }, 'invalid_input', '/keys'],
    ['one would add a header', 'one', { keys: [`sk-${CANARY}\r\nx: y`] }, 'invalid_input', '/keys'],
    ['one stands there twice', 'one', { keys: [`sk-${CANARY}`, `sk-${CANARY}`] }, 'invalid_input', '/keys'],
    ['there are too many', 'one', { keys: Array.from({ length: 11 }, newKey) }, 'invalid_input', '/keys'],
    ['nobody knows the provider', 'three', { keys: [`sk-${CANARY}`] }, 'unknown_provider', ''],
  ])('are refused where %s', async (_, provider, body, code, pointer) => {
    const answer = await tenant.api.put<{ code: string; errors?: { pointer: string }[] }>(`${PATH}/${provider}`, body);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
    expect(answer.body.errors?.[0]?.pointer ?? '').toBe(pointer);
    expect(JSON.stringify(answer.body)).not.toContain(CANARY);
    expect((await tenant.api.get<Keys>(PATH)).body.items).toEqual([]);
  });

  it('do not exist for another tenant', async () => {
    await tenant.api.put(`${PATH}/one`, { keys: [newKey()] });
    expect((await other.api.get<Keys>(PATH)).body.items).toEqual([]);
    expect((await other.api.delete(`${PATH}/one`)).status).toBe(404);
    await other.api.put(`${PATH}/one`, { keys: [newKey()] });
    expect((await other.api.delete(`${PATH}/one`)).status).toBe(204);
    expect((await tenant.api.get<Keys>(PATH)).body.items).toHaveLength(1);
  });

  it('are the business of administrators', async () => {
    const user = { email: `analyst@${tenant.slug}.test`, password: 'an analyst password of length' };
    await tenant.api.post('/v1/users', { ...user, role: 'analyst' });
    const analyst = await ApiClient.signIn(room.url, user);
    for (const { status } of [
      await analyst.get(PATH),
      await analyst.put(`${PATH}/one`, { keys: [newKey()] }),
      await analyst.delete(`${PATH}/one`),
    ])
      expect(status).toBe(403);
  });

  it('can be changed while they are being read', async () => {
    const models = room.app.get(TenantModelsService, { strict: false });
    const id = uuidOf(tenant.id);
    await runAsTenant(systemContext(id), async () => {
      const reading = models.current();
      await tenant.api.put(`${PATH}/one`, { keys: [newKey()] });
      models['keyCache'].delete(id);
      const again = models.current();
      models['keyCache'].delete(id);
      await expect(reading).resolves.toBeDefined();
      expect((await again).keys.get('one')).toHaveLength(1);
    });
  });

  it('are in no line of the log, which tells that they were changed', async () => {
    await tenant.api.put(`${PATH}/one`, { keys: [newKey()] });
    room.one.change({ deadKeys: [newKey()] });
    await room.ask(tenant.id);
    await tenant.api.delete(`${PATH}/one`);
    const events = log.map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(events).toEqual(expect.arrayContaining(['models.tenant_keys_replaced', 'models.tenant_keys_removed']));
    expect(log.filter((line) => line.includes(CANARY))).toEqual([]);
  });
});

describe('a service', () => {
  const partOf = <T>(token: Parameters<typeof room.app.get>[0]): T =>
    room.app.get<T>(token as never, { strict: false });
  const modelsWith = (keyEncryption: string | undefined): TenantModelsService =>
    new TenantModelsService(
      partOf(TenantsService),
      partOf(TenantKeysRepository),
      partOf(MODEL_CATALOGUE),
      { keyEncryption },
      partOf(Log),
    );

  it('hears within ten seconds that keys were changed at another one', async () => {
    const another = modelsWith(Buffer.alloc(32, 7).toString('base64'));
    const seen = () =>
      runAsTenant(systemContext(uuidOf(tenant.id)), async () =>
        (await another.current()).keys.get('one')?.map(({ id }) => id),
      );
    const clock = vi.spyOn(performance, 'now');
    const tenSecondsOn = () => {
      const from = performance.now();
      clock.mockImplementation(() => from + 10_001);
      return seen();
    };
    try {
      expect(await seen()).toBeUndefined();
      const [first, second] = [newKey(), newKey()];
      await tenant.api.put(`${PATH}/one`, { keys: [first] });
      expect(await tenSecondsOn()).toEqual([fingerprintOf(first)]);
      await tenant.api.put(`${PATH}/one`, { keys: [second] });
      expect(await tenSecondsOn()).toEqual([fingerprintOf(second)]);
      await tenant.api.delete(`${PATH}/one`);
      expect(await tenSecondsOn()).toBeUndefined();
    } finally {
      clock.mockRestore();
    }
  });

  it('that has nothing to encrypt keys with takes none', async () => {
    const put = runAsTenant(systemContext(uuidOf(tenant.id)), () =>
      modelsWith(undefined).replaceKeys('one', [newKey()]),
    );
    await expect(put).rejects.toMatchObject({ code: 'keys_not_supported', kind: 'unprocessable' });
  });

  it.each(['change-me', Buffer.alloc(16).toString('base64')])('does not start with %j to encrypt keys with', (text) => {
    expect(() => modelsWith(text)).toThrow(/MODELS_KEY_ENCRYPTION_KEY: must be 32 bytes/);
  });
});
