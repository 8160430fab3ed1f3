import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

interface EldResult {
  /** By language, 0..1; languages without any shared n-gram are missing. */
  getScores(): Readonly<Record<string, number>>;
}
interface Eld {
  detect(text: string): EldResult;
}

let loaded: Eld | undefined;

/**
 * The large data set (60 languages, 138 MB), loaded at the first call. The package exports it to `import` only, and
 * detection is synchronous: hence `require` (of an ES module, Node 22.12) by the file's path.
 */
function load(): Eld {
  const manifest = findPackageJSON('eld', import.meta.url);
  if (manifest === undefined) throw new Error('The package eld is not installed');
  const path = join(dirname(manifest), 'src', 'entries', 'static.large.js');
  return (createRequire(import.meta.url)(path) as { readonly eld: Eld }).eld;
}

/** eld's own score of each language for a text, 0..1, its codes. */
export function eldScores(text: string): Readonly<Record<string, number>> {
  loaded ??= load();
  return loaded.detect(text).getScores();
}
