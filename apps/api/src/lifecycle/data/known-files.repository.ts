import { TenantDatabase } from '@app/database';
import { Injectable } from '@nestjs/common';

const AT_ONCE = 5_000;

/** Which stored files have rows. */
@Injectable()
export class KnownFilesRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** SHA-256 of all contents of the running tenant, in pages. */
  async *all(): AsyncGenerator<readonly string[]> {
    for (let after = ''; ;) {
      const { rows } = await this.database.query<{ sha256: string }>(
        `SELECT sha256 FROM stored_files WHERE sha256 > $1
          UNION SELECT sha256 FROM subject_exports WHERE sha256 > $1 AND file_removed_at IS NULL
          ORDER BY sha256 LIMIT $2`,
        [after, AT_ONCE],
      );
      yield rows.map(({ sha256 }) => sha256);
      const last = rows.at(-1);
      if (rows.length < AT_ONCE || last === undefined) return;
      after = last.sha256;
    }
  }
}
