/**
 * Little-endian numbers in bytes. What lies behind the end is 0: a damaged file gives less, and nothing throws while its
 * structures are walked.
 */
export class ByteView {
  private readonly view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.byteLength;
  }

  u8(at: number): number {
    return this.bytes[at] ?? 0;
  }

  u16(at: number): number {
    return this.holds(at, 2) ? this.view.getUint16(at, true) : 0;
  }

  i16(at: number): number {
    return this.holds(at, 2) ? this.view.getInt16(at, true) : 0;
  }

  u32(at: number): number {
    return this.holds(at, 4) ? this.view.getUint32(at, true) : 0;
  }

  i32(at: number): number {
    return this.holds(at, 4) ? this.view.getInt32(at, true) : 0;
  }

  f64(at: number): number {
    return this.holds(at, 8) ? this.view.getFloat64(at, true) : 0;
  }

  /** At most `length` bytes; fewer where the end comes first. */
  slice(at: number, length: number): Uint8Array {
    const from = Math.max(0, at);
    return this.bytes.subarray(from, from + Math.max(0, length));
  }

  /** A view of a part, with offsets of its own. */
  part(at: number, length = this.length): ByteView {
    return new ByteView(this.slice(at, length));
  }

  private holds(at: number, size: number): boolean {
    return at >= 0 && at + size <= this.bytes.byteLength;
  }
}
