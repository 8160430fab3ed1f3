import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CallExpiry } from '../../../apps/api/src/models/call-expiry.service.js';
import { type RoomApp, startRoomApp, uuidOf } from './room-app.js';

let room: RoomApp;
beforeAll(async () => {
  room = await startRoomApp();
  // Events are gone once they are relayed: this keeps them.
  await room.owner.query(`
    CREATE TABLE seen (tenant_id uuid, event text, facts jsonb);
    CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
      $$ BEGIN INSERT INTO public.seen VALUES (NEW.tenant_id, NEW.event, NEW.facts); RETURN NEW; END $$;
    CREATE TRIGGER keep AFTER INSERT ON outbox_events FOR EACH ROW EXECUTE FUNCTION keep();`);
});
afterAll(() => room.close());

const clients: pg.Client[] = [];
afterAll(async () => {
  for (const client of clients) await client.end();
});

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
  await client.connect();
  clients.push(client);
  return client;
}

interface Warning {
  readonly scope: string;
  readonly subject: string;
  readonly spent: { readonly cost: string; readonly tokens: number };
}

const warningsOf = async (tenant: string): Promise<Warning[]> =>
  (
    await room.owner.query<{ facts: Warning }>(
      `SELECT facts FROM seen WHERE event = 'budget.warning' AND tenant_id = $1 ORDER BY facts->>'scope'`,
      [uuidOf(tenant)],
    )
  ).rows.map(({ facts }) => facts);

it('tells each budget whose soft limit is passed once a period, however many calls pass it at once', async () => {
  const tenant = await room.newTenant();
  const quiet = await room.newTenant();
  await tenant.api.put('/v1/budgets', {
    budgets: [
      { scope: 'tenant', period: 'month', soft: { tokens: 400 } },
      { scope: 'purpose', period: 'day', soft: { cost: '0.0002' }, hard: { cost: '1' } },
      { scope: 'purpose', subject: 'answer', period: 'month', soft: { tokens: 1 } },
      { scope: 'tenant', period: 'day', soft: { tokens: 1_000_000 } },
    ],
  });
  await room.ask(tenant.id);
  expect(await warningsOf(tenant.id)).toEqual([]);
  await Promise.all(Array.from({ length: 60 }, () => room.ask(tenant.id)));
  await Promise.all(Array.from({ length: 20 }, () => room.ask(quiet.id)));
  await room.ask(tenant.id);

  const warnings = await warningsOf(tenant.id);
  expect(warnings).toEqual([
    expect.objectContaining({ scope: 'purpose', subject: 'classify', period: 'day', currency: 'USD' }),
    expect.objectContaining({ scope: 'tenant', subject: '', period: 'month', soft: { cost: null, tokens: 400 } }),
  ]);
  expect(Number(warnings[0]?.spent.cost)).toBeGreaterThanOrEqual(0.0002);
  expect(warnings[1]?.spent.tokens).toBeGreaterThanOrEqual(400);
  expect(await warningsOf(quiet.id)).toEqual([]);
  await expect
    .poll(async () => (await room.owner.query('SELECT 1 FROM outbox_events')).rowCount, { timeout: 10_000 })
    .toBe(0);
});

it('tells of a limit that is passed by calls whose process died', async () => {
  const tenant = await room.newTenant();
  await tenant.api.put('/v1/budgets', { budgets: [{ scope: 'tenant', period: 'month', soft: { tokens: 10_000 } }] });
  await room.ask(tenant.id);
  await room.owner.query(
    `INSERT INTO llm_calls (tenant_id, id, state, purpose, provider, model, attempt, prompt_hash, reserved_tokens, spending, expires_at)
     SELECT tenant_id, gen_random_uuid(), 'open', 'extract', 'one', 'one/small', 1, 'h', 20000,
            jsonb_build_array(jsonb_build_object('budget', budget_id, 'subject', subject, 'start', period_start)),
            now() - interval '1 second'
       FROM budget_spending WHERE tenant_id = $1`,
    [uuidOf(tenant.id)],
  );
  expect(await warningsOf(tenant.id)).toEqual([]);
  const expiry = room.app.get(CallExpiry, { strict: false });
  await Promise.all(Array.from({ length: 10 }, () => expiry.sweep()));
  expect(await warningsOf(tenant.id)).toHaveLength(1);
});

it('tells of the running period alone where a limit is set or lowered', async () => {
  const tenant = await room.newTenant();
  const budgets = (tokens: number) => ({ budgets: [{ scope: 'tenant', period: 'day', soft: { tokens } }] });
  await tenant.api.put('/v1/budgets', budgets(1_000_000));
  await room.ask(tenant.id);
  await room.owner.query(
    `INSERT INTO budget_spending (tenant_id, budget_id, subject, period_start, spent_tokens)
     SELECT tenant_id, budget_id, subject, period_start - n, 900000 FROM budget_spending, generate_series(1, 50) n WHERE tenant_id = $1`,
    [uuidOf(tenant.id)],
  );
  await tenant.api.put('/v1/budgets', budgets(10));
  await room.ask(tenant.id);
  const warnings = await warningsOf(tenant.id);
  expect(warnings).toEqual([expect.objectContaining({ start: new Date().toISOString().slice(0, 10) })]);
});

it('calls of the dead take their places in budgets in the order of all others, so that nobody waits for each other', async () => {
  const tenant = await room.newTenant();
  const budgets = ['day', 'month'].map((period) => ({ scope: 'tenant', period, hard: { tokens: 1_000_000 } }));
  await tenant.api.put('/v1/budgets', { budgets });
  await room.ask(tenant.id);
  const { rows } = await room.owner.query<{ budget: string; line: object }>(
    `SELECT budget_id AS budget, jsonb_build_object('budget', budget_id, 'subject', subject, 'start', period_start) AS line
       FROM budget_spending WHERE tenant_id = $1 ORDER BY budget_id`,
    [uuidOf(tenant.id)],
  );
  // Ids in this order: the call that is entered first holds the second budget.
  for (const [index, { line }] of rows.toReversed().entries())
    await room.owner.query(
      `INSERT INTO llm_calls (tenant_id, id, state, purpose, provider, model, attempt, prompt_hash, reserved_tokens, spending, expires_at)
       VALUES ($1, $2, 'open', 'extract', 'one', 'one/small', 1, 'h', 5, $3, now() - interval '1 second')`,
      [uuidOf(tenant.id), `0000000${index}-0000-7000-8000-${uuidOf(tenant.id).slice(-12)}`, JSON.stringify([line])],
    );
  const holder = await connected();
  const lock = (index: number) =>
    holder.query('SELECT 1 FROM budget_spending WHERE budget_id = $1 FOR UPDATE', [rows[index]?.budget]);
  await holder.query('BEGIN');
  await lock(0);
  const sweep = room.app.get(CallExpiry, { strict: false }).sweep();
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  await expect.poll(async () => (await room.owner.query(waiting)).rowCount).toBeGreaterThan(0);
  await lock(1);
  await holder.query('COMMIT');
  await sweep;
  expect(
    (await room.owner.query(`SELECT DISTINCT state FROM llm_calls WHERE tenant_id = $1`, [uuidOf(tenant.id)])).rows,
  ).toEqual(expect.arrayContaining([{ state: 'expired' }, { state: 'closed' }]));
});
