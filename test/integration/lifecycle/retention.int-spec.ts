import { parsePublicId } from '@app/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LifecycleTurns } from '../../../apps/api/src/lifecycle/lifecycle-turns.service.js';
import type { TestTenant } from '../../support/app.js';
import { type ErasureBody, LifecycleWorld } from './lifecycle-world.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('what is kept no longer than it should be', () => {
  let world: LifecycleWorld;

  beforeAll(async () => {
    world = await LifecycleWorld.start({ LIFECYCLE_RETENTION_BY_REGION: 'short=10' });
  });
  afterAll(() => world.stop());

  const upload = async ({ api }: TestTenant, bytes: string, fields: Record<string, string> = {}): Promise<string> => {
    const { body } = await api.upload({ name: 'a.txt', bytes }, { pipeline: 'read', ...fields });
    return body.id;
  };
  const typed = async (id: string, type: string): Promise<void> => {
    await world.owner.query('UPDATE documents SET type = $2 WHERE id = $1', [parsePublicId('document', id), type]);
  };
  const cameAt = async (id: string): Promise<number> => {
    const { rows } = await world.owner.query('SELECT created_at FROM documents WHERE id = $1', [
      parsePublicId('document', id),
    ]);
    return (rows[0] as { created_at: Date }).created_at.getTime();
  };
  const isThere = async ({ api }: TestTenant, id: string): Promise<boolean> =>
    (await api.get(`/v1/documents/${id}`)).status === 200;
  /** One look at the time `at`. */
  const sweepAt = async (at: number): Promise<void> => {
    world.ahead = at - Date.now();
    await world.retention.turn();
    world.ahead = 0;
  };

  it('goes at the hour and not a second before', async () => {
    const tenant = await world.newTenant();
    await tenant.api.patch('/v1/tenant', { retentionDays: 3 });
    const id = await upload(tenant, 'A letter that is kept for three days.');
    const due = (await cameAt(id)) + 3 * DAY;
    await sweepAt(due - 1_000);
    expect(await isThere(tenant, id)).toBe(true);
    await sweepAt(due + 100);
    expect(await isThere(tenant, id)).toBe(false);
    const { body } = await tenant.api.get<{ items: ErasureBody[] }>('/v1/privacy/erasures?cause=retention');
    expect(body.items).toMatchObject([
      { status: 'succeeded', receipt: { documents: 1, files: 1, rows: { readings: 1 } } },
    ]);
    const { body: trail } = await tenant.api.get<{ items: { action: string }[] }>(
      '/v1/audit?action=privacy.retention.erase',
    );
    expect(trail.items).toHaveLength(1);
  });

  it('goes by the rule of its type, and never later than its region allows', async () => {
    const tenant = await world.newTenant();
    const retention = {
      byType: [
        { type: 'invoice', days: 3_650 },
        { type: 'application', days: 2 },
      ],
    };
    await tenant.api.patch('/v1/tenant', { retentionDays: 5, retention });
    const [letter, invoice, application] = [
      await upload(tenant, 'letter'),
      await upload(tenant, 'invoice'),
      await upload(tenant, 'application'),
    ];
    await typed(invoice, 'invoice');
    await typed(application, 'application');
    const there = () => Promise.all([letter, invoice, application].map((id) => isThere(tenant, id)));
    const start = Date.now();
    await sweepAt(start + 2 * DAY + HOUR);
    expect(await there()).toEqual([true, true, false]);
    await sweepAt(start + 5 * DAY + HOUR);
    expect(await there()).toEqual([false, true, false]);
    await sweepAt(start + 11 * DAY);
    expect(await there()).toEqual([false, true, false]);
    await tenant.api.patch('/v1/tenant', { region: 'short' });
    await sweepAt(start + 11 * DAY);
    expect(await there()).toEqual([false, false, false]);
  });

  it('goes with questions and attachments, and one erases it where many try', async () => {
    const tenant = await world.newTenant();
    await tenant.api.patch('/v1/tenant', { retentionDays: 1 });
    for (let n = 0; n < 60; n++) await upload(tenant, `document ${n}`);
    await tenant.api.post('/v1/queries', { question: 'Who wrote the letters?' });
    world.ahead = DAY + HOUR;
    await Promise.all([world.retention.turn(), world.retention.turn(), world.retention.turn()]);
    world.ahead = 0;
    const { body } = await tenant.api.get<{ items: ErasureBody[] }>('/v1/privacy/erasures?cause=retention');
    const sum = (of: (body: ErasureBody) => number): number => body.items.reduce((total, item) => total + of(item), 0);
    expect(sum(({ receipt }) => receipt.documents)).toBe(60);
    expect(sum(({ receipt }) => receipt.rows['queries'] ?? 0)).toBe(1);
    expect((await tenant.api.get<{ items: unknown[] }>('/v1/documents')).body.items).toEqual([]);
  });

  it('is finished by the next turn where a process died behind the commit', async () => {
    const tenant = await world.newTenant();
    const id = await upload(tenant, 'A file whose bytes are left behind.');
    const settle = dieBeforeSettling(world);
    await tenant.api.delete(`/v1/documents/${id}`);
    settle.restore();
    expect(await world.filesOfTenant(tenant)).toBe(1);
    await world.owner.query(`UPDATE erasures SET changed_at = now() - interval '2 minutes' WHERE state = 'running'`);
    await world.test.app.get(LifecycleTurns, { strict: false }).turn();
    expect(await world.filesOfTenant(tenant)).toBe(0);
    const { body } = await tenant.api.get<{ items: ErasureBody[] }>('/v1/privacy/erasures?cause=document');
    expect(body.items).toMatchObject([{ status: 'succeeded', receipt: { documents: 1 } }]);
  });
});

/** The process dies between the commit and what follows it. */
function dieBeforeSettling(world: LifecycleWorld): { restore(): void } {
  const { settlement } = world;
  const original = settlement.settle.bind(settlement);
  settlement.settle = () => Promise.resolve();
  return { restore: () => void (settlement.settle = original) };
}
