import { publicId } from '@app/kernel';
import pg from 'pg';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eml } from '../integration/mail/mail-builder.js';
import type { DocumentBody } from '../support/api-client.js';
import { bundle, invoicePage } from '../support/bundles.js';
import { deploy, type Deployment } from '../support/e2e.js';
import { kills } from './journeys/kills.js';

/** The long form of this test is `CHAOS_DOCUMENTS=1000 CHAOS_KILLS=30`. */
const DOCUMENTS = Number(process.env['CHAOS_DOCUMENTS'] ?? 90);
const KILLS = Number(process.env['CHAOS_KILLS'] ?? 4);
const WORKERS = 2;

const seeded = (seed: number) => (): number => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
  return seed / 2 ** 32;
};

describe('work under chaos', () => {
  let deployment: Deployment;
  let owner: pg.Client;

  beforeAll(async () => {
    deployment = await deploy(['api', 'worker', 'worker'], { QUEUE_LEASE_SECONDS: '2', QUEUE_SWEEP_MS: '250' });
    owner = new pg.Client({ connectionString: deployment.environment['DATABASE_OWNER_URL'] });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await deployment.stop();
  });

  it(
    'loses nothing and doubles nothing while workers are killed and Redis is emptied',
    async () => {
      const { api } = await deployment.newTenant();
      const random = seeded(20_261_121);
      const redis = createClient({ url: deployment.environment['REDIS_URL']! });
      await redis.connect();
      let workers = deployment.processes.slice(1);
      const faults = { kills: 0, flushes: 0 };

      const letter = (n: number): string =>
        `Invoice number: CH-${n}\nDate: 12 March 2026\n\nConsulting   2   100.00   200.00\n\nSubtotal   200.00\nTax   ${n}.00\nTotal   ${200 + n}.00 EUR\n`;
      // Mails wait for what came with them; files of several documents are split.
      const fileOf = async (n: number): Promise<{ name: string; bytes: string | Buffer }> => {
        if (n % 15 === 4) {
          const attached = { name: `letter-${n}.txt`, type: 'text/plain', content: letter(n) };
          return {
            name: `mail-${n}.eml`,
            bytes: eml({
              subject: `Invoice CH-${n}`,
              body: 'Please find our invoice attached.',
              attachments: [attached],
            }),
          };
        }
        if (n % 60 === 8)
          return { name: `batch-${n}.pdf`, bytes: await bundle([n, n + 1, n + 2].map((page) => invoicePage(page))) };
        return { name: `letter-${n}.txt`, bytes: letter(n) };
      };
      const submit = async (n: number): Promise<string> => {
        const { status, body } = await api.upload(await fileOf(n), { metadata: { n } }, { path: '/v1/documents' });
        expect(status).toBe(202);
        return body.id;
      };

      const disturb = async (): Promise<void> => {
        for (let round = 0; round < KILLS; round++) {
          await new Promise((resolve) => setTimeout(resolve, 400 + random() * 800));
          const victim = workers[Math.floor(random() * workers.length)]!;
          await victim.stop('SIGKILL');
          faults.kills++;
          if (round === 2) {
            // Only what this deployment wakes its workers with: other tests share the server.
            const keys = await redis.keys(`${deployment.environment['QUEUE_PREFIX']}:*`);
            if (keys.length > 0) await redis.del(keys);
            faults.flushes++;
          }
          workers = [...workers.filter((worker) => worker !== victim), await deployment.start('worker')];
        }
      };

      const disturbance = disturb();
      const ids: string[] = [];
      for (let n = 0; n < DOCUMENTS; n += 10) {
        ids.push(...(await Promise.all(Array.from({ length: 10 }, (_, i) => submit(n + i)))));
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      await disturbance;

      const documents = [];
      for (const id of ids) documents.push(await api.settled(id, 90));
      redis.destroy();
      const mails = documents.filter((_, n) => n % 15 === 4);
      const batches = documents.filter((_, n) => n % 60 === 8);
      const parts = (whole: readonly DocumentBody[]) => whole.flatMap(({ children }) => children.map(({ id }) => id));
      const inside = [];
      for (const id of [...parts(mails), ...parts(batches)]) inside.push(await api.settled(id, 90));
      expect([parts(mails).length, parts(batches).length]).toEqual([mails.length, 3 * batches.length]);

      const lost = [...documents, ...inside].filter(({ status }) => status !== 'succeeded');
      const { rows: several } = await owner.query<{ ids: string[] }>(
        `SELECT array_agg(id) AS ids FROM runs GROUP BY document_id, kind HAVING count(*) > 1
         UNION ALL SELECT array_agg(id) FROM usage_ledger GROUP BY document_id, purpose HAVING count(*) > 1`,
      );
      // A mail is triaged once more, and no more than once, when what came with it has been read.
      const knowsParts = async (id: string): Promise<boolean> => {
        const { body } = await api.get<{ result?: { attachments?: unknown[] } }>(`/v1/runs/${publicId('run', id)}`);
        return (body.result?.attachments ?? []).length > 0;
      };
      const doubled: string[][] = [];
      for (const { ids: twins } of several) {
        const stands = new Set(await Promise.all(twins.map(knowsParts)));
        if (stands.size < twins.length) doubled.push(twins);
      }
      const { rows: left } = await owner.query('SELECT queue, state FROM jobs');
      const { rows: chunks } = await owner.query('SELECT document_id FROM chunks GROUP BY 1');
      process.stdout.write(
        `chaos: ${ids.length} documents with ${inside.length} inside, ${WORKERS} workers, ${faults.kills} kills, ${faults.flushes} flushes: ` +
          `${lost.length} lost, ${doubled.length} doubled, ${left.length} jobs left\n`,
      );
      expect(faults).toEqual({ kills: KILLS, flushes: 1 });
      expect(lost.map(({ id, status, stage, error }) => ({ id, status, stage, error }))).toEqual([]);
      expect(doubled).toEqual([]);
      expect(left).toEqual([]);
      const indexed = new Set(chunks.map(({ document_id: id }) => `doc_${String(id).replaceAll('-', '')}`));
      const whole = [...documents, ...inside].filter((document) => !batches.includes(document));
      expect(whole.filter(({ id }) => !indexed.has(id))).toEqual([]);
      const totals = documents.map(
        ({ extraction }) => extraction?.fields.find(({ name }) => name === 'total')?.value ?? null,
      );
      expect(totals.filter((total) => total !== null).length).toBeGreaterThan(DOCUMENTS * 0.9);
    },
    Math.max(180_000, DOCUMENTS * 1_000),
  );

  kills(() => deployment);
});
