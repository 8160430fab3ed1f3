import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asked } from '../../support/simulator/simulator.mjs';
import { type RoomApp, startRoomApp, uuidOf } from '../models/room-app.js';

const SCHEMA = {
  key: 'notes',
  name: 'Notes',
  fields: [{ name: 'occasion', type: 'string', description: 'Why it was written', labels: [], required: true }],
};
const NOTE = `A note of ${crypto.randomUUID()}
In settlement of our arrangement we ask for the sum of 310.00 dollars.
We thank you.`;

interface Evaluation {
  readonly status: string;
  readonly figures: { readonly micro: { readonly f1: number } } | null;
  readonly usage: { readonly tokensIn: number; readonly cost: { readonly amount: string } };
}

describe('an evaluation with models', () => {
  let app: RoomApp;
  let asked = 0;

  beforeAll(async () => {
    app = await startRoomApp();
    const scenario = ({ schema }: Asked) => {
      asked++;
      const names = Object.keys((schema as { properties: object }).properties);
      return {
        answer: Object.fromEntries(
          names.map((name) => [name, { value: 'our arrangement', quote: 'In settlement of our arrangement' }]),
        ),
      };
    };
    app.one.change({ scenario });
    app.two.change({ scenario });
  });
  afterAll(() => app?.close());

  it('asks them by thresholds of its own, and its calls are in the ledger', async () => {
    const { api, id } = await app.newTenant();
    await api.patch('/v1/tenant', { modelThresholds: { classify: 0, extract: 0 }, piiPolicy: { modelInput: 'plain' } });
    const { body: schema } = await api.post<{ id: string }>('/v1/schemas', SCHEMA);
    const { body: document } = await api.upload({ name: 'n.txt', bytes: NOTE }, { schemaId: schema.id });
    const { body: set } = await api.post<{ id: string }>('/v1/golden-sets', { name: 'Notes' });
    const path = `/v1/golden-sets/${set.id}`;
    await api.post(`${path}/documents`, { documentId: document.id, fields: { occasion: 'our arrangement' } });
    const evaluate = async (modelThresholds: object): Promise<Evaluation> =>
      (await api.post<Evaluation>(`${path}/evaluations?wait=30`, { schemaId: schema.id, modelThresholds })).body;

    const alone = await evaluate({});
    expect([asked, alone.figures?.micro.f1, Number(alone.usage.cost.amount)]).toEqual([0, 0, 0]);
    const advised = await evaluate({ extract: 1 });
    expect([advised.status, advised.figures?.micro.f1]).toEqual(['succeeded', 1]);
    expect(asked).toBeGreaterThan(0);
    const { rows } = await app.owner.query<{ cost: string; tokens: number }>(
      `SELECT sum(cost)::text AS cost, sum(tokens_in)::int AS tokens FROM llm_calls WHERE tenant_id = $1 AND document_id = $2`,
      [uuidOf(id), uuidOf(document.id)],
    );
    expect(Number(advised.usage.cost.amount)).toBeCloseTo(Number(rows[0]?.cost) / 1e9, 9);
    expect(advised.usage.tokensIn).toBe(rows[0]?.tokens);
    expect(advised.usage.tokensIn).toBeGreaterThan(0);
    const { body } = await api.get<{ items: { kind: string }[] }>(`/v1/documents/${document.id}/runs`);
    expect(body.items.filter(({ kind }) => kind === 'extract')).toHaveLength(1);
  });
});
