import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../support/api-client.js';
import type { Deployment } from '../../support/e2e.js';

/** More than one process does or keeps to do itself, so that some go through the queue. */
const MAILS = 60;

interface Accepted {
  readonly documentId: string;
  readonly status: string;
}

/** The last journey of a deployment: its process is killed. */
export const atOnce = (running: () => Deployment): void => {
  describe('e-mails that were accepted', () => {
    let owner: pg.Client;
    afterAll(() => owner?.end());

    it('are triaged, each once, though the process that took them in and began with them is killed', async () => {
      const deployment = running();
      const connectionString = deployment.environment['DATABASE_OWNER_URL'];
      owner = new pg.Client({ connectionString });
      const holder = new pg.Client({ connectionString });
      await Promise.all([owner.connect(), holder.connect()]);
      const { api, id, admin } = await deployment.newTenant();
      const states = async (): Promise<Record<string, number>> => {
        const { rows } = await owner.query<{ state: string; jobs: string }>(
          `SELECT state, count(*) AS jobs FROM jobs WHERE replace(tenant_id::text, '-', '') = $1 GROUP BY 1`,
          [id.slice(4)],
        );
        return Object.fromEntries(rows.map(({ state, jobs }) => [state, Number(jobs)]));
      };

      // Nothing is brought to its end meanwhile.
      await holder.query('BEGIN; LOCK TABLE mails IN ACCESS EXCLUSIVE MODE');
      const accepted = await Promise.all(
        Array.from({ length: MAILS }, (_, n) =>
          api.post<Accepted>('/v1/triage?wait=0', {
            from: 'kim@example.com',
            subject: `Order ${n}`,
            text: `Where is ${n}?`,
          }),
        ),
      );
      expect(accepted.map(({ status }) => status)).toEqual(accepted.map(() => 202));
      expect((await states())['running']).toBeGreaterThan(4);
      await deployment.api.stop('SIGKILL');
      await holder.query('ROLLBACK');
      await holder.end();

      const next = await deployment.start('all');
      const again = await ApiClient.signIn(next.url, admin);
      for (const { body } of accepted) {
        const document = await again.settled(body.documentId, 60);
        expect(document).toMatchObject({ status: 'succeeded', triage: { category: { name: expect.any(String) } } });
      }
      expect(await states()).toEqual({});
      const { rows } = await owner.query<{ runs: string; mails: string }>(
        `SELECT (SELECT count(*) FROM runs WHERE kind = 'triage' AND replace(tenant_id::text, '-', '') = $1) AS runs,
                (SELECT count(*) FROM mails WHERE replace(tenant_id::text, '-', '') = $1) AS mails`,
        [id.slice(4)],
      );
      expect(rows).toEqual([{ runs: String(MAILS), mails: String(MAILS) }]);
    });
  });
};
