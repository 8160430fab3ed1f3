import { request } from 'undici';

/**
 * `fetch` for the openai SDK on undici's `request`: its own transport costs several times the processor time a call.
 * Only what the SDK uses is there: method, headers, a text body, a signal, and an answer that is read as a whole.
 */
export async function undiciFetch(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const headers = Object.fromEntries(new Headers(init.headers).entries());
  const answer = await request(url instanceof Request ? url.url : url, {
    method: (init.method ?? 'GET') as 'GET' | 'POST',
    headers,
    body: typeof init.body === 'string' ? init.body : null,
    signal: init.signal ?? undefined,
  });
  const fields = Object.entries(answer.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as [string, string]],
  );
  return new Response(await answer.body.text(), { status: answer.statusCode, headers: fields });
}
