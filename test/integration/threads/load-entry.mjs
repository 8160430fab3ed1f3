// Loads the module that is named, outside of a thread, and writes which packages came with it, and whether it can compute.
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
const result = await import(process.argv[2]).then(
  ({ compute }) => (typeof compute === 'function' ? 'compute' : 'nothing'),
  ({ code }) => code,
);
process.stdout.write(JSON.stringify({ packages: [...packages], result }));
