import { newUuid, publicId } from '@app/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestTenant } from '../../support/app.js';
import { type RoomApp, startRoomApp, uuidOf } from './room-app.js';

interface Amount {
  readonly cost: string | null;
  readonly tokens: number | null;
}
interface Shown {
  readonly scope: string;
  readonly subject: string;
  readonly spending: readonly {
    readonly subject: string;
    readonly spent: Amount;
    readonly left: Amount;
    readonly warnedAt: string | null;
  }[];
  readonly warnings: readonly { readonly subject: string; readonly periodStart: string; readonly at: string }[];
}
interface Budgets {
  readonly budgets: readonly Shown[];
}

const PATH = '/v1/budgets';

let room: RoomApp;
let tenant: TestTenant;
beforeAll(async () => {
  room = await startRoomApp();
});
afterAll(() => room.close());
beforeEach(async () => {
  tenant = await room.newTenant();
});

/** A document of the tenant that somebody brought. */
async function newDocument(createdBy: string | null): Promise<string> {
  const id = newUuid();
  const sha256 = id.replaceAll('-', '').padEnd(64, '0');
  await room.owner.query('INSERT INTO stored_files (tenant_id, sha256, size_bytes) VALUES ($1, $2, 1)', [
    uuidOf(tenant.id),
    sha256,
  ]);
  await room.owner.query(
    `INSERT INTO documents (tenant_id, id, filename, media_type, size_bytes, sha256, pipeline, options_hash, created_by)
     VALUES ($1, $2, 'a', 'text/plain', 1, $3, 'full', '', $4)`,
    [uuidOf(tenant.id), id, sha256, createdBy],
  );
  return id;
}

const list = async (): Promise<readonly Shown[]> => (await tenant.api.get<Budgets>(PATH)).body.budgets;
const put = (...budgets: readonly object[]) =>
  tenant.api.put<Budgets & { code: string; errors: { pointer: string }[] }>(PATH, { budgets });
const spendingOf = async (scope: string) => (await list()).find((budget) => budget.scope === scope)?.spending;

describe('a budget of a user or document', () => {
  it('is set by the id that the API shows, and holds back work on what this user brought alone', async () => {
    const [spender, other] = [newUuid(), newUuid()];
    const subject = publicId('user', spender);
    const budget = { scope: 'user', subject, period: 'day', hard: { tokens: 0 }, onExhausted: 'local' };
    const { status, body } = await put(budget);
    expect([status, body.budgets.map((shown) => shown.subject)]).toEqual([200, [subject]]);
    const ask = async (createdBy: string | null) =>
      room.ask(tenant.id, { documentId: await newDocument(createdBy), purpose: 'classify' });
    expect(await ask(spender)).toMatchObject({ kind: 'none', reason: 'budget-exhausted' });
    for (const createdBy of [other, null]) expect(await ask(createdBy)).toMatchObject({ kind: 'answer' });
    expect((await put(budget)).body.budgets.map((shown) => shown.subject)).toEqual([subject]);
  });

  it('of its own tells the ids of who spent, in the ledger too', async () => {
    const spender = newUuid();
    const documentId = await newDocument(spender);
    await put({ scope: 'user', period: 'month' }, { scope: 'document', period: 'month' });
    const content = [{ name: 'document', text: `once ${newUuid()}` }];
    for (const cacheHit of [false, true])
      expect(await room.ask(tenant.id, { documentId, content })).toMatchObject({ origin: { cacheHit } });
    expect(await spendingOf('user')).toMatchObject([{ subject: publicId('user', spender), warnedAt: null }]);
    expect(await spendingOf('document')).toMatchObject([{ subject: publicId('document', documentId) }]);
    await expect
      .poll(
        async () =>
          (
            await room.owner.query(`SELECT outcome FROM llm_calls WHERE tenant_id = $1 AND user_id = $2 ORDER BY 1`, [
              uuidOf(tenant.id),
              spender,
            ])
          ).rows,
      )
      .toEqual([{ outcome: 'answered' }, { outcome: 'cache-hit' }]);
  });

  it.each([
    ['user', newUuid()],
    ['user', 'usr_1'],
    ['user', publicId('document', newUuid())],
    ['document', publicId('user', newUuid())],
    ['purpose', 'extracting'],
    ['tenant', 'classify'],
  ])('of scope %s is refused with the subject %s, which no call can have', async (scope, subject) => {
    const { status, body } = await put({ scope, subject, period: 'day' });
    expect([status, body.code, body.errors.map(({ pointer }) => pointer)]).toEqual([
      400,
      'invalid_budget',
      ['/budgets/0/subject'],
    ]);
    expect(await list()).toEqual([]);
  });
});

describe('budgets', () => {
  it('are those of one request, however many replace them at once', async () => {
    const sets = Array.from({ length: 12 }, (_, index) => [
      {
        scope: 'purpose',
        subject: index % 2 === 0 ? 'classify' : 'extract',
        period: index % 3 === 0 ? 'day' : 'month',
      },
      { scope: 'tenant', period: index % 2 === 0 ? 'day' : 'month' },
    ]);
    const answers = await Promise.all(sets.map((set) => put(...set)));
    expect(answers.map(({ status }) => status)).toEqual(sets.map(() => 200));
    expect(await list()).toHaveLength(2);
  });

  it('show what is used, what is left, and when it was told that a soft limit was passed', async () => {
    const began = Date.now();
    await put({ scope: 'tenant', period: 'month', soft: { tokens: 1 }, hard: { cost: '1', tokens: 1_000_000 } });
    await room.ask(tenant.id);
    const [budget] = await list();
    const { spent, left, warnedAt } = budget!.spending[0]!;
    expect(Number(spent.cost) + Number(left.cost)).toBeCloseTo(1, 9);
    expect(Number(spent.tokens) + Number(left.tokens)).toBe(1_000_000);
    expect(Date.parse(String(warnedAt))).toBeGreaterThanOrEqual(began);
    const periodStart = `${new Date().toISOString().slice(0, 7)}-01`;
    expect(budget!.warnings).toEqual([{ subject: '', periodStart, at: warnedAt }]);

    // Raised, it is not passed; it is told again when it is.
    await put({ scope: 'tenant', period: 'month', soft: { tokens: Number(spent.tokens) + 1 } });
    expect((await list())[0]).toMatchObject({ warnings: [], spending: [{ warnedAt: null, left: { tokens: null } }] });
    await room.ask(tenant.id);
    expect((await list())[0]!.warnings).toHaveLength(1);
  });
});

it("a tenant's keys are those of one request, however many replace them at once", async () => {
  const path = '/v1/tenant/model-keys';
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) => tenant.api.put(`${path}/one`, { keys: [`sk-of-request-${index}`] })),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect((await tenant.api.get<{ items: unknown[] }>(path)).body.items).toHaveLength(1);
});
