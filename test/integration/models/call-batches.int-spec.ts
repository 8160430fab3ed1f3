import { newUuid } from '@app/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gatewayHarness, type GatewayHarness } from './gateway-harness.js';

const NO_LIMIT = { cost: null, tokens: null };
const budget = (scope: 'tenant' | 'purpose' | 'document', cost: number) => ({
  scope,
  subject: '',
  period: 'month' as const,
  soft: NO_LIMIT,
  hard: { cost, tokens: null },
  onExhausted: 'refuse' as const,
});
const call = (documentId: string | null, cost: number, purpose: 'extract' | 'classify' = 'extract') => ({
  id: newUuid(),
  userId: null,
  lifeSeconds: 60,
  purpose,
  documentId,
  provider: 'one',
  model: 'one/small',
  keyId: null,
  attempt: 1,
  promptHash: 'h',
  estimate: { tokens: 10, cost },
});
const closed = ({ id }: { id: string }, cost: number) => ({
  id,
  outcome: 'answered' as const,
  usage: { input: 3, cachedInput: 0, output: 2 },
  cost,
  latencyMs: 1,
});

let harness: GatewayHarness;
beforeAll(async () => {
  harness = await gatewayHarness({
    providers: [{ id: 'one', baseUrl: 'http://127.0.0.1:9/v1', models: [{ name: 'small' }] }],
    routes: { default: ['one/small'] },
  });
});
afterAll(() => harness.close());

const [first, second] = [newUuid(), newUuid()];

it.each([
  [
    'a batch that fits',
    [call(first, 40), call(second, 50), call(first, 60), call(null, 5, 'classify')],
    [null, null, null, null],
  ],
  [
    'a batch that fits in part: what comes later is refused, what is smaller still fits',
    [call(first, 60), call(first, 60), call(first, 40), call(second, 100), call(null, 5, 'classify')],
    [null, 'refuse', null, null, null],
  ],
])('reserves and settles %s, in each budget that it concerns', async (_, calls, expected) => {
  const tenant = await harness.newTenant();
  const spending = () =>
    harness.as(tenant, async () =>
      Object.fromEntries(
        (await harness.budgets.list()).flatMap(({ scope, spending: lines }) =>
          lines.map(({ subject, reserved, spent }) => [
            `${scope} ${subject}`,
            [reserved.cost, reserved.tokens, spent.cost, spent.tokens],
          ]),
        ),
      ),
    );
  await harness.as(tenant, () =>
    harness.budgets.replace([budget('tenant', 1_000), budget('purpose', 500), budget('document', 100)]),
  );
  const answers = await harness.as(tenant, () => harness.calls.open(calls));
  expect(answers).toEqual(expected);

  const open = calls.filter((_call, index) => expected[index] === null);
  const sum = (of: typeof calls): number => of.reduce((total, { estimate }) => total + estimate.cost, 0);
  const by = (test: (one: (typeof calls)[number]) => boolean) => open.filter(test);
  const groups = {
    'tenant ': open,
    'purpose extract': by(({ purpose }) => purpose === 'extract'),
    'purpose classify': by(({ purpose }) => purpose === 'classify'),
    [`document ${first}`]: by(({ documentId }) => documentId === first),
    [`document ${second}`]: by(({ documentId }) => documentId === second),
  };
  const whole = (of: (list: typeof calls) => readonly number[]) =>
    Object.fromEntries(Object.entries(groups).map(([name, list]) => [name, of(list)]));
  expect(await spending()).toEqual(whole((list) => [sum(list), list.length * 10, 0, 0]));

  const settle = () => harness.as(tenant, () => harness.calls.close(open.map((one) => closed(one, 7))));
  await settle();
  const settled = whole((list) => [0, 0, list.length * 7, list.length * 5]);
  expect(await spending()).toEqual(settled);
  // A second settlement of the same calls changes nothing.
  await settle();
  expect(await spending()).toEqual(settled);
});
