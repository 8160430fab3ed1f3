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
const numbers = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, Number(text)]));
const wrong = Object.keys(numbers).filter((name) => !(numbers[name] >= 0));
if (wrong.length > 0 || numbers.faults > 1) {
  console.error(
    `${wrong.length > 0 ? `--${wrong.join(', --')} has to be a number` : '--faults is a share from 0 to 1'}.`,
  );
  process.exit(1);
}
const simulator = await startSimulator({
  port: numbers.port,
  seed: numbers.seed,
  latency: { medianMs: numbers.median, sigma: numbers.sigma },
  faults: { share: numbers.faults },
}).catch((error) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${numbers.port} is taken: --port N takes another.` : String(error));
  process.exit(1);
});
console.log(`A simulated provider listens at ${simulator.url}/v1 (OpenAI and Anthropic). What it has counted: ${simulator.url}/stats

Let Dossier use it:
  LLM_BASE_URL=${simulator.url}/v1 LLM_MODEL=simulated npm start`);
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => void simulator.stop().then(() => process.exit(0)));
