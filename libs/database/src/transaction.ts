import type { QueryRunner } from 'typeorm';

/** Values that may stand in a parameter list. */
export type Parameter =
  | string
  | number
  | boolean
  | null
  | Date
  | Uint8Array
  | readonly string[]
  | readonly number[]
  | readonly (string | null)[]
  | readonly Date[];

export interface Rows<T> {
  readonly rows: T[];
  /** Rows that the statement returned or changed. */
  readonly count: number;
}

/** One database transaction. */
export class Transaction {
  private readonly callbacks: (() => void)[] = [];

  constructor(private readonly runner: QueryRunner) {}

  async query<T = Record<string, unknown>>(sql: string, parameters: readonly Parameter[] = []): Promise<Rows<T>> {
    const result = await this.runner.query(sql, parameters as unknown[], true);
    return { rows: (result.records ?? []) as T[], count: result.affected ?? result.records?.length ?? 0 };
  }

  async one<T = Record<string, unknown>>(sql: string, parameters: readonly Parameter[] = []): Promise<T | null> {
    return (await this.query<T>(sql, parameters)).rows[0] ?? null;
  }

  /** Runs after the commit, never after a rollback. For wake-up calls that may be lost without harm. */
  afterCommit(callback: () => void): void {
    this.callbacks.push(callback);
  }

  committed(): void {
    for (const callback of this.callbacks) callback();
  }
}
