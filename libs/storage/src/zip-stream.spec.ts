import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readZip } from '../../../test/support/zip.js';
import { type ZipMember, zipStream } from './zip-stream.js';

async function* from<T>(...values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

const all = async (members: AsyncIterable<ZipMember>): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipStream(members)) chunks.push(Uint8Array.from(chunk));
  return Buffer.concat(chunks);
};

describe('an archive as a stream', () => {
  it('holds each member, pressed or as it is, empty ones and names in any script', async () => {
    const noise = randomBytes(300_000);
    const bytes = await all(
      from<ZipMember>(
        { path: 'a/naïve – 名.txt', content: from(Buffer.from('one '), Buffer.from('two')) },
        { path: 'noise.bin', content: from(noise.subarray(0, 100_000), noise.subarray(100_000)), isPacked: true },
        { path: 'empty', content: from<Uint8Array>() },
      ),
    );
    const files = await readZip(bytes);
    expect([...files.keys()]).toEqual(['a/naïve – 名.txt', 'noise.bin', 'empty']);
    expect(files.get('a/naïve – 名.txt')?.toString()).toBe('one two');
    expect(files.get('noise.bin')?.equals(noise)).toBe(true);
    expect(files.get('empty')?.byteLength).toBe(0);
  });

  it('reads no more than who takes the bytes asks for', async () => {
    let given = 0;
    const hash = createHash('sha256');
    async function* large(): AsyncGenerator<Uint8Array> {
      for (let n = 0; n < 512; n++) {
        given += 65_536;
        yield randomBytes(65_536);
      }
    }
    let taken = 0;
    let ahead = 0;
    for await (const chunk of zipStream(from<ZipMember>({ path: 'large', content: large(), isPacked: true }))) {
      hash.update(chunk);
      taken += chunk.byteLength;
      ahead = Math.max(ahead, given - taken);
    }
    expect(taken).toBeGreaterThan(512 * 65_536);
    expect(ahead).toBeLessThan(1_500_000);
  });

  it('throws what a member throws, and lets go of members when nobody takes any more', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a');
      throw new TypeError('broken');
    }
    await expect(all(from<ZipMember>({ path: 'a', content: broken() }))).rejects.toThrow('broken');
    let ended = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield randomBytes(65_536);
      } finally {
        ended = true;
      }
    }
    for await (const chunk of zipStream(from<ZipMember>({ path: 'a', content: endless() })))
      if (chunk.length > 0) break;
    expect(ended).toBe(true);
  });
});
