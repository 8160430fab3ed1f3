import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deploy, type Deployment } from '../support/e2e.js';
import { startService } from '../support/service-process.js';

describe('one image in several roles', () => {
  let deployment: Deployment;

  beforeAll(async () => {
    deployment = await deploy(['api']);
  });
  afterAll(() => deployment.stop());

  it('accepts as api alone, and a worker that comes later does the work', async () => {
    const { api } = await deployment.newTenant();
    const { status, body } = await api.upload(
      { name: 'note.txt', bytes: 'A short note about nothing.' },
      {},
      { path: '/v1/documents' },
    );
    expect([status, body.status]).toEqual([202, 'queued']);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await api.get<{ status: string }>(`/v1/documents/${body.id}`)).body.status).toBe('queued');

    const worker = await deployment.start('worker');
    expect((await api.settled(body.id)).status).toBe('succeeded');
    const ready = await fetch(`${worker.url}/health/ready`);
    expect([ready.status, ((await ready.json()) as { status: string }).status]).toEqual([200, 'ok']);
  });

  it('stops within ten seconds of SIGTERM and gives its work back', async () => {
    const { api } = await deployment.newTenant();
    const worker = deployment.processes.at(-1)!;
    const ids = await Promise.all(
      Array.from(
        { length: 30 },
        async (_, n) =>
          (await api.upload({ name: `n${n}.txt`, bytes: `Note number ${n}` }, {}, { path: '/v1/documents' })).body.id,
      ),
    );
    const started = Date.now();
    expect(await worker.stop('SIGTERM')).toBe(0);
    expect(Date.now() - started).toBeLessThan(10_000);
    await deployment.start('worker');
    const documents = await Promise.all(ids.map((id) => api.settled(id)));
    expect(documents.map(({ status }) => status)).toEqual(ids.map(() => 'succeeded'));
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
