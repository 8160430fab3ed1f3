import { TenantDatabase } from '@app/database';
import { Injectable } from '@nestjs/common';

/** Which contents the database knows. */
@Injectable()
export class StoredFilesRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Those of the hashes that no row of the tenant has. */
  async unknown(hashes: readonly string[]): Promise<string[]> {
    const { rows } = await this.database.query<{ sha256: string }>(
      `SELECT h.sha256 FROM unnest($1::text[]) AS h(sha256)
        WHERE NOT EXISTS (SELECT 1 FROM stored_files f WHERE f.sha256 = h.sha256)`,
      [hashes],
    );
    return rows.map(({ sha256 }) => sha256);
  }
}
