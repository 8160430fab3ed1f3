import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.js';
import {
  log,
  LOG_SCHEMA,
  otherLog,
  otherSlip,
  otherTruthOf,
  RECEIPT,
  type Reviewed,
  reviewing,
  slip,
  staysOf,
  truthOf,
  valuesOf,
} from './review-world.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.close());

const newWorld = async () => {
  const { api } = await app.newTenant();
  const world = reviewing(api);
  return { ...world, api, schemaId: await world.newSchema() };
};
type World = Awaited<ReturnType<typeof newWorld>>;

const correct = async ({ upload, review, schemaId }: World, seed: number) => {
  const { id } = await upload(`${seed}.txt`, slip(seed), { schemaId });
  const { body } = await review(id, {
    fields: Object.entries(truthOf(seed)).map(([name, value]) => ({ name, verdict: 'corrected', value })),
  });
  expect(body.taught).toEqual({ crownShare: 'learned', left: 'learned' });
  return { documentId: id, reviewId: body.id };
};
/** What a result says, without what every run has of its own. */
const said = (read: Reviewed) =>
  read.extraction.fields.map(({ name, value, confidence, currency, verdict, ruleFailures }) => ({
    name,
    value,
    confidence,
    currency,
    verdict,
    ruleFailures,
  }));

describe('corrections', () => {
  it('are learned from at once: the next document of the look is read right', async () => {
    const world = await newWorld();
    const read = async (seed: number) =>
      valuesOf(await world.upload(`${seed}.txt`, slip(seed), { schemaId: world.schemaId }));
    const seeds = [41, 52, 63, 74, 85];
    for (const seed of seeds) expect(await read(seed)).not.toEqual(truthOf(seed));
    for (const seed of [5, 12]) await correct(world, seed);
    for (const seed of seeds) expect([seed, await read(seed)]).toEqual([seed, truthOf(seed)]);
  });

  it('do no harm to documents of another look, of another schema and of other tenants', async () => {
    const [world, other] = await Promise.all([newWorld(), newWorld()]);
    const looks = (seed: number): [string, string, Record<string, string>][] => [
      [`other-${seed}.txt`, otherSlip(seed), { schemaId: world.schemaId }],
      [`receipt-${seed}.txt`, `${RECEIPT}\nTill ${seed}`, {}],
    ];
    const seeds = [3, 14, 25];
    const all = async (round: string) => {
      const found = [];
      for (const seed of seeds)
        for (const [name, text, options] of looks(seed))
          found.push(await world.upload(name, `${text}\n${round}`, options));
      return found;
    };
    const before = await all('First copy');
    const theirs = await other.upload('1.txt', slip(41), { schemaId: other.schemaId });
    for (const seed of [5, 12, 19, 26]) await correct(world, seed);
    const after = await all('Other copy');
    expect(after.every(({ duplicateOf }) => duplicateOf === null)).toBe(true);
    for (const [index, seed] of seeds.entries())
      expect(valuesOf(after[index * 2] as Reviewed)).toEqual(otherTruthOf(seed));
    const values = (reads: readonly Reviewed[]) => reads.map(valuesOf);
    expect(values(after)).toEqual(values(before));
    expect(said(await other.upload('2.txt', `${slip(41)}\n`, { schemaId: other.schemaId }))).toEqual(said(theirs));
  });

  it('that confirm teach as well, and those of built-in schemas too', async () => {
    const { upload, review, api } = await newWorld();
    const before = await upload('a.txt', RECEIPT);
    const { body } = await review(before.id, { fields: [{ name: 'total', verdict: 'accepted' }] });
    expect(body.taught).toEqual({ total: 'learned' });
    const examples = await api.get<{ items: object[] }>(`/v1/schemas/${before.extraction.schemaId}/examples`);
    expect(examples.body.items).toMatchObject([
      { documentId: before.id, source: 'correction', fields: { total: { value: '12.00', learned: true } } },
    ]);
  });

  it('are forgotten with the review that is taken back, and those before it hold again', async () => {
    const world = await newWorld();
    const { api, upload, review, withdraw, schemaId } = world;
    const untaught = said(await upload('0.txt', slip(41), { schemaId }));
    const first = await correct(world, 5);
    const second = await correct(world, 12);
    const lessons = async () =>
      (await api.get<{ items: { documentId: string; fields: object }[] }>(`/v1/schemas/${schemaId}/examples`)).body
        .items;
    const { body } = await review(first.documentId, {
      fields: [{ name: 'left', verdict: 'corrected', value: '2030-01-01' }],
    });
    expect(body.taught).toEqual({ left: 'not-in-document' });
    expect((await withdraw(first.documentId, body.id)).status).toBe(204);
    const kept = (await lessons()).find(({ documentId }) => documentId === first.documentId);
    expect(kept?.fields).toMatchObject({ left: { value: truthOf(5).left, learned: true } });
    for (const { documentId, reviewId } of [first, second])
      expect((await withdraw(documentId, reviewId)).status).toBe(204);
    expect(await lessons()).toEqual([]);
    expect(said(await upload('1.txt', `${slip(41)}\n`, { schemaId }))).toEqual(untaught);
  });
});

