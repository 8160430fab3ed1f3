import { randomUUID } from 'node:crypto';
import { readdir, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** What a sweep has found. */
export interface OrphanSweep {
  readonly removed: number;
  /** Objects that no row knows and that stay, because something does not add up. */
  readonly doubtful: number;
  /** Objects that rows know and that are not there. */
  readonly missing: number;
}

export interface SweptFolder {
  /** Of the tenant. */
  readonly folder: string;
  /** Where what dead processes have left is cleared away. */
  readonly staging: string;
  /** Names that the object may have, by its SHA-256. */
  readonly namesOf: (sha256: string) => readonly string[];
  /** SHA-256 of all objects that rows know, in pages. */
  readonly known: AsyncIterable<readonly string[]>;
  /** Milliseconds for which an orphan has not been touched. */
  readonly idleMs: number;
}

const NAME = /^[0-9a-f]{64}$/;
/** Crashes leave few. More than this, and more than a quarter of all, is a database that is not the one of these files. */
const FEW = 20;

/**
 * Removes files that no row knows. Names are read before rows, so that what is stored meanwhile is not taken for an orphan. Nothing goes
 * where a known file is missing (names are made with another key, or it is another database) or where there are too many orphans.
 */
export async function sweepFolder({ folder, staging, namesOf, known, idleMs }: SweptFolder): Promise<OrphanSweep> {
  const unknown = await namesIn(folder);
  const all = unknown.size;
  if (all === 0) return { removed: 0, doubtful: 0, missing: 0 };
  let missing = 0;
  for await (const page of known)
    for (const sha256 of page) {
      const names = namesOf(sha256);
      const isThere = names.map((name) => unknown.delete(name)).includes(true);
      if (!isThere && !(await anyExists(names.map((name) => pathOf(folder, name))))) missing++;
    }
  const idle: string[] = [];
  for (const name of unknown) if (await isIdle(pathOf(folder, name), idleMs)) idle.push(name);
  if (missing > 0 || idle.length > Math.max(FEW, all / 4)) return { removed: 0, doubtful: idle.length, missing };
  let removed = 0;
  for (const name of idle) if (await takeAway(pathOf(folder, name), join(staging, randomUUID()), idleMs)) removed++;
  return { removed, doubtful: 0, missing };
}

/**
 * Who stores the same content again touches the file that is there. It is moved aside first, and put back where somebody has touched
 * it; who comes after that finds no file, and writes it.
 */
async function takeAway(path: string, aside: string, idleMs: number): Promise<boolean> {
  try {
    await rename(path, aside);
    if (!(await isIdle(aside, idleMs))) {
      await rename(aside, path);
      return false;
    }
    await unlink(aside);
    return true;
  } catch (error) {
    // Somebody else has taken it away.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

const pathOf = (folder: string, name: string): string => join(folder, name.slice(0, 2), name);

async function isIdle(path: string, idleMs: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > idleMs;
}

async function anyExists(paths: readonly string[]): Promise<boolean> {
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => null)));
  return found.some((stats) => stats !== null);
}

/** Names of objects; what does not look like one is somebody else's and is left. */
async function namesIn(folder: string): Promise<Set<string>> {
  const names = new Set<string>();
  for (const shard of await entriesOf(folder))
    for (const name of await entriesOf(join(folder, shard)))
      if (NAME.test(name) && name.startsWith(shard) && shard.length === 2) names.add(name);
  return names;
}

const entriesOf = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
