import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bombs } from '../../scripts/hostile/bombs/index.mjs';
import type { ApiClient } from '../support/api-client.js';
import { deploy, type Deployment } from '../support/e2e.js';
import { crashReaders } from '../support/reader-crashes.js';

const AT_ONCE = 4;
/** The end of a reading process by the sandbox. */
const KILLED = ['reading_timeout', 'reading_out_of_memory', 'reader_crashed'];
/** Where the names in archives would lead if anybody followed them. */
const OUTSIDE = ['/tmp/slip.txt', '/tmp/slip', '/etc/cron.d/slip', 'slip.txt'];
const SECRET = /root:[^:\n]*:0:0:/;
const PERSON = 'Katarzyna Løkkesen';
/** Preloaded into the service: a promise that fails, that nobody waits for, and that quotes a person. */
const CARELESS = `process.on('SIGUSR2', () => { Promise.reject(new TypeError('no total in: ' + decodeURIComponent('${encodeURIComponent(PERSON)}'))); });`;

/** Keeps its reading process busy until the sandbox ends it. */
const LONG = 'laughing-forms.pdf';

interface Outcome {
  readonly name: string;
  /** Null where the file was read, in full or in part. */
  readonly code: string | null;
  readonly isTyped: boolean;
  readonly text: string;
}

/** All bombs through the service as it runs outside of tests: HTTP, queue, reading processes with half of their memory. */
describe('hostile files', () => {
  let deployment: Deployment;
  let api: ApiClient;

  beforeAll(async () => {
    deployment = await deploy(['all'], {
      READING_PROCESSES: '2',
      READING_MEMORY_MB: '512',
      READING_WALL_SECONDS: '30',
      // How many documents come out of a bomb is the matter of another test; here they only take time.
      DOCUMENTS_MAX_CHILDREN: '3',
      DOCUMENTS_MAX_TREE_DOCUMENTS: '8',
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(CARELESS)}`,
    });
    api = (await deployment.newTenant()).api;
  });
  afterAll(() => deployment.stop());

  async function outcomeOf(name: string, bytes: Uint8Array): Promise<Outcome> {
    const { status, body } = await api.upload({ name, bytes }, { pipeline: 'read' }, { path: '/v1/documents' });
    const isTyped = (code: unknown): boolean => typeof code === 'string' && /^[a-z][a-z0-9_]*$/.test(code);
    if (status >= 400) {
      const { code } = body as unknown as { code: string };
      return { name, code, isTyped: status < 500 && isTyped(code), text: '' };
    }
    const document = await api.settled(body.id, 100);
    const code = document.error?.code ?? null;
    if (document.status === 'failed')
      return { name, code, isTyped: isTyped(code) && code !== 'internal_error', text: '' };
    const { body: text } = await api.get<string>(`/v1/documents/${body.id}/text`);
    return { name, code: null, isTyped: true, text };
  }

  async function sendAll(): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    const waiting = [...bombs];
    const worker = async (): Promise<void> => {
      for (let bomb = waiting.shift(); bomb !== undefined; bomb = waiting.shift())
        outcomes.push(await outcomeOf(bomb.name, await bomb.make()));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return outcomes;
  }

  it('are read as far as they go or refused with a code, by readers that stay alive', async () => {
    const outcomes = await sendAll();
    expect(outcomes).toHaveLength(bombs.length);
    expect(outcomes.filter(({ isTyped }) => !isTyped)).toEqual([]);
    const forSandbox = new Set(bombs.filter(({ needsSandbox }) => needsSandbox).map(({ name }) => name));
    const killed = outcomes.filter(({ name, code }) => KILLED.includes(code ?? '') && !forSandbox.has(name));
    expect(killed.map(({ name, code }) => `${name}: ${code}`)).toEqual([]);
    expect(outcomes.filter(({ text }) => SECRET.test(text)).map(({ name }) => name)).toEqual([]);
    expect(OUTSIDE.filter((path) => existsSync(path))).toEqual([]);
    // Some dozens of files that are made to take long, on a machine that may have other work.
  }, 300_000);

  it('leave a service behind that goes on', async () => {
    expect(deployment.api.child.exitCode).toBeNull();
    const { status, body } = await api.upload({ name: 'a.txt', bytes: 'An ordinary letter.' }, { pipeline: 'read' });
    expect([status, body.status]).toEqual([200, 'succeeded']);
    expect((await api.get('/health/ready')).status).toBe(200);
  });

  it('that kill their reader are dead letters after three tries, touch no other, and can be replayed', async () => {
    const { api: owner } = await deployment.newTenant();
    const bytes = await bombs.find(({ name }) => name === LONG)!.make();
    const { body: poison } = await owner.upload({ name: LONG, bytes }, { pipeline: 'read' }, { path: '/v1/documents' });
    const stop = crashReaders(deployment.api.child.pid!);
    const dead = await owner.settled(poison.id);
    stop();
    expect([dead.status, dead.error?.code]).toEqual(['failed', 'reader_crashed']);
    type Letters = { items: { id: string; documentId: string; attempts: number; errorCode: string }[] };
    const { body: letters } = await owner.get<Letters>('/v1/dead-letters');
    expect(letters.items).toMatchObject([{ documentId: poison.id, attempts: 3, errorCode: 'reader_crashed' }]);

    const { body: other } = await owner.upload(
      { name: 'a.html', bytes: '<p>An ordinary letter.</p>' },
      { pipeline: 'read' },
    );
    expect(other.status).toBe('succeeded');

    const { status } = await owner.post(`/v1/dead-letters/${letters.items[0]!.id}/replay`);
    expect(status).toBeLessThan(300);
    // This time it may go on, until it is too large.
    await expect
      .poll(async () => (await owner.settled(poison.id)).error?.code, { timeout: 60_000 })
      .toMatch(/^reading_(out_of_memory|timeout)$/);
    expect(deployment.api.child.exitCode).toBeNull();
  });

  it('leave nobody quoted where the service itself ends of an error that nobody caught', async () => {
    expect(await deployment.api.stop('SIGUSR2')).toBe(1);
    expect(deployment.api.output()).toMatch(/"level":50.*"type":"TypeError".*"msg":"process\.crashed"/);
    expect(deployment.api.output()).not.toContain(PERSON);
  });
});
