import { AppError } from '@app/kernel';
import type { CellInput } from '../blocks.js';
import { ChildCollector } from '../children/child-collector.js';
import { ReadingBuilder } from '../reading-builder.js';
import { readingError, type ReadingErrorCode } from '../reading.errors.js';
import type { Reading } from '../reading-model.js';
import type { ReadInput, ReadingLimits } from '../readers/format-reader.js';
import { isSystemFile, memberName, UniqueNames } from './member-name.js';

export interface MemberHeader {
  /** As written in the archive. */
  readonly path: string;
  /** Bytes as the archive claims; null where it does not say. */
  readonly size: number | null;
  readonly kind: 'file' | 'folder' | 'link';
  readonly isEncrypted?: boolean;
}

/** Where all members are skipped for one of these reasons, the archive as a whole is refused for it. */
const REFUSALS: Readonly<Record<string, ReadingErrorCode>> = {
  encrypted_document: 'encrypted_document',
  corrupt: 'corrupt_document',
};

/** What an archive holds: all of it by name and size as text, and its members, as far as the limits go, as children. */
export class ArchiveMembers {
  private readonly rows: CellInput[][] = [];
  private readonly names = new UniqueNames();
  private readonly children: ChildCollector;
  private readonly reasons = new Map<string, number>();
  private readonly losses = new Set<string>();

  constructor(private readonly limits: ReadingLimits) {
    this.children = new ChildCollector(limits);
  }

  /** Notes a member. Answers the name under which its content is wanted, or null where it is not. */
  meet({ path, size, kind, isEncrypted = false }: MemberHeader): string | null {
    if (kind === 'folder') return null;
    const name = this.names.give(memberName(path));
    this.rows.push(size === null ? [{ text: name }] : [{ text: name }, { text: `${size} bytes` }]);
    const reason = isSystemFile(name)
      ? 'system_file'
      : kind === 'link'
        ? 'link'
        : isEncrypted
          ? 'encrypted_document'
          : this.children.refusal(size ?? 1);
    if (reason === null) return name;
    this.skip(name, reason);
    return null;
  }

  /** Takes a member's content as it comes out. Throws `decompression_bomb`; other troubles are the member's own. */
  async take(
    name: string,
    content: AsyncIterable<Uint8Array>,
    isIntact?: (bytes: Uint8Array) => boolean,
  ): Promise<void> {
    try {
      const bytes = await this.collect(content);
      if (bytes === null) this.skip(name, 'too_large');
      else if (isIntact?.(bytes) === false) this.skip(name, 'corrupt');
      else await this.children.add(name, bytes, 'member');
    } catch (error) {
      this.skip(name, reasonOf(error));
    }
  }

  skip(name: string, reason: string): void {
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
    this.children.skip(name, reason);
  }

  /** What follows in the archive cannot be told. */
  lose(warning: string): void {
    this.losses.add(warning);
  }

  /** Throws `empty_file` where there is no member, and the reason where all were skipped for it. */
  build({ mediaType }: Pick<ReadInput, 'mediaType'>): Reading {
    const refusal = this.refusal();
    if (refusal !== null) throw readingError(refusal);
    const builder = new ReadingBuilder(mediaType, this.limits.maxCharacters);
    builder.addBlocks([{ kind: 'table', rows: this.rows }]);
    this.children.deliverTo(builder);
    for (const warning of this.losses) builder.lose(warning);
    return builder.build();
  }

  private refusal(): ReadingErrorCode | null {
    if (this.rows.length === 0) return this.losses.size > 0 ? 'corrupt_document' : 'empty_file';
    const [only, ...others] = this.reasons;
    return others.length === 0 && only?.[1] === this.rows.length ? (REFUSALS[only[0]] ?? null) : null;
  }

  /** Null where the content is larger than there is room, whatever its header claims. */
  private async collect(content: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of content) {
      length += chunk.byteLength;
      if (this.children.refusal(length) === 'too_large') return null;
      chunks.push(chunk);
    }
    return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof AppError ? error.code : '';
  if (code === 'decompression_bomb') throw error;
  return code === 'archive_too_large' ? 'too_large' : 'corrupt';
}
