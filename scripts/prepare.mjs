// Brings node_modules and dist up to date. Built-in modules only: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const projectNode = join(root, 'node_modules', '.bin', 'node');

const say = (line) => process.stderr.write(`${line}\n`);
const timeOf = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function run(what, command, args) {
  const started = Date.now();
  say(`${what} …`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` },
  });
  if (status !== 0) {
    say(`${what} failed.`);
    process.exit(status ?? 1);
  }
  say(`${what}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(
    stat.mtimeMs,
    ...readdirSync(path)
      .filter((name) => name !== 'node_modules')
      .map((name) => newest(join(path, name))),
  );
}

/** Packages behind a link belong to another checkout: emptying them would break it. */
const isLinked = (path) => existsSync(path) && lstatSync(path).isSymbolicLink();

export function install() {
  if (isLinked(join(root, 'node_modules'))) return;
  const stamp = join(root, 'node_modules', '.dossier-installed');
  if (timeOf(stamp) >= timeOf(join(root, 'package-lock.json')) && existsSync(projectNode)) return;
  run('Installing packages', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, '');
}

export function build() {
  const stamp = join(root, 'dist', '.built');
  const sources = ['apps', 'libs', 'tsconfig.json', 'scripts/build.mjs', 'package-lock.json'].map((name) =>
    newest(join(root, name)),
  );
  if (timeOf(stamp) >= Math.max(...sources)) return;
  run('Building', projectNode, [join(root, 'scripts', 'build.mjs')]);
  writeFileSync(stamp, '');
}

export function prepare() {
  install();
  build();
}
