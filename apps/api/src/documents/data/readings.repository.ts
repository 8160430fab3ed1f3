import { TenantDatabase, type Transaction } from '@app/database';
import { type PackedReading, type ReadingHead, type StoredReading, unpackHead, unpackReading } from '@app/reading';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';

/** Raised when readers change what they give: older readings are then not used for new documents. */
export const READER_VERSION = 3;

/** Text and layout of documents. The text stands in a column of its own; the rest is packed. */
@Injectable()
export class ReadingsRepository {
  constructor(private readonly database: TenantDatabase) {}

  async insert(
    tx: Transaction,
    sha256: string,
    packed: PackedReading & { readonly id: string },
    hasChildren: boolean,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO readings (tenant_id, id, sha256, reader_version, text, model, has_children) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [tenantContext().tenantId, packed.id, sha256, READER_VERSION, packed.text, packed.model, hasChildren],
    );
  }

  async text(id: string): Promise<string | null> {
    return (await this.database.one<{ text: string }>('SELECT text FROM readings WHERE id = $1', [id]))?.text ?? null;
  }

  /** As it is kept, for threads that unpack it themselves. */
  packed(id: string): Promise<PackedReading | null> {
    return this.database.one<PackedReading>('SELECT text, model FROM readings WHERE id = $1', [id]);
  }

  async find(id: string): Promise<StoredReading | null> {
    const row = await this.packed(id);
    return row && unpackReading(row);
  }

  /**
   * An earlier reading of the same bytes that had no children and was not cut: reading them again would give the same.
   * What was cut at a limit may be cut at another one now.
   */
  async findByContent(sha256: string): Promise<{ id: string; text: string; head: ReadingHead } | null> {
    const row = await this.database.one<{ id: string; text: string; model: Uint8Array }>(
      `SELECT id, text, model FROM readings WHERE sha256 = $1 AND reader_version = $2 AND NOT has_children ORDER BY id DESC LIMIT 1`,
      [sha256, READER_VERSION],
    );
    if (!row) return null;
    const head = await unpackHead(row);
    return head.receipt.truncated ? null : { id: row.id, text: row.text, head };
  }
}
