import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '../../test/support/simulator/simulator.mjs';
import { seededRandom } from '../../test/support/simulator/random.mjs';
import { openBooks } from './books.mjs';
import { inLanes, startInstances } from './instances.mjs';
import { RIGHT, scenario } from './work.mjs';

const PRICES = {
  old: { input: 1, output: 2 },
  small: { input: 0.15, output: 0.6 },
  large: { input: 2.5, output: 10 },
  claude: { input: 3, output: 15 },
};
/** Three requests of ten go wrong, in these proportions. Dead keys and retired models are there from the start. */
export const FAULTS = {
  share: 0.3,
  kinds: {
    'rate-limit-seconds': 1,
    'rate-limit-date': 1,
    'rate-limit-bare': 0.2,
    'server-error': 3,
    'bad-gateway': 3,
    unavailable: 3,
    overloaded: 3,
    hang: 1,
    'slow-drip': 1,
    cut: 3,
    truncated: 3,
    refusal: 2,
    'content-filter': 1,
    'not-json': 3,
    'wrong-schema': 3,
    invented: 3,
    'wrong-language': 3,
    empty: 3,
  },
};
/** How calls end whose answer was not seen. */
export const UNSEEN = ['timeout', 'cut', 'cancelled'];
const PRIORITIES = ['urgent', 'normal', 'normal', 'bulk', 'bulk', 'bulk'];
const NO_LIMIT = 10 ** 15;

const keysOf = (name, count) => Array.from({ length: count }, (_, index) => `sk-${name}-${index}`);

/** Two providers in both wire formats, several keys each, some of them dead or used up, and a model that is no more. */
export function catalogueOf(openAi, anthropic, folder, timeoutMs) {
  const keyFiles = (name, count) =>
    keysOf(name, count).map((key) => {
      writeFileSync(join(folder, key), key);
      return { file: join(folder, key) };
    });
  const model = (name) => ({ name, structure: 'strict', price: PRICES[name] });
  const limits = { concurrency: 100, timeoutMs };
  return {
    providers: [
      {
        id: 'one',
        baseUrl: `${openAi.url}/v1`,
        keys: keyFiles('one', 8),
        ...limits,
        models: ['old', 'small', 'large'].map(model),
      },
      {
        id: 'two',
        kind: 'anthropic',
        baseUrl: `${anthropic.url}/v1`,
        keys: keyFiles('two', 6),
        ...limits,
        models: [model('claude')],
      },
    ],
    routes: {
      default: ['one/old', 'one/small', 'two/claude', 'one/large'],
      answer: ['two/claude', 'one/large', 'one/small'],
    },
  };
}

/**
 * So many pieces of work through two instances under mixed faults. Answers what became of them, and our books beside the
 * providers' own.
 */
export async function mixedRun(
  services,
  { pieces, instances = 2, width = 150, seed = 1, faults = FAULTS, say = () => {} },
) {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-faults-'));
  const options = { prices: PRICES, scenario, faults, latency: { medianMs: 20, sigma: 0.6 } };
  const [one, two] = await Promise.all([
    startSimulator({ ...options, seed, deadKeys: ['sk-one-0'], spentKeys: ['sk-one-1'], retiredModels: ['old'] }),
    startSimulator({ ...options, seed: seed + 1, deadKeys: ['sk-two-0'], spentKeys: ['sk-two-1'] }),
  ]);
  const file = join(folder, 'models.json');
  writeFileSync(file, JSON.stringify(catalogueOf(one, two, folder, 4_000)));
  const books = await openBooks(services.DATABASE_OWNER_URL);
  const running = await startInstances(instances, { ...services, LLM_CONFIG_FILE: file, LLM_PROBE_EVERY_MS: '500' });
  try {
    const tenant = await books.newTenant(NO_LIMIT);
    const random = seededRandom(seed);
    const ends = {};
    const tally = { wrong: 0, attempts: 0, degraded: 0 };
    const started = performance.now();
    await inLanes(width, pieces, async (index) => {
      const priority = PRIORITIES[Math.floor(random() * PRIORITIES.length)];
      const purpose = random() < 0.5 ? 'extract' : 'answer';
      const work = { tenantId: tenant, purpose, text: `${seed}-${index}`, priority, deadlineMs: 60_000 };
      const answer = await running[index % instances].ask(work);
      const end = answer.kind === 'answer' ? 'answer' : (answer.reason ?? answer.kind);
      ends[end] = (ends[end] ?? 0) + 1;
      if (answer.kind === 'answer') {
        tally.attempts += answer.origin.attempts;
        if (JSON.stringify(answer.value) !== JSON.stringify(RIGHT)) tally.wrong++;
      }
      if ((index + 1) % 1_000 === 0) say(`${index + 1} pieces begun`);
    });
    const seconds = (performance.now() - started) / 1_000;
    return { pieces, seconds, ends, ...tally, ...(await compare(books, tenant, { one, two })) };
  } finally {
    await Promise.all(running.map((instance) => instance.stop()));
    await books.close();
    await Promise.all([one.stop(), two.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Our books beside the providers' own, in billionths of a dollar. */
async function compare(books, tenant, simulators) {
  const outcomes = await books.outcomes(tenant);
  const sumOf = (rows, field) => rows.reduce((sum, row) => sum + row[field], 0);
  const spending = await books.spending(tenant);
  const providers = Object.entries(simulators).map(([provider, { stats }]) => {
    const rows = outcomes.filter((row) => row.provider === provider);
    const unseen = rows.filter(({ outcome }) => UNSEEN.includes(outcome));
    const seen = rows.filter(({ outcome }) => !UNSEEN.includes(outcome));
    return {
      provider,
      requests: { ours: sumOf(rows, 'calls'), theirs: stats.requests },
      /** Calls whose answer came whole. */
      seen: { ours: sumOf(seen, 'cost'), theirs: stats.nanoUsd },
      /** Calls whose answer never came whole: entered at what was reserved. */
      unseen: {
        calls: { ours: sumOf(unseen, 'calls'), theirs: stats.unseen },
        ours: sumOf(unseen, 'cost'),
        reserved: sumOf(unseen, 'reserved'),
        theirs: stats.unseenNanoUsd,
      },
      faults: stats.faults,
    };
  });
  return { outcomes, providers, spending };
}
