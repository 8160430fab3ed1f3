import { SystemDatabase } from '@app/database';
import { Injectable } from '@nestjs/common';

/** Tables in partitions by month, as the functions of the database know them. */
export const PARTITIONED = ['usage_ledger', 'llm_calls'] as const;
export type Partitioned = (typeof PARTITIONED)[number];

/** Each step is a transaction of its own, so that its locks are short. Months are their first days, `YYYY-MM-DD`. */
@Injectable()
export class PartitionsRepository {
  constructor(private readonly system: SystemDatabase) {}

  /** The running month and `ahead` more, and months of rows in the default: those that have no partition. */
  async due(table: Partitioned, ahead: number): Promise<string[]> {
    const { rows } = await this.system.query<{ month: string }>(
      'SELECT month::text FROM due_month_partitions($1, $2) AS month',
      [table, ahead],
    );
    return rows.map(({ month }) => month);
  }

  /** Answers how many rows were moved out of the default; null where another instance has made the partition. */
  async make(table: Partitioned, month: string): Promise<number | null> {
    const row = await this.system.one<{ moved: string | null }>('SELECT make_month_partition($1, $2)::text AS moved', [
      table,
      month,
    ]);
    return row?.moved == null ? null : Number(row.moved);
  }

  /** Drops the oldest partition that ends before `before` and may go. Answers its name, or null. */
  async drop(table: Partitioned, before: string): Promise<string | null> {
    const row = await this.system.one<{ name: string | null }>('SELECT drop_month_partition($1, $2) AS name', [
      table,
      before,
    ]);
    return row?.name ?? null;
  }
}
