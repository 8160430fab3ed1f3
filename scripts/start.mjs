#!/usr/bin/env node
// npm start: installs and builds where needed, then hands over to the supervisor under the project's own Node.
// Runs on any Node that npm brings along, before anything is installed, so it may use built-in modules only.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { prepare, projectNode, root } from './prepare.mjs';

prepare();
const child = spawn(projectNode, ['scripts/supervise.mjs', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
// Ctrl-C reaches the whole group of processes: the supervisor stops everything, and this script waits for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
