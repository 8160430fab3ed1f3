import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Agent, type Dispatcher, request } from 'undici';

/**
 * Connections to providers: many at once, kept for a while. Time limits are those of the attempt's signal; what is set here
 * only ends sockets that no signal watches.
 */
const dispatcher = new Agent({
  connections: 512,
  keepAliveTimeout: 30_000,
  headersTimeout: 600_000,
  bodyTimeout: 600_000,
});

const headersOf = (fields: Dispatcher.ResponseData['headers']): Headers => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return headers;
};

/**
 * `fetch` for the SDKs on undici's `request`: their own transport costs several times the processor time a call. Only what
 * they use is there: method, headers, a text body, a signal; an answer that is read as a whole, or an event stream.
 */
export async function undiciFetch(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
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
