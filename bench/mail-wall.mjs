// One document at a time whose fields need several calls side by side: the time of extraction against its slowest call.
import { median } from './lib/statistics.mjs';
import { invoicePdf } from './mail-samples.mjs';

const ROWS = 90;

/** The run that extraction has kept of a document, and its calls to the model. */
const RUN = `SELECT r.duration_ms AS ms, count(c.id)::int AS calls, max(c.latency_ms) AS slowest, sum(c.latency_ms)::int AS together
               FROM runs r JOIN llm_calls c ON c.tenant_id = r.tenant_id AND c.document_id = r.document_id AND c.purpose = 'extract'
              WHERE r.document_id = $1 AND r.kind = 'extract' GROUP BY r.tenant_id, r.id, r.duration_ms`;

async function read({ url, token, database }, seed) {
  const form = new FormData();
  form.append('type', 'invoice');
  form.append('file', new Blob([await invoicePdf(seed, ROWS)], { type: 'application/pdf' }), `${seed}.pdf`);
  const response = await fetch(`${url}/v1/documents?wait=60`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  const { id, status } = await response.json();
  if (response.status !== 200 || status !== 'succeeded')
    throw new Error(`document ${seed}: ${response.status}, ${status}`);
  const { rows } = await database.query(RUN, [id.slice('doc_'.length)]);
  return rows[0];
}

/** Answers for each document what it took, its slowest call, and the ratio; and the median of the ratios. */
export async function wallOf(world, { documents, from }) {
  const runs = [];
  for (let seed = from; seed < from + documents; seed++) runs.push(await read(world, seed));
  const ratios = runs.map(({ ms, slowest }) => ms / slowest);
  return {
    runs,
    ratio: median(ratios),
    worst: Math.max(...ratios),
    alone: median(runs.map((run) => run.together / run.slowest)),
  };
}
