// The service's HTTP API as a sender of hostile files uses it: no answer is a surprise, each is an outcome.
import { setTimeout as sleep } from 'node:timers/promises';

const WAIT_S = 60;
const GIVE_UP_MS = 180_000;
const POLL_MS = 100;
const ENDED = new Set(['succeeded', 'partial', 'failed', 'cancelled']);

/** Signed in as a tenant's administrator. Access tokens run out in long runs and are asked for again. */
export async function signIn(url, credentials) {
  let token;
  const renew = async () => {
    const body = JSON.stringify(credentials);
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/v1/auth/login`, { method: 'POST', body, headers });
    token = (await answer.json()).accessToken;
    if (!token) throw new Error(`Sign-in failed: ${answer.status}`);
  };
  const request = async (method, path, { headers, ...init } = {}) => {
    const send = () =>
      fetch(url + path, { method, ...init, headers: { ...headers, authorization: `Bearer ${token}` } });
    const answer = await send();
    if (answer.status !== 401) return answer;
    await renew();
    return send();
  };
  await renew();
  return {
    request,
    get: async (path) => (await request('GET', path)).json(),
    text: async (id) => (await request('GET', `/v1/documents/${id}/text`)).text(),
  };
}

export async function newTenant(platform, url, name) {
  const admin = { email: `admin@${name}.test`, password: `a password for ${name} of some length` };
  const body = JSON.stringify({ name, slug: name, region: 'default', plan: 'standard', admin });
  const answer = await platform.request('POST', '/v1/admin/tenants', {
    body,
    headers: { 'content-type': 'application/json' },
  });
  if (answer.status !== 201) throw new Error(`No tenant was made: ${answer.status} ${await answer.text()}`);
  return signIn(url, admin);
}

/**
 * Sends a file and waits for its end: {code, seconds, document?}. `code` is the document's status, or why it failed or was
 * refused: `failed:…`, `refused:…`; what must not be is `untyped:…`, `stuck` or `broken:…`.
 */
export async function sendFile(client, { name, bytes }) {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  try {
    const form = new FormData();
    form.set('pipeline', 'read');
    form.set('file', new Blob([bytes]), name);
    const answer = await client.request('POST', `/v1/documents?wait=${WAIT_S}`, { body: form });
    const body = await answer.json();
    if (!answer.ok) return { code: refusalOf(answer.status, body), seconds: seconds() };
    const document = await ended(client, body);
    return { code: codeOf(document), seconds: readingSeconds(document) ?? seconds(), document };
  } catch (error) {
    return { code: `broken:${error.cause?.code ?? error.message}`, seconds: seconds() };
  }
}

const isCode = (code) => /^[a-z][a-z0-9_]*$/.test(code ?? '');
const refusalOf = (status, { code }) =>
  status >= 400 && status < 500 && isCode(code) ? `refused:${code}` : `untyped:${status}`;

function codeOf({ status, error }) {
  if (!ENDED.has(status)) return 'stuck';
  if (status !== 'failed') return status;
  return isCode(error?.code) ? `failed:${error.code}` : 'untyped:failed';
}

const readingSeconds = ({ createdAt, completedAt }) =>
  completedAt ? (Date.parse(completedAt) - Date.parse(createdAt)) / 1000 : null;

async function ended(client, document) {
  for (const until = Date.now() + GIVE_UP_MS; !ENDED.has(document.status) && Date.now() < until;) {
    await sleep(POLL_MS);
    document = await client.get(`/v1/documents/${document.id}`);
  }
  return document;
}

/** Waits until nothing of the tenant is under way any more; false where that does not come. */
export async function settled(client, deadlineMs = GIVE_UP_MS) {
  for (const until = Date.now() + deadlineMs; Date.now() < until; await sleep(POLL_MS)) {
    const lists = await Promise.all(
      ['queued', 'processing'].map((status) => client.get(`/v1/documents?status=${status}&limit=1`)),
    );
    if (lists.every(({ items }) => items.length === 0)) return true;
  }
  return false;
}

/** All documents of the tenant, those inside others too, by outcome. */
export async function countOutcomes(client) {
  const counts = new Map();
  for (let cursor = null; ;) {
    const page = await client.get(`/v1/documents?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    for (const document of page.items) counts.set(codeOf(document), (counts.get(codeOf(document)) ?? 0) + 1);
    cursor = page.nextCursor;
    if (!cursor) return counts;
  }
}
