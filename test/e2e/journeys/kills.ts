import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePublicId } from '@app/kernel';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { copyInQueue, RECEIPT } from '../../integration/reviews/review-world.js';
import type { TestTenant } from '../../support/app.js';
import type { Deployment } from '../../support/e2e.js';
import { readZip } from '../../support/zip.js';

const SLIPS = 12;
/** Slips whose outcomes cannot be written before the worker is dead: more than it reads at once. */
const HELD_SLIPS = 6;
/** Copies of each of two documents: three steps of judging, the second of which is held. */
const COPIES = 130;
const FIRST_HELD = 150;
const STRICT = { review: { minConfidence: 1, acceptAtError: 0.001 } };

interface Evaluation {
  readonly id: string;
  readonly status: string;
  readonly documents: number;
  readonly figures: { readonly documents: number; readonly allRight: number } | null;
  readonly publication: { readonly status: string; readonly version?: number } | null;
}

/** Rows that a worker cannot write while they are held. */
interface Hold {
  readonly sql: string;
  readonly values: readonly unknown[];
}

let deployment: Deployment;
let owner: pg.Client;

const connected = async (): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: deployment.environment['DATABASE_OWNER_URL'] });
  await client.connect();
  return client;
};
const rowsOf = async <T extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  (await owner.query<T>(sql, [...values])).rows;
const hexOf = (id: string): string => id.slice(4);

const slipSchema = (label: string) => ({
  key: 'slips',
  name: 'Slips',
  fields: [{ name: 'royalPart', type: 'money', labels: [label] }],
});

/** A golden set, and a schema that reads it better than the one that is published. */
async function goldenSet({ api }: TestTenant) {
  const { body: schema } = await api.post<{ id: string }>('/v1/schemas', slipSchema('Share'));
  const { body: set } = await api.post<{ id: string }>('/v1/golden-sets', { name: 'Slips' });
  const path = `/v1/golden-sets/${set.id}`;
  const add = async (n: number): Promise<string> => {
    const file = { name: `${n}.txt`, bytes: `Haulage slip ${n}\nDrawn up: 2026-03-02\nRoyal part: ${10 + n}.40` };
    const { body } = await api.upload(file, { schemaId: schema.id });
    const truth = { documentId: body.id, fields: { royalPart: `${10 + n}.40` } };
    expect((await api.post(`${path}/documents`, truth)).status).toBe(201);
    return hexOf(body.id);
  };
  const documents = (await Promise.all(Array.from({ length: SLIPS }, (_, n) => add(n)))).sort();
  return {
    documents,
    hold: {
      sql: `SELECT 1 FROM documents WHERE replace(id::text, '-', '') = ANY ($1) FOR UPDATE`,
      values: [documents.slice(-HELD_SLIPS)],
    },
    ask: async (call: 'evaluations' | 'publications'): Promise<string> =>
      hexOf((await api.post<Evaluation>(`${path}/${call}`, { schema: slipSchema('Royal part') })).body.id),
    state: async (hex: string) => (await api.get<Evaluation>(`${path}/evaluations/evl_${hex}`)).body,
    outcomes: () =>
      rowsOf<{ evaluation: string; document: string; written: string }>(
        `SELECT replace(evaluation_id::text, '-', '') AS evaluation, replace(document_id::text, '-', '') AS document,
                xmin::text AS written FROM golden_outcomes ORDER BY 1, 2`,
      ),
    version: async () => (await api.get<{ version: number }>(`/v1/schemas/${schema.id}`)).body.version,
  };
}

/** A tenant's queue that nobody waits in but for what is missing. */
async function reviewQueue({ id, api }: TestTenant) {
  await api.patch('/v1/tenant', { review: { minConfidence: 0 } });
  for (const [name, bytes] of Object.entries({ whole: RECEIPT, torn: RECEIPT.slice(RECEIPT.indexOf('Pencils')) })) {
    const { body } = await api.upload({ name: `${name}.txt`, bytes });
    await copyInQueue(owner, body.id, COPIES);
  }
  return {
    hold: {
      sql: `SELECT 1 FROM review_items WHERE (tenant_id, document_id) IN
              (SELECT tenant_id, document_id FROM review_items WHERE replace(tenant_id::text, '-', '') = $1
                ORDER BY document_id OFFSET ${FIRST_HELD} LIMIT 20) FOR UPDATE`,
      values: [hexOf(id)],
    },
    ask: async () => expect((await api.patch('/v1/tenant', STRICT)).status).toBe(200),
    state: () =>
      rowsOf(
        `SELECT d.filename, i.needed, i.urgency, i.reasons, a.times AS announced, count(*)::int AS documents
           FROM review_items i JOIN documents d ON d.tenant_id = i.tenant_id AND d.id = i.document_id,
                LATERAL (SELECT count(*)::int AS times FROM announced WHERE subject_id = i.document_id) a
          WHERE replace(i.tenant_id::text, '-', '') = $1 GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`,
        [hexOf(id)],
      ),
  };
}

