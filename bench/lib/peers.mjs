// Other people's packages, where somebody has installed them: in the project, or in the folder that PEERS_DIR names.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/prepare.mjs';

const folders = [root, process.env.PEERS_DIR].filter(Boolean).map((folder) => join(resolve(folder), 'node_modules'));

const folderOf = (name) => folders.map((folder) => join(folder, name)).find((folder) => existsSync(folder));

/** The first path in the conditions of `exports` that an import would take (Node.js, Packages). */
function entryOf(exports) {
  if (typeof exports === 'string' || exports == null) return exports;
  if (exports['.']) return entryOf(exports['.']);
  for (const condition of ['node', 'import', 'module', 'default', 'require']) {
    const entry = entryOf(exports[condition]);
    if (entry) return entry;
  }
  return undefined;
}

export const versionOf = (name) =>
  folderOf(name) ? JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8')).version : null;

export const peerPath = (name, path) => join(folderOf(name), path);

export function importPeer(name, path) {
  const folder = folderOf(name);
  const { exports, module, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return import(pathToFileURL(join(folder, path ?? entryOf(exports) ?? module ?? main ?? 'index.js')).href);
}

const isThere = (program) =>
  spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 10_000 }).error === undefined;

/** How to get a peer that is not here; null where it is, or where it is a part of the project. */
export function missing(lane) {
  if (lane.program) return isThere(lane.program) ? null : lane.install;
  if (!lane.package || folderOf(lane.package)) return null;
  return `npm install --prefix /some/folder ${lane.package}, then PEERS_DIR=/some/folder`;
}
