import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Triage } from '../../../apps/api/src/triage/index.js';
import type { ApiClient } from '../../support/api-client.js';
import type { Asked } from '../../support/simulator/simulator.mjs';
import { type RoomApp, startRoomApp, uuidOf } from '../models/room-app.js';

const ALL = { classify: 'model', prioritise: 'model', summarise: 'model', reply: 'model' } as const;

const CASCADE = { classify: 'cascade', prioritise: 'cascade', summarise: 'cascade', reply: 'local' } as const;

/** A letter that no word list knows much of. */
const letter = (): string =>
  `Paper ${crypto.randomUUID().replace(/\d/g, 'x')}\nThe roses of Ms Novak came late, and the beans early. Could you look at the arch by the gate?`;

describe('the agents of triage', () => {
  let app: RoomApp;
  let asked: Asked[] = [];

  const answering = (answers: Readonly<Record<string, unknown>>): void => {
    asked = [];
    const scenario = (request: Asked) => {
      asked.push(request);
      const name = Object.keys(answers).find((one) =>
        Object.hasOwn((request.schema as { properties: object }).properties, one),
      );
      return { answer: name === undefined ? null : answers[name] };
    };
    app.one.change({ scenario });
    app.two.change({ scenario });
  };
  const settings = (api: ApiClient, triageAgents: object, more: object = {}) =>
    api.patch('/v1/tenant', { triageAgents, piiPolicy: { modelInput: 'plain' }, ...more });
  const triage = async (api: ApiClient, text: string): Promise<Triage> => {
    const { status, body } = await api.post('/v1/triage', { subject: 'Garden', text });
    expect(status).toBe(200);
    return body as unknown as Triage;
  };
  const LABELS = {
    category: 'recruitment',
    type: 'question',
    categoryQuote: 'the beans early',
    priority: 'low',
    priorityQuote: 'roses of Ms Novak came late',
  };
  const SUMMARY = {
    sentences: ['The roses of Ms Novak came late, and the beans early.', 'They cost 500 dollars.'],
    keyPoints: ['The roses of Ms Novak came late'],
    actionItems: [],
    deadlines: [],
  };
  const PLAN = {
    needed: true,
    step: 'goods',
    template: 'none',
    facts: [],
    questions: [],
    quote: 'the arch by the gate',
  };

  beforeAll(async () => {
    app = await startRoomApp();
  });
  afterAll(() => app?.close());
  beforeEach(() => {
    app.calm();
    answering({});
  });

  it('asks nobody where the tenant has set nothing', async () => {
    const { api } = await app.newTenant();
    await triage(api, letter());
    expect(asked).toEqual([]);
  });

  it('asks nobody where the engine is sure', async () => {
    const { api } = await app.newTenant();
    await settings(api, CASCADE);
    answering({ category: { ...LABELS, type: null, category: 'recruitment' } });
    await triage(
      api,
      'Invoice 4711: please refund the duplicate payment of 20.00 EUR, you have charged my card twice.',
    );
    expect(asked).toEqual([]);
  });

  it('asks only for what the engine is not sure of', async () => {
    const { api } = await app.newTenant();
    await settings(api, CASCADE);
    answering({ category: { ...LABELS, priority: null, priorityQuote: '' } });
    await triage(api, letter());
    expect(asked.map(({ schema }) => Object.keys((schema as { properties: object }).properties))).toEqual([
      ['category', 'type', 'categoryQuote', 'priority', 'priorityQuote'],
    ]);
  });

  it('asks three questions for four agents, takes what is proved, and enters what each cost', async () => {
    const { api, id } = await app.newTenant();
    await settings(api, ALL);
    answering({ category: LABELS, sentences: SUMMARY, step: PLAN });
    const { category, summary, reply, origin, documentId } = await triage(api, letter());
    expect(asked).toHaveLength(3);
    expect(category.name).toBe('recruitment');
    expect(summary).toMatchObject({
      text: 'Roses of Ms Novak came late.',
      keyPoints: ['The roses of Ms Novak came late, and the beans early.'],
    });
    expect(reply.draft).toContain('We are checking where things stand.');
    expect(origin).toMatchObject({ engine: 'llm', model: 'one/small' });
    expect(origin.agents).toMatchObject({
      classify: { by: 'model', model: 'one/small', evidence: ['the beans early'] },
      summarise: { by: 'model', reason: 'unproven: 1 quotes' },
      reply: { by: 'model', reason: null },
    });
    const { rows } = await app.owner.query<{ purpose: string; cost: string }>(
      'SELECT purpose, cost FROM llm_calls WHERE tenant_id = $1 AND document_id = $2 ORDER BY purpose',
      [uuidOf(id), uuidOf(documentId)],
    );
    expect(rows.map(({ purpose }) => purpose)).toEqual(['reply', 'summarise', 'triage']);
    const costs = Object.values(origin.agents).map(({ cost }) => Number(cost));
    const total = rows.reduce((sum, { cost }) => sum + Number(cost) / 1e9, 0);
    expect(costs.reduce((sum, cost) => sum + cost, 0)).toBeCloseTo(total, 9);
  });

  it('fails alone: nonsense of one inquiry leaves the others, and the engine has its say', async () => {
    const { api } = await app.newTenant();
    await settings(api, ALL);
    answering({ category: LABELS, sentences: 'I am sorry', step: { ...PLAN, quote: 'what nobody wrote' } });
    const { category, origin, summary } = await triage(api, letter());
    expect(category.name).toBe('recruitment');
    expect(summary.text).not.toBe('');
    expect(origin.agents).toMatchObject({
      classify: { by: 'model' },
      summarise: { by: 'engine', reason: 'unusable-answer' },
      reply: { by: 'engine', reason: 'unproven' },
    });
  });

  it.each([
    ['what leaves is forbidden', { piiPolicy: { modelInput: 'local-only' } }, 'forbidden'],
    ['the threshold is 0', { modelThresholds: { triage: 0 } }, null],
  ])('keeps the engine where %s', async (_, more, reason) => {
    const { api } = await app.newTenant();
    await settings(api, ALL, more);
    answering({ category: LABELS, sentences: SUMMARY, step: PLAN });
    const { origin } = await triage(api, letter());
    expect(asked).toEqual([]);
    expect(Object.values(origin.agents)).toEqual(
      Array.from(
        { length: 4 },
        () => expect.objectContaining({ by: 'engine', model: null, reason, cost: '0.000000000' }) as unknown,
      ),
    );
  });

  it('keeps the engine where the budget is used up, even of tenants who want no local answer', async () => {
    const { api } = await app.newTenant();
    await settings(api, ALL);
    const limit = { scope: 'tenant', period: 'month', hard: { tokens: 1 }, onExhausted: 'refuse' };
    const { status } = await api.put('/v1/budgets', { budgets: [limit] });
    expect(status).toBe(200);
    const { origin } = await triage(api, letter());
    expect(asked).toEqual([]);
    expect(origin.agents.summarise).toMatchObject({ by: 'engine', reason: 'budget-exhausted' });
  });

  it('shows the model pseudonyms, and the reader names', async () => {
    const { api } = await app.newTenant();
    await api.patch('/v1/tenant', { triageAgents: { ...ALL, classify: 'local', prioritise: 'local', reply: 'local' } });
    app.one.change({
      scenario: (request: Asked) => {
        asked.push(request);
        const sent = request.turns.map(({ text }) => text).join('\n');
        const name = /Ask (\[PERSON_\d+\])/.exec(sent)?.[1] ?? 'nobody';
        return { answer: { ...SUMMARY, sentences: [`Ask ${name}.`], keyPoints: [] } };
      },
    });
    const { summary } = await triage(api, `${letter()} Ask Maria Gonzalez.`);
    expect(asked.flatMap(({ turns }) => turns.map(({ text }) => text)).join('\n')).not.toContain('Gonzalez');
    expect(summary.text).toBe('Ask Maria Gonzalez.');
  });
});
