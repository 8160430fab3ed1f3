import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';
import { AppError, isUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { BEGIN, type Lead, leadOfTenant, prepareLeads } from './led-query.js';
import { type Parameter, type Rows, Transaction } from './transaction.js';

/**
 * Where it is told that work in a transaction waits for a second connection of the same pool: when all connections are held by such work,
 * it waits for itself. Tests listen and fail; see `node:diagnostics_channel`.
 */
export const SECOND_CONNECTIONS = channel('dossier:database:second-connection');
const inside = new AsyncLocalStorage<DataSource>();

async function onConnection<T>(source: DataSource, work: (client: PoolClient) => Promise<T>): Promise<T> {
  if (SECOND_CONNECTIONS.hasSubscribers && inside.getStore() === source)
    SECOND_CONNECTIONS.publish(new Error('A second connection is waited for in a transaction.'));
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    await prepareLeads(client);
    return await work(client);
  } catch (error) {
    throw translated(error);
  } finally {
    await runner.release().catch(() => undefined);
  }
}

/** The transaction begins with its first statement, and is not one where there is none. */
const inTransaction = <T>(
  source: DataSource,
  leads: readonly Lead[],
  work: (tx: Transaction) => Promise<T>,
): Promise<T> =>
  onConnection(source, async (client) => {
    const tx = new Transaction(client, leads);
    try {
      const result = await (SECOND_CONNECTIONS.hasSubscribers ? inside.run(source, () => work(tx)) : work(tx));
      // Postgres answers the COMMIT of a transaction in which a statement has failed with a silent ROLLBACK. Work that caught
      // the error of its own statement would be taken for done.
      if (!(await tx.commit()))
        throw new AppError('transaction_aborted', 'bug', { detail: 'A statement of this transaction had failed.' });
      tx.committed();
      return result;
    } catch (error) {
      tx.end();
      // The connection may be gone; the first error is the one that matters.
      if (tx.hasBegun) await client.query('ROLLBACK').catch(() => undefined);
      tx.rolledBack();
      throw error;
    }
  });

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

function tenantIdOfContext(): string {
  const { tenantId } = tenantContext();
  if (!isUuid(tenantId)) throw new AppError('invalid_tenant', 'bug');
  return tenantId;
}

/**
 * The application role. Nothing runs outside a transaction, and every transaction is bound to one tenant by
 * `set_config(…, true)`, so that a pooled connection never carries a tenant on to the next user.
 */
export class TenantDatabase {
  constructor(readonly source: DataSource) {}

  /** One transaction of the tenant in the running context. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const tenantId = tenantIdOfContext();
    return inTransaction(this.source, [BEGIN, leadOfTenant(tenantId)], work);
  }

  /** One statement of the tenant in the running context. */
  query<T = Record<string, unknown>>(sql: string, parameters: readonly Parameter[] = []): Promise<Rows<T>> {
    const tenantId = tenantIdOfContext();
    // What is sent together is a transaction without saying so.
    return onConnection(this.source, (client) =>
      new Transaction(client, [leadOfTenant(tenantId)]).query<T>(sql, parameters),
    );
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
    return inTransaction(this.source, [BEGIN], work);
  }

  query<T = Record<string, unknown>>(sql: string, parameters: readonly Parameter[] = []): Promise<Rows<T>> {
    return onConnection(this.source, (client) => new Transaction(client).query<T>(sql, parameters));
  }

  async one<T = Record<string, unknown>>(sql: string, parameters: readonly Parameter[] = []): Promise<T | null> {
    return (await this.query<T>(sql, parameters)).rows[0] ?? null;
  }
}
