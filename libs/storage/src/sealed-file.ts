import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { AppError } from '@app/kernel';

/** Plain bytes of a segment: large enough that its tag and its cipher cost nothing, small enough to keep in memory. */
export const SEGMENT_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const SEALED_SEGMENT = SEGMENT_BYTES + TAG_BYTES;
export const FILE_KEY_BYTES = 32;

export const newFileKey = (): Buffer => randomBytes(FILE_KEY_BYTES);

export const corruptFile = (): AppError =>
  new AppError('stored_file_corrupt', 'bug', { detail: 'The stored bytes of this document are not what was written.' });

/** Segments of so many plain bytes; an empty file has one, too, whose tag says that it is empty. */
const segmentsOf = (plainBytes: number): number => Math.max(1, Math.ceil(plainBytes / SEGMENT_BYTES));

export const sealedBytes = (plainBytes: number): number => plainBytes + segmentsOf(plainBytes) * TAG_BYTES;

/** Plain bytes of a sealed body of this length; throws `stored_file_corrupt` where no body is so long. */
export function plainBytes(sealed: number): number {
  const segments = Math.ceil(sealed / SEALED_SEGMENT);
  const plain = sealed - segments * TAG_BYTES;
  if (segments < 1 || plain < 0 || sealedBytes(plain) !== sealed) throw corruptFile();
  return plain;
}

/**
 * Hoang, Reyhanitabar, Rogaway and Vizár 2015 (STREAM): the number of the segment and whether it is the last one stand in the nonce, so
 * that segments cannot be left out, doubled, put into another order or cut off. A key seals one file, so the rest may be zero.
 */
function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Seals what it is given, segment by segment (AES-256-GCM), and hands it on. */
export class SegmentSealer {
  private readonly pending = Buffer.allocUnsafeSlow(SEGMENT_BYTES);
  private length = 0;
  private index = 0;

  constructor(
    private readonly key: Uint8Array,
    private readonly write: (sealed: Uint8Array) => Promise<void>,
  ) {}

  async add(chunk: Uint8Array): Promise<void> {
    for (let at = 0; at < chunk.byteLength;) {
      // Only what is followed by something is known not to be the last.
      if (this.length === SEGMENT_BYTES) await this.flush(false);
      const taken = chunk.subarray(at, at + SEGMENT_BYTES - this.length);
      this.pending.set(taken, this.length);
      this.length += taken.byteLength;
      at += taken.byteLength;
    }
  }

  end(): Promise<void> {
    return this.flush(true);
  }

  private async flush(isLast: boolean): Promise<void> {
    const cipher = createCipheriv('aes-256-gcm', this.key, nonceOf(this.index++, isLast));
    const plain = this.pending.subarray(0, this.length);
    this.length = 0;
    await this.write(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
  }
}

/**
 * The plain bytes of a sealed body that begins at `start` of a file and is `sealed` bytes long. Nothing is given out before it was
 * authenticated; throws `stored_file_corrupt`.
 */
export async function* openSegments(
  file: FileHandle,
  start: number,
  sealed: number,
  key: Uint8Array,
): AsyncGenerator<Buffer> {
  const last = segmentsOf(plainBytes(sealed)) - 1;
  const buffer = Buffer.allocUnsafeSlow(Math.min(sealed, SEALED_SEGMENT));
  for (let index = 0; index <= last; index++) {
    const at = index * SEALED_SEGMENT;
    const length = Math.min(SEALED_SEGMENT, sealed - at);
    await readFully(file, buffer.subarray(0, length), start + at);
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, index === last));
    decipher.setAuthTag(buffer.subarray(length - TAG_BYTES, length));
    yield opened(decipher, buffer.subarray(0, length - TAG_BYTES));
  }
}

function opened(decipher: ReturnType<typeof createDecipheriv>, sealed: Uint8Array): Buffer {
  try {
    const plain = decipher.update(sealed);
    decipher.final();
    return plain;
  } catch {
    throw corruptFile();
  }
}

export async function readFully(file: FileHandle, into: Buffer, position: number): Promise<void> {
  for (let done = 0; done < into.length;) {
    const { bytesRead } = await file.read(into, done, into.length - done, position + done);
    if (bytesRead === 0) throw corruptFile();
    done += bytesRead;
  }
}
