import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Depth of this file below the root of the checkout, in the sources; the build lies in a folder more. */
const ROOT = '../../../../';

/** The compiled entry of a reading process. Tests run the sources, and use the build that stands beside them. */
export const childEntryPath = (from: string = import.meta.url): string =>
  fileURLToPath(
    from.endsWith('.ts')
      ? new URL(`${ROOT}dist/libs/reading/src/child/main.js`, from)
      : new URL('../child/main.js', from),
  );

/** What the entry and its packages consist of. */
export function programFiles(entry: string): string[] {
  const [root = ''] = entry.split('/dist/');
  const parts = ['dist', 'node_modules', 'package.json'].map((name) => join(root, name));
  // Packages may lie behind a link; Node asks for both names.
  return [...new Set(parts.flatMap((path) => (existsSync(path) ? [path, realpathSync(path)] : [])))];
}
