import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError, newUuid } from '@app/kernel';
import { MasterKeys, type WrappedKey } from './master-keys.js';
import { KEY_BYTES, XaesKey } from './xaes.js';

/** 32 random bytes have 43 characters in base64url, 24 have 32. */
const MIN_SECRET = 32;

interface MasterKey {
  readonly id: string;
  readonly key: XaesKey;
}

/** Key and name out of one secret (RFC 5869): the name tells nothing of the key. */
function keyOf(secret: string): MasterKey {
  if (secret.length < MIN_SECRET)
    throw new AppError('invalid_configuration', 'invalid', {
      detail: `ENCRYPTION_KEYS: each secret needs at least ${MIN_SECRET} characters`,
    });
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, KEY_BYTES));
  const id = createHash('sha256').update(derived('dossier master key name')).digest('base64url').slice(0, 12);
  return { id, key: new XaesKey(derived('dossier master key')) };
}

/** Master keys out of secrets in the configuration or a file: the first wraps, all unwrap. */
export class FileMasterKeys extends MasterKeys {
  override readonly kind = 'file';
  private readonly current: MasterKey;
  private readonly byId: ReadonlyMap<string, MasterKey>;

  constructor(secrets: readonly string[]) {
    super();
    const keys = secrets.map(keyOf);
    const [current] = keys;
    if (!current) throw new AppError('invalid_configuration', 'invalid', { detail: 'ENCRYPTION_KEYS: has no secret' });
    this.current = current;
    this.byId = new Map(keys.map((key) => [key.id, key]));
  }

  override async currentId(): Promise<string> {
    return this.current.id;
  }

  override async wrap(key: Uint8Array, context: string): Promise<WrappedKey> {
    const { id, key: master } = this.current;
    return { masterKeyId: id, wrapped: master.seal(key, Buffer.from(context)) };
  }

  override async unwrap({ masterKeyId, wrapped }: WrappedKey, context: string): Promise<Uint8Array> {
    const master = this.byId.get(masterKeyId);
    if (!master)
      throw new AppError('master_key_missing', 'bug', {
        detail: `The master key ${masterKeyId} is not among the given ones (ENCRYPTION_KEYS).`,
      });
    return master.key.open(wrapped, Buffer.from(context));
  }
}

export const secretsOf = (text: string): string[] => text.split(/[,\s]+/).filter((secret) => secret !== '');

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

/** Of two processes that make the file at once, one wins and both use its secret. */
async function makeFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${newUuid()}`;
  try {
    await writeFile(temporary, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    await link(temporary, path).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  } finally {
    await rm(temporary, { force: true });
  }
}

/** The secrets of a file. It is made where it is missing and `mayCreate` says so. */
export async function readKeyFile(path: string, mayCreate: boolean): Promise<string> {
  const read = (): Promise<string | null> =>
    readFile(path, 'utf8').catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
      return null;
    });
  const found = await read();
  if (found !== null) return found;
  if (!mayCreate)
    throw new AppError('encryption_keys_missing', 'invalid', {
      detail:
        'In production the master keys have to be given (ENCRYPTION_KEYS, ENCRYPTION_KEYS_FILE or ENCRYPTION_KMS_URL).',
    });
  await makeFile(path);
  return (await read()) ?? '';
}
