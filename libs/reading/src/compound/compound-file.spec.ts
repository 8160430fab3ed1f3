import { describe, expect, it } from 'vitest';
import { compoundOf } from './compound-file.builder.js';
import { CompoundFile, isCompoundFile } from './compound-file.js';

const text = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : Buffer.from(bytes).toString('latin1');
const LARGE = 'abcdefgh'.repeat(2000);
const bytes = compoundOf({ WordDocument: LARGE, 'ObjectPool/_1/Package': 'small', 'ObjectPool/_2/Data': '' });

describe('a compound file', () => {
  it('gives streams of the file and of the mini stream by path, upper and lower case alike', () => {
    const file = CompoundFile.open(bytes);
    expect(text(file.stream('worddocument'))).toBe(LARGE);
    expect(text(file.stream('ObjectPool/_1/Package'))).toBe('small');
    expect(file.stream('ObjectPool/_2/Data')?.byteLength).toBe(0);
    expect(file.stream('ObjectPool')).toBeNull();
    expect(file.stream('Package')).toBeNull();
  });

  it('lists what lies in a storage', () => {
    const file = CompoundFile.open(bytes);
    expect(
      file
        .childrenOf('')
        .map(({ name, kind }) => `${kind} ${name}`)
        .toSorted(),
    ).toEqual(['storage ObjectPool', 'stream \u0001Sh33tJ5', 'stream WordDocument']);
    expect(
      file
        .childrenOf('ObjectPool')
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(['ObjectPool/_1', 'ObjectPool/_2']);
  });

  it('gives what is left of a file that was cut', () => {
    const whole = CompoundFile.open(bytes).stream('WordDocument');
    const cut = CompoundFile.open(withFirst(bytes, 512 * 12));
    const left = cut.stream('WordDocument');
    expect(whole?.byteLength).toBe(LARGE.length);
    expect(left?.byteLength ?? 0).toBeLessThan(LARGE.length);
    expect(cut.isDamaged).toBe(true);
    expect(CompoundFile.open(bytes).isDamaged).toBe(false);
  });

  it('does not follow loops of sectors', () => {
    const looped = Uint8Array.from(bytes);
    const view = new DataView(looped.buffer);
    const fat = 512 * (view.getUint32(76, true) + 1);
    // Every sector is its own successor.
    for (let index = 0; index < 128; index++) view.setUint32(fat + index * 4, index, true);
    expect(() => CompoundFile.open(looped)).not.toThrow(RangeError);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['other bytes', new Uint8Array(4096).fill(7)],
    ['a header alone', bytes.slice(0, 512)],
    ['a sector size that cannot be', patched(bytes, 30, 40)],
  ])('refuses %s', (_, broken) => {
    expect(() => CompoundFile.open(broken)).toThrow(expect.objectContaining({ code: 'corrupt_document' }));
  });

  it('is told by its first bytes', () => {
    expect(isCompoundFile(bytes)).toBe(true);
    expect(isCompoundFile(new Uint8Array(8))).toBe(false);
  });
});

const withFirst = (whole: Uint8Array, count: number): Uint8Array => whole.slice(0, count);
function patched(whole: Uint8Array, at: number, value: number): Uint8Array {
  const copy = Uint8Array.from(whole);
  copy[at] = value;
  return copy;
}
