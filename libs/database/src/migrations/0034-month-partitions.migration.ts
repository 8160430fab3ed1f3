import { ENDED } from './0033-subject-exports.migration.js';
import type { Migration } from './migration.js';
import { type TableAccess, tenantTable } from './tenant-table.js';

interface Ledger extends TableAccess {
  readonly table: string;
  /** Indexes by the end of their names. */
  readonly indexes: Readonly<Record<string, string>>;
  readonly triggers: Readonly<Record<string, string>>;
}

const LEDGERS: readonly Ledger[] = [
  {
    table: 'usage_ledger',
    app: 'SELECT, INSERT',
    system: 'SELECT',
    indexes: { time: '(tenant_id, created_at)', change: '(change)' },
    triggers: {},
  },
  {
    table: 'llm_calls',
    app: 'SELECT, INSERT, UPDATE',
    system: 'SELECT, UPDATE',
    indexes: {
      time: '(tenant_id, created_at)',
      open: `(expires_at) WHERE state = 'open'`,
      document: '(tenant_id, document_id) WHERE document_id IS NOT NULL',
      change: '(change)',
      expired_change: '(expired_change) WHERE expired_change IS NOT NULL',
    },
    triggers: {
      document_type:
        'BEFORE INSERT ON llm_calls FOR EACH ROW WHEN (NEW.document_id IS NOT NULL AND NEW.document_type IS NULL) EXECUTE FUNCTION note_document_type()',
      end: 'BEFORE UPDATE ON llm_calls FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION note_call_end()',
    },
  },
];

const each = (entries: Readonly<Record<string, string>>, write: (name: string, rest: string) => string): string =>
  Object.entries(entries)
    .map(([name, rest]) => write(name, rest))
    .join('\n');

/**
 * Partitions have no grants, and row-level security without a policy: only by way of the table is anything seen. It is not forced on
 * them, because whoever owns them moves rows out of the default. Indexes on the time alone are what partitions are for.
 */
const renewed = ({ table, indexes, triggers, ...access }: Ledger): string => `
DROP POLICY ${table}_tenant ON ${table};
DROP POLICY ${table}_system ON ${table};
REVOKE ALL ON ${table} FROM dossier_app, dossier_system;
ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;
ALTER TABLE ${table} DROP CONSTRAINT ${table}_pkey;
DROP INDEX ${table}_all_time;
${each(indexes, (name) => `ALTER INDEX ${table}_${name} RENAME TO ${table}_past_${name};`)}
${each(triggers, (name) => `DROP TRIGGER ${table}_${name} ON ${table};`)}
ALTER TABLE ${table} RENAME TO ${table}_past;

CREATE TABLE ${table} (
  LIKE ${table}_past INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
  PRIMARY KEY (tenant_id, id, created_at),
  FOREIGN KEY (tenant_id) REFERENCES tenants (id)
) PARTITION BY RANGE (created_at);
${each(indexes, (name, on) => `CREATE INDEX ${table}_${name} ON ${table} ${on};`)}
${each(triggers, (name, when) => `CREATE TRIGGER ${table}_${name} ${when};`)}
${tenantTable(table, access)}
-- Nobody takes lines away while their tenant lives.
GRANT DELETE ON ${table} TO dossier_system;
CREATE POLICY ${table}_ended ON ${table} AS RESTRICTIVE FOR DELETE TO dossier_system USING (${ENDED});

CREATE TABLE ${table}_default PARTITION OF ${table} DEFAULT;
ALTER TABLE ${table}_default ENABLE ROW LEVEL SECURITY;`;

/** The table as it was becomes the partition of the past, without a row being moved; where it is empty it goes. */
const filled = ({ table }: Ledger): string => `
DO $$
DECLARE
  newest timestamptz := (SELECT max(created_at) FROM ${table}_past);
  month date;
BEGIN
  IF newest IS NULL THEN
    DROP TABLE ${table}_past;
  ELSE
    EXECUTE format('ALTER TABLE ${table} ATTACH PARTITION ${table}_past FOR VALUES FROM (MINVALUE) TO (%L)',
                   (date_trunc('month', greatest(newest, now()) AT TIME ZONE 'UTC') + interval '1 month') AT TIME ZONE 'UTC');
  END IF;
  FOR month IN SELECT * FROM due_month_partitions('${table}', 2) LOOP
    PERFORM make_month_partition('${table}', month);
  END LOOP;
END $$;`;

