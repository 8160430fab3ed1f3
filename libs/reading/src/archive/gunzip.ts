import { createGunzip } from 'node:zlib';
import { isAppError } from '@app/kernel';
import type { InflationBudget } from '../inflation.js';
import { readingError } from '../reading.errors.js';

/** The content of a GZIP file, all its parts, as it comes out. Throws `corrupt_document` and what the budget throws. */
export async function* gunzip(bytes: Uint8Array, budget: InflationBudget): AsyncGenerator<Uint8Array> {
  const inflate = createGunzip({ chunkSize: 64 * 1024 });
  inflate.end(bytes);
  let consumed = 0;
  try {
    for await (const chunk of inflate) {
      budget.take((chunk as Buffer).byteLength, inflate.bytesWritten - consumed);
      consumed = inflate.bytesWritten;
      yield chunk as Buffer;
    }
  } catch (error) {
    throw isAppError(error) ? error : readingError('corrupt_document', error);
  } finally {
    inflate.destroy();
  }
}

/** RFC 1952, 2.3.1: bits of the flags. */
const HAS_EXTRA = 4;
const HAS_NAME = 8;

/** The name that the content had, by the header; null where it does not say. */
export function nameInGzip(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 0x11000));
  if (buffer.length < 18) return null;
  const flags = buffer.readUInt8(3);
  const from = 10 + ((flags & HAS_EXTRA) === 0 ? 0 : 2 + buffer.readUInt16LE(10));
  const end = (flags & HAS_NAME) === 0 ? -1 : buffer.indexOf(0, from);
  return end <= from ? null : buffer.toString('latin1', from, end);
}

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/\.tgz$/i, '.tar'],
  [/\.svgz$/i, '.svg'],
  [/\.emz$/i, '.emf'],
  [/\.wmz$/i, '.wmf'],
  [/\.gz$/i, ''],
];

/** What a file is called without its compression; `content` where there is no name. */
export function nameWithoutGzip(filename: string | undefined): string {
  const last = (filename ?? '').split(/[\\/]/).at(-1) ?? '';
  const [ending, instead] = ENDINGS.find(([pattern]) => pattern.test(last)) ?? [/$/, ''];
  const name = last.replace(ending, instead);
  return name === '' ? 'content' : name;
}
