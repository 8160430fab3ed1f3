import { AppError, isUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { type Parameter, type Rows, Transaction } from './transaction.js';

/**
 * Postgres answers the COMMIT of a transaction in which a statement has failed with a silent ROLLBACK. Work that caught
 * the error of its own statement would be taken for done.
 */
async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('COMMIT');
  if (command !== 'COMMIT')
    throw new AppError('transaction_aborted', 'bug', { detail: 'A statement of this transaction had failed.' });
}

async function inTransaction<T>(source: DataSource, begin: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    const tx = new Transaction(client);
    try {
      await client.query(begin);
      const result = await work(tx);
      tx.end();
      await commit(client);
      tx.committed();
      return result;
    } catch (error) {
      tx.end();
      // The connection may be gone; the first error is the one that matters.
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  } catch (error) {
    throw translated(error);
  } finally {
    await runner.release().catch(() => undefined);
  }
}

/** SQLSTATE class 08 (connection), 53 (resources), 57P (shutdown), 40 (serialisation), and what the pool says when it gives up. */
const UNAVAILABLE = /^(08|53|57P|40)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
const GONE =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|not queryable/;

const codeOf = (error: unknown): string | undefined => {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
};

/** Postgres keeps no U+0000, neither in text (22021) nor in jsonb (22P05): whoever sent it has to leave it out. */
const UNSTORABLE = /^22(021|P05)$/;

function translated(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = codeOf(error) ?? codeOf((error as { driverError?: unknown }).driverError) ?? '';
  if (UNSTORABLE.test(code))
    return new AppError('unstorable_text', 'invalid', {
      cause: error,
      detail: 'A text holds the character U+0000, which cannot be stored.',
    });
  return UNAVAILABLE.test(code) || GONE.test(error.message)
    ? new AppError('database_unavailable', 'unavailable', {
        cause: error,
        detail: 'The database cannot be reached.',
        retryAfterSeconds: 2,
      })
    : error;
}

/**
 * The application role. Nothing runs outside a transaction, and every transaction is bound to one tenant by
 * `set_config(…, true)`, so that a pooled connection never carries a tenant on to the next user.
 */
export class TenantDatabase {
  constructor(readonly source: DataSource) {}

  /** One transaction of the tenant in the running context. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const { tenantId } = tenantContext();
    if (!isUuid(tenantId)) throw new AppError('invalid_tenant', 'bug');
    return inTransaction(
      this.source,
      // One round trip for both; the id has just been checked to be nothing but hexadecimal digits and dashes.
      `BEGIN; SELECT set_config('app.tenant_id', '${tenantId}', true)`,
      work,
    );
  }

  /** One statement of the tenant in the running context. */
  query<T = Record<string, unknown>>(sql: string, parameters: readonly Parameter[] = []): Promise<Rows<T>> {
    return this.transaction((tx) => tx.query<T>(sql, parameters));
  }

  async one<T = Record<string, unknown>>(sql: string, parameters: readonly Parameter[] = []): Promise<T | null> {
    return (await this.query<T>(sql, parameters)).rows[0] ?? null;
  }
}

/**
 * The system role: sees across tenants, but only the tables that its grants name (queue, sign-in, tenants, ledger sums;
 * never document text or fields). For queue machinery, sign-in and platform administration.
 */
export class SystemDatabase {
  constructor(readonly source: DataSource) {}

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return inTransaction(this.source, 'BEGIN', work);
  }

  async query<T = Record<string, unknown>>(sql: string, parameters: readonly Parameter[] = []): Promise<Rows<T>> {
    const runner = this.source.createQueryRunner();
    try {
      return await new Transaction((await runner.connect()) as PoolClient).query<T>(sql, parameters);
    } catch (error) {
      throw translated(error);
    } finally {
      await runner.release().catch(() => undefined);
    }
  }

  async one<T = Record<string, unknown>>(sql: string, parameters: readonly Parameter[] = []): Promise<T | null> {
    return (await this.query<T>(sql, parameters)).rows[0] ?? null;
  }
}
