import type { InspectHead } from './object-store.js';

const HEAD_BYTES = 64 * 1024;

/** The first bytes of an object, copied, and looked at once. */
export class ObjectHead {
  private readonly chunks: Uint8Array[] = [];
  private missing = HEAD_BYTES;
  bytes: Uint8Array = new Uint8Array();

  constructor(private readonly inspect: InspectHead) {}

  async add(chunk: Uint8Array): Promise<void> {
    if (this.missing === 0) return;
    const taken = Uint8Array.from(chunk.subarray(0, this.missing));
    this.chunks.push(taken);
    this.missing -= taken.byteLength;
    if (this.missing === 0) await this.complete();
  }

  async end(): Promise<void> {
    if (this.missing > 0) await this.complete();
  }

  private async complete(): Promise<void> {
    this.bytes = Buffer.concat(this.chunks);
    await this.inspect(this.bytes);
  }
}
