import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** What the service's own books say, seen by their owner. */
export async function openBooks(url) {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const rows = async (sql, values = []) => (await owner.query(sql, values)).rows;
  return {
    close: () => owner.end(),
    /** A tenant with a hard limit in billionths of a dollar; what passes it is left to the local engine. */
    async newTenant(hardCost) {
      const id = randomUUID();
      await owner.query(`INSERT INTO tenants (id, name, slug) VALUES ($1, 'Faults', $2)`, [id, `faults-${id}`]);
      await owner.query(
        `INSERT INTO budgets (tenant_id, id, scope, period, hard_cost) VALUES ($1, $2, 'tenant', 'month', $3)`,
        [id, randomUUID(), hardCost],
      );
      return id;
    },
    /** Calls by how they ended: how many, and what they are entered at. */
    outcomes: (tenant) =>
      rows(
        `SELECT provider, outcome, count(*)::int AS calls, sum(cost)::float8 AS cost, sum(reserved_cost)::float8 AS reserved,
                max(attempt) AS attempts
           FROM llm_calls WHERE tenant_id = $1 AND attempt > 0 GROUP BY provider, outcome ORDER BY calls DESC`,
        [tenant],
      ),
    /** Spent and reserved by the budget, and the same by the ledger, in one look. */
    async spending(tenant) {
      const [row] = await rows(
        `SELECT COALESCE((SELECT sum(spent_cost) FROM budget_spending WHERE tenant_id = $1), 0)::float8 AS spent,
                COALESCE((SELECT sum(reserved_cost) FROM budget_spending WHERE tenant_id = $1), 0)::float8 AS reserved,
                COALESCE((SELECT sum(CASE WHEN state = 'open' THEN reserved_cost ELSE cost END)
                            FROM llm_calls WHERE tenant_id = $1), 0)::float8 AS ledger,
                (SELECT count(*) FROM llm_calls WHERE tenant_id = $1 AND state = 'open')::int AS open`,
        [tenant],
      );
      return row;
    },
    /** As if the life of calls that are open were over. Answers how many were entered as spent. */
    async expire(tenant) {
      await owner.query(
        `UPDATE llm_calls SET expires_at = now() - interval '1 second' WHERE tenant_id = $1 AND state = 'open'`,
        [tenant],
      );
      const [{ expired }] = await rows('SELECT expire_llm_calls() AS expired');
      return expired;
    },
  };
}
