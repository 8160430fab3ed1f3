import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bombs } from '../../scripts/hostile/bombs/index.mjs';
import type { ApiClient } from '../support/api-client.js';
import { deploy, type Deployment } from '../support/e2e.js';
import { crashReaders } from '../support/reader-crashes.js';

const PERSON = 'Katarzyna Løkkesen';
/** Preloaded into the service: a promise that fails, that nobody waits for, and that quotes a person. */
const CARELESS = `process.on('SIGUSR2', () => { Promise.reject(new TypeError('no total in: ' + decodeURIComponent('${encodeURIComponent(PERSON)}'))); });`;

/** Keeps its reading process busy until the sandbox ends it. */
const LONG = 'laughing-forms.pdf';

describe('a document that kills its reader', () => {
  let deployment: Deployment;
  let api: ApiClient;

  beforeAll(async () => {
    deployment = await deploy(['all'], {
      READING_PROCESSES: '1',
      READING_MEMORY_MB: '400',
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(CARELESS)}`,
    });
    api = (await deployment.newTenant()).api;
  });
  afterAll(() => deployment.stop());

  it('is a dead letter after three tries, touches no other, and can be replayed', async () => {
    const bytes = await bombs.find(({ name }) => name === LONG)!.make();
    const { body: poison } = await api.upload({ name: LONG, bytes }, { pipeline: 'read' }, { path: '/v1/documents' });
    const stop = crashReaders(deployment.api.child.pid!);
    const dead = await api.settled(poison.id);
    stop();
    expect([dead.status, dead.error?.code]).toEqual(['failed', 'reader_crashed']);
    type Letters = { items: { id: string; documentId: string; attempts: number; errorCode: string }[] };
    const { body: letters } = await api.get<Letters>('/v1/dead-letters');
    expect(letters.items).toMatchObject([{ documentId: poison.id, attempts: 3, errorCode: 'reader_crashed' }]);

    const { body: other } = await api.upload(
      { name: 'a.html', bytes: '<p>An ordinary letter.</p>' },
      { pipeline: 'read' },
    );
    expect(other.status).toBe('succeeded');

    const { status } = await api.post(`/v1/dead-letters/${letters.items[0]!.id}/replay`);
    expect(status).toBeLessThan(300);
    // This time it may go on, until it is too large.
    await expect
      .poll(async () => (await api.settled(poison.id)).error?.code, { timeout: 60_000 })
      .toMatch(/^reading_(out_of_memory|timeout)$/);
    expect(deployment.api.child.exitCode).toBeNull();
  });

  it('is not quoted where the service itself ends of an error that nobody caught', async () => {
    expect(await deployment.api.stop('SIGUSR2')).toBe(1);
    expect(deployment.api.output()).toMatch(/"level":50.*"type":"TypeError".*"msg":"process\.crashed"/);
    expect(deployment.api.output()).not.toContain(PERSON);
  });
});
