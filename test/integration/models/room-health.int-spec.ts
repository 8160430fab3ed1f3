import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestTenant } from '../../support/app.js';
import type { SimulatorPlan } from '../../support/simulator/simulator.mjs';
import { type RoomApp, startRoomApp } from './room-app.js';

interface Health {
  readonly status: string;
  readonly details: { readonly providers: { readonly status: string; readonly configured: Record<string, string> } };
}

/** More than a breaker looks at before it opens. */
const MANY = 20;

/** A service of its own each time: what calls have met stays with the instance. */
describe.each<[string, (keys: readonly string[]) => SimulatorPlan & { isDown?: boolean }, number, string]>([
  ['answers', () => ({}), 1, 'up'],
  ['was never asked', () => ({ isDown: true }), 0, 'up'],
  ['is down', () => ({ isDown: true }), MANY, 'open-circuit'],
  ['refuses all keys', (keys) => ({ deadKeys: keys }), 3, 'no-usable-key'],
  ['refuses one key', (keys) => ({ deadKeys: keys.slice(0, 1) }), 3, 'up'],
  ['has met its rate limits', () => ({ faults: { share: 1, kinds: { 'rate-limit-bare': 1 } } }), 3, 'resting'],
  ['is out of quota', () => ({ faults: { share: 1, kinds: { quota: 1 } } }), 3, 'no-usable-key'],
])('where a provider %s', (_, plan, calls, expected) => {
  let room: RoomApp;
  let tenant: TestTenant;
  beforeAll(async () => {
    room = await startRoomApp({ LLM_PROBE_EVERY_MS: '60000' });
    tenant = await room.newTenant();
  });
  afterAll(() => room.close());
  beforeEach(() => room.calm());

  it(`is told as ${expected}, without asking it, and never makes the service unready`, async () => {
    room.one.change(plan(room.serviceKeys));
    // Every model of it: one that can still be asked is enough to be up.
    await tenant.api.patch('/v1/tenant', { providerRoutes: { answer: ['one/large'], embed: ['one/vectors'] } });
    for (let index = 0; index < calls; index++) {
      await Promise.all([
        room.ask(tenant.id, { deadlineMs: 1_500 }),
        room.ask(tenant.id, { deadlineMs: 1_500, purpose: 'answer' }),
        room.embed(tenant.id),
      ]);
    }
    const before = room.one.stats.requests;
    for (const path of ['/health/ready', '/health']) {
      const { status, body } = await tenant.api.as('').get<Health>(path);
      expect(status).toBe(200);
      expect(body).toMatchObject({ status: 'ok', details: { providers: { status: 'up', local: 'ready' } } });
      expect(body.details.providers.configured).toEqual({ one: expected, two: 'up' });
      expect(JSON.stringify(body)).not.toContain('sk-');
    }
    expect(room.one.stats.requests).toBe(before);
  });
});
