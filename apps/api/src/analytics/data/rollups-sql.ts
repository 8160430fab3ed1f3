import { type Group, type Measure, MEASURES } from '../domain/figures.js';

/** Counted by documents, not by entries. */
const DISTINCT: readonly Measure[] = ['documents', 'emails'];
const ADDED = MEASURES.filter((measure) => !DISTINCT.includes(measure));

const list = (measures: readonly string[], write: (measure: string) => string): string =>
  measures.map(write).join(', ');

/** Marks of e-mails begin with an at sign, those of all documents do not. */
const countDocuments = `count(*) FILTER (WHERE left(mark, 1) <> '@') AS documents, count(*) FILTER (WHERE left(mark, 1) = '@') AS emails`;

/** What of the entries is a document that its group and day have not counted yet. */
const freshOf = (entries: string): string => `
  SELECT DISTINCT e.tenant_id, e.day, e.dimension, e.key, e.document_id, m.mark
    FROM ${entries} e CROSS JOIN LATERAL unnest(e.marks) AS m (mark)
   WHERE NOT EXISTS (SELECT 1 FROM usage_document_days s
                      WHERE s.tenant_id = e.tenant_id AND s.day = e.day AND s.document_id = e.document_id AND m.mark = ANY (s.marks))`;

/** Roll-ups have times as numbers: the slot (a bucket of work, or of calls) above so many bits of how many times are in it. */
const BITS = 40;
const SLOT = `time_slot(bucket, source = 'call')`;

/** Sums by `keys`: first by slot, so that each one is one number of the array. */
const sumsOf = (entries: string, keys: string): string => `
  SELECT ${keys}, ${list(ADDED, (m) => `sum(${m}) AS ${m}`)},
         coalesce(array_agg(slot << ${BITS} | times::bigint ORDER BY slot) FILTER (WHERE slot IS NOT NULL), '{}') AS times
    FROM (SELECT ${keys}, ${SLOT} AS slot, sum(times) AS times, ${list(ADDED, (m) => `sum(${m}) AS ${m}`)}
            FROM ${entries} GROUP BY ${keys}, slot) b
   GROUP BY ${keys}`;

/** Adds the changes over $1 and up to $2 to the roll-ups. */
export const FOLD = `
WITH entries AS MATERIALIZED (SELECT * FROM usage_group_entries WHERE change > $1 AND change <= $2),
fresh AS MATERIALIZED (${freshOf('entries')}),
kept AS (
  INSERT INTO usage_document_days AS s (tenant_id, day, document_id, marks)
  SELECT tenant_id, day, document_id, array_agg(mark) FROM fresh GROUP BY 1, 2, 3
  ON CONFLICT (tenant_id, day, document_id) DO UPDATE SET marks = s.marks || excluded.marks),
counted AS (SELECT tenant_id, day, dimension, key, ${countDocuments} FROM fresh GROUP BY 1, 2, 3, 4),
sums AS (${sumsOf('entries', 'tenant_id, day, dimension, key')})
INSERT INTO usage_rollups AS r (tenant_id, day, dimension, key, ${MEASURES.join(', ')}, times)
SELECT tenant_id, day, dimension, key, ${list(MEASURES, (m) => `coalesce(${m}, 0)`)}, times
  FROM sums LEFT JOIN counted USING (tenant_id, day, dimension, key)
ON CONFLICT (tenant_id, dimension, day, key) DO UPDATE SET
  ${list(MEASURES, (m) => `${m} = r.${m} + excluded.${m}`)},
  times = CASE excluded.times WHEN '{}' THEN r.times ELSE add_times(r.times, excluded.times) END`;

/** Where the sums of a group lie, and what tells its rows apart. */
const GROUPS: Readonly<Record<Group, readonly [dimension: string, key: string]>> = {
  day: ['total', `to_char(day, 'YYYY-MM-DD')`],
  tenant: ['total', 'tenant_id::text'],
  type: ['type', 'key'],
  engine: ['engine', 'key'],
  model: ['model', 'key'],
  user: ['user', 'key'],
  purpose: ['purpose', 'key'],
  provider: ['provider', 'key'],
};

const inPeriod = (dimension: string): string => `dimension = '${dimension}' AND day >= $1::date AND day < $2::date`;

/**
 * Says the same as the days, so that partitions of other months are left out: when the statement is run, because the cast depends on
 * the session. With constants Postgres would make a plan for each question, which takes longer than to answer it.
 */
const MADE_IN_PERIOD = `created_at >= ($1::date || ' UTC')::timestamptz AND created_at < ($2::date || ' UTC')::timestamptz`;

/** Times of work or of calls as the answer has them: how many are in which bucket. */
const timesOf = (isCall: 0 | 1): string =>
  `coalesce(jsonb_object_agg(slot / 2 - 1, times) FILTER (WHERE slot % 2 = ${isCall}), '{}')`;

/**
 * Sums of the days from $1 to before $2 by group, at most $3 rows: roll-ups and, in the same snapshot, what they lack yet. The upper
 * bound of `change` holds nothing back: by it the planner knows that few rows lie between. Roll-ups are summed up by themselves, so
 * that several processes may do it, and their times taken apart in the list of columns, where PostgreSQL makes no table of them.
 */
export function figuresSql(group: Group): string {
  const [dimension, key] = GROUPS[group];
  const rolledUp = `FROM usage_rollups WHERE ${inPeriod(dimension)}`;
  return `
WITH tail AS MATERIALIZED (
  SELECT * FROM usage_group_entries
   WHERE change BETWEEN (SELECT rolled_to + 1 FROM usage_rollup_state) AND ${Number.MAX_SAFE_INTEGER} AND ${inPeriod(dimension)}
     AND ${MADE_IN_PERIOD}),
sums AS (
  SELECT name, ${list(MEASURES, (m) => `sum(${m})::float8 AS ${m}`)}
    FROM (SELECT ${key} AS name, ${list(MEASURES, (m) => `sum(${m}) AS ${m}`)} ${rolledUp} GROUP BY 1
          UNION ALL
          SELECT ${key}, ${list(MEASURES, (m) => (DISTINCT.includes(m as Measure) ? '0' : m))} FROM tail
          UNION ALL
          SELECT name, documents, emails, ${list(ADDED, () => '0')}
            FROM (SELECT ${key} AS name, ${countDocuments} FROM (${freshOf('tail')}) f GROUP BY 1) c) p
   GROUP BY 1),
slots AS (
  SELECT name, slot, sum(times) AS times
    FROM (SELECT name, packed >> ${BITS} AS slot, sum(packed & ((1::bigint << ${BITS}) - 1)) AS times
            FROM (SELECT ${key} AS name, unnest(times) AS packed ${rolledUp}) p GROUP BY 1, 2
          UNION ALL
          SELECT ${key}, ${SLOT}, times FROM tail WHERE bucket IS NOT NULL) b
   GROUP BY 1, 2),
times AS (SELECT name, ${timesOf(0)} AS work_times, ${timesOf(1)} AS call_times FROM slots GROUP BY 1)
SELECT sums.*, coalesce(work_times, '{}') AS work_times, coalesce(call_times, '{}') AS call_times
  FROM sums LEFT JOIN times USING (name) ORDER BY name = '', name LIMIT $3`;
}
