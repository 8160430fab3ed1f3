#!/usr/bin/env node
// npm run providers:check [-- --seconds N]: asks each model that the service is set up with once with each key, and says what it can do.
// Runs on any Node that npm brings along, before anything is installed, so it may use built-in modules only.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { prepare, projectNode, root } from './prepare.mjs';

prepare();
const args = ['--enable-source-maps', 'scripts/providers-check/main.mjs', ...process.argv.slice(2)];
const child = spawn(projectNode, args, { cwd: root, stdio: 'inherit' });
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
