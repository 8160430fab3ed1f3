import type { ModelAnswer, ModelRequest } from '@app/llm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FAULTS } from '../../support/simulator/faults.mjs';
import { type Simulator, startSimulator } from '../../support/simulator/simulator.mjs';
import { gatewayHarness, type GatewayHarness } from './gateway-harness.js';

const PRICE = { input: 3, output: 15 };
const RIGHT = { total: '12.50', summary: 'a bill for paper' };
const answerSchema = z.object({ total: z.string(), summary: z.string() });
const STORY = 'A sentence that is long enough to come in several pieces, one after the other.';

const WIRES = ['openai-compatible', 'anthropic'] as const;
type Wire = (typeof WIRES)[number];

interface Case {
  readonly fault: string;
  readonly outcomes: readonly string[];
  /** `answer`, or the reason why there is none. */
  readonly end: string;
}

/** What the ledger has after one request met the fault and the next ones none; what the caller gets. */
const CASES: readonly Case[] = [
  { fault: 'rate-limit-seconds', outcomes: ['rate-limited', 'answered'], end: 'answer' },
  { fault: 'rate-limit-date', outcomes: ['rate-limited', 'answered'], end: 'answer' },
  { fault: 'rate-limit-bare', outcomes: ['rate-limited', 'answered'], end: 'answer' },
  { fault: 'quota', outcomes: ['quota', 'answered'], end: 'answer' },
  { fault: 'server-error', outcomes: ['server', 'answered'], end: 'answer' },
  { fault: 'bad-gateway', outcomes: ['server', 'answered'], end: 'answer' },
  { fault: 'unavailable', outcomes: ['overloaded', 'answered'], end: 'answer' },
  { fault: 'overloaded', outcomes: ['overloaded', 'answered'], end: 'answer' },
  { fault: 'hang', outcomes: ['timeout', 'answered'], end: 'answer' },
  { fault: 'slow-drip', outcomes: ['timeout', 'answered'], end: 'answer' },
  { fault: 'cut', outcomes: ['cut', 'answered'], end: 'answer' },
  { fault: 'truncated', outcomes: ['truncated', 'answered'], end: 'answer' },
  { fault: 'refusal', outcomes: ['refused'], end: 'unusable-answer' },
  { fault: 'content-filter', outcomes: ['refused'], end: 'unusable-answer' },
  { fault: 'not-json', outcomes: ['not-json', 'answered'], end: 'answer' },
  { fault: 'wrong-schema', outcomes: ['wrong-shape', 'answered'], end: 'answer' },
  { fault: 'invented', outcomes: ['unacceptable', 'answered'], end: 'answer' },
  { fault: 'wrong-language', outcomes: ['unacceptable', 'answered'], end: 'answer' },
  { fault: 'empty', outcomes: ['empty', 'answered'], end: 'answer' },
  { fault: 'dead-key', outcomes: ['dead-key', 'answered'], end: 'answer' },
  { fault: 'retired-model', outcomes: ['missing-model'], end: 'unavailable' },
];

/** The same for streams: what has begun cannot be said anew, and free text has no shape. */
const STREAMED: readonly Case[] = [
  ...CASES.filter(({ fault }) =>
    ['rate-limit-seconds', 'quota', 'bad-gateway', 'overloaded', 'hang', 'empty', 'dead-key'].includes(fault),
  ),
  { fault: 'slow-drip', outcomes: ['timeout'], end: 'unavailable' },
  { fault: 'cut', outcomes: ['cut'], end: 'unavailable' },
  { fault: 'truncated', outcomes: ['truncated'], end: 'unusable-answer' },
  { fault: 'content-filter', outcomes: ['refused'], end: 'unusable-answer' },
];

const endOf = (answer: ModelAnswer<unknown>): string => (answer.kind === 'none' ? answer.reason : answer.kind);
const valueOf = <T>(answer: ModelAnswer<T>): T | null => (answer.kind === 'none' ? null : answer.value);
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
const OF_KEY = ['rate-limited', 'quota', 'dead-key'];
const UNSEEN = ['timeout', 'cut'];

