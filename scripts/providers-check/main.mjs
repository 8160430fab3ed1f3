// Reads the configuration as the service does, asks each model once with each key, prints a table. Exit code 1 where any of them fails.
import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../prepare.mjs';
import { tableOf, verdictOf } from './table.mjs';

const built = (path) => import(join(root, 'dist', 'libs', path));
const { loadConfig } = await built('config/src/index.js');
const { checkModels, llmConfig, loadCatalogue } = await built('llm/src/index.js');

const SECONDS = 30;

async function main() {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: String(SECONDS) } } });
  const seconds = Number(values.seconds);
  if (!(seconds > 0 && seconds <= 600)) throw new Error('--seconds has to be a number from 1 to 600.');
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
  const catalogue = loadCatalogue(loadConfig(llmConfig));
  if (catalogue.providers.length === 0) {
    process.stdout.write('No model is set up; docs/models.md says how. The local engine does everything.\n');
    return 0;
  }
  const checks = await checkModels(catalogue, seconds * 1000);
  process.stdout.write(`${tableOf(checks)}\n\n${verdictOf(checks)}\n`);
  return checks.every(({ problem }) => problem === null) ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`${error?.detail ?? error?.message ?? error}\n`);
    process.exit(1);
  },
);
