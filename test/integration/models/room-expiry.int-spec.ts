import { SchedulerRegistry } from '@nestjs/schedule';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CallExpiry } from '../../../apps/api/src/models/call-expiry.service.js';
import type { TestTenant } from '../../support/app.js';
import { type RoomApp, startRoomApp, uuidOf } from './room-app.js';

let room: RoomApp;
beforeAll(async () => {
  room = await startRoomApp();
});
afterAll(() => room.close());

/** A call that was reserved and whose process died, so many seconds before its time is over. */
async function lostCall({ id }: TestTenant, expiresInSeconds: number, tokens: number, cost: number): Promise<string> {
  const tenant = uuidOf(id);
  const { rows } = await room.owner.query<{ id: string; subject: string; start: string }>(
    `UPDATE budget_spending s SET reserved_cost = reserved_cost + $2, reserved_tokens = reserved_tokens + $3
      WHERE tenant_id = $1 RETURNING budget_id AS id, subject, period_start::text AS start`,
    [tenant, cost, tokens],
  );
  const [{ id: budget, subject, start } = { id: '', subject: '', start: '' }] = rows;
  const call = crypto.randomUUID();
  await room.owner.query(
    `INSERT INTO llm_calls (tenant_id, id, state, purpose, provider, model, attempt, prompt_hash, reserved_cost, reserved_tokens,
                            spending, expires_at)
     VALUES ($1, $2, 'open', 'extract', 'one', 'one/small', 1, 'h', $3, $4, $5, now() + make_interval(secs => $6))`,
    [tenant, call, cost, tokens, JSON.stringify([{ budget, subject, start }]), expiresInSeconds],
  );
  return call;
}

const stateOf = async (call: string) =>
  (await room.owner.query<{ state: string }>('SELECT state FROM llm_calls WHERE id = $1', [call])).rows[0]?.state;

it('counts calls of a process that died as spent, at their whole estimate, and leaves those alone whose time is not over', async () => {
  const tenant = await room.newTenant();
  await tenant.api.put('/v1/budgets', { budgets: [{ scope: 'tenant', period: 'month', hard: { cost: '1.00' } }] });
  // Its first call makes the row that keeps what is spent.
  expect(await room.ask(tenant.id)).toMatchObject({ kind: 'answer' });
  const spending = async () => {
    const { body } = await tenant.api.get<{ budgets: { spending: Record<string, { cost: string }>[] }[] }>(
      '/v1/budgets',
    );
    const [{ spent, reserved } = {}] = body.budgets[0]?.spending ?? [];
    return [Number(spent?.cost), Number(reserved?.cost)];
  };
  const [before = 0] = await spending();
  const dead = await lostCall(tenant, -1, 100, 400_000_000);
  const alive = await lostCall(tenant, 600, 10, 500_000_000);
  expect(await spending()).toEqual([before, 0.9]);

  await room.app.get(CallExpiry, { strict: false }).sweep();

  expect(await Promise.all([stateOf(dead), stateOf(alive)])).toEqual(['expired', 'open']);
  const [spent, reserved] = await spending();
  expect(spent).toBeCloseTo(before + 0.4, 9);
  expect(reserved).toBe(0.5);
  const { rows } = await room.owner.query('SELECT outcome, cost FROM llm_calls WHERE id = $1', [dead]);
  expect(rows).toEqual([{ outcome: 'lost', cost: '400000000' }]);
});

it('is done by every worker, again and again', () => {
  expect(room.app.get(SchedulerRegistry, { strict: false }).doesExist('interval', 'models.expire-calls')).toBe(true);
});
