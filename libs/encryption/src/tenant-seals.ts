import { createHash, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { AppError } from '@app/kernel';
import { aesBlocks, KEY_BYTES, XAES_OVERHEAD, XaesKey } from './xaes.js';

/** One version of a tenant's data key, opened. */
export interface DataKey {
  readonly version: number;
  readonly key: Uint8Array;
}

/**
 * In front of everything that is sealed; `1` is the version of the form. No text of a document or of JSON begins with U+0001,
 * so what was written before encryption is told from what is sealed.
 */
const MARK = '\u0001e1:';
const MARK_BYTES = Buffer.from(MARK);
/** The same for texts that were compressed (RFC 8878) before they were sealed: Postgres cannot compress what is sealed. */
const PACKED_MARK = '\u0001e2:';
/** From here on, Postgres compressed texts before they were sealed (TOAST_TUPLE_THRESHOLD). Below, it costs more than it saves. */
const PACKED_FROM_BYTES = 2048;
/** The fastest level: the next ones save a tenth more for twice the time. */
const PACKING = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const VERSION_BYTES = 4;

export const FIRST_VERSION = 1;
const BLOCK_BYTES = 16;
/** In front of a hash, where a length stands in front of a short word. */
const LONG_WORD = 0xff;

const derive = (key: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', purpose, KEY_BYTES));

/** What all blind values of a tenant are made with, out of its first data key. It opens nothing that the key has sealed. */
export const indexRootOf = (firstKey: Uint8Array): Buffer => derive(firstKey, 'dossier blind indexes');

/** Different words have different blocks. `blocks` is all zeros there. */
function putBlock(blocks: Buffer, at: number, word: string): void {
  const bytes = Buffer.byteLength(word);
  if (bytes < BLOCK_BYTES) {
    blocks[at] = bytes;
    blocks.write(word, at + 1, 'utf8');
    return;
  }
  blocks[at] = LONG_WORD;
  createHash('sha256')
    .update(word)
    .digest()
    .copy(blocks, at + 1, 0, BLOCK_BYTES - 1);
}

/** Bound to its form too: a value opens as what it was sealed as. */
const packedIn = (column: string): string => `${column}\0zstd`;

const isMarked = (stored: Uint8Array): boolean =>
  stored.byteLength >= MARK_BYTES.length && MARK_BYTES.equals(stored.subarray(0, MARK_BYTES.length));

/** Whether a value as it stands in the database is sealed, by its beginning. */
export const isSealed = (stored: unknown): boolean =>
  typeof stored === 'string'
    ? stored.startsWith(MARK) || stored.startsWith(PACKED_MARK)
    : stored instanceof Uint8Array && isMarked(stored);

/**
 * Seals and opens values of one tenant. A value is bound to its tenant, to `column` (`table.column`) and to `row` (the key of its row
 * without the tenant): moved elsewhere it does not open. What was stored before encryption is given back as it is.
 * Opening throws `decryption_failed`, and `data_key_missing` where the tenant's key was destroyed.
 */
export class TenantSeals {
  private readonly keys: ReadonlyMap<number, XaesKey>;
  private readonly current: XaesKey;
  private readonly indexRoot: Uint8Array;
  private readonly indexKeys = new Map<string, KeyObject>();
  private readonly wordCiphers = new Map<string, (blocks: Uint8Array) => Buffer>();

  /** `versions`: oldest first. `indexRoot`: made of the first version, which may be gone; a rotation must not change blind values. */
  constructor(
    readonly tenantId: string,
    versions: readonly DataKey[],
    readonly currentVersion: number,
    indexRoot?: Uint8Array,
  ) {
    const first = versions.find(({ version }) => version === FIRST_VERSION);
    const root = indexRoot ?? (first && indexRootOf(first.key));
    this.keys = new Map(versions.map(({ version, key }) => [version, new XaesKey(derive(key, 'dossier fields'))]));
    const current = this.keys.get(currentVersion);
    if (!root || !current) throw new AppError('data_key_missing', 'bug');
    this.current = current;
    this.indexRoot = root;
  }

  /** Into a column of text: a third longer than its bytes, which bytea would be twice over on the wire. */
  text(column: string, row: string, plain: string): string {
    const bytes = Buffer.from(plain);
    const packed = bytes.byteLength < PACKED_FROM_BYTES ? bytes : zstdCompressSync(bytes, PACKING);
    return packed.byteLength < bytes.byteLength
      ? PACKED_MARK + this.seal(packedIn(column), row, packed).toString('base64')
      : MARK + this.seal(column, row, bytes).toString('base64');
  }

  openText(column: string, row: string, stored: string): string {
    if (!isSealed(stored)) return stored;
    const sealed = Buffer.from(stored.slice(MARK.length), 'base64');
    return stored.startsWith(PACKED_MARK)
      ? zstdDecompressSync(this.open(packedIn(column), row, sealed)).toString()
      : this.open(column, row, sealed).toString();
  }

  /** Into a column of jsonb, as the JSON text of one string. */
  json(column: string, row: string, plain: unknown): string {
    return JSON.stringify(this.text(column, row, JSON.stringify(plain)));
  }

  /** `stored`: what the column holds, parsed. */
  openJson<T>(column: string, row: string, stored: unknown): T {
    return (isSealed(stored) ? JSON.parse(this.openText(column, row, stored as string)) : stored) as T;
  }

  bytes(column: string, row: string, plain: Uint8Array): Buffer {
    return Buffer.concat([MARK_BYTES, this.seal(column, row, plain)]);
  }

  openBytes(column: string, row: string, stored: Uint8Array): Uint8Array {
    return isMarked(stored) ? this.open(column, row, stored.subarray(MARK_BYTES.length)) : stored;
  }

  /**
   * What stands in the database for a value that is looked up by equality: HMAC-SHA-256 (RFC 2104) under a key of the tenant and
   * the column. Equal values look equal, also to those who read the database.
   */
  blind(column: string, plain: string): Buffer {
    return createHmac('sha256', this.indexKey(column)).update(plain).digest();
  }

  /**
   * What stands in the database for words that are looked up: for each a signed integer of 64 bits in decimal, which only the key of
   * the tenant and the column makes: the first half of an AES block of the word, or of its SHA-256 where it is longer than a block.
   * Equal words look equal, also to those who read the database. One call for many words costs little more than for one.
   */
  wordNumbers(column: string, words: readonly string[]): string[] {
    const blocks = Buffer.alloc(words.length * BLOCK_BYTES);
    for (let index = 0; index < words.length; index++) putBlock(blocks, index * BLOCK_BYTES, words[index] ?? '');
    const numbers = this.wordCipher(column)(blocks);
    return words.map((_, index) => numbers.readBigInt64BE(index * BLOCK_BYTES).toString());
  }

  /** Whether a value is plain, or sealed with an older key, and so is to be sealed again. */
  isOutdated(stored: unknown): boolean {
    if (!isSealed(stored)) return true;
    const head =
      typeof stored === 'string'
        ? Buffer.from(stored.slice(MARK.length, MARK.length + 8), 'base64')
        : Buffer.from(stored as Uint8Array).subarray(MARK_BYTES.length);
    return head.readUInt32BE(0) !== this.currentVersion;
  }

  private wordCipher(column: string): (blocks: Uint8Array) => Buffer {
    let cipher = this.wordCiphers.get(column);
    if (!cipher) this.wordCiphers.set(column, (cipher = aesBlocks(derive(this.indexRoot, `${column} words`))));
    return cipher;
  }

  private indexKey(purpose: string): KeyObject {
    let key = this.indexKeys.get(purpose);
    if (!key) this.indexKeys.set(purpose, (key = createSecretKey(derive(this.indexRoot, purpose))));
    return key;
  }

  private seal(column: string, row: string, plain: Uint8Array): Buffer {
    const version = Buffer.alloc(VERSION_BYTES);
    version.writeUInt32BE(this.currentVersion);
    return Buffer.concat([version, this.current.seal(plain, this.contextOf(column, row))]);
  }

  private open(column: string, row: string, body: Uint8Array): Buffer {
    if (body.byteLength < VERSION_BYTES + XAES_OVERHEAD) throw new AppError('decryption_failed', 'bug');
    const key = this.keys.get(Buffer.from(body.buffer, body.byteOffset, VERSION_BYTES).readUInt32BE(0));
    if (!key)
      throw new AppError('data_key_missing', 'bug', {
        detail: 'The key that sealed this value is not there any more.',
      });
    return key.open(body.subarray(VERSION_BYTES), this.contextOf(column, row));
  }

  private contextOf(column: string, row: string): Buffer {
    return Buffer.from(`${this.tenantId}\0${column}\0${row}`);
  }
}
