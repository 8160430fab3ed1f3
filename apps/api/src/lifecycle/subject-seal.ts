import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { AppError, newUuid } from '@app/kernel';
import { FieldCipher } from '@app/privacy';
import type { StorageConfig } from '@app/storage';
import { z } from 'zod';
import { canonicalSubject } from './domain/subject.js';

const KEY_BYTES = 32;
const CIPHER_KEY = 'lifecycle';

/** Of two processes that make the file at once, one wins and both use its secret. */
async function makeFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${newUuid()}`;
  try {
    await writeFile(temporary, `${randomBytes(KEY_BYTES).toString('base64')}\n`, {
      mode: 0o600,
      flag: 'wx',
      flush: true,
    });
    await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(temporary, { force: true });
  }
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

/**
 * The secret of this installation that subjects are sealed and hashed with: `keys/lifecycle.txt` in DATA_DIR, made at the first start.
 * It is no setting: it has to stay with the tombstones, which it signs, and nobody needs to know it.
 */
export async function loadSubjectSeal({ dataDir }: StorageConfig): Promise<SubjectSeal> {
  const path = join(resolve(dataDir), 'keys', 'lifecycle.txt');
  let text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
    return null;
  });
  if (text === null) {
    await makeFile(path);
    text = await readFile(path, 'utf8');
  }
  const secret = Buffer.from(text.trim(), 'base64');
  if (secret.length !== KEY_BYTES)
    throw new AppError('lifecycle_key_malformed', 'invalid', {
      detail: 'keys/lifecycle.txt in DATA_DIR has to be 32 bytes in base64.',
    });
  return new SubjectSeal(secret);
}

const identifiersSchema = z.array(z.string());

/** Keeps who is asked about readable for the service alone, and only while there is work to do; what stays is a keyed hash. */
export class SubjectSeal {
  private readonly cipher: FieldCipher;
  private readonly hashKey: Buffer;

  constructor(secret: Uint8Array) {
    const derived = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', purpose, KEY_BYTES));
    this.cipher = new FieldCipher({ current: CIPHER_KEY, keys: new Map([[CIPHER_KEY, derived('subject')]]) });
    this.hashKey = derived('hash');
  }

  /** `context`: the row that it stands in. */
  seal(identifiers: readonly string[], context: string): string {
    return this.cipher.encrypt(JSON.stringify(identifiers), context);
  }

  open(sealed: string, context: string): readonly string[] {
    return identifiersSchema.parse(JSON.parse(this.cipher.decrypt(sealed, context)));
  }

  /** The same for each spelling of the same subject of one tenant, and for no other tenant. */
  hash(tenantId: string, identifiers: readonly string[]): string {
    return this.code('subject', tenantId, canonicalSubject(identifiers));
  }

  /** A code that only this installation can make, in hexadecimal. */
  code(...parts: readonly string[]): string {
    return createHmac('sha256', this.hashKey).update(JSON.stringify(parts)).digest('hex');
  }
}
