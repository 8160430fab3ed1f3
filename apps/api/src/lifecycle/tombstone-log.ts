import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type StorageConfig, storageConfig } from '@app/storage';
import { isUuid } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tombstone } from './data/tombstones.repository.js';
import { SubjectSeal } from './subject-seal.js';

const lineSchema = z.tuple([z.string(), z.string(), z.iso.datetime(), z.hex()]);
const SUFFIX = '.jsonl';

/**
 * Tombstones outside of the database, one file a tenant in `tombstones/` of DATA_DIR, only ever added to. A line is
 * `[table, key, time, code]`; a line that this installation has not written is no tombstone, so that nobody can have documents erased
 * by writing into the file. Ids and keyed hashes only.
 */
@Injectable()
export class TombstoneLog {
  private readonly folder: string;

  constructor(
    @Inject(storageConfig.token) { dataDir }: StorageConfig,
    private readonly seal: SubjectSeal,
  ) {
    this.folder = join(resolve(dataDir), 'tombstones');
  }

  /** Resolves once they last. The same tombstone twice does no harm. */
  async append(tenantId: string, tombstones: readonly Tombstone[]): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const text = tombstones.map((tombstone) => `${JSON.stringify(this.lineOf(tenantId, tombstone))}\n`).join('');
    const file = await open(this.pathOf(tenantId), 'a', 0o600);
    try {
      // Behind a line that a crash has left without its end, the first of these would not be read.
      const { size } = await file.stat();
      await file.appendFile(size === 0 ? text : `\n${text}`);
      await file.datasync();
    } finally {
      await file.close();
    }
  }

  /** Tenants that have a file. */
  async tenants(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names.map((name) => name.slice(0, -SUFFIX.length)).filter(isUuid);
  }

  /** Bytes of the file; 0 for none. */
  async size(tenantId: string): Promise<number> {
    return stat(this.pathOf(tenantId)).then(
      ({ size }) => size,
      () => 0,
    );
  }

  /** All tombstones of a tenant from a place in the file on, in pages. */
  async *read(tenantId: string, from: number, pageSize: number): AsyncIterable<Tombstone[]> {
    if ((await this.size(tenantId)) <= from) return;
    const lines = createInterface({
      input: createReadStream(this.pathOf(tenantId), { start: from }),
      crlfDelay: Infinity,
    });
    let page: Tombstone[] = [];
    for await (const line of lines) {
      const tombstone = this.tombstoneIn(tenantId, line);
      if (tombstone !== null) page.push(tombstone);
      if (page.length < pageSize) continue;
      yield page;
      page = [];
    }
    if (page.length > 0) yield page;
  }

  private lineOf(tenantId: string, { table, key, erasedAt }: Tombstone): z.infer<typeof lineSchema> {
    const time = erasedAt.toISOString();
    return [table, key, time, this.seal.code('tombstone', tenantId, table, key, time)];
  }

  private tombstoneIn(tenantId: string, line: string): Tombstone | null {
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      return null;
    }
    const parsed = lineSchema.safeParse(json);
    if (!parsed.success) return null;
    const [table, key, time, code] = parsed.data;
    if (code !== this.seal.code('tombstone', tenantId, table, key, time)) return null;
    return { table, key, erasedAt: new Date(time) };
  }

  private pathOf(tenantId: string): string {
    return join(this.folder, `${tenantId}${SUFFIX}`);
  }
}