/** Has a worker wait for each of these rows, kills it, looks at what it has left, and has another one go on. */
async function killAt<T>(
  holds: readonly Hold[],
  tables: readonly string[],
  ask: () => Promise<unknown>,
  look: () => Promise<T>,
): Promise<T> {
  const holder = await connected();
  await holder.query('BEGIN');
  for (const { sql, values } of holds) await holder.query(sql, [...values]);
  await ask();
  const waiting = () =>
    rowsOf(
      `SELECT DISTINCT relation FROM pg_locks WHERE relation IS NOT NULL AND pid IN
        (SELECT pid FROM pg_locks WHERE NOT granted) AND relation::regclass::text = ANY ($1)
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      [tables],
    );
  await vi.waitFor(async () => expect(await waiting()).toHaveLength(tables.length), 20_000);
  await deployment.processes.at(-1)?.stop('SIGKILL');
  const seen = await look();
  await holder.query('ROLLBACK');
  await holder.end();
  await deployment.start('worker');
  return seen;
}

const settled = (): Promise<void> =>
  vi.waitFor(
    async () => expect(await rowsOf('SELECT event FROM outbox_events UNION ALL SELECT queue FROM jobs')).toEqual([]),
    { timeout: 30_000 },
  );

/** For a deployment of one `api` and workers, whose leases are short. */
export const kills = (running: () => Deployment): void => {
  describe('what a worker was at when it was killed', () => {
    beforeAll(async () => {
      deployment = running();
      // One alone: it is the one that is at work, and that is killed.
      await Promise.all(deployment.processes.slice(1, -1).map((worker) => worker.stop()));
      owner = await connected();
      await owner.query(`
    CREATE TABLE announced (subject_id uuid);
    CREATE FUNCTION announce() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
      'BEGIN INSERT INTO public.announced VALUES (NEW.subject_id); RETURN NEW; END';
    CREATE TRIGGER announced AFTER INSERT ON outbox_events FOR EACH ROW WHEN (NEW.event = 'review.needed') EXECUTE FUNCTION announce()`);
    });
    afterAll(() => owner?.end());

    it('evaluations and the judging of a queue end as if no worker had been killed in the middle of them', async () => {
      const set = await goldenSet(await deployment.newTenant());
      const quiet = await reviewQueue(await deployment.newTenant());
      const queue = await reviewQueue(await deployment.newTenant());
      await quiet.ask();
      await settled();
      const asked: string[] = [];
      const before = await queue.state();
      const left = await killAt(
        [set.hold, queue.hold],
        ['golden_outcomes', 'review_items'],
        async () => {
          asked.push(await set.ask('publications'), await set.ask('evaluations'));
          await queue.ask();
        },
        async () => ({ outcomes: await set.outcomes(), queue: await queue.state() }),
      );
      await settled();

      const outcomes = await set.outcomes();
      expect(outcomes.map(({ evaluation, document }) => [evaluation, document])).toEqual(
        asked.toSorted().flatMap((id) => set.documents.map((document) => [id, document])),
      );
      // What the first worker had done is not done again.
      expect(left.outcomes.map(({ document }) => document)).toEqual(set.documents.slice(0, SLIPS - HELD_SLIPS));
      expect(outcomes).toEqual(expect.arrayContaining(left.outcomes));
      const figures = { documents: SLIPS, allRight: SLIPS };
      for (const id of asked)
        expect(await set.state(id)).toMatchObject({ status: 'succeeded', documents: SLIPS, figures });
      expect((await set.state(asked[0] ?? '')).publication).toMatchObject({ status: 'published', version: 2 });
      expect(await set.version()).toBe(2);

      const wanted = await quiet.state();
      expect(wanted).not.toEqual(before);
      for (const other of [before, wanted]) expect(left.queue).not.toEqual(other);
      expect(await queue.state()).toEqual(wanted);
    });

    it('an erasure and an export come to their right ends, whatever the worker was at when it was killed', async () => {
      const { api, id } = await deployment.newTenant();
      const upload = async (name: string, n: number): Promise<string> => {
        const file = { name: `${name}-${n}.txt`, bytes: `Letter ${n} to ${name}` };
        return hexOf((await api.upload(file, { pipeline: 'read' })).body.id);
      };
      // More than are erased in one step.
      const erased = (await Promise.all(Array.from({ length: 25 }, (_, n) => upload('erasedperson', n)))).sort();
      const kept = await Promise.all(Array.from({ length: 3 }, (_, n) => upload('keptperson', n)));
      const asked: string[] = [];
      const left = await killAt(
        [
          { sql: `SELECT 1 FROM documents WHERE replace(id::text, '-', '') = $1 FOR UPDATE`, values: [erased.at(-1)] },
          { sql: 'LOCK TABLE pseudonyms IN ACCESS EXCLUSIVE MODE', values: [] },
        ],
        ['documents', 'pseudonyms'],
        async () => {
          for (const [path, subject] of [
            ['erasures', 'erasedperson'],
            ['exports', 'keptperson'],
          ])
            asked.push((await api.post<{ id: string }>(`/v1/privacy/${path}`, { subject })).body.id);
        },
        async () => ({
          documents: await rowsOf(`SELECT 1 FROM documents WHERE replace(tenant_id::text, '-', '') = $1`, [hexOf(id)]),
          staged: (await readdir(join(deployment.environment['DATA_DIR']!, 'files', '.staging'))).length,
        }),
      );
      await settled();

      // It was in the middle of both.
      expect(left.documents.length).toBeGreaterThan(kept.length);
      expect(left.documents.length).toBeLessThan(kept.length + erased.length);
      expect(left.staged).toBeGreaterThan(0);
      const [erasure, exported] = [
        (await api.get<{ status: string; receipt: { documents: number } }>(`/v1/privacy/erasures/${asked[0]}`)).body,
        (await api.get<{ status: string; counts: { documents: number } }>(`/v1/privacy/exports/${asked[1]}`)).body,
      ];
      expect(erasure).toMatchObject({
        status: 'succeeded',
        receipt: { documents: erased.length, files: erased.length },
      });
      expect(exported).toMatchObject({ status: 'succeeded', counts: { documents: kept.length, files: kept.length } });
      const there = await rowsOf<{ id: string }>(
        `SELECT replace(id::text, '-', '') AS id FROM documents WHERE replace(tenant_id::text, '-', '') = $1`,
        [hexOf(id)],
      );
      expect(there.map((row) => row.id).sort()).toEqual(kept.toSorted());
      const archive = await fetch(`${api.url}/v1/privacy/exports/${asked[1]}/file`, {
        headers: { authorization: `Bearer ${api.token}` },
      });
      const files = await readZip(new Uint8Array(await archive.arrayBuffer()));
      expect([...files.keys()].filter((path) => path.startsWith('originals/'))).toHaveLength(kept.length);
    });

    it('an archive whose worker was killed before its row says so is taken away by the next try', async () => {
      const { api, id } = await deployment.newTenant();
      await api.upload({ name: 'a.txt', bytes: 'Letter to packedperson' }, { pipeline: 'read' });
      const tenantId = parsePublicId('tenant', id)!;
      const folder = join(deployment.environment['DATA_DIR']!, 'files', tenantId);
      const files = async (): Promise<number> =>
        (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
      let asked = '';
      // It is in the store, and waits for what is being erased of the tenant.
      const packed = await killAt(
        [{ sql: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 43))', values: [tenantId] }],
        [],
        async () => {
          asked = (await api.post<{ id: string }>('/v1/privacy/exports', { subject: 'packedperson' })).body.id;
          const waiters = () =>
            rowsOf(
              `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND classid::bigint << 32 | objid::bigint = hashtextextended($1, 43)`,
              [tenantId],
            );
          await vi.waitFor(async () => expect(await waiters()).toHaveLength(1), 20_000);
        },
        files,
      );
      await settled();
      expect((await api.get(`/v1/privacy/exports/${asked}`)).body['status']).toBe('succeeded');
      // The letter, and the first archive; then the letter, and the second one.
      expect([packed, await files()]).toEqual([2, 2]);
    });
  });
};
