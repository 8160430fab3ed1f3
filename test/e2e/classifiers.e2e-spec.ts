import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleTexts, KINDS } from '../integration/classifiers/example-texts.js';
import { ApiClient } from '../support/api-client.js';
import { deploy, type Deployment } from '../support/e2e.js';

interface Classifier {
  readonly id: string;
  readonly status: string;
  readonly version: number | null;
}

const TEXT = 'my parcel has still not been delivered';

describe('a classifier over several instances', () => {
  let deployment: Deployment;
  beforeAll(async () => {
    deployment = await deploy(['api', 'api']);
  });
  afterAll(() => deployment.stop());

  it('is trained by a worker that comes later, survives its death, and every instance answers by its newest version', async () => {
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
});
