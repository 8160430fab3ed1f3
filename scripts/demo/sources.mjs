// Where the files of a demo come from: a folder of the user's, or samples that are made for it.
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { DemoError } from './client.mjs';

/** The files of a folder and its subfolders in a stable order; hidden ones are left out. */
export async function openFolder(folder) {
  if (!existsSync(folder)) throw new DemoError('no_folder', `There is no folder ${folder}.`);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.split(sep).some((part) => part.startsWith('.')))
    .toSorted()
    .map((name) => ({ name, path: join(folder, name) }));
  if (files.length === 0) throw new DemoError('no_files', `There is no file in ${folder}.`);
  return { files, close: async () => {} };
}

/** The samples in a folder that is removed on `close`. */
export async function openSamples() {
  const { generateSamples, samples } = await import('../samples/index.mjs');
  const folder = await mkdtemp(join(tmpdir(), 'dossier-demo-'));
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    const paths = await generateSamples(folder);
    return { files: paths.map((path, index) => ({ path, name: samples[index].name })), close };
  } catch (error) {
    await close();
    throw error;
  }
}
