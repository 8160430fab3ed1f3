import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client.js';
import type { Asked } from '../../support/simulator/simulator.mjs';
import { type RoomApp, startRoomApp, uuidOf } from '../models/room-app.js';

interface Field {
  readonly name: string;
  readonly value: string | null;
  readonly confidence: number;
  readonly grounding: { readonly quote: string; readonly span: readonly [number, number] } | null;
  readonly origin: { readonly engine: string; readonly model: string | null };
}

/** A note whose amounts have no label that the local engine knows. */
const NOTE = (thing: string): string =>
  `${thing}\nDated the 4th of March 2026.\nIn settlement of our arrangement we ask for the sum of 310.00 dollars.\nWe thank you.`;
const WITHOUT_AMOUNT = (thing: string): string =>
  `${thing}\nDated the 4th of March 2026.\nWe thank you for the sum agreed upon.`;
const PAGE = `Our garden this year
The roses came late, and the beans early.`;

describe('the cascade', () => {
  let app: RoomApp;
  let asked: Asked[] = [];
  let things = 0;

  /** A text that was never sent before, so that no answer comes from the cache. */
  const fresh = (): string => `Paper ${++things} of ${crypto.randomUUID()}`;

  /** What the simulated providers answer, by what they are asked. */
  const answering = (answer: (request: Asked) => unknown): void => {
    asked = [];
    const scenario = (request: Asked) => {
      asked.push(request);
      return { answer: answer(request) };
    };
    app.one.change({ scenario });
    app.two.change({ scenario });
  };
  const thresholds = (api: ApiClient, modelThresholds: { classify?: number; extract?: number }) =>
    api.patch('/v1/tenant', { modelThresholds, piiPolicy: { modelInput: 'plain' } });
  const isRetry = ({ system }: Asked): boolean => system.includes('A first reading had the problems');
  const receipt = (api: ApiClient, text: string) =>
    api.upload({ name: `${things}.txt`, bytes: text }, { type: 'receipt', pipeline: 'full' });
  const fieldOf = (body: { extraction: unknown }, name: string): Field => {
    const { fields } = body.extraction as { fields: Field[] };
    const field = fields.find((one) => one.name === name);
    if (!field) throw new Error(`no field ${name}`);
    return field;
  };
  /** Nothing for each field but what is given. */
  const fieldsAnswer = (given: Record<string, unknown>) => (request: Asked) =>
    Object.fromEntries(
      Object.keys((request.schema as { properties: object }).properties).map((name) => [name, given[name] ?? null]),
    );

  beforeAll(async () => {
    app = await startRoomApp();
  });
  afterAll(() => app?.close());
  beforeEach(() => {
    app.calm();
    answering(() => null);
  });

  describe('classification', () => {
    it('asks nobody where the local engine is sure', async () => {
      const { api } = await app.newTenant();
      const text = `RECEIPT\n${fresh()}\nReceipt no. 5\nCash 10.00\nChange 2.00\nTotal 8.00\nThank you for shopping with us`;
      const { body } = await api.upload({ name: 'a.txt', bytes: text }, { pipeline: 'classify' });
      expect(body.classification).toMatchObject({ type: 'receipt', origin: { engine: 'local', model: null } });
      expect(asked).toEqual([]);
    });

    it('asks a model where it is not, and enters what that took', async () => {
      const { api, id } = await app.newTenant();
      answering(() => ({ type: 'payslip', quote: 'roses came late' }));
      const { body } = await api.upload({ name: 'b.txt', bytes: `${fresh()}\n${PAGE}` }, { pipeline: 'classify' });
      expect(body.classification).toMatchObject({
        type: 'payslip',
        industry: 'human_resources',
        origin: { engine: 'llm', model: 'one/small', forced: false },
      });
      expect(asked).toHaveLength(1);
      expect(asked[0]?.system).not.toContain('roses');
      const usage = (body as unknown as { usage: { tokensIn: number; cost: { amount: string } } }).usage;
      const { rows } = await app.owner.query<{ cost: string; purpose: string; document_id: string; tokens_in: number }>(
        'SELECT cost, purpose, document_id, tokens_in FROM llm_calls WHERE tenant_id = $1',
        [uuidOf(id)],
      );
      expect(rows).toEqual([
        { cost: expect.anything(), purpose: 'classify', document_id: uuidOf(body.id), tokens_in: usage.tokensIn },
      ]);
      expect(Number(rows[0]?.cost) / 1e9).toBeCloseTo(Number(usage.cost.amount), 9);
      expect(usage.tokensIn).toBeGreaterThan(0);
    });

    it('keeps the local answer where the model quotes what is not there, twice', async () => {
      const { api } = await app.newTenant();
      answering(() => ({ type: 'payslip', quote: 'net salary for the month' }));
      const { body } = await api.upload({ name: 'c.txt', bytes: `${fresh()}\n${PAGE}` }, { pipeline: 'classify' });
      expect(body.classification).toMatchObject({
        type: 'generic',
        origin: { engine: 'local', model: null, degraded: 'unusable-answer' },
      });
      expect(asked.length).toBeGreaterThanOrEqual(2);
    });

    it.each([
      ['the tenant wants none asked', { classify: 0 }, {}],
      ['the sender names the type', {}, { type: 'invoice' }],
    ])('asks nobody where %s', async (_why, change, options) => {
      const { api } = await app.newTenant();
      await thresholds(api, change);
      await api.upload({ name: 'd.txt', bytes: `${fresh()}\n${PAGE}` }, { pipeline: 'classify', ...options });
      expect(asked).toEqual([]);
    });
  });

  describe('extraction', () => {
    it('asks for what is missing, and grounds it in the text', async () => {
      const { api } = await app.newTenant();
      await thresholds(api, { classify: 0 });
      answering(fieldsAnswer({ total: { value: '310.00', quote: 'the sum of 310.00 dollars' } }));
      const text = NOTE(fresh());
      const { body } = await receipt(api, text);
      expect(asked).toHaveLength(1);
      const total = fieldOf(body as never, 'total');
      expect(total).toMatchObject({ value: '310.00', origin: { engine: 'llm', model: 'one/small' } });
      const [start, end] = total.grounding?.span ?? [0, 0];
      expect(text.slice(start, end)).toBe('310.00 dollars');
      expect(total.confidence).toBeGreaterThan(0.5);
      expect(body).toMatchObject({ status: 'succeeded' });
    });

    it('stores no value that does not stand in the text, and says so in its second question', async () => {
      const { api } = await app.newTenant();
      await thresholds(api, { classify: 0 });
      answering((request) =>
        fieldsAnswer({
          total: isRetry(request)
            ? { value: '310.00', quote: 'the sum of 310.00 dollars' }
            : { value: '999.00', quote: 'the sum of 999.00 dollars' },
        })(request),
      );
      const { body } = await receipt(api, NOTE(fresh()));
      expect(asked.map(isRetry)).toEqual([false, true]);
      expect(asked[1]?.turns.map(({ text }) => text).join()).toContain(
        'total: the quote does not stand in the document',
      );
      expect(fieldOf(body as never, 'total').value).toBe('310.00');
      const { body: runs } = await api.get<{ items: { kind: string; tokensIn: number }[] }>(
        `/v1/documents/${body.id}/runs`,
      );
      expect(runs.items.find(({ kind }) => kind === 'extract')).toMatchObject({ engine: 'llm', model: 'one/small' });
    });

    it('leaves a field empty where the model invents it again and again', async () => {
      const { api } = await app.newTenant();
      await thresholds(api, { classify: 0 });
      answering(fieldsAnswer({ total: { value: '999.00', quote: 'the sum of 999.00 dollars' } }));
      const { body } = await receipt(api, WITHOUT_AMOUNT(fresh()));
      expect(asked).toHaveLength(2);
      expect(fieldOf(body as never, 'total')).toMatchObject({ value: null, grounding: null, confidence: 0 });
    });

    it('takes no value that its own quote does not hold', async () => {
      const { api } = await app.newTenant();
      await thresholds(api, { classify: 0 });
      answering(fieldsAnswer({ total: { value: '2026', quote: 'the sum agreed upon' } }));
      const { body } = await receipt(api, WITHOUT_AMOUNT(fresh()));
      expect(fieldOf(body as never, 'total').value).toBeNull();
    });

    it('asks for everything where the tenant wants it', async () => {
      const { api } = await app.newTenant();
      await thresholds(api, { classify: 0, extract: 1 });
      answering(fieldsAnswer({}));
      await receipt(api, NOTE(fresh()));
      const names = asked.flatMap(({ schema }) => Object.keys((schema as { properties: object }).properties));
      expect(names).toEqual(expect.arrayContaining(['merchantName', 'total', 'lineItems', 'tip']));
    });

    it('goes on with the local answer where providers are down, and says why', async () => {
      const { api } = await app.newTenant();
      await thresholds(api, { classify: 0 });
      app.one.change({ isDown: true });
      app.two.change({ isDown: true });
      const { body } = await receipt(api, NOTE(fresh()));
      expect(body).toMatchObject({ status: 'succeeded', extraction: { degraded: 'unavailable' } });
      expect(fieldOf(body as never, 'total').origin.engine).toBe('local');
    });

    it.each([
      ['local', { status: 'succeeded', error: null, extraction: { degraded: 'budget-exhausted' } }],
      ['refuse', { status: 'failed', error: { code: 'budget_exhausted' } }],
    ])('keeps to a budget that is used up: %s', async (onExhausted, expected) => {
      const { api } = await app.newTenant();
      await thresholds(api, { classify: 0 });
      const { status } = await api.put('/v1/budgets', {
        budgets: [{ scope: 'tenant', period: 'month', hard: { tokens: 1 }, onExhausted }],
      });
      expect(status).toBe(200);
      const { body } = await receipt(api, NOTE(fresh()));
      expect(body).toMatchObject(expected);
      expect(asked).toEqual([]);
    });

    it('makes one call for twins that come at once', async () => {
      const { api } = await app.newTenant();
      await api.patch('/v1/tenant', { duplicates: 'process', modelThresholds: { classify: 0 } });
      answering(fieldsAnswer({ total: { value: '310.00', quote: 'the sum of 310.00 dollars' } }));
      const text = NOTE(fresh());
      const twins = await Promise.all(Array.from({ length: 12 }, () => receipt(api, text)));
      expect(twins.map(({ body }) => fieldOf(body as never, 'total').value)).toEqual(twins.map(() => '310.00'));
      expect(asked).toHaveLength(1);
    });
  });
});
