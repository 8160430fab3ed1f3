// Loads the module that is named, outside of a thread, and writes which packages came with it.
import { registerHooks } from 'node:module';

const packages = new Set();
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const [, name] = /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(resolved.url) ?? [];
    if (name) packages.add(name);
    return resolved;
  },
});
const error = await import(process.argv[2]).then(
  () => null,
  ({ code }) => code,
);
process.stdout.write(JSON.stringify({ packages: [...packages], error }));
