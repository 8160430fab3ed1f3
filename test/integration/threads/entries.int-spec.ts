import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const loader = fileURLToPath(new URL('load-entry.mjs', import.meta.url));
const entries = globSync('dist/apps/**/*.thread.js', { cwd: root });

it('are found', () => expect(entries.length).toBeGreaterThan(0));

// Each thread has a copy of its own of all that it loads: of the framework and the database that would be 100 MB.
it.each(entries)('%s loads no framework, no database and no engine', (entry) => {
  const loaded = JSON.parse(
    execFileSync(process.execPath, [loader, pathToFileURL(`${root}/${entry}`).href], { encoding: 'utf8' }),
  ) as { readonly packages: readonly string[]; readonly error: string | null };
  expect(loaded.error).toBe('not_a_thread');
  expect(
    loaded.packages.filter((name) => /^@nestjs\/|^(typeorm|pg|bull|redis|openai|onnxruntime-node)$/.test(name)),
  ).toEqual([]);
});
