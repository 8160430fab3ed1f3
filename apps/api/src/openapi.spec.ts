import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

// OpenAPI names a schema after its class: of two classes with one name, one would stand for both.
it('no two classes of the HTTP API have one name', () => {
  const names = globSync('apps/api/src/**/http/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^(?:export )?class (\w+)/gm)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
