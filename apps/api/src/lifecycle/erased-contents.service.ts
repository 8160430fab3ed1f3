import { type CacheText, TieredCache } from '@app/cache';
import { Injectable } from '@nestjs/common';
import { DocumentContents } from '../documents/index.js';
import type { Pending } from './domain/erasure.js';
import { ExportFiles } from './export-files.service.js';

/** Answers to questions quote several documents: whichever was erased, they may quote it. */
const ABOUT_MANY = ':llm.answer:';

/** Cached answers of models to what was asked about erased documents. The id of an entry ends with the hash of its prompt. */
const isMeant =
  (hashes: ReadonlySet<string>) =>
  ({ key }: CacheText): boolean =>
    key.includes(ABOUT_MANY) || key.split(':').some((part) => hashes.has(part));

/** What of erased documents is outside of the database. */
@Injectable()
export class ErasedContents {
  constructor(
    private readonly contents: DocumentContents,
    private readonly cache: TieredCache,
    private readonly exports: ExportFiles,
  ) {}

  /** Removes bytes and cached answers. Answers how many entries of caches went. All of it may be done twice. */
  async remove({ files, promptHashes }: Pending): Promise<number> {
    for (const sha256 of new Set(files)) await this.contents.removeUnused(sha256);
    const hashes = new Set(promptHashes);
    return this.cache.forget(async (entries) => entries.map(isMeant(hashes)));
  }

  /** Removes the archives of exports that something was erased of. */
  removeExports(): Promise<void> {
    return this.exports.removeLeft();
  }
}
