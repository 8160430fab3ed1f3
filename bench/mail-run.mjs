// Sends e-mails, so many at once, waits for the whole result of each, and says what it took.
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from './lib/statistics.mjs';
import { mailOf } from './mail-samples.mjs';

const WAIT_SECONDS = 60;
const ENDED = new Set(['succeeded', 'partial']);
const BUSY = new Set([429, 503]);

/** Answers the milliseconds to the whole result. A sender who is told to come back later does so. */
async function send(world, seed, bytes, counts) {
  const { url, token } = world;
  const form = new FormData();
  form.append('file', new Blob([bytes], { type: 'message/rfc822' }), `mail-${seed}.eml`);
  const started = performance.now();
  const response = await fetch(`${url}/v1/documents?wait=${WAIT_SECONDS}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  const { status, extraction } = await response.json();
  if (BUSY.has(response.status)) {
    counts.refused++;
    await sleep(1000 * Number(response.headers.get('retry-after') ?? 1));
    return send(world, seed, bytes, counts);
  }
  if (response.status !== 200 || !ENDED.has(status) || !extraction)
    throw new Error(`mail ${seed}: ${response.status}, ${status}`);
  return performance.now() - started;
}

/** What the ledger has of the calls since a moment: an e-mail has asked where it or something in it has. */
const CALLS = `SELECT count(*)::int AS calls, count(DISTINCT coalesce(d.parent_id, d.id))::int AS mails,
                      coalesce(sum(c.tokens_in), 0)::int AS "tokensIn", coalesce(sum(c.tokens_out), 0)::int AS "tokensOut",
                      coalesce(sum(c.cost), 0)::float / 1e9 AS usd
                 FROM llm_calls c JOIN documents d ON d.tenant_id = c.tenant_id AND d.id = c.document_id
                WHERE c.created_at >= $1`;

const minus = (after, before) =>
  Object.fromEntries(Object.entries(after).map(([key, value]) => [key, value - before[key]]));

/** Sends the mails numbered `from` and on. Answers what an e-mail took, and rates by the clock and by processor time. */
export async function runOf(world, { count, inFlight, from }) {
  const mails = [];
  for (let seed = from; seed < from + count; seed++) mails.push([seed, await mailOf(seed)]);
  const { rows } = await world.database.query('SELECT now() AS at');
  const [secondsBefore, stagesBefore] = [world.seconds(), await world.stages()];
  const started = performance.now();
  const times = [];
  const counts = { refused: 0 };
  const next = async () => {
    for (let mail = mails.pop(); mail; mail = mails.pop()) times.push(await send(world, ...mail, counts));
  };
  await Promise.all(Array.from({ length: inFlight }, next));
  const wall = (performance.now() - started) / 1000;
  const seconds = minus(world.seconds(), secondsBefore);
  const [calls] = (await world.database.query(CALLS, [rows[0].at])).rows;
  const { provider: _provider, client: _client, ...ours } = seconds;
  const cpu = Object.values(ours).reduce((sum, value) => sum + value, 0);
  return {
    count,
    ...counts,
    wall,
    perHour: (count / wall) * 3600,
    perHourByCpu: (count / cpu) * 2 * 3600,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    asked: calls.mails / count,
    calls: calls.calls / count,
    tokensIn: calls.tokensIn / count,
    tokensOut: calls.tokensOut / count,
    usd: calls.usd / count,
    cpuMs: Object.fromEntries(Object.entries(seconds).map(([name, value]) => [name, (value * 1000) / count])),
    stages: stagesSince(await world.stages(), stagesBefore, count),
  };
}

function stagesSince(after, before, mails) {
  return Object.entries(after).flatMap(([queue, { sum, count }]) => {
    const jobs = count - (before[queue]?.count ?? 0);
    const seconds = sum - (before[queue]?.sum ?? 0);
    return jobs === 0
      ? []
      : [{ queue, jobsPerMail: jobs / mails, meanMs: (seconds * 1000) / jobs, msPerMail: (seconds * 1000) / mails }];
  });
}
