import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { request } from 'undici';
import { connections } from './connections.js';
import { headersOf } from './headers-of.js';

/**
 * `fetch` for the SDKs on undici's `request`: their own transport costs several times the processor time a call. Only what
 * they use is there: method, headers, a text body, a signal; an answer that is read as a whole, or an event stream.
 */
export async function undiciFetch(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const answer = await request(url instanceof Request ? url.url : url, {
    dispatcher: connections,
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
