#!/usr/bin/env node
// npm run demo [FOLDER]: sends sample documents, or the files of a folder, through the service and shows what it found.
// Runs on any Node that npm brings along, before anything is installed, so it may use built-in modules only.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { install, prepare, projectNode, root } from './prepare.mjs';

// A service that runs elsewhere needs no build here.
if (process.env.DOSSIER_URL) install();
else prepare();
const folder = process.argv[2] === undefined ? [] : [resolve(process.env.INIT_CWD ?? '.', process.argv[2])];
const child = spawn(projectNode, ['scripts/demo/main.mjs', ...folder], { cwd: root, stdio: 'inherit' });
// Ctrl-C reaches the whole group of processes: the demo stops its service, and this script waits for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
