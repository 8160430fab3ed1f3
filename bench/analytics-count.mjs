// The figures of the analytics endpoints counted by plain SQL on the ledgers alone, and held against an answer.
const DAY = `to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;
const KEYS = {
  day: [DAY, DAY],
  tenant: ['tenant_id::text', 'tenant_id::text'],
  type: ['document_type', 'document_type'],
  engine: ['engine', `'llm'`],
  model: ['model', 'model'],
  user: ['user_id::text', 'user_id::text'],
  purpose: [null, 'purpose'],
  provider: [null, 'provider'],
};
/** Half a bucket of the histograms, and half a millisecond for rounding. */
const TIME_ERROR = 2 ** (1 / 16) - 1;

const work = (key, group) => `
  SELECT ${key} AS key, count(DISTINCT ((created_at AT TIME ZONE 'UTC')::date, document_id)) AS documents,
         count(DISTINCT ((created_at AT TIME ZONE 'UTC')::date, document_id)) FILTER (WHERE purpose = 'triage') AS emails,
         sum(pages) FILTER (WHERE purpose = '${group === 'type' ? 'classify' : 'read'}') AS pages, count(*) AS runs,
         count(*) FILTER (WHERE cache_hit) AS reused, round(avg(fill_permille) / 1000, 4) AS "fillRate",
         percentile_disc(0.5) WITHIN GROUP (ORDER BY duration_ms) AS "durationMsP50",
         percentile_disc(0.95) WITHIN GROUP (ORDER BY duration_ms) AS "durationMsP95",
         percentile_disc(0.99) WITHIN GROUP (ORDER BY duration_ms) AS "durationMsP99"
    FROM usage_ledger WHERE created_at >= $1 AND created_at < $2 AND ($3::uuid IS NULL OR tenant_id = $3)
     ${group === 'type' ? `AND purpose <> 'read'` : ''} GROUP BY 1`;

const calls = (key) => `
  SELECT ${key} AS key, count(*) FILTER (WHERE attempt > 0) AS calls, count(*) FILTER (WHERE attempt > 0 AND outcome = 'answered') AS answered,
         count(*) FILTER (WHERE attempt > 1) AS retries, count(*) FILTER (WHERE outcome = 'cache-hit') AS "cacheHits",
         round(count(*) FILTER (WHERE outcome = 'cache-hit') / nullif(count(*) FILTER (WHERE attempt < 2), 0)::numeric, 4) AS "cacheHitRate",
         round(count(*) FILTER (WHERE attempt > 1) / nullif(count(*) FILTER (WHERE attempt > 0), 0)::numeric, 4) AS "retryRate",
         round(count(*) FILTER (WHERE attempt > 0 AND outcome <> 'answered') / nullif(count(*) FILTER (WHERE attempt > 0), 0)::numeric, 4) AS "errorRate",
         sum(tokens_in) AS "tokensIn", sum(tokens_cached) AS "tokensCached", sum(tokens_out) AS "tokensOut",
         sum(cost) / 1e9 AS cost, sum(saved_cost) / 1e9 AS "savedCost",
         percentile_disc(0.5) WITHIN GROUP (ORDER BY latency_ms) FILTER (WHERE attempt > 0) AS "latencyMsP50",
         percentile_disc(0.95) WITHIN GROUP (ORDER BY latency_ms) FILTER (WHERE attempt > 0) AS "latencyMsP95",
         percentile_disc(0.99) WITHIN GROUP (ORDER BY latency_ms) FILTER (WHERE attempt > 0) AS "latencyMsP99"
    FROM llm_calls WHERE created_at >= $1 AND created_at < $2 AND ($3::uuid IS NULL OR tenant_id = $3) GROUP BY 1`;

const plain = (value) => (value === null || value === undefined ? 0 : Number(value.amount ?? value));

const isSame = (name, told, exact) =>
  /Ms/.test(name)
    ? Math.abs(told - exact) <= exact * TIME_ERROR + 0.5
    : Math.abs(told - exact) < (/Rate/.test(name) ? 1.5e-4 : 1e-12 + exact * 1e-15);

const uuidOf = (key) => key.replace(/^[a-z]+_(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** Counts, and compares with the rows of an answer. Answers how many figures were compared, which differ, and the time of the SQL. */
export async function compare(client, { group, from, to, tenantId, rows, hasWork }) {
  const [workKey, callKey] = KEYS[group];
  const statements = [hasWork && workKey && work(workKey, group), calls(callKey)].filter(Boolean);
  const told = new Map(rows.map((row) => [uuidOf(row.key), row]));
  const differ = [];
  let compared = 0;
  const started = performance.now();
  const counted = [];
  for (const sql of statements) counted.push(...(await client.query(sql, [from, to, tenantId])).rows);
  const ms = performance.now() - started;
  for (const { key, ...figures } of counted)
    for (const [name, value] of Object.entries(figures)) {
      compared++;
      const own = plain(told.get(key ?? 'none')?.[name]);
      if (!isSame(name, own, plain(value))) differ.push(`${group} ${key} ${name}: ${own}, counted ${plain(value)}`);
    }
  const keys = new Set(counted.map(({ key }) => key ?? 'none'));
  for (const key of told.keys()) if (!keys.has(key)) differ.push(`${group} ${key} is not in the ledgers`);
  return { compared, differ, ms };
}