/** Whoever calls is held to what is here, whatever the search path or the settings of the session are. */
const AS_OWNER = `SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET datestyle = 'ISO'`;
/** Those who wait for a lock hold up all that come after them. The job tries again. */
const BRIEFLY = `SET lock_timeout = '2s'`;

/**
 * The ledgers in partitions by month (UTC). The roles of the service own nothing, so the job makes and drops partitions by functions
 * that do that and nothing else.
 */
export const monthPartitionsMigration: Migration = {
  id: '0034-month-partitions',
  sql: `
-- From when until when the partitions of a table reach; all but the default.
CREATE FUNCTION month_partitions(parent text) RETURNS TABLE (name text, starts timestamptz, ends timestamptz)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET datestyle = 'ISO' AS $$
  SELECT c.relname::text, coalesce(substring(b.bound FROM $r$FROM \\('([^']+)'\\)$r$)::timestamptz, '-infinity'),
         substring(b.bound FROM $r$TO \\('([^']+)'\\)$r$)::timestamptz
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
   CROSS JOIN LATERAL pg_get_expr(c.relpartbound, c.oid) AS b (bound)
   WHERE i.inhparent = to_regclass('public.' || quote_ident(parent)) AND b.bound <> 'DEFAULT'
$$;

CREATE FUNCTION require_month_partitioned(parent text, month date) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF parent IS NULL OR parent NOT IN (${LEDGERS.map(({ table }) => `'${table}'`).join(', ')}) THEN
    RAISE 'This table has no partitions by month.' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF month IS NULL OR NOT isfinite(month) OR month <> date_trunc('month', month::timestamp)::date THEN
    RAISE 'A month begins with its first day.' USING ERRCODE = 'invalid_parameter_value';
  END IF;
END $$;

-- Months without a partition: the running one, those ahead of it, and those of rows that lie in the default.
CREATE FUNCTION due_month_partitions(parent text, ahead int) RETURNS SETOF date LANGUAGE plpgsql ${AS_OWNER} AS $$
DECLARE
  this_month timestamp := date_trunc('month', now() AT TIME ZONE 'UTC');
BEGIN
  PERFORM public.require_month_partitioned(parent, this_month::date);
  RETURN QUERY EXECUTE format($q$
    SELECT d.month::date
      FROM (SELECT $1 + make_interval(months => n) AS month FROM generate_series(0, $2) AS n
            UNION SELECT date_trunc('month', created_at AT TIME ZONE 'UTC') FROM public.%I WHERE isfinite(created_at)) AS d
     WHERE NOT EXISTS (SELECT 1 FROM public.month_partitions($3) AS p
                        WHERE p.starts <= d.month AT TIME ZONE 'UTC' AND p.ends > d.month AT TIME ZONE 'UTC')
     ORDER BY 1 $q$, parent || '_default') USING this_month, least(ahead, 12), parent;
END $$;

-- Makes the partition of a month and moves there what lies in the default. Answers how many rows that were; null where there is one.
CREATE FUNCTION make_month_partition(parent text, month date) RETURNS bigint LANGUAGE plpgsql ${AS_OWNER} ${BRIEFLY} AS $$
DECLARE
  first timestamptz := month::timestamp AT TIME ZONE 'UTC';
  past timestamptz := (month::timestamp + interval '1 month') AT TIME ZONE 'UTC';
  child text := parent || to_char(month::timestamp, '_YYYY_MM');
  others text := parent || '_default';
  strays boolean;
  moved bigint := 0;
BEGIN
  PERFORM public.require_month_partitioned(parent, month);
  -- Nobody else is at it; reading and writing go on.
  EXECUTE format('LOCK TABLE public.%I IN SHARE UPDATE EXCLUSIVE MODE', parent);
  IF EXISTS (SELECT 1 FROM public.month_partitions(parent) AS p WHERE p.starts < past AND p.ends > first) THEN
    RETURN NULL;
  END IF;
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM public.%I WHERE created_at >= $1 AND created_at < $2)', others)
    INTO strays USING first, past;
  IF strays THEN
    -- A statement that was planned before must not miss what has moved.
    EXECUTE format('LOCK TABLE public.%I IN ACCESS EXCLUSIVE MODE', parent);
  END IF;
  EXECUTE format('LOCK TABLE public.%I IN ACCESS EXCLUSIVE MODE', others);
  EXECUTE format('CREATE TABLE public.%I (LIKE public.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS) WITH (fillfactor = %s)',
                 child, parent, CASE parent WHEN 'llm_calls' THEN 80 ELSE 100 END);
  EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', child);
  IF strays THEN
    EXECUTE format('WITH gone AS (DELETE FROM public.%I WHERE created_at >= $1 AND created_at < $2 RETURNING *)
                    INSERT INTO public.%I SELECT * FROM gone', others, child) USING first, past;
    GET DIAGNOSTICS moved = ROW_COUNT;
  END IF;
  EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)', parent, child, first, past);
  RETURN moved;
END $$;

-- Drops the oldest partition, if it ends at the latest with \`before\`, a year or more ago, and all of it is rolled up. Answers its
-- name, or null.
CREATE FUNCTION drop_month_partition(parent text, before date) RETURNS text LANGUAGE plpgsql ${AS_OWNER} ${BRIEFLY} AS $$
DECLARE
  child text;
  needed boolean;
BEGIN
  PERFORM public.require_month_partitioned(parent, before);
  IF before > date_trunc('month', now() AT TIME ZONE 'UTC') - interval '12 months' THEN
    RAISE 'The ledgers of the last twelve months are kept.' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM public.month_partitions(parent) AS p WHERE p.ends <= before::timestamp AT TIME ZONE 'UTC') THEN
    RETURN NULL;
  END IF;
  EXECUTE format('LOCK TABLE public.%I IN ACCESS EXCLUSIVE MODE', parent);
  SELECT p.name INTO child FROM public.month_partitions(parent) AS p
   WHERE p.ends <= before::timestamp AT TIME ZONE 'UTC' ORDER BY p.ends LIMIT 1;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM public.%1$I, public.usage_rollup_state WHERE change > rolled_to)' ||
                 CASE parent WHEN 'llm_calls' THEN
                   ' OR EXISTS (SELECT 1 FROM public.%1$I, public.usage_rollup_state WHERE expired_change > rolled_to)
                     OR EXISTS (SELECT 1 FROM public.%1$I WHERE state = ''open'')' ELSE '' END, child) INTO needed;
  IF needed THEN
    RETURN NULL;
  END IF;
  EXECUTE format('DROP TABLE public.%I', child);
  RETURN child;
END $$;

REVOKE ALL ON FUNCTION month_partitions(text), require_month_partitioned(text, date), due_month_partitions(text, int),
  make_month_partition(text, date), drop_month_partition(text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION month_partitions(text), due_month_partitions(text, int), make_month_partition(text, date),
  drop_month_partition(text, date) TO dossier_system;
${LEDGERS.map(renewed).join('\n')}

-- When a version 7 id was made; any other may have been made at any time.
CREATE FUNCTION made_at(id uuid) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE substr(id::text, 15, 1) WHEN '7'
    THEN to_timestamp(('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 1000.0) ELSE '-infinity' END
$$;

-- As it was, but it looks for calls only in the partitions of when they were made. The plan is kept: partitions are left out when it
-- is run, and planning over all of them takes longer than all the rest.
CREATE OR REPLACE FUNCTION close_llm_calls(calls jsonb) RETURNS TABLE (budget uuid, subject text) LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  -- When the calls were made, by their ids. A month more costs one partition, and no clock is so wrong.
  since timestamptz := (SELECT min(made_at(g.id)) FROM jsonb_to_recordset(calls) AS g(id uuid)) - interval '1 month';
  until timestamptz := now() + interval '1 day';
  -- What changes of which row of spending: [{"budget", "subject", "start", "reservedCost", …}].
  changes jsonb;
BEGIN
  WITH given AS (
    SELECT * FROM jsonb_to_recordset(calls) AS g(id uuid, outcome text, "tokensIn" int, "tokensCached" int, "tokensOut" int,
                                                 cost bigint, "latencyMs" int)
  ), was AS (
    SELECT c.id, c.state, c.reserved_cost, c.reserved_tokens, c.spending
      FROM llm_calls c WHERE c.id IN (SELECT g.id FROM given g) AND c.created_at BETWEEN since AND until AND c.state <> 'closed'
     ORDER BY c.id FOR UPDATE
  ), closed AS (
    UPDATE llm_calls c
       SET state = 'closed', outcome = g.outcome, tokens_in = g."tokensIn", tokens_cached = g."tokensCached",
           tokens_out = g."tokensOut", cost = g.cost, latency_ms = g."latencyMs"
      FROM given g JOIN was ON was.id = g.id
     WHERE c.id = g.id AND c.created_at BETWEEN since AND until
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

-- As they were, over the new tables, and with the time: by it a question leaves out the partitions of other months.
CREATE OR REPLACE VIEW usage_entries WITH (security_invoker = true) AS
SELECT tenant_id, change, (created_at AT TIME ZONE 'UTC')::date AS day, 'work' AS source, document_type, engine, model,
       user_id::text AS user_key, NULL::text AS purpose, NULL::text AS provider, document_id,
       purpose = 'read' AS is_reading, purpose = 'triage' AS is_email,
       CASE WHEN purpose = 'read' THEN pages ELSE 0 END AS read_pages,
       CASE WHEN purpose = 'classify' THEN pages ELSE 0 END AS typed_pages,
       1 AS runs, cache_hit::int AS reused, (fill_permille IS NOT NULL)::int AS fill_rates,
       coalesce(fill_permille, 0)::int AS fill_permille,
       0 AS calls, 0 AS first_calls, 0 AS answered, 0 AS retries, 0 AS cache_hits, 0 AS tokens_in, 0 AS tokens_cached,
       0 AS tokens_out, 0::bigint AS cost, 0::bigint AS saved_cost, time_bucket(duration_ms) AS bucket, 1 AS times, created_at
  FROM usage_ledger
UNION ALL
SELECT tenant_id, change, (created_at AT TIME ZONE 'UTC')::date, 'call', document_type, 'llm', model, user_id::text, purpose, provider,
       NULL, false, false, 0, 0, 0, 0, 0, 0,
       (attempt > 0)::int, (attempt = 1)::int, (attempt > 0 AND outcome = 'answered')::int, (attempt > 1)::int,
       (outcome = 'cache-hit')::int, tokens_in, tokens_cached, tokens_out, cost, saved_cost,
       CASE WHEN attempt > 0 AND latency_ms > 0 THEN time_bucket(latency_ms) END, (attempt > 0 AND latency_ms > 0)::int, created_at
  FROM llm_calls WHERE state = 'closed'
UNION ALL
SELECT tenant_id, expired_change, (created_at AT TIME ZONE 'UTC')::date, 'call', document_type, 'llm', model, user_id::text, purpose,
       provider, NULL, false, false, 0, 0, 0, 0, 0, 0,
       (attempt > 0)::int, (attempt = 1)::int, 0, (attempt > 1)::int, 0, 0, 0, 0, reserved_cost, 0, NULL, 0, created_at
  FROM llm_calls WHERE expired_change IS NOT NULL
UNION ALL
SELECT tenant_id, change, (created_at AT TIME ZONE 'UTC')::date, 'call', document_type, 'llm', model, user_id::text, purpose, provider,
       NULL, false, false, 0, 0, 0, 0, 0, 0,
       -(attempt > 0)::int, -(attempt = 1)::int, 0, -(attempt > 1)::int, 0, 0, 0, 0, -reserved_cost, 0, NULL, 0, created_at
  FROM llm_calls WHERE state = 'closed' AND expired_change IS NOT NULL;

CREATE OR REPLACE VIEW usage_group_entries WITH (security_invoker = true) AS
SELECT e.tenant_id, e.change, e.day, e.source, d.dimension, coalesce(d.key, '') AS key, e.document_id,
       CASE WHEN e.document_id IS NULL THEN '{}'
            WHEN e.is_email THEN ARRAY[d.dimension || ':' || coalesce(d.key, ''), '@' || d.dimension || ':' || coalesce(d.key, '')]
            ELSE ARRAY[d.dimension || ':' || coalesce(d.key, '')] END AS marks,
       CASE WHEN d.dimension = 'type' THEN e.typed_pages ELSE e.read_pages END AS pages,
       e.runs, e.reused, e.fill_rates, e.fill_permille, e.calls, e.first_calls, e.answered, e.retries, e.cache_hits,
       e.tokens_in, e.tokens_cached, e.tokens_out, e.cost, e.saved_cost, e.bucket, e.times, e.created_at
  FROM usage_entries e CROSS JOIN LATERAL (VALUES
    ('total', ''), ('type', e.document_type), ('engine', e.engine), ('model', e.model), ('user', e.user_key),
    ('purpose', e.purpose), ('provider', e.provider)) AS d (dimension, key)
 WHERE (d.dimension <> 'type' OR NOT e.is_reading) AND (d.dimension NOT IN ('purpose', 'provider') OR e.source = 'call');
${LEDGERS.map(filled).join('\n')}
`,
};
