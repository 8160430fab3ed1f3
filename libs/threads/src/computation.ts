import { pathToFileURL } from 'node:url';
import { threadEntry } from './thread-pool.js';

type Compute = (input: never, ask: never) => unknown;

/** What threads can compute: a built module that exports it as `compute`. `C` is the type of that function. */
export interface Computation<C extends Compute> {
  /** URL of the module. */
  readonly module: string;
  /** Never there: it carries the type. */
  readonly compute?: C;
}

/** The computation in the module at `path` from the module `from`: `computation<typeof compute>(import.meta.url, 'fields.thread.js')`. */
export const computation = <C extends Compute>(from: string, path: string): Computation<C> => ({
  module: pathToFileURL(threadEntry(from, path)).href,
});
