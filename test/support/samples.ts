import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { generateSamples, type Sample, samples } from '../../scripts/samples/index.mjs';

export type { SampleTruth } from '../../scripts/samples/index.mjs';
export { samples };

export interface SampleFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly truth: Sample['truth'];
}

/** Drawn by the first test file of a run that asks; the folder goes when the run's servers go. */
async function folderOfRun(): Promise<string> {
  const parent = dirname(inject('services').DATA_DIR);
  const folder = join(parent, 'samples');
  if (existsSync(folder)) return folder;
  const draft = await mkdtemp(join(parent, 'samples-'));
  await generateSamples(draft);
  // Where another worker was faster, its files are the same.
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  return folder;
}

/** The sample documents with their bytes, in the order of `samples`. */
export async function sampleFiles(): Promise<SampleFile[]> {
  const folder = await folderOfRun();
  return Promise.all(
    samples.map(async ({ name, truth }) => ({ name, truth, bytes: await readFile(join(folder, name)) })),
  );
}

/** One of them by its file name. */
export async function sampleFile(name: string): Promise<SampleFile> {
  const found = (await sampleFiles()).find((sample) => sample.name === name);
  if (!found) throw new Error(`There is no sample ${name}`);
  return found;
}
