import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FileMasterKeys, readKeyFile, secretsOf } from './file-master-keys.js';
import { KmsMasterKeys } from './kms-master-keys.js';
import { XaesKey } from './xaes.js';

const [OLD, NEW] = ['an old master secret of 32 characters', 'a new master secret of 32 characters!'] as const;
const KEY = new Uint8Array(32).fill(7);

describe('FileMasterKeys', () => {
  it('wraps with the first secret and unwraps with all', async () => {
    const before = new FileMasterKeys([OLD]);
    const wrapped = await before.wrap(KEY, 'tenant');
    const after = new FileMasterKeys([NEW, OLD]);
    expect(Buffer.from(await after.unwrap(wrapped, 'tenant'))).toEqual(Buffer.from(KEY));
    expect((await after.wrap(KEY, 'tenant')).masterKeyId).toBe(await after.currentId());
    expect(await after.currentId()).not.toBe(wrapped.masterKeyId);
    await expect(after.unwrap(wrapped, 'another tenant')).rejects.toThrow('decryption_failed');
    await expect(new FileMasterKeys([NEW]).unwrap(wrapped, 'tenant')).rejects.toMatchObject({
      code: 'master_key_missing',
    });
  });

  it('refuses short secrets and none', () => {
    expect(() => new FileMasterKeys(['short'])).toThrow('at least 32 characters');
    expect(() => new FileMasterKeys(secretsOf(' ,\n'))).toThrow('has no secret');
  });
});

describe('the key file', () => {
  it('is made once, for its owner only, and never in production', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dossier-keys-'));
    try {
      const path = join(folder, 'keys', 'encryption.txt');
      await expect(readKeyFile(path, false)).rejects.toMatchObject({ code: 'encryption_keys_missing' });
      const made = await Promise.all([readKeyFile(path, true), readKeyFile(path, true)]);
      expect(new Set([...made, await readFile(path, 'utf8')]).size).toBe(1);
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect(() => new FileMasterKeys(secretsOf(made[0]))).not.toThrow();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** A transit engine with as many versions of a key as it was told of; each status in `faults` is answered once before. */
class FakeTransit {
  readonly faults: (number | 'hang')[] = [];
  version = 1;
  requests = 0;
  private server: Server | null = null;

  async start(): Promise<string> {
    this.server = createServer((request, response) => {
      let text = '';
      request.on('data', (piece: Buffer) => (text += piece.toString()));
      request.on('end', () => {
        this.requests++;
        const fault = this.faults.shift();
        if (fault === 'hang') return;
        const [, what, name] = /\/v1\/transit\/(\w+)\/(\w+)$/.exec(request.url ?? '') ?? [];
        const allowed = request.headers['x-vault-token'] === 'a token' && name === 'dossier';
        response.writeHead(fault ?? (allowed ? 200 : 403));
        response.end(fault === undefined && allowed ? JSON.stringify({ data: this.answer(what ?? '', text) }) : '{}');
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => this.server?.once('listening', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1/transit`;
  }

  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  private answer(what: string, text: string): object {
    if (what === 'keys') return { latest_version: this.version };
    const body = JSON.parse(text) as Record<string, string>;
    const context = Buffer.from(body['associated_data'] ?? '', 'base64');
    const keyOf = (version: number) => new XaesKey(new Uint8Array(32).fill(version));
    if (what === 'encrypt') {
      const sealed = keyOf(this.version).seal(Buffer.from(body['plaintext'] ?? '', 'base64'), context);
      return { ciphertext: `vault:v${this.version}:${sealed.toString('base64')}` };
    }
    const [, version, sealed] = (body['ciphertext'] ?? '').split(':');
    const opened = keyOf(Number(version?.slice(1))).open(Buffer.from(sealed ?? '', 'base64'), context);
    return { plaintext: opened.toString('base64') };
  }
}

describe('KmsMasterKeys', () => {
  const transit = new FakeTransit();
  afterEach(() => transit.stop());

  const keysWith = async (token = 'a token') =>
    new KmsMasterKeys({ url: await transit.start(), keyName: 'dossier', token, deadlineMs: 200 });

  it('wraps and unwraps there, also what an older version has wrapped', async () => {
    const keys = await keysWith();
    const wrapped = await keys.wrap(KEY, 'tenant');
    expect(wrapped.masterKeyId).toBe('dossier:v1');
    transit.version = 2;
    expect(await keys.currentId()).toBe('dossier:v2');
    expect(Buffer.from(await keys.unwrap(wrapped, 'tenant'))).toEqual(Buffer.from(KEY));
    transit.version = 1;
  });

  it('tries again after a failure and a silence, three times in all', async () => {
    const keys = await keysWith();
    transit.faults.push(503, 'hang');
    expect((await keys.wrap(KEY, 'tenant')).masterKeyId).toBe('dossier:v1');
    transit.faults.push(500, 429, 502);
    await expect(keys.wrap(KEY, 'tenant')).rejects.toMatchObject({ code: 'kms_unavailable', kind: 'unavailable' });
  });

  it('does not ask again where it is refused', async () => {
    const keys = await keysWith('another token');
    const before = transit.requests;
    await expect(keys.wrap(KEY, 'tenant')).rejects.toMatchObject({ code: 'kms_refused' });
    expect(transit.requests - before).toBe(1);
  });
});
