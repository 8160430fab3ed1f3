/** The bytes that RC4 makes of a key, one after the other; OpenSSL no longer has it. */
export function rc4Stream(key: Uint8Array, length: number): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number): number => state[index & 255] ?? 0;
  const swap = (a: number, b: number): void => {
    const held = at(a);
    state[a & 255] = at(b);
    state[b & 255] = held;
  };
  let other = 0;
  for (let index = 0; index < 256; index++) {
    other = (other + at(index) + (key[index % key.length] ?? 0)) & 255;
    swap(index, other);
  }
  other = 0;
  return Uint8Array.from({ length }, (_, index) => {
    const next = (index + 1) & 255;
    other = (other + at(next)) & 255;
    swap(next, other);
    return at(at(next) + at(other));
  });
}
