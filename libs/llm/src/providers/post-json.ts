import { type Dispatcher, errors } from 'undici';
import { connections } from './connections.js';
import { headersOf } from './headers-of.js';
import { NotSent } from './not-sent.js';

export interface PostTarget {
  readonly origin: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface PostAnswer {
  readonly status: number;
  /** Of answers that are no success; nobody asks for those of others. */
  readonly headers: Headers;
  readonly text: string;
}

/** The longest answers that models give are under a tenth of that. What does not end would take all memory. */
export const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

type Fields = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2];

/**
 * One POST of a JSON text on undici's `dispatch`: without streams, `Headers` and `Response`, which cost more processor time than
 * the request itself. Rejects with the signal's reason when it aborts, else with undici's error; with `NotSent` about either where
 * nothing has gone out.
 */
export function postJson(
  { origin, path, headers }: PostTarget,
  body: string,
  signal: AbortSignal,
): Promise<PostAnswer> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new NotSent(signal.reason));
    let control: Dispatcher.DispatchController | undefined;
    let status = 0;
    let fields: Fields = {};
    const chunks: Buffer[] = [];
    let bytes = 0;
    // A request that still waits for its connection has no control yet: nobody waits for it any longer.
    const onAbort = (): void => {
      control?.abort(signal.reason as Error);
      reject(control === undefined ? new NotSent(signal.reason) : (signal.reason as Error));
    };
    signal.addEventListener('abort', onAbort, { once: true });
    connections.dispatch(
      { origin, path, method: 'POST', headers, body },
      {
        onRequestStart(controller) {
          if (signal.aborted) controller.abort(signal.reason as Error);
          else control = controller;
        },
        onResponseStart(_, statusCode, headersOfAnswer) {
          status = statusCode;
          fields = headersOfAnswer;
        },
        onResponseData(controller, chunk) {
          bytes += chunk.length;
          if (bytes > MAX_ANSWER_BYTES) controller.abort(new errors.ResponseExceededMaxSizeError());
          else chunks.push(chunk);
        },
        onResponseEnd() {
          signal.removeEventListener('abort', onAbort);
          resolve({ status, headers: status < 300 ? NO_HEADERS : headersOf(fields), text: textOf(chunks) });
        },
        onResponseError(_, error) {
          signal.removeEventListener('abort', onAbort);
          reject(control === undefined ? new NotSent(error) : error);
        },
      },
    );
  });
}

const textOf = (chunks: readonly Buffer[]): string =>
  (chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))?.toString('utf8') ?? '';

const NO_HEADERS = new Headers();
