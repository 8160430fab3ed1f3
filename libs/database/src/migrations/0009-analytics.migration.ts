import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/** What a call adds, and the same with the opposite sign, where an expired call is closed after all. */
const lostCall = (change: string, sign: '' | '-'): string => `
SELECT tenant_id, ${change}, (created_at AT TIME ZONE 'UTC')::date, 'call', document_type, 'llm', model, user_id::text, purpose, provider,
       NULL, false, false, 0, 0, 0, 0, 0, 0,
       ${sign}(attempt > 0)::int, ${sign}(attempt = 1)::int, 0, ${sign}(attempt > 1)::int, 0, 0, 0, 0, ${sign}reserved_cost, 0, NULL, 0
  FROM llm_calls`;

/**
 * Sums of both ledgers by day and group, kept by a job. Every change of a ledger takes the next number of one sequence, so that
 * the job can add what is new and queries can add what the job has not seen yet. A call counts once it has ended; a lost call
 * that is closed after all is taken back and entered anew. Nothing else may change in a row that has ended.
 */
export const analyticsRollupsMigration: Migration = {
  id: '0009-analytics',
  sql: `
CREATE SEQUENCE ledger_changes;
GRANT USAGE ON SEQUENCE ledger_changes TO dossier_app;
GRANT USAGE, SELECT ON SEQUENCE ledger_changes TO dossier_system;

-- The transaction has its xid before it takes a number: of all that took one up to some number, the xid is lower than any that is
-- given after that number was seen.
CREATE FUNCTION next_ledger_change() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_current_xact_id();
  RETURN nextval('ledger_changes');
END $$;

ALTER TABLE usage_ledger
  ADD COLUMN change bigint NOT NULL DEFAULT next_ledger_change(),
  -- Share of the schema's fields that were found, in thousandths; only where fields were read.
  ADD COLUMN fill_permille smallint;
CREATE INDEX usage_ledger_change ON usage_ledger (change);

ALTER TABLE llm_calls
  ADD COLUMN change bigint NOT NULL DEFAULT next_ledger_change(),
  ADD COLUMN expired_change bigint,
  -- As it was known when the call was made: rows outlive the document.
  ADD COLUMN document_type text;
-- An owner that is no superuser sees no row of a tenant otherwise.
ALTER TABLE llm_calls NO FORCE ROW LEVEL SECURITY;
UPDATE llm_calls SET expired_change = change WHERE state = 'expired';
ALTER TABLE llm_calls FORCE ROW LEVEL SECURITY;
CREATE INDEX llm_calls_change ON llm_calls (change);
CREATE INDEX llm_calls_expired_change ON llm_calls (expired_change) WHERE expired_change IS NOT NULL;

CREATE FUNCTION note_document_type() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT d.type INTO NEW.document_type FROM documents d WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.document_id;
  RETURN NEW;
END $$;
CREATE TRIGGER llm_calls_document_type BEFORE INSERT ON llm_calls FOR EACH ROW
  WHEN (NEW.document_id IS NOT NULL AND NEW.document_type IS NULL) EXECUTE FUNCTION note_document_type();

CREATE FUNCTION note_call_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'expired' THEN NEW.expired_change := next_ledger_change();
  ELSE NEW.change := next_ledger_change();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER llm_calls_end BEFORE UPDATE ON llm_calls FOR EACH ROW
  WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION note_call_end();

-- Bucket b holds times over 2^((b-1)/8) and up to 2^(b/8) milliseconds; -1 holds no time at all.
CREATE FUNCTION time_bucket(ms int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN ms < 1 THEN -1 ELSE ceil(8 * ln(ms::float8) / ln(2::float8) - 1e-9)::int END $$;

CREATE FUNCTION add_times(one jsonb, other jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(jsonb_object_agg(bucket, n), '{}') FROM (
    SELECT t.key AS bucket, sum(t.value::bigint) AS n
      FROM (SELECT * FROM jsonb_each_text(one) UNION ALL SELECT * FROM jsonb_each_text(other)) t GROUP BY 1) s
$$;

-- What each change adds. Pages count where a document is read, and for its type where that is found.
CREATE VIEW usage_entries WITH (security_invoker = true) AS
SELECT tenant_id, change, (created_at AT TIME ZONE 'UTC')::date AS day, 'work' AS source, document_type, engine, model,
       user_id::text AS user_key, NULL::text AS purpose, NULL::text AS provider, document_id,
       purpose = 'read' AS is_reading, purpose = 'triage' AS is_email,
       CASE WHEN purpose = 'read' THEN pages ELSE 0 END AS read_pages,
       CASE WHEN purpose = 'classify' THEN pages ELSE 0 END AS typed_pages,
       1 AS runs, cache_hit::int AS reused, (fill_permille IS NOT NULL)::int AS fill_rates,
       coalesce(fill_permille, 0)::int AS fill_permille,
       0 AS calls, 0 AS first_calls, 0 AS answered, 0 AS retries, 0 AS cache_hits, 0 AS tokens_in, 0 AS tokens_cached,
       0 AS tokens_out, 0::bigint AS cost, 0::bigint AS saved_cost, time_bucket(duration_ms) AS bucket, 1 AS times
  FROM usage_ledger
UNION ALL
SELECT tenant_id, change, (created_at AT TIME ZONE 'UTC')::date, 'call', document_type, 'llm', model, user_id::text, purpose, provider,
       NULL, false, false, 0, 0, 0, 0, 0, 0,
       (attempt > 0)::int, (attempt = 1)::int, (attempt > 0 AND outcome = 'answered')::int, (attempt > 1)::int,
       (outcome = 'cache-hit')::int, tokens_in, tokens_cached, tokens_out, cost, saved_cost,
       CASE WHEN attempt > 0 THEN time_bucket(latency_ms) END, (attempt > 0)::int
  FROM llm_calls WHERE state = 'closed'
UNION ALL ${lostCall('expired_change', '')} WHERE expired_change IS NOT NULL
UNION ALL ${lostCall('change', '-')} WHERE state = 'closed' AND expired_change IS NOT NULL;

-- The same once for each group that it belongs to. The type of a document is not known yet while it is read.
CREATE VIEW usage_group_entries WITH (security_invoker = true) AS
SELECT e.tenant_id, e.change, e.day, e.source, d.dimension, coalesce(d.key, '') AS key, e.document_id,
       CASE WHEN e.document_id IS NULL THEN '{}'
            WHEN e.is_email THEN ARRAY[d.dimension || ':' || coalesce(d.key, ''), '@' || d.dimension || ':' || coalesce(d.key, '')]
            ELSE ARRAY[d.dimension || ':' || coalesce(d.key, '')] END AS marks,
       CASE WHEN d.dimension = 'type' THEN e.typed_pages ELSE e.read_pages END AS pages,
       e.runs, e.reused, e.fill_rates, e.fill_permille, e.calls, e.first_calls, e.answered, e.retries, e.cache_hits,
       e.tokens_in, e.tokens_cached, e.tokens_out, e.cost, e.saved_cost, e.bucket, e.times
  FROM usage_entries e CROSS JOIN LATERAL (VALUES
    ('total', ''), ('type', e.document_type), ('engine', e.engine), ('model', e.model), ('user', e.user_key),
    ('purpose', e.purpose), ('provider', e.provider)) AS d (dimension, key)
 WHERE (d.dimension <> 'type' OR NOT e.is_reading) AND (d.dimension NOT IN ('purpose', 'provider') OR e.source = 'call');
GRANT SELECT ON usage_entries, usage_group_entries TO dossier_app, dossier_system;

CREATE TABLE usage_rollups (
  tenant_id      uuid NOT NULL,
  day            date NOT NULL,
  dimension      text NOT NULL,
  key            text NOT NULL,
  documents      bigint NOT NULL,
  emails         bigint NOT NULL,
  pages          bigint NOT NULL,
  runs           bigint NOT NULL,
  reused         bigint NOT NULL,
  fill_rates     bigint NOT NULL,
  fill_permille  bigint NOT NULL,
  calls          bigint NOT NULL,
  first_calls    bigint NOT NULL,
  answered       bigint NOT NULL,
  retries        bigint NOT NULL,
  cache_hits     bigint NOT NULL,
  tokens_in      bigint NOT NULL,
  tokens_cached  bigint NOT NULL,
  tokens_out     bigint NOT NULL,
  cost           bigint NOT NULL,
  saved_cost     bigint NOT NULL,
  -- How many times were in a bucket of time_bucket: {"57": 3}.
  work_times     jsonb NOT NULL,
  call_times     jsonb NOT NULL,
  PRIMARY KEY (tenant_id, dimension, day, key)
) WITH (fillfactor = 70);
CREATE INDEX usage_rollups_all ON usage_rollups (dimension, day);
${tenantTable('usage_rollups', { app: 'SELECT', system: 'SELECT, INSERT, UPDATE' })}

-- Which groups of a day have counted a document, so that none counts it twice.
CREATE TABLE usage_document_days (
  tenant_id    uuid NOT NULL,
  day          date NOT NULL,
  document_id  uuid NOT NULL,
  marks        text[] NOT NULL,
  PRIMARY KEY (tenant_id, day, document_id)
);
CREATE INDEX usage_document_days_day ON usage_document_days (day);
${tenantTable('usage_document_days', { app: 'SELECT', system: 'SELECT, INSERT, UPDATE, DELETE' })}

-- Changes up to rolled_to are in usage_rollups. Those up to next_to can follow once no transaction with a lower xid than next_xid runs.
CREATE TABLE usage_rollup_state (
  only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  rolled_to  bigint NOT NULL,
  next_to    bigint NOT NULL,
  next_xid   xid8 NOT NULL
);
INSERT INTO usage_rollup_state (rolled_to, next_to, next_xid) VALUES (0, 0, '0');
GRANT SELECT ON usage_rollup_state TO dossier_app;
GRANT SELECT, UPDATE ON usage_rollup_state TO dossier_system;
`,
};
