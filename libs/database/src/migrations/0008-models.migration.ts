import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/**
 * Budgets, what is spent of them, and the ledger of calls. Costs are billionths of a US dollar: sums stay exact.
 * `open_llm_calls` reserves and `close_llm_calls` settles; both take many calls at once and lock spending in one order, so that
 * parallel batches neither overspend nor deadlock.
 */
export const modelsMigration: Migration = {
  id: '0008-models',
  sql: `
CREATE TABLE budgets (
  tenant_id     uuid NOT NULL REFERENCES tenants (id),
  id            uuid NOT NULL,
  scope         text NOT NULL CHECK (scope IN ('tenant', 'user', 'purpose', 'document')),
  -- A user or purpose; empty: each user, purpose or document has this budget of its own.
  subject       text NOT NULL DEFAULT '',
  period        text NOT NULL CHECK (period IN ('day', 'month')),
  soft_cost     bigint,
  hard_cost     bigint,
  soft_tokens   bigint,
  hard_tokens   bigint,
  on_exhausted  text NOT NULL DEFAULT 'local' CHECK (on_exhausted IN ('local', 'refuse')),
  created_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, scope, subject, period)
);
${tenantTable('budgets', { app: 'SELECT, INSERT, UPDATE, DELETE' })}

CREATE TABLE budget_spending (
  tenant_id        uuid NOT NULL,
  budget_id        uuid NOT NULL,
  subject          text NOT NULL,
  period_start     date NOT NULL,
  reserved_cost    bigint NOT NULL DEFAULT 0,
  spent_cost       bigint NOT NULL DEFAULT 0,
  reserved_tokens  bigint NOT NULL DEFAULT 0,
  spent_tokens     bigint NOT NULL DEFAULT 0,
  warned_at        timestamptz,
  PRIMARY KEY (tenant_id, budget_id, subject, period_start),
  FOREIGN KEY (tenant_id, budget_id) REFERENCES budgets (tenant_id, id) ON DELETE CASCADE
) WITH (fillfactor = 50);
${tenantTable('budget_spending', { app: 'SELECT, INSERT, UPDATE, DELETE', system: 'SELECT, UPDATE' })}

CREATE TABLE llm_calls (
  tenant_id        uuid NOT NULL REFERENCES tenants (id),
  id               uuid NOT NULL,
  state            text NOT NULL CHECK (state IN ('open', 'closed', 'expired')),
  purpose          text NOT NULL,
  document_id      uuid,
  user_id          uuid,
  provider         text NOT NULL,
  model            text NOT NULL,
  key_id           text,
  attempt          int NOT NULL,
  prompt_hash      text NOT NULL,
  outcome          text,
  reserved_cost    bigint NOT NULL DEFAULT 0,
  reserved_tokens  bigint NOT NULL DEFAULT 0,
  tokens_in        int NOT NULL DEFAULT 0,
  tokens_cached    int NOT NULL DEFAULT 0,
  tokens_out       int NOT NULL DEFAULT 0,
  cost             bigint NOT NULL DEFAULT 0,
  saved_cost       bigint NOT NULL DEFAULT 0,
  latency_ms       int NOT NULL DEFAULT 0,
  -- The spending rows that hold its reservation: [{"budget": uuid, "subject": text, "start": date}].
  spending         jsonb NOT NULL DEFAULT '[]',
  created_at       timestamptz NOT NULL DEFAULT now(),
  expires_at       timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
) WITH (fillfactor = 80);
CREATE INDEX llm_calls_time ON llm_calls (tenant_id, created_at);
CREATE INDEX llm_calls_all_time ON llm_calls (created_at);
CREATE INDEX llm_calls_open ON llm_calls (expires_at) WHERE state = 'open';
CREATE INDEX llm_calls_document ON llm_calls (tenant_id, document_id) WHERE document_id IS NOT NULL;
${tenantTable('llm_calls', { app: 'SELECT, INSERT, UPDATE', system: 'SELECT, UPDATE' })}

CREATE TABLE tenant_model_keys (
  tenant_id   uuid NOT NULL REFERENCES tenants (id),
  id          uuid NOT NULL,
  provider    text NOT NULL,
  -- Fingerprint that stands in ledgers; the secret is encrypted with the tenant and this row as context.
  key_id      text NOT NULL,
  secret      text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, provider, key_id)
);
${tenantTable('tenant_model_keys', { app: 'SELECT, INSERT, UPDATE, DELETE' })}

CREATE FUNCTION open_llm_calls(calls jsonb) RETURNS TABLE (call_id uuid, refused text) LANGUAGE plpgsql AS $$
DECLARE
  tenant uuid := NULLIF(current_setting('app.tenant_id', true), '')::uuid;
  has_budgets boolean := EXISTS (SELECT 1 FROM budgets);
  call jsonb;
  line record;
  refusal text;
  held jsonb;
BEGIN
  FOR call IN SELECT value FROM jsonb_array_elements(calls) LOOP
    refusal := NULL;
    held := '[]';
    IF has_budgets THEN
      FOR line IN
        SELECT b.id, b.hard_cost, b.hard_tokens, b.on_exhausted,
               CASE WHEN b.subject <> '' OR b.scope = 'tenant' THEN b.subject
                    WHEN b.scope = 'user' THEN call->>'userId'
                    WHEN b.scope = 'purpose' THEN call->>'purpose'
                    ELSE call->>'documentId' END AS subject,
               date_trunc(b.period, now() AT TIME ZONE 'UTC')::date AS start
          FROM budgets b
         WHERE b.scope = 'tenant'
            OR (b.scope = 'user' AND call->>'userId' IS NOT NULL AND b.subject IN ('', call->>'userId'))
            OR (b.scope = 'purpose' AND b.subject IN ('', call->>'purpose'))
            OR (b.scope = 'document' AND call->>'documentId' IS NOT NULL AND b.subject IN ('', call->>'documentId'))
         ORDER BY b.id
      LOOP
        INSERT INTO budget_spending (tenant_id, budget_id, subject, period_start)
        VALUES (tenant, line.id, line.subject, line.start) ON CONFLICT DO NOTHING;
        PERFORM 1 FROM budget_spending s
          WHERE s.budget_id = line.id AND s.subject = line.subject AND s.period_start = line.start
            AND (line.hard_cost IS NULL OR s.spent_cost + s.reserved_cost + (call->>'cost')::bigint <= line.hard_cost)
            AND (line.hard_tokens IS NULL OR s.spent_tokens + s.reserved_tokens + (call->>'tokens')::bigint <= line.hard_tokens)
          FOR UPDATE;
        IF NOT FOUND THEN
          refusal := line.on_exhausted;
          EXIT;
        END IF;
        held := held || jsonb_build_object('budget', line.id, 'subject', line.subject, 'start', line.start);
      END LOOP;
    END IF;
    IF refusal IS NULL THEN
      UPDATE budget_spending s
         SET reserved_cost = s.reserved_cost + (call->>'cost')::bigint,
             reserved_tokens = s.reserved_tokens + (call->>'tokens')::bigint
        FROM jsonb_to_recordset(held) AS h(budget uuid, subject text, start date)
       WHERE s.budget_id = h.budget AND s.subject = h.subject AND s.period_start = h.start;
      INSERT INTO llm_calls (tenant_id, id, state, purpose, document_id, user_id, provider, model, key_id, attempt, prompt_hash,
                             reserved_cost, reserved_tokens, spending, expires_at)
      VALUES (tenant, (call->>'id')::uuid, 'open', call->>'purpose', (call->>'documentId')::uuid, (call->>'userId')::uuid,
              call->>'provider', call->>'model', call->>'keyId', (call->>'attempt')::int, call->>'promptHash',
              (call->>'cost')::bigint, (call->>'tokens')::bigint, held,
              now() + make_interval(secs => (call->>'lifeSeconds')::float));
    END IF;
    call_id := (call->>'id')::uuid;
    refused := refusal;
    RETURN NEXT;
  END LOOP;
END $$;

-- Gives back what was reserved and enters what was spent. Answers the spending that has now passed its soft limit.
CREATE FUNCTION close_llm_calls(calls jsonb) RETURNS TABLE (budget uuid, subject text) LANGUAGE plpgsql AS $$
DECLARE
  call jsonb;
  was llm_calls;
BEGIN
  FOR call IN SELECT value FROM jsonb_array_elements(calls) LOOP
    SELECT * INTO was FROM llm_calls c WHERE c.id = (call->>'id')::uuid AND c.state <> 'closed' FOR UPDATE;
    CONTINUE WHEN NOT FOUND;
    UPDATE llm_calls c
       SET state = 'closed', outcome = call->>'outcome', tokens_in = (call->>'tokensIn')::int,
           tokens_cached = (call->>'tokensCached')::int, tokens_out = (call->>'tokensOut')::int,
           cost = (call->>'cost')::bigint, latency_ms = (call->>'latencyMs')::int
     WHERE c.id = was.id;
    -- An expired call was entered as spent in full: the difference is set right.
    UPDATE budget_spending s
       SET reserved_cost = s.reserved_cost - CASE WHEN was.state = 'open' THEN was.reserved_cost ELSE 0 END,
           reserved_tokens = s.reserved_tokens - CASE WHEN was.state = 'open' THEN was.reserved_tokens ELSE 0 END,
           spent_cost = s.spent_cost + (call->>'cost')::bigint - CASE WHEN was.state = 'expired' THEN was.reserved_cost ELSE 0 END,
           spent_tokens = s.spent_tokens + (call->>'tokensIn')::bigint + (call->>'tokensOut')::bigint
                          - CASE WHEN was.state = 'expired' THEN was.reserved_tokens ELSE 0 END
      FROM jsonb_to_recordset(was.spending) AS h(budget uuid, subject text, start date)
     WHERE s.budget_id = h.budget AND s.subject = h.subject AND s.period_start = h.start;
  END LOOP;
  RETURN QUERY
    UPDATE budget_spending s SET warned_at = now()
      FROM budgets b
     WHERE b.id = s.budget_id AND s.warned_at IS NULL
       AND (s.spent_cost >= b.soft_cost OR s.spent_tokens >= b.soft_tokens)
    RETURNING s.budget_id, s.subject;
END $$;

-- A call that was never closed (its process died) may have been answered and billed: it counts as spent in full.
CREATE FUNCTION expire_llm_calls() RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  was llm_calls;
  expired int := 0;
BEGIN
  FOR was IN SELECT * FROM llm_calls c WHERE c.state = 'open' AND c.expires_at < now() ORDER BY c.tenant_id, c.id LIMIT 1000 FOR UPDATE SKIP LOCKED LOOP
    UPDATE llm_calls c SET state = 'expired', outcome = 'lost', cost = was.reserved_cost WHERE c.tenant_id = was.tenant_id AND c.id = was.id;
    UPDATE budget_spending s
       SET reserved_cost = s.reserved_cost - was.reserved_cost, spent_cost = s.spent_cost + was.reserved_cost,
           reserved_tokens = s.reserved_tokens - was.reserved_tokens, spent_tokens = s.spent_tokens + was.reserved_tokens
      FROM jsonb_to_recordset(was.spending) AS h(budget uuid, subject text, start date)
     WHERE s.tenant_id = was.tenant_id AND s.budget_id = h.budget AND s.subject = h.subject AND s.period_start = h.start;
    expired := expired + 1;
  END LOOP;
  RETURN expired;
END $$;
`,
};
