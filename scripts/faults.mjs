#!/usr/bin/env node
// npm run faults -- [--pieces N] [--seed N] [--calls N]: sends work through instances of the service whose providers fail in
// all ways that are known, and ends with an error where a wrong value comes out, the books differ, or a budget is passed.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { prepare, projectNode, root } from './prepare.mjs';

prepare();
const child = spawn(projectNode, ['scripts/faults/main.mjs', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