describe('corrections of lists', () => {
  const rowsIn = ({ extraction }: Reviewed) =>
    (extraction.fields.find(({ name }) => name === 'stays')?.items ?? []).map(({ fields }) =>
      Object.fromEntries(fields.flatMap(({ name, value }) => (value === null ? [] : [[name, value]]))),
    );
  const newHarbour = async () => {
    const { api } = await app.newTenant();
    const world = reviewing(api);
    const { body } = await api.post<{ id: string }>('/v1/schemas', LOG_SCHEMA);
    const read = async (text: string) => world.upload('log.txt', text, { schemaId: body.id });
    return { ...world, api, schemaId: body.id, read };
  };
  const SEEDS = [41, 52, 63, 74, 85];

  it('teach where its columns stand: of five other documents of the look all are read right after two', async () => {
    const [mine, theirs] = [await newHarbour(), await newHarbour()];
    for (const seed of SEEDS) expect(rowsIn(await mine.read(log(seed)))).not.toEqual(staysOf(seed));
    const others = await Promise.all(SEEDS.map(async (seed) => rowsIn(await mine.read(otherLog(seed)))));
    // One is given as a whole, the other row by row.
    const first = await mine.read(log(6));
    const whole = [{ name: 'stays', verdict: 'corrected', value: staysOf(6) }];
    expect((await mine.review(first.id, { fields: whole })).body.taught).toEqual({ stays: 'learned' });
    const second = await mine.read(log(15));
    const rows = staysOf(15).map((value, at) => ({ name: `stays[${at}]`, verdict: 'corrected', value }));
    const { body } = await mine.review(second.id, { fields: rows });
    expect(body.taught).toEqual({ stays: 'learned' });
    for (const seed of SEEDS) expect([seed, rowsIn(await mine.read(log(seed)))]).toEqual([seed, staysOf(seed)]);
    // Another look and another tenant are read as before.
    for (const [at, seed] of SEEDS.entries())
      expect(rowsIn(await mine.read(`${otherLog(seed)}\n`))).toEqual(others[at]);
    expect(rowsIn(await theirs.read(log(41)))).toEqual(rowsIn(await theirs.read(`${log(41)}\n`)));
    expect(rowsIn(await theirs.read(log(41)))).not.toEqual(staysOf(41));
    const examples = async () =>
      (await mine.api.get<{ items: { documentId: string; fields: object }[] }>(`/v1/schemas/${mine.schemaId}/examples`))
        .body.items;
    expect((await examples()).find(({ documentId }) => documentId === second.id)?.fields).toEqual({
      stays: { value: staysOf(15), learned: true },
    });
    expect((await mine.withdraw(second.id, body.id)).status).toBe(204);
    expect((await examples()).map(({ documentId }) => documentId)).toEqual([first.id]);
  });

  it('and examples of lists teach alike, and are refused with pointers where they do not fit', async () => {
    const { api, read, schemaId } = await newHarbour();
    const teach = (documentId: string, stays: unknown) =>
      api.post<{ fields: object; code: string; errors: { pointer: string }[] }>(`/v1/schemas/${schemaId}/examples`, {
        documentId,
        fields: { stays },
      });
    const { id } = await read(log(6));
    const bad = await teach(id, [{ berth: 'Quay 1', arrived: 'May' }, { pier: 'x' }, {}]);
    expect([bad.body.code, bad.body.errors.map(({ pointer }) => pointer)]).toEqual([
      'invalid_example',
      ['/fields/stays/0/arrived', '/fields/stays/1/pier', '/fields/stays/2'],
    ]);
    expect((await teach(id, [])).body.code).toBe('invalid_example');
    expect((await teach(id, [{ berth: 'Nowhere', toll: '1.00' }])).body.fields).toEqual({ stays: 'not-in-document' });
    for (const seed of [6, 15])
      expect((await teach((await read(`${log(seed)}\n`)).id, staysOf(seed))).body.fields).toEqual({ stays: 'learned' });
    for (const seed of SEEDS) expect([seed, rowsIn(await read(log(seed)))]).toEqual([seed, staysOf(seed)]);
  });
});
