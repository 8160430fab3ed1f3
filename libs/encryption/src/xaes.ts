import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { AppError } from '@app/kernel';

export const KEY_BYTES = 32;
const NONCE_BYTES = 24;
const TAG_BYTES = 16;
/** What a sealed value is longer than the plain one. */
export const XAES_OVERHEAD = NONCE_BYTES + TAG_BYTES;

/** Encrypts blocks of 16 bytes, each by itself. It keeps no state from one call to the next, and is dear to make: one for each key. */
export const aesBlocks = (key: Uint8Array): ((blocks: Uint8Array) => Buffer) => {
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  return (blocks) => cipher.update(blocks);
};

/** The subkey K1 of CMAC (NIST SP 800-38B section 6.1): the encrypted zero block, doubled in GF(2^128). */
function cmacSubkey(encrypt: (blocks: Uint8Array) => Buffer): Buffer {
  const block = encrypt(Buffer.alloc(16));
  const doubled = Buffer.alloc(16);
  for (let i = 0; i < 16; i++) doubled[i] = ((block[i] ?? 0) << 1) | ((block[i + 1] ?? 0) >> 7);
  if (((block[0] ?? 0) & 0x80) !== 0) doubled[15] = (doubled[15] ?? 0) ^ 0x87;
  return doubled;
}

/**
 * XAES-256-GCM (C2SP `XAES-256-GCM.md`): AES-256-GCM (NIST SP 800-38D) under a key of its own for each value, made by the
 * counter-mode KDF with CMAC (SP 800-108r1) out of the first half of a random nonce of 192 bits. Plain AES-256-GCM allows
 * 2^32 random nonces a key (SP 800-38D section 8.3), which would have to be counted across processes; here the same chance
 * of a collision (2^-32) needs 2^80 values.
 */
export class XaesKey {
  private readonly encrypt: (blocks: Uint8Array) => Buffer;
  private readonly subkey: Buffer;

  constructor(key: Uint8Array) {
    if (key.byteLength !== KEY_BYTES) throw new AppError('encryption_key_malformed', 'bug');
    this.encrypt = aesBlocks(key);
    this.subkey = cmacSubkey(this.encrypt);
  }

  /** Nonce, ciphertext, tag. `nonce` is given by the test vectors only. */
  seal(plain: Uint8Array, context: Uint8Array, nonce: Uint8Array = randomBytes(NONCE_BYTES)): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.keyOf(nonce), nonce.subarray(12)).setAAD(context);
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws `decryption_failed` where the value was changed, or was sealed under another key or context. */
  open(sealed: Uint8Array, context: Uint8Array): Buffer {
    if (sealed.byteLength < XAES_OVERHEAD) throw new AppError('decryption_failed', 'bug');
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.keyOf(nonce), nonce.subarray(12)).setAAD(context);
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    } catch {
      throw new AppError('decryption_failed', 'bug');
    }
  }

  /** As an object: where Node is given bytes it throws and catches an error inside, which takes longer than all of the sealing. */
  private keyOf(nonce: Uint8Array): KeyObject {
    const blocks = Buffer.alloc(32);
    blocks.set([0, 1, 0x58, 0], 0);
    blocks.set(nonce.subarray(0, 12), 4);
    blocks.set([0, 2, 0x58, 0], 16);
    blocks.set(nonce.subarray(0, 12), 20);
    for (let i = 0; i < 32; i++) blocks[i] = (blocks[i] ?? 0) ^ (this.subkey[i % 16] ?? 0);
    return createSecretKey(this.encrypt(blocks));
  }
}
