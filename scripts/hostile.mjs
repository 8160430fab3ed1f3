#!/usr/bin/env node
// npm run hostile -- [PATH…] [--seconds N] [--only TEXT]: sends bombs of our own and the files of folders through the real
// service, and ends with an error where one of them does harm. --seconds is what a bomb may take, --only picks bombs by name.
// Runs on any Node that npm brings along, before anything is installed, so it may use built-in modules only.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { prepare, projectNode, root } from './prepare.mjs';

prepare();
const from = process.env.INIT_CWD ?? '.';
let isValue = false;
const args = process.argv.slice(2).map((arg) => {
  const isPath = !isValue && !arg.startsWith('--');
  isValue = arg.startsWith('--');
  return isPath ? resolve(from, arg) : arg;
});
const child = spawn(projectNode, ['scripts/hostile/main.mjs', ...args], { cwd: root, stdio: 'inherit' });
// Ctrl-C reaches the whole group of processes: the run stops its service, and this script waits for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
