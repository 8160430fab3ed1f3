// What bench/cascade.mjs stands on: a service of its own, a simulated provider, tenants, and the scorers that look from outside.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOwnService } from '../scripts/demo/service.mjs';
import { startSimulator } from '../test/support/simulator/simulator.mjs';

const MODEL = 'simulated';
/** US dollars a million tokens: what small hosted models cost. */
const PRICE = { input: 0.15, output: 0.6 };
const SIGMA = 0.4;

/** Starts provider and service. `simulator` may be given a scenario at any time. */
export async function startCascadeWorld({ signal, medianMs, seed }) {
  const simulator = await startSimulator({
    seed,
    latency: { medianMs, sigma: SIGMA },
    prices: { [MODEL]: PRICE },
  });
  const service = await startOwnService(signal, {
    name: `bench-cascade-${process.pid}`,
    environment: {
      LOG_LEVEL: 'warn',
      LLM_BASE_URL: `${simulator.url}/v1`,
      LLM_API_KEY: 'simulated',
      LLM_MODEL: MODEL,
      LLM_PRICE_INPUT: String(PRICE.input),
      LLM_PRICE_OUTPUT: String(PRICE.output),
    },
  }).catch(async (error) => {
    await simulator.stop();
    throw error;
  });
  const folder = mkdtempSync(join(tmpdir(), 'dossier-cascade-'));
  const platform = clientOf(service.url);
  platform.token = (await platform.call('POST', '/v1/auth/login', service.credentials)).accessToken;
  let tenants = 0;
  return {
    simulator,
    /** A client of a new tenant with these settings; its token is a key, for runs take longer than a sign-in holds. */
    async newTenant(settings) {
      const slug = `run-${++tenants}`;
      const email = `${slug}@localhost`;
      const body = { name: slug, slug, admin: { email } };
      const { admin } = await platform.call('POST', '/v1/admin/tenants', body);
      const client = clientOf(service.url);
      client.token = (await client.call('POST', '/v1/auth/login', { email, password: admin.password })).accessToken;
      await client.call('PATCH', '/v1/tenant', settings);
      const scopes = ['documents:read', 'documents:write', 'schemas:read', 'schemas:write', 'analytics:read', 'admin'];
      client.token = (await client.call('POST', '/v1/api-keys', { name: 'bench', scopes })).key;
      return client;
    },
    /** Runs a scorer as a tenant; answers what it writes: its metrics and a row a document. */
    async score(client, documents, args) {
      const out = join(folder, `${client.token.slice(-8)}.json`);
      const child = spawn(process.execPath, [documents, ...args, '--out', out], {
        env: { ...process.env, DOSSIER_URL: service.url, DOSSIER_KEY: client.token },
        stdio: ['ignore', 'ignore', 'inherit'],
        signal,
      });
      const [code] = await once(child, 'exit');
      if (code !== 0) throw new Error(`The scorer ended with code ${code}: ${args.join(' ')}`);
      return JSON.parse(readFileSync(out, 'utf8'));
    },
    async close() {
      await service.close();
      await simulator.stop();
      for (const own of [folder, service.folder]) rmSync(own, { recursive: true, force: true });
    },
  };
}

function clientOf(url) {
  const client = {
    token: '',
    async call(method, path, body, accept = 'application/json') {
      const response = await fetch(url + path, {
        method,
        headers: {
          accept,
          ...(body && { 'content-type': 'application/json' }),
          ...(client.token && { authorization: `Bearer ${client.token}` }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(60_000),
      });
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return accept === 'application/json' ? response.json() : response.text();
    },
  };
  return client;
}

const figuresOf = (list, usd) => {
  const sum = (key) => list.reduce((all, row) => all + row[key], 0);
  return { calls: sum('calls'), tokensIn: sum('tokensIn'), tokensOut: sum('tokensOut'), usd };
};

/** What the service has booked for a tenant, by both of its reports. */
export async function booked(client) {
  const costs = await client.call('GET', '/v1/analytics/costs?groupBy=purpose');
  const usage = await client.call('GET', '/v1/analytics/usage');
  const spent = usage.rows.reduce((all, { cost }) => all + Number(cost.amount), 0);
  return {
    costs: figuresOf(costs.rows, Number(costs.total.spent.amount)),
    usage: figuresOf(usage.rows, spent),
    byPurpose: Object.fromEntries(costs.rows.map(({ key, calls }) => [key, calls])),
  };
}

/** What the provider has counted between two looks at its books. */
export const billed = (before, after) => ({
  calls: after.answered - before.answered,
  tokensIn: after.tokensIn - before.tokensIn,
  tokensOut: after.tokensOut - before.tokensOut,
  usd: (after.nanoUsd - before.nanoUsd) / 1e9,
});

/** Where two books differ; dollars to the billionth. */
export const differences = (name, one, other) =>
  Object.keys(other)
    .filter((key) => Math.abs(one[key] - other[key]) > 1e-9)
    .map((key) => `${name}: ${key} is ${one[key]} and not ${other[key]}`);
