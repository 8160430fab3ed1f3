#!/usr/bin/env node
// Starts a simulated provider of models, to try Dossier with one: `npm run simulate -- --port 4010 --median 800 --faults 0.1`.
import { parseArgs } from 'node:util';
import { startSimulator } from '../test/support/simulator/simulator.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    seed: { type: 'string', default: '1' },
    median: { type: 'string', default: '800' },
    sigma: { type: 'string', default: '0.4' },
    faults: { type: 'string', default: '0' },
  },
});
const simulator = await startSimulator({
  port: Number(values.port),
  seed: Number(values.seed),
  latency: { medianMs: Number(values.median), sigma: Number(values.sigma) },
  faults: { share: Number(values.faults) },
});
console.log(`A simulated provider listens at ${simulator.url}/v1 (OpenAI and Anthropic). What it has counted: ${simulator.url}/stats

Let Dossier use it:
  LLM_BASE_URL=${simulator.url}/v1 LLM_MODEL=simulated npm start`);
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => void simulator.stop().then(() => process.exit(0)));
