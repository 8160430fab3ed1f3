import type { Log } from '@app/observability';

/**
 * Ends the process at an error that nobody caught, as Node would, and tells of it as of any other error: its type and where it was
 * thrown. Node would print its message, which may quote a document.
 */
export function endAtCrash(log: Log): void {
  process.once('uncaughtException', (error) => {
    log.error('process.crashed', { err: error });
    process.exit(1);
  });
}
