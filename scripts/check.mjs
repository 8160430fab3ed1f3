#!/usr/bin/env node
// npm run check: types, lint, import rules and format. Each names its problems; all run before the verdict.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { install, projectNode, root } from './prepare.mjs';

install();
const bin = (...parts) => join(root, 'node_modules', ...parts);
/** @type {[name: string, args: string[]][]} */
const CHECKS = [
  // The compiler without an interface takes half of the time; what needs the interface (the build) has the other one.
  ['types', [bin('typescript-native', 'bin', 'tsc'), '-p', 'tsconfig.json']],
  ['lint', [bin('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings', '.']],
  [
    'import rules',
    [bin('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'), '--config', '.dependency-cruiser.cjs', 'apps', 'libs'],
  ],
  ['format', [bin('oxfmt', 'bin', 'oxfmt'), '--check']],
];
const run = promisify(execFile);

/** Answers whether all is well; what is not is told at once. */
async function check(name, args) {
  const started = Date.now();
  const say = (word) => console.log(`${word} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  try {
    await run(projectNode, args, {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
      // The compiler and the linter with types are Go programs that live shortly: collecting garbage at every doubling of their
      // memory would be a fifth of their work.
      env: { GOGC: '400', ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` },
    });
    say('ok    ');
    return true;
  } catch ({ stdout, stderr, message }) {
    say('FAILED');
    console.log(`${stdout ?? ''}${stderr ?? message}`.trimEnd());
    return false;
  }
}

const verdicts = await Promise.all(CHECKS.map(([name, args]) => check(name, args)));
process.exit(verdicts.every(Boolean) ? 0 : 1);
