import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type Ask, serve } from './serve.js';

type Compute = (input: unknown, ask: Ask<unknown, unknown>) => unknown;

// A thread does not share that of its process.
enableCompileCache(fileURLToPath(new URL('../../../.compiled', import.meta.url)));

/** Any computation: its module is loaded when the thread first has to do it. */
serve(async ({ module, input }: { readonly module: string; readonly input: unknown }, ask: Ask<unknown, unknown>) => {
  const { compute } = (await import(module)) as { readonly compute: Compute };
  return compute(input, ask);
});
