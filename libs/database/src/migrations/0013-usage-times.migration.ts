import type { Migration } from './migration.js';

/**
 * Times of roll-ups as one array of numbers: PostgreSQL takes an array apart row by row, a JSON object by way of a table of its own
 * for each row, which was most of the time of a question over many users and days. Calls without a time (they were made in a
 * batch, or not at all) are no longer counted as calls that took none.
 */
export const usageTimesMigration: Migration = {
  id: '0013-usage-times',
  sql: `
-- Twice the bucket, plus one for calls to models. Buckets begin at -1.
CREATE FUNCTION time_slot(bucket int, is_call boolean) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT ((bucket + 1) * 2 + is_call::int)::bigint $$;

-- Each number of an array is a slot in its upper bits and how many times are in it in the lower 40.
CREATE FUNCTION pack_times(work jsonb, calls jsonb) RETURNS bigint[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(slot << 40 | n ORDER BY slot), '{}') FROM (
    SELECT time_slot(t.key::int, false) AS slot, t.value::bigint AS n FROM jsonb_each_text(work) t
    UNION ALL SELECT time_slot(t.key::int, true), t.value::bigint FROM jsonb_each_text(calls) t) s
$$;
ALTER TABLE usage_rollups ALTER COLUMN work_times TYPE bigint[] USING pack_times(work_times, call_times);
ALTER TABLE usage_rollups DROP COLUMN call_times;
ALTER TABLE usage_rollups RENAME COLUMN work_times TO times;
DROP FUNCTION pack_times(jsonb, jsonb);
DROP FUNCTION add_times(jsonb, jsonb);

CREATE FUNCTION add_times(one bigint[], other bigint[]) RETURNS bigint[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(slot << 40 | n ORDER BY slot), '{}') FROM (
    SELECT t >> 40 AS slot, sum(t & ((1::bigint << 40) - 1))::bigint AS n FROM unnest(one || other) t GROUP BY 1) s
$$;

-- As it was, but for the times of calls: those of a batch are no times of a request, and they are entered without one.
CREATE OR REPLACE VIEW usage_entries WITH (security_invoker = true) AS
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
       CASE WHEN attempt > 0 AND latency_ms > 0 THEN time_bucket(latency_ms) END, (attempt > 0 AND latency_ms > 0)::int
  FROM llm_calls WHERE state = 'closed'
UNION ALL
SELECT tenant_id, expired_change, (created_at AT TIME ZONE 'UTC')::date, 'call', document_type, 'llm', model, user_id::text, purpose,
       provider, NULL, false, false, 0, 0, 0, 0, 0, 0,
       (attempt > 0)::int, (attempt = 1)::int, 0, (attempt > 1)::int, 0, 0, 0, 0, reserved_cost, 0, NULL, 0
  FROM llm_calls WHERE expired_change IS NOT NULL
UNION ALL
SELECT tenant_id, change, (created_at AT TIME ZONE 'UTC')::date, 'call', document_type, 'llm', model, user_id::text, purpose, provider,
       NULL, false, false, 0, 0, 0, 0, 0, 0,
       -(attempt > 0)::int, -(attempt = 1)::int, 0, -(attempt > 1)::int, 0, 0, 0, 0, -reserved_cost, 0, NULL, 0
  FROM llm_calls WHERE state = 'closed' AND expired_change IS NOT NULL;

-- When next_to was noted: no change after it was numbered before, so of days long before it no more can come once all up to it is
-- rolled up, however long the job has not run.
ALTER TABLE usage_rollup_state ADD COLUMN noted_at timestamptz NOT NULL DEFAULT 'epoch';
`,
};
