import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestTenant } from '../../support/app.js';
import { PRICE, type RoomApp, startRoomApp } from './room-app.js';

let room: RoomApp;
let tenant: TestTenant;
beforeAll(async () => {
  room = await startRoomApp({ LLM_PROBE_EVERY_MS: '60000' });
  tenant = await room.newTenant();
  room.calm();
});
afterAll(() => room.close());

/** Values by series, `name{labels in alphabetical order}`. */
async function scrape(): Promise<ReadonlyMap<string, number>> {
  const { body } = await tenant.api.as('').get<unknown>('/metrics');
  return new Map(
    [...String(body).matchAll(/^(dossier_models_\w+)(?:\{(.*)\})? (\S+)$/gm)].map(
      ([, name = '', labels = '', value]) =>
        [`${name}{${labels.split(',').toSorted().join(',')}}`, Number(value)] as const,
    ),
  );
}

const ofSmall = 'model="one/small",provider="one"';

it('counts calls, tokens, money and time as the provider itself does', async () => {
  const { stats } = room.one;
  for (let index = 0; index < 5; index++) await room.ask(tenant.id);
  room.one.change({ faults: { share: 1, kinds: { refusal: 1 } } });
  await room.ask(tenant.id);
  room.one.change({ faults: {} });
  const series = await scrape();
  expect(
    series.get(`dossier_models_calls_total{model="one/small",outcome="answered",provider="one",purpose="classify"}`),
  ).toBe(5);
  expect(
    series.get(`dossier_models_calls_total{model="one/small",outcome="refused",provider="one",purpose="classify"}`),
  ).toBe(1);
  expect(series.get(`dossier_models_call_duration_seconds_count{${ofSmall}}`)).toBe(6);
  const [input, output] = ['input', 'output'].map((kind) =>
    series.get(`dossier_models_tokens_total{kind="${kind}",${ofSmall}}`),
  );
  expect([input, output]).toEqual([stats.tokensIn, stats.tokensOut]);
  expect(series.get(`dossier_models_cost_dollars_total{${ofSmall},purpose="classify"}`)).toBeCloseTo(
    stats.nanoUsd / 1e9,
    12,
  );
});

it('counts answers from the cache, and what they saved', async () => {
  const content = [{ name: 'document', text: 'the same again' }];
  await room.ask(tenant.id, { content });
  const { tokensIn, tokensOut } = room.one.stats;
  for (let index = 0; index < 3; index++) await room.ask(tenant.id, { content });
  expect(room.one.stats).toMatchObject({ tokensIn, tokensOut });
  const series = await scrape();
  expect(series.get(`dossier_models_cache_hits_total{${ofSmall},purpose="classify"}`)).toBe(3);
  const saved = series.get(`dossier_models_saved_dollars_total{${ofSmall},purpose="classify"}`) ?? 0;
  expect(saved).toBeGreaterThan((3 * PRICE.output) / 1e6);
});

it('shows what is under way and what waits, by lane', async () => {
  room.one.change({ latency: { medianMs: 60_000, sigma: 0 } });
  const controller = new AbortController();
  const asked = Array.from({ length: 70 }, () =>
    room.ask(tenant.id, { priority: 'bulk', signal: controller.signal }).catch(() => null),
  );
  await expect.poll(() => room.one.stats.inFlight).toBe(51);
  const series = await scrape();
  // 64 places, of which bulk work takes four fifths.
  expect(series.get('dossier_models_calls_in_flight{lane="bulk",provider="one"}')).toBe(51);
  expect(series.get('dossier_models_calls_waiting{lane="bulk",provider="one"}')).toBe(19);
  expect(series.get('dossier_models_calls_in_flight{lane="urgent",provider="one"}')).toBe(0);
  controller.abort();
  await Promise.all(asked);
  expect((await scrape()).get('dossier_models_calls_in_flight{lane="bulk",provider="one"}')).toBe(0);
});

it('shows keys that rest and circuits that are open', async () => {
  room.calm();
  room.one.change({ deadKeys: room.serviceKeys.slice(0, 1) });
  for (let index = 0; index < 4; index++) await room.ask(tenant.id);
  room.one.change({ isDown: true });
  for (let index = 0; index < 20; index++) await room.ask(tenant.id, { deadlineMs: 500 });
  const series = await scrape();
  expect(series.get('dossier_models_keys_resting{provider="one"}')).toBe(1);
  expect(series.get('dossier_models_keys_resting{provider="two"}')).toBe(0);
  expect(series.get(`dossier_models_circuit_open{${ofSmall}}`)).toBe(1);
  expect(series.get('dossier_models_circuit_open{model="two/claude",provider="two"}')).toBe(0);
});

it('has no labels but names of the configuration', async () => {
  const labels = [...(await scrape()).keys()].flatMap((series) => [...series.matchAll(/(\w+)="([^"]*)"/g)]);
  const values = (name: string) => new Set(labels.filter(([, label]) => label === name).map(([, , value]) => value));
  expect(new Set(labels.map(([, name]) => name))).toEqual(
    new Set(['provider', 'model', 'purpose', 'outcome', 'kind', 'lane', 'le']),
  );
  expect(values('provider')).toEqual(new Set(['one', 'two']));
  expect(values('model')).toEqual(new Set(['one/large', 'one/small', 'one/vectors', 'two/claude']));
});