const modeOf = (isStream: boolean): string => (isStream ? 'stream' : 'whole');
const idOf = (wire: Wire, isStream: boolean, fault: string): string =>
  `${wire === 'anthropic' ? 'a' : 'o'}-${modeOf(isStream)}-${fault}`;

describe('each fault of a provider', () => {
  let simulator: Simulator;
  let harness: GatewayHarness;
  let asked: number;

  beforeAll(async () => {
    simulator = await startSimulator({ prices: { m: PRICE } });
    process.env['TEST_FAULT_KEY_A'] = 'sk-fault-a';
    process.env['TEST_FAULT_KEY_B'] = 'sk-fault-b';
    // Keys and circuits of one case must not rest in the next.
    const providers = WIRES.flatMap((kind) =>
      [false, true].flatMap((isStream) =>
        [...FAULTS, 'deadline', 'cancelled', 'left'].map((fault) => ({
          id: idOf(kind, isStream, fault),
          kind,
          baseUrl: `${simulator.url}/v1`,
          keys: [{ env: 'TEST_FAULT_KEY_A' }, { env: 'TEST_FAULT_KEY_B' }],
          timeoutMs: ['hang', 'slow-drip'].includes(fault) ? 1_100 : 15_000,
          models: [{ name: 'm', structure: 'strict', price: PRICE }],
        })),
      ),
    );
    harness = await gatewayHarness({ providers });
  });
  afterAll(async () => {
    await harness.close();
    await simulator.stop();
  });
  beforeEach(() => {
    asked = simulator.stats.requests;
    simulator.change({
      faults: {},
      scenario: ({ isStream }) =>
        isStream
          ? { answer: STORY }
          : {
              answer: RIGHT,
              invented: { ...RIGHT, total: '99.99' },
              foreign: { ...RIGHT, summary: 'eine Rechnung über Papier' },
            },
    });
  });

  const request = (more: Partial<ModelRequest<typeof answerSchema>> = {}): ModelRequest<typeof answerSchema> => ({
    purpose: 'extract',
    instructions: 'Find the total and say what it is for.',
    content: [{ name: 'document', text: 'Paper, 12.50' }],
    schema: answerSchema,
    schemaName: 'fields',
    schemaVersion: 1,
    maxTokens: 200,
    documentId: null,
    deadlineMs: 20_000,
    accept: ({ total, summary }) => [
      ...(total === RIGHT.total ? [] : ['/total: does not stand in the document']),
      ...(summary.startsWith('a ') ? [] : ['/summary: is not in English']),
    ],
    ...more,
  });
  const rowsOf = async (tenant: string) =>
    (
      await harness.owner.query<{ outcome: string; state: string; key: string; cost: number; reserved: number }>(
        `SELECT outcome, state, key_id AS key, cost::float8, reserved_cost::float8 AS reserved
           FROM llm_calls WHERE tenant_id = $1 ORDER BY attempt`,
        [tenant],
      )
    ).rows;
  const takeAll = async (tenant: string, more: object = {}) => {
    const { schema: _, accept: __, ...text } = request();
    const pieces = harness.gateway.stream({ ...text, purpose: 'answer', ...more });
    const said: string[] = [];
    for (;;) {
      const next = await harness.as(tenant, () => pieces.next());
      if (next.done === true) return { said: said.join(''), answer: next.value };
      said.push(next.value);
    }
  };

  it('has a case here', () => {
    expect(CASES.map(({ fault }) => fault).toSorted()).toEqual(FAULTS.toSorted());
  });

  describe.each(WIRES)('%s', (wire) => {
    it.each(CASES)('$fault is entered as $outcomes, and no wrong value is taken', async ({ fault, outcomes, end }) => {
      const { nanoUsd, unseenNanoUsd } = simulator.stats;
      const tenant = await harness.newTenant([`${idOf(wire, false, fault)}/m`]);
      simulator.change({ faults: { sequence: [fault] } });
      const answer = await harness.as(tenant, () => harness.gateway.ask(request()));
      expect(endOf(answer)).toBe(end);
      expect(valueOf(answer)).toEqual(end === 'answer' ? RIGHT : null);
      const rows = await rowsOf(tenant);
      expect(rows.map(({ outcome }) => outcome)).toEqual(outcomes);
      expect(rows.every(({ state }) => state === 'closed')).toBe(true);
      expect(simulator.stats.requests - asked).toBe(outcomes.length);
      expect(new Set(rows.map(({ key }) => key)).size).toBe(OF_KEY.includes(outcomes[0] ?? '') ? 2 : 1);
      const seen = simulator.stats.nanoUsd - nanoUsd;
      const reserved = sumOf(rows.filter(({ outcome }) => UNSEEN.includes(outcome)).map((row) => row.reserved));
      expect(sumOf(rows.map(({ cost }) => cost))).toBe(seen + reserved);
      expect(reserved).toBeGreaterThanOrEqual(simulator.stats.unseenNanoUsd - unseenNanoUsd);
    });

    it.each(STREAMED)('$fault in a stream is entered as $outcomes', async ({ fault, outcomes, end }) => {
      const tenant = await harness.newTenant([`${idOf(wire, true, fault)}/m`]);
      simulator.change({ faults: { sequence: [fault] } });
      const { said, answer } = await takeAll(tenant);
      expect(endOf(answer)).toBe(end);
      expect(valueOf(answer)).toBe(end === 'answer' ? said : null);
      expect(STORY.startsWith(said)).toBe(true);
      expect((await rowsOf(tenant)).map(({ outcome }) => outcome)).toEqual(outcomes);
      expect(simulator.stats.requests - asked).toBe(outcomes.length);
    });

    it.each([
      ['hang', false],
      ['slow-drip', false],
      ['hang', true],
      ['slow-drip', true],
    ] as const)(
      '%s ends at the deadline of the work, and its socket is closed (stream: %s)',
      async (fault, isStream) => {
        const closed = simulator.stats.closedEarly;
        const tenant = await harness.newTenant([`${idOf(wire, isStream, 'deadline')}/m`]);
        simulator.change({ faults: { share: 1, kinds: { [fault]: 1 } } });
        const end = isStream
          ? (await takeAll(tenant, { deadlineMs: 1_200 })).answer
          : await harness.as(tenant, () => harness.gateway.ask(request({ deadlineMs: 1_200 })));
        expect(end).toMatchObject({ kind: 'none', reason: 'deadline' });
        expect(await rowsOf(tenant)).toMatchObject([{ outcome: 'timeout', state: 'closed' }]);
        await expect.poll(() => simulator.stats.closedEarly - closed).toBe(1);
        await expect.poll(() => simulator.stats.inFlight).toBe(0);
      },
    );

    it('a caller that gives up closes the socket, and the call is entered as cancelled', async () => {
      const closed = simulator.stats.closedEarly;
      const tenant = await harness.newTenant([`${idOf(wire, false, 'cancelled')}/m`]);
      simulator.change({ faults: { share: 1, kinds: { hang: 1 } } });
      const controller = new AbortController();
      const work = harness.as(tenant, () => harness.gateway.ask(request({ signal: controller.signal })));
      await expect.poll(() => simulator.stats.requests - asked).toBe(1);
      controller.abort();
      await expect(work).rejects.toThrow(/aborted/);
      await expect.poll(() => simulator.stats.closedEarly - closed).toBe(1);
      expect(await rowsOf(tenant)).toMatchObject([{ outcome: 'cancelled', state: 'closed' }]);
    });

    it('a listener that leaves in the middle of a stream closes the socket', async () => {
      const closed = simulator.stats.closedEarly;
      const tenant = await harness.newTenant([`${idOf(wire, true, 'left')}/m`]);
      simulator.change({ faults: { share: 1, kinds: { 'slow-drip': 1 } } });
      const { schema: _, accept: __, ...text } = request();
      const pieces = harness.gateway.stream({ ...text, purpose: 'answer' });
      expect(await harness.as(tenant, () => pieces.next())).toMatchObject({ done: false });
      await pieces.return({ kind: 'none', reason: 'unavailable', cost: 0 });
      await expect.poll(() => simulator.stats.closedEarly - closed).toBe(1);
      await expect.poll(async () => await rowsOf(tenant)).toMatchObject([{ outcome: 'cancelled', state: 'closed' }]);
    });
  });
});
