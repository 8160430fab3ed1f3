import { TenantDatabase, type Transaction } from '@app/database';
import { ClassifiedColumns } from '@app/encryption';
import { type PackedReading, type ReadingHead, type StoredReading, unpackHead, unpackReading } from '@app/reading';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';

/** Raised when readers change what they give: older readings are then not used for new documents. */
export const READER_VERSION = 3;

interface ReadingRow extends PackedReading {
  readonly id: string;
}

/** Text and layout of documents. The text stands in a column of its own; the rest is packed. */
@Injectable()
export class ReadingsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly classified: ClassifiedColumns,
  ) {}

  async insert(
    tx: Transaction,
    sha256: string,
    packed: PackedReading & { readonly id: string },
    hasChildren: boolean,
  ): Promise<void> {
    const seals = await this.classified.of('readings');
    await tx.write(
      `INSERT INTO readings (tenant_id, id, sha256, reader_version, text, model, has_children) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        tenantContext().tenantId,
        packed.id,
        sha256,
        READER_VERSION,
        seals.text('text', packed.id, packed.text),
        seals.bytes('model', packed.id, packed.model),
        hasChildren,
      ],
    );
  }

  async text(id: string): Promise<string | null> {
    const row = await this.database.one<{ text: string }>('SELECT text FROM readings WHERE id = $1', [id]);
    return row && (await this.classified.of('readings')).openText('text', id, row.text);
  }

  /** As it was packed, for threads that unpack it themselves. */
  async packed(id: string): Promise<PackedReading | null> {
    const row = await this.database.one<ReadingRow>('SELECT id, text, model FROM readings WHERE id = $1', [id]);
    return row && this.opened(row);
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
    const row = await this.database.one<ReadingRow>(
      `SELECT id, text, model FROM readings WHERE sha256 = $1 AND reader_version = $2 AND NOT has_children ORDER BY id DESC LIMIT 1`,
      [sha256, READER_VERSION],
    );
    if (!row) return null;
    const packed = await this.opened(row);
    const head = await unpackHead(packed);
    return head.receipt.truncated ? null : { id: row.id, text: packed.text, head };
  }

  private async opened({ id, text, model }: ReadingRow): Promise<PackedReading> {
    const seals = await this.classified.of('readings');
    return { text: seals.openText('text', id, text), model: seals.openBytes('model', id, model) };
  }
}
