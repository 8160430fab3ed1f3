import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type StorageConfig, storageConfig } from '@app/storage';
import { AppError, newUuid } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { SignedHead } from './domain/audit-entry.js';

const anchorSchema = z.strictObject({
  number: z.number().int().positive(),
  seq: z.number().int().positive(),
  hash: z.hex().transform((hex) => Buffer.from(hex, 'hex')),
  signedAt: z.iso.datetime().transform((time) => new Date(time)),
  keyId: z.string(),
  signature: z.base64url().transform((text) => Buffer.from(text, 'base64url')),
});

/**
 * The newest signed head of each tenant outside of the database, in `audit/` of DATA_DIR. All that is in the database can be put
 * back to what it once was, signatures and all; that the chain had been longer is then known from here only.
 */
@Injectable()
export class AuditAnchors {
  private readonly folder: string;

  constructor(@Inject(storageConfig.token) { dataDir }: StorageConfig) {
    this.folder = join(resolve(dataDir), 'audit');
  }

  /** Null where there is none. Throws `invalid_audit_anchor` where somebody has changed the file so that it is none any more. */
  async read(tenantId: string): Promise<SignedHead | null> {
    let text: string;
    try {
      text = await readFile(this.pathOf(tenantId), 'utf8');
    } catch (error) {
      if ((error as { code?: unknown }).code === 'ENOENT') return null;
      throw error;
    }
    try {
      return anchorSchema.parse(JSON.parse(text));
    } catch (cause) {
      throw new AppError('invalid_audit_anchor', 'bug', { cause });
    }
  }

  /** Keeps the head where it is newer than the one that is kept: two instances may come here in another order than they signed. */
  async advance(tenantId: string, head: SignedHead): Promise<void> {
    const kept = await this.read(tenantId);
    if (kept !== null && kept.number >= head.number) return;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = this.pathOf(tenantId);
    const temporary = `${path}.${newUuid()}`;
    const anchor = {
      ...head,
      hash: head.hash.toString('hex'),
      signedAt: head.signedAt.toISOString(),
      signature: head.signature.toString('base64url'),
    };
    try {
      await writeFile(temporary, `${JSON.stringify(anchor)}\n`, { mode: 0o600, flag: 'wx', flush: true });
      await rename(temporary, path);
    } finally {
      await rm(temporary, { force: true });
    }
  }

  /** Of a tenant whose trail ends. */
  remove(tenantId: string): Promise<void> {
    return rm(this.pathOf(tenantId), { force: true });
  }

  private pathOf(tenantId: string): string {
    return join(this.folder, `${tenantId}.json`);
  }
}
