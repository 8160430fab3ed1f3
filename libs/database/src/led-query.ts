import pg from 'pg';
import utils from 'pg/lib/utils.js';

/** A statement that goes ahead of another one. It answers no rows and is prepared, so that of its answer only the message of its end comes. */
export interface Lead {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

export const BEGIN: Lead = { name: 'lead_begin', text: 'BEGIN', values: [] };

/** Binds a transaction to a tenant. */
export const leadOfTenant = (tenantId: string): Lead => ({
  name: 'lead_tenant',
  text: `SELECT 1 WHERE set_config('app.tenant_id', $1, true) IS NULL`,
  values: [tenantId],
});

/** Lets the commit of a transaction not wait for the disk. */
export const WITHOUT_WAITING: Lead = {
  name: 'lead_without_waiting',
  text: `SELECT 1 WHERE set_config('synchronous_commit', 'off', true) IS NULL`,
  values: [],
};

const prepared = new WeakSet<pg.PoolClient>();

/** Prepares all leads on a connection, once. Nothing of it lasts but that. */
export async function prepareLeads(client: pg.PoolClient): Promise<void> {
  if (prepared.has(client)) return;
  for (const lead of [BEGIN, leadOfTenant(''), WITHOUT_WAITING])
    await client.query({ ...lead, values: [...lead.values] });
  await client.query('ROLLBACK');
  prepared.add(client);
}

/** Whether the connection knows a statement, so that it may go ahead of others. */
export const isPrepared = (client: pg.PoolClient, { name, text }: Pick<Lead, 'name' | 'text'>): boolean =>
  (client as unknown as { readonly connection: Connection }).connection.parsedStatements[name] === text;

type Callback = (error: Error | undefined, result: pg.QueryResult) => void;
/** `extended`: a statement without parameters too is sent so that what goes ahead can be with it. */
type Config = pg.QueryConfig & { readonly queryMode: 'extended' };

/** What of pg's queries and connections is used here and is not in their types (pg 8.23). */
interface Connection {
  readonly stream: { cork(): void; uncork(): void };
  readonly parsedStatements: Readonly<Record<string, string | undefined>>;
  bind(message: {
    readonly statement: string;
    readonly values: readonly unknown[];
    readonly valueMapper: (value: unknown) => unknown;
  }): void;
  execute(message: Record<string, never>): void;
}
interface Submittable {
  submit(connection: Connection): Error | null;
  handleCommandComplete(message: unknown, connection: Connection): void;
}
const Query = pg.Query as unknown as new (config: Config, callback: Callback) => Submittable;

/**
 * A statement with its leads, sent in one piece and with one Sync behind it. Up to that all is one transaction, and after an error
 * nothing more of it is done (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING): the statement
 * never runs where a lead of it has not.
 */
class LedQuery extends Query {
  private left: number;

  constructor(
    private readonly leads: readonly Lead[],
    config: pg.QueryConfig,
    callback: Callback,
  ) {
    super({ ...config, queryMode: 'extended' }, callback);
    this.left = leads.length;
  }

  override submit(connection: Connection): Error | null {
    const missing = this.leads.find(({ name, text }) => connection.parsedStatements[name] !== text);
    if (missing) return new Error(`The statement ${missing.name} is not prepared on this connection.`);
    connection.stream.cork();
    try {
      for (const { name, values } of this.leads) {
        connection.bind({ statement: name, values, valueMapper: utils.prepareValue });
        connection.execute({});
      }
      return super.submit(connection);
    } finally {
      connection.stream.uncork();
    }
  }

  /** The ends of the leads come first, and are nobody's result. */
  override handleCommandComplete(message: unknown, connection: Connection): void {
    if (this.left > 0) this.left--;
    else super.handleCommandComplete(message, connection);
  }
}

/** Runs a statement behind its leads, which must have been prepared on the connection. */
export async function runLed(
  client: pg.PoolClient,
  leads: readonly Lead[],
  config: pg.QueryConfig,
): Promise<pg.QueryResult> {
  try {
    return await new Promise<pg.QueryResult>((resolve, reject) => {
      client.query(
        new LedQuery(leads, config, (error, result) => {
          if (error) reject(error);
          else resolve(result);
        }) as unknown as pg.Submittable,
      );
    });
  } catch (error) {
    // Else it would lead to the socket and not to whoever asked.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
}
