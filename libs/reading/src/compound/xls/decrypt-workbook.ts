import { createHash, timingSafeEqual } from 'node:crypto';
import { readingError } from '../../reading.errors.js';
import { ByteView } from '../byte-view.js';
import { biffRecords } from './biff-records.js';
import { rc4Stream } from './rc4.js';

/**
 * The password that Excel itself takes where only the structure of a workbook is protected ([MS-OFFCRYPTO] 2.4.2.3): such files are
 * encrypted, but open for everybody.
 */
const DEFAULT_PASSWORD = 'VelvetSweatshop';

const FILE_PASS = 0x002f;
const BOUND_SHEET = 0x0085;
/** Records that are never encrypted ([MS-XLS] 2.2.10): BOF, FilePass, UsrExcl, FileLock, InterfaceHdr, RRDInfo, RRDHead. */
const PLAIN = new Set([0x0809, FILE_PASS, 0x0194, 0x0195, 0x00e1, 0x0196, 0x0138]);
/** How many records may stand before the one that says how the file is encrypted. */
const MAX_BEFORE = 32;
const RC4 = 1;
const HEADER_BYTES = 4;
/** A key is used for so many bytes. */
const BLOCK_BYTES = 1024;

/** The stream of a workbook without its encryption. Throws `encrypted_document` where it has a password of its own. */
export function decryptWorkbook(stream: ByteView, password: string = DEFAULT_PASSWORD): ByteView {
  let before = 0;
  for (const { type, at, body } of biffRecords(stream)) {
    if (type === FILE_PASS) return decryptStream(stream, at, keysOf(body, password));
    if (++before > MAX_BEFORE) break;
  }
  return stream;
}

type KeyOf = (block: number) => Uint8Array;

/** How keys are made ([MS-OFFCRYPTO] 2.3.6 RC4, 2.3.5 RC4 CryptoAPI). */
function keysOf(pass: ByteView, password: string): KeyOf {
  const isCrypto = pass.u16(4) === 2 && pass.u16(2) >= 2;
  const isSimple = pass.u16(2) === 1 && pass.u16(4) === 1;
  if (pass.u16(0) !== RC4 || !(isCrypto || isSimple)) throw readingError('encrypted_document');
  const secret = Buffer.from(password, 'utf16le');
  return isSimple ? simpleKeys(pass, secret) : cryptoKeys(pass, secret);
}

const hash = (algorithm: 'md5' | 'sha1', ...parts: readonly Uint8Array[]): Buffer => {
  const digest = createHash(algorithm);
  for (const part of parts) digest.update(part);
  return digest.digest();
};

function numbered(block: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(block);
  return buffer;
}

/** 2.3.6.2: five bytes of the password's hash with the salt, sixteen times. */
function simpleKeys(pass: ByteView, secret: Buffer): KeyOf {
  const short = hash('md5', secret).subarray(0, 5);
  const salted = Buffer.concat([short, pass.slice(6, 16)]);
  const base = hash('md5', ...Array.from({ length: 16 }, () => salted)).subarray(0, 5);
  const keyOf: KeyOf = (block) => hash('md5', base, numbered(block));
  verify(keyOf, { verifier: pass.slice(22, 16), expected: pass.slice(38, 16), algorithm: 'md5' });
  return keyOf;
}

/** 2.3.5.2: the hash of salt and password, with the number of the block. Keys of 40 bits are filled with zeros. */
function cryptoKeys(pass: ByteView, secret: Buffer): KeyOf {
  const headerBytes = pass.u32(10);
  const keyBytes = (pass.u32(14 + 16) || 40) / 8;
  const at = 14 + headerBytes;
  const base = hash('sha1', pass.slice(at + 4, 16), secret);
  const keyOf: KeyOf = (block) => {
    const key = hash('sha1', base, numbered(block)).subarray(0, keyBytes);
    return keyBytes === 5 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
  };
  verify(keyOf, { verifier: pass.slice(at + 20, 16), expected: pass.slice(at + 40, 20), algorithm: 'sha1' });
  return keyOf;
}

interface Verifier {
  readonly verifier: Uint8Array;
  readonly expected: Uint8Array;
  readonly algorithm: 'md5' | 'sha1';
}

/** A random value and its hash, both encrypted with the first key. */
function verify(keyOf: KeyOf, { verifier, expected, algorithm }: Verifier): void {
  const both = Buffer.concat([verifier, expected]);
  const plain = xored(both, rc4Stream(keyOf(0), both.length));
  const found = hash(algorithm, plain.subarray(0, 16));
  const told = plain.subarray(16);
  if (told.length !== found.length || !timingSafeEqual(told, found)) throw readingError('encrypted_document');
}

const xored = (bytes: Uint8Array, stream: Uint8Array): Buffer =>
  Buffer.from(bytes.map((byte, index) => byte ^ (stream[index] ?? 0)));

/** Headers of records are plain, but count; so are the places of sheets ([MS-XLS] 2.2.10). */
function decryptStream(stream: ByteView, passAt: number, keyOf: KeyOf): ByteView {
  const key = new Keystream(keyOf);
  const plain = Buffer.from(stream.bytes);
  for (let at = 0; at + HEADER_BYTES <= plain.length;) {
    const type = stream.u16(at);
    const from = at + HEADER_BYTES + (type === BOUND_SHEET ? 4 : 0);
    const end = at + HEADER_BYTES + stream.u16(at + 2);
    if (!PLAIN.has(type))
      for (let place = from; place < Math.min(end, plain.length); place++)
        plain[place] = (plain[place] ?? 0) ^ key.at(place);
    at = end;
  }
  // The record that says so would be believed again.
  plain.writeUInt16LE(0xffff, passAt);
  return new ByteView(plain);
}

class Keystream {
  private block = -1;
  private bytes = new Uint8Array();

  constructor(private readonly keyOf: KeyOf) {}

  at(place: number): number {
    const block = Math.floor(place / BLOCK_BYTES);
    if (block !== this.block) {
      this.block = block;
      this.bytes = new Uint8Array(rc4Stream(this.keyOf(block), BLOCK_BYTES));
    }
    return this.bytes[place % BLOCK_BYTES] ?? 0;
  }
}
