#!/usr/bin/env node
// npm test: builds, then runs unit, integration and e2e tests. Further arguments go to Vitest.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, projectNode, root } from './prepare.mjs';

prepare();
const { status } = spawnSync(
  projectNode,
  [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
      // Where the service keeps it too: what one process of the run has compiled, the others need not.
      NODE_COMPILE_CACHE: join(root, 'dist', '.compiled'),
    },
  },
);
process.exit(status ?? 1);
