// Long runs under faults: see scripts/faults.mjs.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../prepare.mjs';
import { startPostgres } from '../services/postgres.mjs';
import { startRedis } from '../services/redis.mjs';
import { mixedRun } from './mixed-run.mjs';
import { overspendRun } from './overspend-run.mjs';
import { breachesOfMixed, breachesOfOverspend, reportOfMixed, reportOfOverspend } from './verdict.mjs';

const { values } = parseArgs({
  options: {
    pieces: { type: 'string', default: '5000' },
    calls: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});
const say = (line) => process.stdout.write(`${line}\n`);

const folder = mkdtempSync(join(tmpdir(), 'dossier-faults-'));
chmodSync(folder, 0o755);
const [postgres, redis] = await Promise.all([
  startPostgres({
    folder: join(folder, 'postgres'),
    ownerPassword: 'owner',
    appPassword: 'app',
    systemPassword: 'system',
  }),
  startRedis({ folder: join(folder, 'redis'), password: 'redis', durable: false }),
]);
try {
  const { migrate } = await import(join(root, 'dist/libs/database/src/index.js'));
  const { DATABASE_OWNER_URL: owner, DATABASE_URL: app, DATABASE_SYSTEM_URL: system } = postgres.urls;
  await migrate({ owner, app, system });
  const services = { ...postgres.urls, REDIS_URL: redis.url, DATA_DIR: join(folder, 'data') };
  const mixed = await mixedRun(services, { pieces: Number(values.pieces), seed: Number(values.seed), say });
  say(reportOfMixed(mixed));
  const calls = Number(values.calls);
  const overspend = await overspendRun(services, { calls, hardCost: calls * 1_500_000 });
  say(reportOfOverspend(overspend));
  const breaches = [...breachesOfMixed(mixed), ...breachesOfOverspend(overspend)];
  say(breaches.length === 0 ? 'Nothing was breached.' : breaches.map((breach) => `BREACH: ${breach}`).join('\n'));
  process.exitCode = breaches.length === 0 ? 0 : 1;
} finally {
  await Promise.allSettled([postgres.stop(), redis.stop()]);
  rmSync(folder, { recursive: true, force: true });
}
