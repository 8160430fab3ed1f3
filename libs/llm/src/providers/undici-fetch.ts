import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { type Dispatcher, request } from 'undici';
import { connections } from './connections.js';
import { headersOf } from './headers-of.js';
import { NotSent } from './not-sent.js';

/** Tells errors that are met before anything has gone out. */
const tellingUnsent: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) => {
  let hasBegun = false;
  return dispatch(options, {
    onRequestStart(...start) {
      hasBegun = true;
      handler.onRequestStart?.(...start);
    },
    onResponseStart: (...head) => handler.onResponseStart?.(...head),
    onResponseData: (...piece) => handler.onResponseData?.(...piece),
    onResponseEnd: (...end) => handler.onResponseEnd?.(...end),
    onResponseError: (control, error) => handler.onResponseError?.(control, hasBegun ? error : new NotSent(error)),
  });
};
const dispatcher = connections.compose(tellingUnsent);

/**
 * `fetch` for the SDKs on undici's `request`: their own transport costs several times the processor time a call. Only what
 * they use is there: method, headers, a text body, a signal; an answer that is read as a whole, or an event stream.
 */
export function undiciFetch(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const { signal } = init;
  if (!signal) return fetched(url, init);
  return new Promise((resolve, reject) => {
    // A request that waits for its connection hears of no signal before it has one.
    const onAbort = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
    fetched(url, init)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', onAbort));
  });
}

async function fetched(url: string | URL | Request, init: RequestInit): Promise<Response> {
  const answer = await request(url instanceof Request ? url.url : url, {
    dispatcher,
    method: (init.method ?? 'GET') as 'GET' | 'POST',
    headers:
      init.headers instanceof Headers ? Object.fromEntries(init.headers) : (init.headers as Record<string, string>),
    body: typeof init.body === 'string' ? init.body : null,
    signal: init.signal ?? undefined,
  });
  const headers = headersOf(answer.headers);
  const isStream = headers.get('content-type')?.includes('event-stream') === true;
  const body = isStream ? (Readable.toWeb(answer.body) as ReadableStream<Uint8Array>) : await answer.body.text();
  return new Response(body as ConstructorParameters<typeof Response>[0], { status: answer.statusCode, headers });
}
