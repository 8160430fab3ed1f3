#!/usr/bin/env node
// npm run build: apps and libs as JavaScript in dist. Types are not checked here: `npm run check` does that.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
/** What stands for the libs in the sources (`paths` of tsconfig.json), as the module that it is. */
const ALIASES = { '@app/': 'src/index.js', '@model/': 'src/model.js' };
const IMPORT = /(?<=\b(?:from|import|import\() ?')(@app\/|@model\/)([a-z-]+)(?=')/g;

/** Node knows no `paths`: a path from the module itself. */
function resolveAliases(file) {
  const text = readFileSync(file, 'utf8');
  const resolved = text.replace(IMPORT, (_, alias, lib) => {
    const path = relative(dirname(file), join(dist, 'libs', lib, ALIASES[alias])).replaceAll('\\', '/');
    return path.startsWith('.') ? path : `./${path}`;
  });
  if (resolved !== text) writeFileSync(file, resolved);
}

rmSync(dist, { recursive: true, force: true });
const compiler = join(root, 'node_modules', 'typescript-native', 'bin', 'tsc');
const { status } = spawnSync(process.execPath, [compiler, '-p', 'apps/api/tsconfig.app.json', '--noCheck'], {
  cwd: root,
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
for (const file of globSync('{apps,libs}/**/*.js', { cwd: dist })) resolveAliases(join(dist, file));
