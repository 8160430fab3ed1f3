import { TenantDatabase } from '@app/database';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';

export interface SealedPseudonym {
  readonly token: string;
  /** Sealed for its tenant and token. */
  readonly value: string;
}

/** Rows of pseudonyms. */
@Injectable()
export class PseudonymsRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Adds those that are not there, and notes of the others that they were used. */
  async put(pseudonyms: readonly SealedPseudonym[], now: Date): Promise<void> {
    const { tenantId } = tenantContext();
    // In one order, so that two texts with the same names do not wait for each other.
    const sorted = pseudonyms.toSorted((a, b) => (a.token < b.token ? -1 : 1));
    await this.database.query(
      `INSERT INTO pseudonyms AS p (tenant_id, token, value, used_at)
       SELECT $1, token, value, $4 FROM unnest($2::text[], $3::text[]) AS n (token, value)
       ON CONFLICT (tenant_id, token) DO UPDATE SET used_at = greatest(p.used_at, excluded.used_at)`,
      [tenantId, sorted.map(({ token }) => token), sorted.map(({ value }) => value), now],
    );
  }

  /** Those of these tokens that were used after `since`; all where it is null. */
  async find(tokens: readonly string[], since: Date | null): Promise<SealedPseudonym[]> {
    const { rows } = await this.database.query<SealedPseudonym>(
      `SELECT token, value FROM pseudonyms
        WHERE token = ANY ($1::text[]) AND ($2::timestamptz IS NULL OR used_at > $2)`,
      [tokens, since],
    );
    return rows;
  }

  /** Removes up to so many that were last used at this time or before. Answers how many. */
  async expire(before: Date, limit: number): Promise<number> {
    const { count } = await this.database.query(
      `DELETE FROM pseudonyms WHERE token IN (
         SELECT token FROM pseudonyms WHERE used_at <= $1 ORDER BY used_at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
      [before, limit],
    );
    return count;
  }
}
