import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  ])('on %s keeps it from deletion, erasure and retention, until it is released', async (_, target) => {
    tenant = await world.newTenant();
    const { api } = tenant;
    await api.patch('/v1/tenant', { retentionDays: 1 });
    const fields = { pipeline: 'read', metadata: { case: 7, court: 'x' } };
    const { body: document } = await api.upload({ name: 'a.txt', bytes: 'A letter of Held Person.' }, fields);
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

  it.each([
    [{ reason: 'a' }],
    [{ reason: 'a', type: 'x', metadata: { a: 1 } }],
    [{ reason: 'a', metadata: {} }],
    [{ type: 'x' }],
  ])('is refused as %j', async (body) => expect((await tenant.api.post('/v1/privacy/holds', body)).status).toBe(400));
});
