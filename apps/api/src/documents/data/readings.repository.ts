import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { TenantDatabase, type Transaction } from '@app/database';
import type { StoredReading } from '@app/reading';
import { newUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';

/** Raised when readers change what they give: older readings are then not used for new documents. */
export const READER_VERSION = 1;

const compress = promisify(gzip);
const decompress = promisify(gunzip);

export interface PackedReading {
  readonly id: string;
  readonly text: string;
  readonly model: Uint8Array;
}

/** Text and layout of documents. The text stands in a column of its own; the rest is compressed JSON. */
@Injectable()
export class ReadingsRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Compression happens before the transaction: no lock is held meanwhile. NUL cannot stand in a Postgres text. */
  async pack({ text, ...rest }: StoredReading): Promise<PackedReading> {
    return { id: newUuid(), text: text.replaceAll('\u0000', '\uFFFD'), model: await compress(JSON.stringify(rest)) };
  }

  async insert(tx: Transaction, sha256: string, packed: PackedReading, hasChildren: boolean): Promise<void> {
    await tx.query(
      `INSERT INTO readings (tenant_id, id, sha256, reader_version, text, model, has_children) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [tenantContext().tenantId, packed.id, sha256, READER_VERSION, packed.text, packed.model, hasChildren],
    );
  }

  async text(id: string): Promise<string | null> {
    return (await this.database.one<{ text: string }>('SELECT text FROM readings WHERE id = $1', [id]))?.text ?? null;
  }

  async find(id: string): Promise<StoredReading | null> {
    const row = await this.database.one<{ text: string; model: Uint8Array }>(
      'SELECT text, model FROM readings WHERE id = $1',
      [id],
    );
    return row && unpack(row);
  }

  /** An earlier reading of the same bytes that had no children: reading them again would give the same. */
  async findByContent(sha256: string): Promise<{ id: string; reading: StoredReading } | null> {
    const row = await this.database.one<{ id: string; text: string; model: Uint8Array }>(
      `SELECT id, text, model FROM readings WHERE sha256 = $1 AND reader_version = $2 AND NOT has_children ORDER BY id DESC LIMIT 1`,
      [sha256, READER_VERSION],
    );
    return row && { id: row.id, reading: await unpack(row) };
  }
}

async function unpack(row: { text: string; model: Uint8Array }): Promise<StoredReading> {
  const rest = JSON.parse((await decompress(row.model)).toString()) as Omit<StoredReading, 'text'>;
  return { ...rest, text: row.text };
}
