import { createHash } from 'node:crypto';
import { AppError } from '@app/kernel';
import type { PoolClient, QueryConfig, QueryResult } from 'pg';
import { isPrepared, type Lead, runLed, WITHOUT_WAITING } from './led-query.js';

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

const COMMIT = { name: 'commit', text: 'COMMIT' };

/** One database transaction. */
export class Transaction {
  private readonly callbacks: (() => void)[] = [];
  private readonly undoings: (() => void)[] = [];
  private open = true;
  private beginning: Promise<unknown> | null = null;
  private sent = false;
  private written = false;

  /** What is in `leads` goes ahead of the first statement, together with it. */
  constructor(
    private readonly client: PoolClient,
    private leads: readonly Lead[] = [],
  ) {}

  /** Whether there is anything to roll back. */
  get hasBegun(): boolean {
    return this.sent;
  }

  async query<T = Record<string, unknown>>(sql: string, parameters: readonly Parameter[] = []): Promise<Rows<T>> {
    this.checkOpen();
    // What begins the transaction may fail; then nothing must be done outside of it.
    if (this.beginning) await this.beginning;
    const { rows, rowCount } = await this.send({ name: nameOf(sql), text: sql, values: parameters as unknown[] });
    return { rows: rows as T[], count: rowCount ?? rows.length };
  }

  /**
   * A statement whose answer nobody needs, and that answers no rows: it goes out together with the next one, or with the COMMIT, which
   * saves a round trip. Where it fails, that one does, and the transaction as a whole.
   */
  async write(sql: string, parameters: readonly Parameter[]): Promise<void> {
    this.checkOpen();
    if (this.beginning) await this.beginning;
    const name = nameOf(sql);
    if (name !== undefined && isPrepared(this.client, { name, text: sql })) {
      this.leads = [...this.leads, { name, text: sql, values: parameters }];
      this.written = true;
      return;
    }
    const { rows } = await this.query(sql, parameters);
    if (rows.length > 0) throw new AppError('rows_of_write', 'bug', { detail: 'A statement to write answered rows.' });
  }

  /** Ends the transaction and tells whether it was committed: one in which a statement has failed is not. */
  async commit(): Promise<boolean> {
    this.end();
    if (!this.sent && !this.written) return true;
    const { command } = await this.send(COMMIT);
    return command === COMMIT.text;
  }

  private checkOpen(): void {
    // Its connection may be in the transaction of another tenant by now.
    if (!this.open)
      throw new AppError('transaction_ended', 'bug', { detail: 'A statement came after the end of its transaction.' });
  }

  private async send(statement: QueryConfig): Promise<QueryResult> {
    const { leads } = this;
    if (leads.length === 0) return this.client.query(statement);
    this.leads = [];
    this.sent = true;
    const result = runLed(this.client, leads, statement);
    this.beginning = result;
    const made = await result;
    this.beginning = null;
    return made;
  }

  async one<T = Record<string, unknown>>(sql: string, parameters: readonly Parameter[] = []): Promise<T | null> {
    return (await this.query<T>(sql, parameters)).rows[0] ?? null;
  }

  /**
   * Lets the commit not wait for the disk. A crash of Postgres may then take this transaction back, as a whole and
   * together with all that came after it: right for a step that would only be done again.
   */
  commitWithoutWaiting(): void {
    this.leads = [...this.leads, WITHOUT_WAITING];
  }

  /** Runs after the commit, never after a rollback. For wake-up calls that may be lost without harm. */
  afterCommit(callback: () => void): void {
    this.callbacks.push(callback);
  }

  /** Runs where the transaction does not last, as far as this process knows. */
  afterRollback(callback: () => void): void {
    this.undoings.push(callback);
  }

  /** Lets no more statements through. */
  end(): void {
    this.open = false;
  }

  committed(): void {
    for (const callback of this.callbacks) callback();
  }

  rolledBack(): void {
    for (const callback of this.undoings) callback();
  }
}
