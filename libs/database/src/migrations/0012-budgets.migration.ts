import type { Migration } from './migration.js';

/**
 * Budgets of users count what is done with their documents; warnings are told of the spending that a settlement changes, not of
 * all that ever was; calls that are lost take their locks in the order of all others.
 */
export const budgetsMigration: Migration = {
  id: '0012-budgets',
  sql: `
-- Users and documents were taken by their public ids, which no call has.
ALTER TABLE budgets NO FORCE ROW LEVEL SECURITY;
UPDATE budgets b SET subject = substr(b.subject, 5)::uuid::text
 WHERE b.subject ~ '^(usr|doc)_[0-9a-f]{32}$'
   AND NOT EXISTS (SELECT 1 FROM budgets o WHERE o.tenant_id = b.tenant_id AND o.scope = b.scope AND o.period = b.period
                                             AND o.subject = substr(b.subject, 5)::uuid::text);
ALTER TABLE budgets FORCE ROW LEVEL SECURITY;

CREATE INDEX budget_spending_warned ON budget_spending (tenant_id, budget_id, warned_at) WHERE warned_at IS NOT NULL;

ALTER FUNCTION open_llm_calls(jsonb) RENAME TO open_named_llm_calls;

-- What the service does with a document by itself is done for whoever brought it.
CREATE FUNCTION open_llm_calls(calls jsonb) RETURNS TABLE (call_id uuid, refused text) LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM jsonb_array_elements(calls) AS e(c) WHERE c->>'userId' IS NULL AND c->>'documentId' IS NOT NULL) THEN
    SELECT jsonb_agg(CASE WHEN c->>'userId' IS NOT NULL OR d.created_by IS NULL THEN c
                          ELSE c || jsonb_build_object('userId', d.created_by) END ORDER BY at)
      INTO calls
      FROM jsonb_array_elements(calls) WITH ORDINALITY AS e(c, at)
      LEFT JOIN documents d ON d.id = (c->>'documentId')::uuid;
  END IF;
  RETURN QUERY SELECT * FROM open_named_llm_calls(calls);
END $$;

CREATE OR REPLACE FUNCTION close_llm_calls(calls jsonb) RETURNS TABLE (budget uuid, subject text) LANGUAGE plpgsql AS $$
DECLARE
  -- What changes of which row of spending: [{"budget", "subject", "start", "reservedCost", …}].
  changes jsonb;
BEGIN
  WITH given AS (
    SELECT * FROM jsonb_to_recordset(calls) AS g(id uuid, outcome text, "tokensIn" int, "tokensCached" int, "tokensOut" int,
                                                 cost bigint, "latencyMs" int)
  ), was AS (
    SELECT c.id, c.state, c.reserved_cost, c.reserved_tokens, c.spending
      FROM llm_calls c WHERE c.id IN (SELECT g.id FROM given g) AND c.state <> 'closed' ORDER BY c.id FOR UPDATE
  ), closed AS (
    UPDATE llm_calls c
       SET state = 'closed', outcome = g.outcome, tokens_in = g."tokensIn", tokens_cached = g."tokensCached",
           tokens_out = g."tokensOut", cost = g.cost, latency_ms = g."latencyMs"
      FROM given g JOIN was ON was.id = g.id
     WHERE c.id = g.id
    RETURNING c.id
  ), lines AS (
    SELECT h.budget, h.subject, h.start,
           -- An expired call was entered as spent in full: the difference is set right.
           sum(CASE WHEN w.state = 'open' THEN w.reserved_cost ELSE 0 END) AS "reservedCost",
           sum(CASE WHEN w.state = 'open' THEN w.reserved_tokens ELSE 0 END) AS "reservedTokens",
           sum(g.cost - CASE WHEN w.state = 'expired' THEN w.reserved_cost ELSE 0 END) AS "spentCost",
           sum(g."tokensIn" + g."tokensOut" - CASE WHEN w.state = 'expired' THEN w.reserved_tokens ELSE 0 END) AS "spentTokens"
      FROM closed d JOIN was w ON w.id = d.id JOIN given g ON g.id = d.id
     CROSS JOIN LATERAL jsonb_to_recordset(w.spending) AS h(budget uuid, subject text, start date)
     GROUP BY 1, 2, 3
  )
  SELECT COALESCE(jsonb_agg(l), '[]') INTO changes FROM lines l;
  PERFORM 1 FROM budget_spending s
    WHERE (s.budget_id, s.subject, s.period_start) IN
          (SELECT l.budget, l.subject, l.start FROM jsonb_to_recordset(changes) AS l(budget uuid, subject text, start date))
    ORDER BY s.budget_id, s.subject, s.period_start FOR UPDATE;
  UPDATE budget_spending s
     SET reserved_cost = s.reserved_cost - l."reservedCost", reserved_tokens = s.reserved_tokens - l."reservedTokens",
         spent_cost = s.spent_cost + l."spentCost", spent_tokens = s.spent_tokens + l."spentTokens"
    FROM jsonb_to_recordset(changes) AS l(budget uuid, subject text, start date, "reservedCost" bigint, "reservedTokens" bigint,
                                          "spentCost" bigint, "spentTokens" bigint)
   WHERE s.budget_id = l.budget AND s.subject = l.subject AND s.period_start = l.start;
  IF changes <> '[]' THEN
    RETURN QUERY
      UPDATE budget_spending s SET warned_at = now()
        FROM budgets b, jsonb_to_recordset(changes) AS l(budget uuid, subject text, start date)
       WHERE s.budget_id = l.budget AND s.subject = l.subject AND s.period_start = l.start AND s.warned_at IS NULL
         AND b.id = l.budget AND (s.spent_cost >= b.soft_cost OR s.spent_tokens >= b.soft_tokens)
      RETURNING s.budget_id, s.subject;
  END IF;
END $$;

-- Marks the spending of the tenant that lost calls have carried over a soft limit: those live for a day and some hours at most.
CREATE FUNCTION warn_of_lost_llm_calls() RETURNS TABLE (budget uuid, subject text) LANGUAGE sql AS $$
  UPDATE budget_spending s SET warned_at = now()
    FROM budgets b
   WHERE b.id = s.budget_id AND s.warned_at IS NULL AND (s.spent_cost >= b.soft_cost OR s.spent_tokens >= b.soft_tokens)
     AND s.period_start >= date_trunc(b.period, now() AT TIME ZONE 'UTC' - interval '2 days')::date
  RETURNING s.budget_id, s.subject
$$;

-- As before, by sets: a call that was never closed may have been answered and billed, so it counts as spent in full.
CREATE OR REPLACE FUNCTION expire_llm_calls() RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  changes jsonb;
  expired int;
BEGIN
  WITH was AS (
    SELECT c.tenant_id, c.id, c.reserved_cost, c.reserved_tokens, c.spending
      FROM llm_calls c WHERE c.state = 'open' AND c.expires_at < now() ORDER BY c.tenant_id, c.id LIMIT 1000
       FOR UPDATE SKIP LOCKED
  ), ended AS (
    UPDATE llm_calls c SET state = 'expired', outcome = 'lost', cost = was.reserved_cost
      FROM was WHERE c.tenant_id = was.tenant_id AND c.id = was.id
    RETURNING c.id
  ), lines AS (
    SELECT w.tenant_id AS tenant, h.budget, h.subject, h.start, sum(w.reserved_cost) AS cost, sum(w.reserved_tokens) AS tokens
      FROM was w CROSS JOIN LATERAL jsonb_to_recordset(w.spending) AS h(budget uuid, subject text, start date)
     GROUP BY 1, 2, 3, 4
  )
  SELECT (SELECT count(*) FROM ended), COALESCE((SELECT jsonb_agg(l) FROM lines l), '[]') INTO expired, changes;
  PERFORM 1 FROM budget_spending s
    WHERE (s.tenant_id, s.budget_id, s.subject, s.period_start) IN
          (SELECT l.tenant, l.budget, l.subject, l.start
             FROM jsonb_to_recordset(changes) AS l(tenant uuid, budget uuid, subject text, start date))
    ORDER BY s.tenant_id, s.budget_id, s.subject, s.period_start FOR UPDATE;
  UPDATE budget_spending s
     SET reserved_cost = s.reserved_cost - l.cost, spent_cost = s.spent_cost + l.cost,
         reserved_tokens = s.reserved_tokens - l.tokens, spent_tokens = s.spent_tokens + l.tokens
    FROM jsonb_to_recordset(changes) AS l(tenant uuid, budget uuid, subject text, start date, cost bigint, tokens bigint)
   WHERE s.tenant_id = l.tenant AND s.budget_id = l.budget AND s.subject = l.subject AND s.period_start = l.start;
  RETURN expired;
END $$;
`,
};
