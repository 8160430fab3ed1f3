import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll } from 'vitest';

const CHANNEL = 'dossier:database:second-connection';
const seen = new Set<string>();
const note = (error: unknown): void => void seen.add((error as Error).stack ?? '');

/** Under load, work in a transaction that waits for another connection of its pool may wait for itself. */
beforeAll(() => subscribe(CHANNEL, note));
afterAll(() => {
  unsubscribe(CHANNEL, note);
  const found = [...seen];
  seen.clear();
  if (found.length > 0) throw new Error(found.join('\n\n'));
});
