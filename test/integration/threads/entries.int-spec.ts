import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const loader = fileURLToPath(new URL('load-entry.mjs', import.meta.url));
const modules = globSync('dist/{apps,libs}/**/*.thread.js', { cwd: root });
const computing = 'dist/libs/threads/src/computing.thread.js';

it('are found, and so is the entry that computes them', () => {
  expect(modules.length).toBeGreaterThan(1);
  expect(modules).toContain(computing);
});

interface Loaded {
  readonly packages: readonly string[];
  readonly result: string;
}

const urlOf = (module: string): string => pathToFileURL(`${root}/${module}`).href;
const loaded = JSON.parse(
  execFileSync(process.execPath, [loader, ...modules.map(urlOf)], { encoding: 'utf8' }),
) as Readonly<Record<string, Loaded>>;

// Each thread has a copy of its own of all that it loads: of the framework and the database that would be 100 MB.
it.each(modules)('%s loads no framework, no database and no engine', (module) => {
  const { packages, result } = loaded[urlOf(module)] as Loaded;
  expect(result).toBe(module === computing ? 'not_a_thread' : 'compute');
  expect(packages.filter((name) => /^@nestjs\/|^(typeorm|pg|bull|redis|openai|onnxruntime-node)$/.test(name))).toEqual(
    [],
  );
});

it('would be found out', () => {
  const others = Object.values(loaded).filter(({ packages }) => packages.length > 0);
  expect(others.length).toBeGreaterThan(1);
});
