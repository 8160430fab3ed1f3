import { parsePublicId } from '@app/kernel';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TestTenant } from '../../support/app.js';
import { LifecycleWorld } from './lifecycle-world.js';

const DAY = 86_400_000;

describe('a legal hold', () => {
  let world: LifecycleWorld;
  let tenant: TestTenant;

  beforeAll(async () => {
    world = await LifecycleWorld.start();
  });
  afterAll(() => world.stop());

  it.each([
    ['the document', (id: string) => ({ documentId: id })],
    ['its subject', () => ({ subject: { identifiers: ['Held Person'] } })],
    ['its metadata', () => ({ metadata: { case: 7 } })],
    ['its type', () => ({ type: 'court-letter' })],
  ])('on %s keeps it from deletion, erasure and retention, until it is released', async (_, target) => {
    tenant = await world.newTenant();
    const { api } = tenant;
    await api.patch('/v1/tenant', { retentionDays: 1 });
    const fields = { pipeline: 'read', metadata: { case: 7, court: 'x' } };
    const { body: document } = await api.upload({ name: 'a.txt', bytes: 'A letter of Held Person.' }, fields);
    await world.owner.query(`UPDATE documents SET type = 'court-letter' WHERE id = $1`, [
      parsePublicId('document', document.id),
    ]);
    const { body: free } = await api.upload({ name: 'b.txt', bytes: 'Another letter.' }, { pipeline: 'read' });
    const { status, body: hold } = await api.post<{ id: string }>('/v1/privacy/holds', {
      reason: 'a lawsuit',
      ...target(document.id),
    });
    expect(status).toBe(201);

    const refused = await api.delete<{ code: string; detail: string }>(`/v1/documents/${document.id}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'legal_hold']);
    expect(refused.body.detail).toContain(hold.id);
    const { receipt } = await world.erase(tenant, 'Held Person');
    expect(receipt).toMatchObject({ documents: 0, held: [{ holdId: hold.id, documents: 1 }] });
    world.ahead = 2 * DAY;
    await world.retention.turn();
    world.ahead = 0;
    expect((await api.get(`/v1/documents/${document.id}`)).status).toBe(200);
    expect((await api.get(`/v1/documents/${free.id}`)).status).toBe(404);

    expect((await api.delete(`/v1/privacy/holds/${hold.id}`)).status).toBe(204);
    expect((await api.delete(`/v1/documents/${document.id}`)).status).toBe(200);
  });

  /** Those who wait for a backend, once there are any. */
  const blockedBy = (pid: number): Promise<number[]> =>
    vi.waitFor(
      async () => {
        const { rows } = await world.owner.query<{ pid: number }>(
          'SELECT DISTINCT pid FROM pg_locks WHERE $1 = ANY (pg_blocking_pids(pid))',
          [pid],
        );
        expect(rows).not.toEqual([]);
        return rows.map((row) => row.pid);
      },
      { timeout: 20_000 },
    );

  it('that is set while an erasure runs wins against all that is not gone', async () => {
    const { api } = (tenant = await world.newTenant());
    const { body: document } = await api.upload(
      { name: 'a.txt', bytes: 'A letter of Late Person.' },
      { pipeline: 'read' },
    );
    // The erasure waits for this row, behind its look for holds.
    await world.owner.query('BEGIN');
    await world.owner.query('SELECT 1 FROM documents WHERE id = $1 FOR UPDATE', [
      parsePublicId('document', document.id),
    ]);
    const early = world.erase(tenant, 'Late Person');
    const { rows } = await world.owner.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const [erasing = 0] = await blockedBy(rows[0]!.pid);
    let isSet = false;
    const hold = api
      .post<{ id: string }>('/v1/privacy/holds', { reason: 'a', subject: 'Late Person' })
      .then(({ body }) => {
        isSet = true;
        return body;
      });
    await blockedBy(erasing);
    // Nobody is told that it holds while something is being erased.
    expect(isSet).toBe(false);
    await world.owner.query('COMMIT');
    expect((await early).receipt).toMatchObject({ documents: 1, held: [] });
    const { id: holdId } = await hold;
    const { body: later } = await api.upload({ name: 'b.txt', bytes: 'More of Late Person.' }, { pipeline: 'read' });
    const { receipt } = await world.erase(tenant, 'Late Person');
    expect(receipt).toMatchObject({ documents: 0, held: [{ holdId, documents: 1 }] });
    expect((await api.get(`/v1/documents/${later.id}`)).status).toBe(200);
  });

  it.each([
    [{ reason: 'a' }],
    [{ reason: 'a', type: 'x', metadata: { a: 1 } }],
    [{ reason: 'a', metadata: {} }],
    [{ type: 'x' }],
  ])('is refused as %j', async (body) => expect((await tenant.api.post('/v1/privacy/holds', body)).status).toBe(400));
});
