import type { Migration } from './migration.js';

/**
 * `open_llm_calls` and `close_llm_calls` by sets instead of call by call: a batch changes each row of spending once. Row by row,
 * two hundred versions of one row stood in one transaction, and each look at it went through all of them.
 * A batch that does not fit into its budgets as a whole is opened call by call, as before.
 */
export const callBatchesMigration: Migration = {
  id: '0011-call-batches',
  sql: `
ALTER FUNCTION open_llm_calls(jsonb) RENAME TO open_llm_calls_in_turn;

CREATE FUNCTION open_llm_calls(calls jsonb) RETURNS TABLE (call_id uuid, refused text) LANGUAGE plpgsql AS $$
DECLARE
  tenant uuid := NULLIF(current_setting('app.tenant_id', true), '')::uuid;
  -- Which call asks which row of spending. Read once: a budget that is made meanwhile must not be half in it.
  asked jsonb;
  -- The same by row, with sums: [{"budget", "subject", "start", "cost", "tokens", "hardCost", "hardTokens"}].
  lines jsonb;
BEGIN
  SELECT jsonb_agg(a) INTO asked FROM (
    SELECT c.id, b.id AS budget,
           CASE WHEN b.subject <> '' OR b.scope = 'tenant' THEN b.subject
                WHEN b.scope = 'user' THEN c."userId" WHEN b.scope = 'purpose' THEN c.purpose ELSE c."documentId" END AS subject,
           date_trunc(b.period, now() AT TIME ZONE 'UTC')::date AS start,
           c.cost, c.tokens, b.hard_cost AS "hardCost", b.hard_tokens AS "hardTokens"
      FROM budgets b
      JOIN jsonb_to_recordset(calls) AS c(id uuid, "userId" text, purpose text, "documentId" text, cost bigint, tokens bigint)
        ON b.scope = 'tenant'
        OR (b.scope = 'user' AND c."userId" IS NOT NULL AND b.subject IN ('', c."userId"))
        OR (b.scope = 'purpose' AND b.subject IN ('', c.purpose))
        OR (b.scope = 'document' AND c."documentId" IS NOT NULL AND b.subject IN ('', c."documentId"))) a;
  IF asked IS NOT NULL THEN
    SELECT jsonb_agg(l) INTO lines FROM (
      SELECT budget, subject, start, sum(cost) AS cost, sum(tokens) AS tokens, min("hardCost") AS "hardCost",
             min("hardTokens") AS "hardTokens"
        FROM jsonb_to_recordset(asked) AS a(budget uuid, subject text, start date, cost bigint, tokens bigint,
                                            "hardCost" bigint, "hardTokens" bigint)
       GROUP BY 1, 2, 3) l;
    INSERT INTO budget_spending (tenant_id, budget_id, subject, period_start)
    SELECT tenant, l.budget, l.subject, l.start FROM jsonb_to_recordset(lines) AS l(budget uuid, subject text, start date)
     ORDER BY 2, 3, 4
    ON CONFLICT DO NOTHING;
    -- All batches take these locks in one order, and what is locked is what the limits are held against.
    PERFORM 1 FROM budget_spending s
      WHERE (s.budget_id, s.subject, s.period_start) IN
            (SELECT l.budget, l.subject, l.start FROM jsonb_to_recordset(lines) AS l(budget uuid, subject text, start date))
      ORDER BY s.budget_id, s.subject, s.period_start FOR UPDATE;
    IF EXISTS (
      SELECT 1 FROM jsonb_to_recordset(lines) AS l(budget uuid, subject text, start date, cost bigint, tokens bigint,
                                                   "hardCost" bigint, "hardTokens" bigint)
        JOIN budget_spending s ON s.budget_id = l.budget AND s.subject = l.subject AND s.period_start = l.start
       WHERE s.spent_cost + s.reserved_cost + l.cost > l."hardCost"
          OR s.spent_tokens + s.reserved_tokens + l.tokens > l."hardTokens") THEN
      RETURN QUERY SELECT * FROM open_llm_calls_in_turn(calls);
      RETURN;
    END IF;
    UPDATE budget_spending s SET reserved_cost = s.reserved_cost + l.cost, reserved_tokens = s.reserved_tokens + l.tokens
      FROM jsonb_to_recordset(lines) AS l(budget uuid, subject text, start date, cost bigint, tokens bigint)
     WHERE s.budget_id = l.budget AND s.subject = l.subject AND s.period_start = l.start;
  END IF;
  INSERT INTO llm_calls (tenant_id, id, state, purpose, document_id, user_id, provider, model, key_id, attempt, prompt_hash,
                         reserved_cost, reserved_tokens, spending, expires_at)
  SELECT tenant, c.id, 'open', c.purpose, c."documentId", c."userId", c.provider, c.model, c."keyId", c.attempt, c."promptHash",
         c.cost, c.tokens, COALESCE(held.spending, '[]'), now() + make_interval(secs => c."lifeSeconds")
    FROM jsonb_to_recordset(calls) AS c(id uuid, purpose text, "documentId" uuid, "userId" uuid, provider text, model text,
                                        "keyId" text, attempt int, "promptHash" text, cost bigint, tokens bigint,
                                        "lifeSeconds" float)
    LEFT JOIN (SELECT a.id, jsonb_agg(jsonb_build_object('budget', a.budget, 'subject', a.subject, 'start', a.start)) AS spending
                 FROM jsonb_to_recordset(asked) AS a(id uuid, budget uuid, subject text, start date) GROUP BY 1) held ON held.id = c.id;
  -- In the order of the calls.
  RETURN QUERY SELECT (c->>'id')::uuid, NULL::text FROM jsonb_array_elements(calls) WITH ORDINALITY AS e(c, at) ORDER BY at;
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
  IF EXISTS (SELECT 1 FROM budgets b WHERE b.soft_cost IS NOT NULL OR b.soft_tokens IS NOT NULL) THEN
    -- Of all spending: what was passed by calls that were never closed is told here too.
    RETURN QUERY
      UPDATE budget_spending s SET warned_at = now()
        FROM budgets b
       WHERE b.id = s.budget_id AND s.warned_at IS NULL
         AND (s.spent_cost >= b.soft_cost OR s.spent_tokens >= b.soft_tokens)
      RETURNING s.budget_id, s.subject;
  END IF;
END $$;
`,
};
