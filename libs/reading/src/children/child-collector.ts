import { sniffMediaType } from '../media-type/sniff.js';
import type { ReadingBuilder } from '../reading-builder.js';
import type { ReadChild, SkippedChild } from '../reading-model.js';
import type { ReadingLimits } from '../readers/format-reader.js';
import { isTinyPicture } from './picture-size.js';

/**
 * Takes the files out of a document, as many and as large together as the limits allow; what is left out keeps its name and
 * a reason, so that the receipt counts it.
 */
export class ChildCollector {
  private readonly children: ReadChild[] = [];
  private readonly skipped: SkippedChild[] = [];
  private bytesLeft: number;

  constructor(private readonly limits: Pick<ReadingLimits, 'maxChildren' | 'maxChildBytes'>) {
    this.bytesLeft = limits.maxChildBytes;
  }

  /** A file that somebody put into the document. Its content tells its type; where it does not, what is declared counts. */
  async add(
    name: string,
    bytes: Uint8Array,
    role: ReadChild['role'] = 'embedded',
    { declaredType = '', contentId }: { declaredType?: string; contentId?: string } = {},
  ): Promise<void> {
    const reason = this.refusal(bytes.byteLength);
    if (reason !== null) return this.skip(name, reason);
    this.bytesLeft -= bytes.byteLength;
    const told = await sniffMediaType(bytes, name);
    const mediaType = told ?? (declaredType === '' ? 'application/octet-stream' : declaredType);
    this.children.push({ name, mediaType, role, bytes, ...(contentId === undefined ? {} : { contentId }) });
  }

  /** A picture of the page; icons, bullets and rules are left out, as they have no text. */
  async addPicture(name: string, bytes: Uint8Array): Promise<void> {
    if (isTinyPicture(bytes)) this.skip(name, 'tiny_picture');
    else await this.add(name, bytes);
  }

  skip(name: string, reason: string): void {
    this.skipped.push({ name, reason });
  }

  /** Hands everything to a reading. */
  deliverTo(builder: ReadingBuilder): void {
    builder.addChildren(this.children.length + this.skipped.length, this.children, this.skipped);
  }

  /** Why a file of so many bytes is not taken; null where it is. */
  refusal(sizeBytes: number): string | null {
    if (sizeBytes === 0) return 'empty';
    if (this.children.length >= this.limits.maxChildren) return 'too_many';
    return sizeBytes > this.bytesLeft ? 'too_large' : null;
  }
}
