#!/usr/bin/env node
// npm run check: types, lint, import rules and format. Each names its problems; all run before the verdict.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { install, projectNode, root } from './prepare.mjs';

install();
const bin = (...parts) => join(root, 'node_modules', ...parts);
/** @type {[name: string, args: string[]][]} */
const CHECKS = [
  ['types', [bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']],
  ['lint', [bin('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings', '.']],
  [
    'import rules',
    [bin('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'), '--config', '.dependency-cruiser.cjs', 'apps', 'libs'],
  ],
  ['format', [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.']],
];
let failed = 0;
for (const [name, args] of CHECKS) {
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(projectNode, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` },
  });
  const ok = status === 0;
  if (!ok) failed++;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (!ok) console.log(`${stdout}${stderr}`.trimEnd());
}
process.exit(failed === 0 ? 0 : 1);
