#!/usr/bin/env node
// npm run calibrate [-- --documents N --write]: how well the local engine's confidences mean what they say, on documents made up
// from a seed; --write keeps the curves that follow. Built-in modules only: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { prepare, projectNode, root } from './prepare.mjs';

prepare();
const args = ['scripts/calibrate/main.mjs', ...process.argv.slice(2)];
process.exit(spawnSync(projectNode, args, { cwd: root, stdio: 'inherit' }).status ?? 1);
