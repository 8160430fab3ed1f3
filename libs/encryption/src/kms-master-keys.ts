import { AppError, sleep } from '@app/kernel';
import { z } from 'zod';
import { MasterKeys, type WrappedKey } from './master-keys.js';

export interface KmsOptions {
  /** Of the transit engine, as `https://vault.example.com/v1/transit`. */
  readonly url: string;
  readonly keyName: string;
  readonly token: string;
  /** Milliseconds that one try may take. */
  readonly deadlineMs: number;
}

const TRIES = 3;
const PAUSE_MS = 100;
const MAX_ANSWER = 64 * 1024;

const encrypted = z.object({ data: z.object({ ciphertext: z.string().regex(/^vault:v\d+:/) }) });
const decrypted = z.object({ data: z.object({ plaintext: z.string() }) });
const described = z.object({ data: z.object({ latest_version: z.number().int() }) });

const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64');

/** What may be over at the next try. */
const isPassing = (status: number): boolean => status === 429 || status === 412 || status >= 500;

/**
 * Master keys that never leave a key management service: the HTTP interface of the transit engine of OpenBao and HashiCorp
 * Vault, which can be run beside this service, and whose requests need a token and no signing. The context is authenticated
 * (`associated_data`). A rotation there makes a new version, which is a new current key here.
 */
export class KmsMasterKeys extends MasterKeys {
  override readonly kind = 'kms';

  constructor(private readonly options: KmsOptions) {
    super();
  }

  override async currentId(): Promise<string> {
    return this.idOf((await this.ask('GET', 'keys', described)).data.latest_version);
  }

  override async wrap(key: Uint8Array, context: string): Promise<WrappedKey> {
    const body = { plaintext: base64(key), associated_data: base64(context) };
    const { ciphertext } = (await this.ask('POST', 'encrypt', encrypted, body)).data;
    return { masterKeyId: this.idOf(ciphertext.split(':')[1]?.slice(1) ?? ''), wrapped: Buffer.from(ciphertext) };
  }

  override async unwrap({ wrapped }: WrappedKey, context: string): Promise<Uint8Array> {
    const body = { ciphertext: Buffer.from(wrapped).toString(), associated_data: base64(context) };
    return Buffer.from((await this.ask('POST', 'decrypt', decrypted, body)).data.plaintext, 'base64');
  }

  private idOf(version: number | string): string {
    return `${this.options.keyName}:v${version}`;
  }

  private async ask<S extends z.ZodType>(
    method: 'GET' | 'POST',
    what: string,
    schema: S,
    body?: object,
  ): Promise<z.output<S>> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.once(method, what, body);
      if (answer.status === 200) return readAnswer(schema, answer.text);
      if (answer.status !== null && !isPassing(answer.status))
        throw new AppError('kms_refused', 'bug', {
          detail: `The key management service refused ${what} with status ${answer.status}.`,
        });
      if (attempt === TRIES) throw unavailable();
      await sleep(PAUSE_MS * 2 ** (attempt - 1));
    }
  }

  /** Status null where there was no answer in time. */
  private async once(
    method: string,
    what: string,
    body?: object,
  ): Promise<{ readonly status: number | null; readonly text: string }> {
    const { url, keyName, token, deadlineMs } = this.options;
    try {
      const response = await fetch(`${url.replace(/\/+$/, '')}/${what}/${encodeURIComponent(keyName)}`, {
        method,
        redirect: 'error',
        headers: { 'x-vault-token': token, 'content-type': 'application/json' },
        signal: AbortSignal.timeout(deadlineMs),
        ...(body && { body: JSON.stringify(body) }),
      });
      return { status: response.status, text: (await response.text()).slice(0, MAX_ANSWER) };
    } catch {
      return { status: null, text: '' };
    }
  }
}

const unavailable = (): AppError =>
  new AppError('kms_unavailable', 'unavailable', {
    detail: 'The key management service cannot be reached.',
    retryAfterSeconds: 5,
  });

function readAnswer<S extends z.ZodType>(schema: S, text: string): z.output<S> {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw unavailable();
  }
}
