import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '@app/kernel';

/** 256-bit keys by id. New values are written with `current`; the others are kept to read what they wrote. */
export interface KeyRing {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Uint8Array>;
}

const VERSION = 'v1';
const KEY_BYTES = 32;
/** NIST SP 800-38D: 96 bits of nonce, random, never reused under one key. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID = /^[A-Za-z0-9_-]{1,32}$/;

/**
 * Encrypts single fields with AES-256-GCM. A value reads `v1.<key id>.<base64url of nonce, ciphertext, tag>`. The
 * context (tenant, table, column, row) is authenticated: a value moved elsewhere does not decrypt.
 */
export class FieldCipher {
  constructor(private readonly ring: KeyRing) {
    if (!ring.keys.has(ring.current)) throw new AppError('encryption_key_missing', 'bug');
    for (const [id, key] of ring.keys)
      if (!KEY_ID.test(id) || key.length !== KEY_BYTES) throw new AppError('encryption_key_malformed', 'bug');
  }

  encrypt(plaintext: string, context: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key(this.ring.current), nonce).setAAD(Buffer.from(context));
    const sealed = Buffer.concat([nonce, cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${VERSION}.${this.ring.current}.${sealed.toString('base64url')}`;
  }

  /** Throws `decryption_failed` where the value was changed, belongs to another context, or its key is gone. */
  decrypt(value: string, context: string): string {
    const [version, keyId = '', body = ''] = value.split('.');
    const sealed = Buffer.from(body, 'base64url');
    if (version !== VERSION || sealed.length < NONCE_BYTES + TAG_BYTES) throw new AppError('decryption_failed', 'bug');
    const decipher = createDecipheriv('aes-256-gcm', this.key(keyId), sealed.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(-TAG_BYTES));
    try {
      return decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      throw new AppError('decryption_failed', 'bug');
    }
  }

  /** True where a value should be encrypted again, with the current key. */
  isOutdated(value: string): boolean {
    return value.split('.')[1] !== this.ring.current;
  }

  private key(id: string): Uint8Array {
    const key = this.ring.keys.get(id);
    if (key === undefined) throw new AppError('decryption_failed', 'bug');
    return key;
  }
}
