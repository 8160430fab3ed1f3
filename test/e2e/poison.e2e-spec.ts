import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bombs } from '../../scripts/hostile/bombs/index.mjs';
import type { ApiClient } from '../support/api-client.js';
import { deploy, type Deployment } from '../support/e2e.js';

/** Keeps its reading process busy until the sandbox ends it. */
const LONG = 'laughing-forms.pdf';

const readerPids = (service: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const parent = Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]);
        return parent === service && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('child/main.js');
      } catch {
        return false;
      }
    })
    .map(Number);

const crash = (pid: number): void => {
  try {
    process.kill(pid, 'SIGSEGV');
  } catch {
    // Gone already.
  }
};

describe('a document that kills its reader', () => {
  let deployment: Deployment;
  let api: ApiClient;

  beforeAll(async () => {
    deployment = await deploy(['all'], { READING_PROCESSES: '1', READING_MEMORY_MB: '400' });
    api = (await deployment.newTenant()).api;
  });
  afterAll(() => deployment.stop());

  it('is a dead letter after three tries, touches no other, and can be replayed', async () => {
    const bytes = await bombs.find(({ name }) => name === LONG)!.make();
    const { body: poison } = await api.upload({ name: LONG, bytes }, { pipeline: 'read' }, { path: '/v1/documents' });
    // Whatever reads it dies at once, as if the file did it.
    const killing = setInterval(() => {
      for (const pid of readerPids(deployment.api.child.pid!)) crash(pid);
    }, 50);
    const dead = await api.settled(poison.id);
    clearInterval(killing);
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
});
