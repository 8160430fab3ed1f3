// Loads the modules that are named, outside of threads, and writes of each which packages come with it, and whether it can compute.
import { registerHooks } from 'node:module';

/** By the module that imports, what it imports. */
const imports = new Map();
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const found = imports.get(context.parentURL) ?? new Set();
    imports.set(context.parentURL, found.add(resolved.url));
    return resolved;
  },
});

function packagesOf(entry) {
  const [reached, packages] = [new Set([entry]), new Set()];
  for (const url of reached) {
    const [, name] = /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
    if (name) packages.add(name);
    for (const next of imports.get(url) ?? []) reached.add(next);
  }
  return [...packages];
}

const found = {};
for (const entry of process.argv.slice(2)) {
  const result = await import(entry).then(
    ({ compute }) => (typeof compute === 'function' ? 'compute' : 'nothing'),
    ({ code }) => code,
  );
  found[entry] = { packages: packagesOf(entry), result };
}
process.stdout.write(JSON.stringify(found));
