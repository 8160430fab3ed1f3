import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleTexts, KINDS } from '../integration/classifiers/example-texts.js';
import { ApiClient } from '../support/api-client.js';
import { deploy, type Deployment } from '../support/e2e.js';
import { startService } from '../support/service-process.js';

interface Classifier {
  readonly id: string;
  readonly status: string;
  readonly version: number | null;
}

const TEXT = 'my parcel has still not been delivered';

describe('one image in several roles', () => {
  let deployment: Deployment;

  beforeAll(async () => {
    deployment = await deploy(['api', 'api']);
  });
  afterAll(() => deployment.stop());

  it('trains a classifier by a worker that comes later, survives its death, and every instance answers by its newest version', async () => {
    const { api } = await deployment.newTenant();
    const other = new ApiClient(deployment.processes[1]!.url, api.token);
    const labels = Object.keys(KINDS).map((name) => ({ name }));
    const { body: made } = await api.post<Classifier>('/v1/classifiers', { name: 'mail', labels });
    const path = `/v1/classifiers/${made.id}`;
    await api.post(`${path}/examples`, { examples: exampleTexts(24) });
    const { status, body } = await api.post<Classifier>(`${path}/train`);
    expect([status, body.status]).toEqual([202, 'training']);

    const worker = await deployment.start('worker');
    await worker.stop('SIGKILL');
    await deployment.start('worker');
    const ready = async () => (await other.get<Classifier>(path)).body;
    await expect.poll(ready, { timeout: 60_000, interval: 200 }).toMatchObject({ status: 'ready', version: 1 });

    const ask = async (client: typeof api) =>
      (
        await client.post<{ version: number; predictions: { label: string }[] }>(`${path}/predictions`, {
          texts: [TEXT],
        })
      ).body;
    for (const client of [api, other])
      expect(await ask(client)).toMatchObject({ version: 1, predictions: [{ label: 'delivery' }] });

    await api.post(`${path}/examples`, {
      examples: exampleTexts(24).map(({ text, label }) => ({ text, label: label === 'delivery' ? 'returns' : label })),
    });
    await api.post(`${path}/train?wait=60`);
    for (const client of [api, other])
      expect(await ask(client)).toMatchObject({ version: 2, predictions: [{ label: 'returns' }] });
  });

  it('stops within ten seconds of SIGTERM, gives its work back, and a worker that comes later does it', async () => {
    const { api } = await deployment.newTenant();
    const send = (name: string, bytes: string) => api.upload({ name, bytes }, {}, { path: '/v1/documents' });
    const begun = await Promise.all(Array.from({ length: 30 }, (_, n) => send(`n${n}.txt`, `Note number ${n}`)));
    const started = Date.now();
    expect(await deployment.processes.at(-1)!.stop('SIGTERM')).toBe(0);
    expect(Date.now() - started).toBeLessThan(10_000);

    const { status, body: note } = await send('note.txt', 'A short note about nothing.');
    expect([status, note.status]).toEqual([202, 'queued']);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await api.get<{ status: string }>(`/v1/documents/${note.id}`)).body.status).toBe('queued');

    const worker = await deployment.start('worker');
    const documents = await Promise.all([...begun.map(({ body }) => body), note].map(({ id }) => api.settled(id)));
    expect(new Set(documents.map(({ status }) => status))).toEqual(new Set(['succeeded']));
    const ready = await fetch(`${worker.url}/health/ready`);
    expect([ready.status, ((await ready.json()) as { status: string }).status]).toEqual([200, 'ok']);
  });

  it('refuses a database role for which tenants would not be kept apart', async () => {
    const { DATABASE_OWNER_URL } = deployment.environment;
    await expect(
      startService({ ...deployment.environment, PROCESS_ROLE: 'api', DATABASE_URL: DATABASE_OWNER_URL! }),
    ).rejects.toThrow(/is a superuser.*tenants would not be kept apart/s);
  });

  it('lists every problem of its configuration and no value', async () => {
    const wrong = {
      ...deployment.environment,
      PROCESS_ROLE: 'everything',
      DATABASE_POOL_SIZE: 'many-secret-things',
      PORT: '-1',
    };
    const failure = startService(wrong).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(await failure).toMatch(/PROCESS_ROLE/);
    expect(await failure).not.toContain('many-secret-things');
  });
});
