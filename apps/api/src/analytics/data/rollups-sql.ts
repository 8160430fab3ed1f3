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

const timesOf = (source: string): string =>
  `coalesce(jsonb_object_agg(bucket, times) FILTER (WHERE source = '${source}' AND bucket IS NOT NULL), '{}')`;

/** Sums by `keys`: first by bucket, so that each bucket is one entry of its object. */
const sumsOf = (entries: string, keys: string): string => `
  SELECT ${keys}, ${list(ADDED, (m) => `sum(${m}) AS ${m}`)}, ${timesOf('work')} AS work_times, ${timesOf('call')} AS call_times
    FROM (SELECT ${keys}, source, bucket, sum(times) AS times, ${list(ADDED, (m) => `sum(${m}) AS ${m}`)}
            FROM ${entries} GROUP BY ${keys}, source, bucket) b
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
INSERT INTO usage_rollups AS r (tenant_id, day, dimension, key, ${MEASURES.join(', ')}, work_times, call_times)
SELECT tenant_id, day, dimension, key, ${list(MEASURES, (m) => `coalesce(${m}, 0)`)}, work_times, call_times
  FROM sums LEFT JOIN counted USING (tenant_id, day, dimension, key)
ON CONFLICT (tenant_id, dimension, day, key) DO UPDATE SET
  ${list(MEASURES, (m) => `${m} = r.${m} + excluded.${m}`)},
  ${list(['work_times', 'call_times'], (t) => `${t} = CASE excluded.${t} WHEN '{}' THEN r.${t} ELSE add_times(r.${t}, excluded.${t}) END`)}`;

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
 * Sums of the days from $1 to before $2 by group, at most $3 rows: roll-ups and, in the same snapshot, what they lack yet. The upper
 * bound of `change` holds nothing back: by it the planner knows that few rows lie between.
 */
export function figuresSql(group: Group): string {
  const [dimension, key] = GROUPS[group];
  return `
WITH tail AS MATERIALIZED (
  SELECT * FROM usage_group_entries
   WHERE change BETWEEN (SELECT rolled_to + 1 FROM usage_rollup_state) AND ${Number.MAX_SAFE_INTEGER} AND ${inPeriod(dimension)}),
parts AS MATERIALIZED (
  SELECT ${key} AS name, ${MEASURES.join(', ')}, work_times, call_times FROM usage_rollups WHERE ${inPeriod(dimension)}
  UNION ALL
  SELECT name, ${list(MEASURES, (m) => (DISTINCT.includes(m as Measure) ? '0' : m))}, work_times, call_times
    FROM (${sumsOf(`(SELECT ${key} AS name, * FROM tail) t`, 'name')}) s
  UNION ALL
  SELECT name, documents, emails, ${list(ADDED, () => '0')}, '{}', '{}'
    FROM (SELECT ${key} AS name, ${countDocuments} FROM (${freshOf('tail')}) f GROUP BY 1) c),
buckets AS (
  SELECT name, source, bucket, sum(n) AS times
    FROM (SELECT name, 'work' AS source, t.key AS bucket, t.value::bigint AS n FROM parts, jsonb_each_text(work_times) t WHERE work_times <> '{}'
          UNION ALL SELECT name, 'call', t.key, t.value::bigint FROM parts, jsonb_each_text(call_times) t
           WHERE call_times <> '{}') b
   GROUP BY 1, 2, 3),
times AS (SELECT name, ${timesOf('work')} AS work_times, ${timesOf('call')} AS call_times FROM buckets GROUP BY 1),
sums AS (SELECT name, ${list(MEASURES, (m) => `sum(${m})::float8 AS ${m}`)} FROM parts GROUP BY 1)
SELECT sums.*, coalesce(work_times, '{}') AS work_times, coalesce(call_times, '{}') AS call_times
  FROM sums LEFT JOIN times USING (name) ORDER BY name = '', name LIMIT $3`;
}
