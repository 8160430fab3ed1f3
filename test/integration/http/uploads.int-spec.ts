import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp, type TestTenant } from '../../support/app.js';
import { openUpload } from '../../support/raw-upload.js';

const MB = 1024 * 1024;
const LIMIT = 4 * MB;
/** Bytes of every kind, the same in every run (Knuth's multiplicative hash). */
const noise = Buffer.from(
  Array.from({ length: 64 * 1024 }, (_, index) => (Math.imul(index + 1, 2_654_435_761) >>> 15) & 0xff),
);
const text = (bytes: number): Buffer => Buffer.alloc(bytes, 'a line of text of some length\n');

/** Each of these uploads is never completed by its client: an answer can only come before its end. */
describe('uploads that are refused', () => {
  let test: TestApp;
  let tenant: TestTenant;
  beforeAll(async () => {
    test = await startTestApp('api', { TENANTS_MAX_UPLOAD_BYTES: String(LIMIT) });
    tenant = await test.newTenant();
  });
  afterAll(() => test.close());

  const stagedFiles = () => readdir(join(process.env['DATA_DIR']!, 'files', '.staging'));
  const documents = async () => (await tenant.api.get<{ items: unknown[] }>('/v1/documents')).body.items;

  it('announced as too large: at once', async () => {
    const upload = openUpload(tenant.api, { announced: 100 * MB });
    await upload.write(text(1));
    expect(await upload.answer).toMatchObject({ status: 413, body: { code: 'document_too_large' } });
    upload.request.destroy();
  });

  it('too large without having been announced: as soon as the limit is passed', async () => {
    const upload = openUpload(tenant.api);
    await upload.write(text(LIMIT + 64 * 1024));
    expect(await upload.answer).toMatchObject({ status: 413, body: { code: 'document_too_large' } });
    upload.request.destroy();
    expect(await stagedFiles()).toEqual([]);
  });

  it.each([
    ['of no known type', 'file.bin', noise],
    [
      'of a type that is not read',
      'film.mp4',
      Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom'), noise]),
    ],
  ])('%s: by their first bytes', async (_, name, bytes) => {
    const upload = openUpload(tenant.api, { name, announced: 3 * MB });
    await upload.write(bytes);
    expect(await upload.answer).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
    upload.request.destroy();
    expect(await stagedFiles()).toEqual([]);
  });

  it('can be sent to their end nevertheless, and the connection serves on', async () => {
    const upload = openUpload(tenant.api, { announced: 20 * MB });
    await upload.write(text(MB));
    await upload.answer;
    for (let sent = 1; sent < 20; sent++) await upload.write(text(MB));
    upload.end();
    await new Promise((resolve) => upload.request.once('finish', resolve));
    expect((await tenant.api.get('/v1/documents')).status).toBe(200);
  });

  it('to clients that close the connection afterwards: not before all was sent, so that they hear of it', async () => {
    const upload = openUpload(tenant.api, { name: 'file.bin', announced: 2 * MB, headers: { connection: 'close' } });
    await upload.write(noise);
    await upload.write(text(2 * MB - noise.length));
    upload.end();
    expect(await upload.answer).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
  });

  const form = async (
    path: string,
    parts: readonly (readonly [name: string, value: string | Blob, file?: string])[],
  ) => {
    const body = new FormData();
    for (const [name, value, file] of parts)
      if (typeof value === 'string') body.append(name, value);
      else body.append(name, value, file);
    return tenant.api.request<{ code: string; errors?: { pointer: string }[] }>('POST', path, { body });
  };
  const letter = new Blob(['A letter with a field behind it.']);
  it.each([
    [
      '/v1/documents',
      [
        ['type', 'invoice'],
        ['pipeline', 'read'],
      ],
      ['/type', '/pipeline'],
    ],
    [
      '/v1/documents',
      [
        ['metadata', '{}'],
        ['submit', 'Send'],
      ],
      ['/metadata'],
    ],
    ['/v1/documents', [['file', letter, 'second.txt']], ['/file']],
    ['/v1/documents', [['annex', letter, 'annex.txt']], ['/file']],
    ['/v1/classifications?async=true', [['industry', 'finance']], ['/industry']],
    ['/v1/triage?wait=0', [['file', letter, 'second.eml']], ['/file']],
  ] as const)('to %s with something behind the file that means anything: %o', async (path, late, pointers) => {
    const { status, body } = await form(path, [['file', letter, 'letter.txt'], ...late]);
    expect([status, body.code, body.errors?.map(({ pointer }) => pointer)]).toEqual([
      400,
      'field_after_file',
      pointers,
    ]);
    expect([await stagedFiles(), await documents()]).toEqual([[], []]);
  });

  it('are none where only a field follows that means nothing, as browsers send it', async () => {
    const other = await test.newTenant();
    const body = new FormData();
    body.append('file', letter, 'letter.txt');
    body.append('submit', 'Send');
    body.append('more', new File([], ''));
    expect((await other.api.request('POST', '/v1/documents', { body })).status).toBe(202);
  });

  it('broken off in the middle: nothing is left of them', async () => {
    const upload = openUpload(tenant.api, { announced: 2 * MB });
    await upload.write(text(MB));
    await expect.poll(stagedFiles).toHaveLength(1);
    upload.request.destroy();
    await expect.poll(stagedFiles).toEqual([]);
    expect(await documents()).toEqual([]);
  });
});
