// Built-in modules only: it runs on any Node, before anything is installed.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { prepare, projectNode, root } from '../../scripts/prepare.mjs';

const MARK = 'DOSSIER_BENCH';

/** Brings node_modules and dist up to date, and goes on under the project's own Node. */
export function underProjectNode(script) {
  if (process.env[MARK]) return;
  prepare();
  const { status } = spawnSync(projectNode, [fileURLToPath(script), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, [MARK]: '1' },
  });
  process.exit(status ?? 1);
}
