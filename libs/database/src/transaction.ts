import { createHash } from 'node:crypto';
import { AppError } from '@app/kernel';
import type { PoolClient } from 'pg';

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

const names = new Map<string, string>();

/** Statements that are made of parts come in some dozens of forms; more than this would be a leak, so they go unnamed. */
const MAX_NAMES = 1_000;

/** The same text has the same name, so that Postgres parses and plans it once a connection instead of at every call. */
function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= MAX_NAMES) return known;
  const name = `d${createHash('sha1').update(sql).digest('base64url')}`;
  names.set(sql, name);
  return name;
}

/** One database transaction. */
export class Transaction {
  private readonly callbacks: (() => void)[] = [];
  private open = true;

  constructor(private readonly client: PoolClient) {}

  async query<T = Record<string, unknown>>(sql: string, parameters: readonly Parameter[] = []): Promise<Rows<T>> {
    // Its connection may be in the transaction of another tenant by now.
    if (!this.open)
      throw new AppError('transaction_ended', 'bug', { detail: 'A statement came after the end of its transaction.' });
    const { rows, rowCount } = await this.client.query({
      name: nameOf(sql),
      text: sql,
      values: parameters as unknown[],
    });
    return { rows: rows as T[], count: rowCount ?? rows.length };
  }

  async one<T = Record<string, unknown>>(sql: string, parameters: readonly Parameter[] = []): Promise<T | null> {
    return (await this.query<T>(sql, parameters)).rows[0] ?? null;
  }

  /**
   * Lets the commit not wait for the disk. A crash of Postgres may then take this transaction back, as a whole and
   * together with all that came after it: right for a step that would only be done again.
   */
  async commitWithoutWaiting(): Promise<void> {
    await this.query(`SELECT set_config('synchronous_commit', 'off', true)`);
  }

  /** Runs after the commit, never after a rollback. For wake-up calls that may be lost without harm. */
  afterCommit(callback: () => void): void {
    this.callbacks.push(callback);
  }

  /** Lets no more statements through. */
  end(): void {
    this.open = false;
  }

  committed(): void {
    for (const callback of this.callbacks) callback();
  }
}
