// The service's HTTP API as a program uses it: every request has a deadline, and what may be repeated is.
import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readEvents } from './events.mjs';

const REQUEST_MS = 30_000;
const UPLOAD_MS = 300_000;
const DOCUMENT_MS = 600_000;
const TRIES = 5;
const POLL_MS = 500;
const REPEATABLE = new Set([429, 502, 503, 504]);
const TERMINAL = new Set(['succeeded', 'partial', 'failed', 'cancelled']);

/** Something that went wrong, with the stable code that the API gave or one of ours. */
export class DemoError extends Error {
  constructor(code, message, { status, ...options } = {}) {
    super(message, options);
    this.code = code;
    this.status = status;
  }
}

/** `credentials` is {key} or {email, password}. All requests end when `signal` does. */
export function createClient({ url, credentials, signal }) {
  const send = sender(url, signal);
  let token = credentials.key;
  let signingIn;

  /** Access tokens are short-lived: several requests that find theirs expired share one sign-in. */
  function signIn() {
    if (credentials.key) throw new DemoError('unauthenticated', 'The service does not take this key.');
    signingIn ??= send('POST', '/v1/auth/login', {
      body: JSON.stringify(credentials),
      headers: { 'content-type': 'application/json' },
    })
      .then(async (response) => {
        token = (await response.json()).accessToken;
      })
      .finally(() => {
        signingIn = undefined;
      });
    return signingIn;
  }

  async function request(method, path, { headers, ...options } = {}) {
    if (!token) await signIn();
    const withToken = () =>
      send(method, path, { ...options, headers: { ...headers, authorization: `Bearer ${token}` } });
    try {
      return await withToken();
    } catch (error) {
      if (error.status !== 401) throw error;
      await signIn();
      return withToken();
    }
  }

  const get = async (path) => (await request('GET', path)).json();

  /** Uploads a file; the key makes sure that a repeated request does not make a second document. */
  async function upload(path) {
    const form = new FormData();
    form.set('file', await openAsBlob(path), basename(path));
    const headers = { 'idempotency-key': randomUUID() };
    return (await request('POST', '/v1/documents', { body: form, headers, deadlineMs: UPLOAD_MS })).json();
  }

  /** Tells each event of a document until it has ended; answers the document. Where the stream fails, it asks. */
  async function follow(id, onEvent = () => {}) {
    const until = Date.now() + DOCUMENT_MS;
    let lastEventId;
    while (Date.now() < until) {
      try {
        const { body } = await request('GET', `/v1/documents/${id}/events`, {
          headers: { accept: 'text/event-stream', ...(lastEventId && { 'last-event-id': lastEventId }) },
          deadlineMs: until - Date.now(),
        });
        for await (const event of readEvents(body)) {
          lastEventId = event.id;
          onEvent(event.data);
        }
      } catch {
        signal.throwIfAborted();
      }
      const document = await get(`/v1/documents/${id}`);
      if (TERMINAL.has(document.status)) return document;
      await sleep(POLL_MS, undefined, { signal });
    }
    throw new DemoError('document_timeout', `not done after ${DOCUMENT_MS / 1000} s`);
  }

  return { upload, follow };
}

/** Sends requests to a service; answers responses of the 2xx kind, and repeats where the service asks for patience. */
function sender(url, signal) {
  return async (method, path, { deadlineMs = REQUEST_MS, ...init } = {}) => {
    for (let attempt = 1; ; attempt++) {
      const deadline = AbortSignal.timeout(deadlineMs);
      const options = { method, ...init, signal: AbortSignal.any([signal, deadline]) };
      const response = await fetch(url + path, options).catch((error) => {
        signal.throwIfAborted();
        if (deadline.aborted) throw new DemoError('request_timeout', `no answer in ${deadlineMs / 1000} s`);
        throw new DemoError('not_reachable', `${url}: ${reasonOf(error)}`, { cause: error });
      });
      if (response.ok) return response;
      if (!REPEATABLE.has(response.status) || attempt === TRIES) throw await problemOf(response);
      await response.body?.cancel();
      await sleep(patienceOf(response, attempt), undefined, { signal });
    }
  };
}

const reasonOf = (error) => error.cause?.code ?? error.cause?.message ?? error.message;

function patienceOf(response, attempt) {
  const seconds = Number(response.headers.get('retry-after'));
  return Math.min(seconds > 0 ? seconds * 1000 : 250 * 2 ** attempt, 60_000);
}

async function problemOf(response) {
  const { status } = response;
  const text = await response.text();
  try {
    const { code, detail, title } = JSON.parse(text);
    return new DemoError(code ?? `http_${status}`, detail ?? title ?? '', { status });
  } catch {
    return new DemoError(`http_${status}`, response.statusText, { status });
  }
}
