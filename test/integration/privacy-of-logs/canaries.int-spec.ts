import { startTracing } from '@app/observability';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import pg from 'pg';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TABLE_RULES, tablesThat } from '../../../apps/api/src/lifecycle/domain/table-rules.js';
import type { DocumentBody } from '../../support/api-client.js';
import { startTestApp, type TestApp, type TestTenant } from '../../support/app.js';
import { Doors } from './doors.js';
import { type EchoingProvider, startEchoingProvider } from './echoing-provider.js';
import { PERSONAL, personalIn } from './personal-canaries.js';

/** Everything that the service logs, at the level that tells most. */
const log: string[] = [];

vi.mock('@app/observability', async (original) => {
  const actual = await original<typeof import('@app/observability')>();
  class Log extends actual.Log {
    constructor() {
      super({ level: 'trace', pretty: false }, { write: (line) => void log.push(line) });
    }
  }
  return { ...actual, Log };
});

/** Everything that leaves the service as spans. */
const spans: ReadableSpan[] = [];
const spanExporter: SpanExporter = {
  export: (exported, done) => {
    spans.push(...exported);
    done({ code: 0 });
  },
  shutdown: async () => {},
};

/** A word of its own for each place that a text can come in by. None of them may turn up anywhere but in the truth. */
const CANARIES = {
  text: 'zyxtextwvu',
  filename: 'zyxfilewvu',
  metadata: 'zyxmetawvu',
  sender: 'zyxsenderwvu',
  subject: 'zyxsubjectwvu',
  mail: 'zyxmailwvu',
  attachment: 'zyxattachwvu',
  broken: 'zyxbrokenwvu',
  question: 'zyxquestionwvu',
  body: 'zyxbodywvu',
  query: 'zyxquerywvu',
  header: 'zyxheaderwvu',
  password: 'zyxpasswordwvu',
  person: 'zyxpersonwvu',
} as const;

const TRACED = { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', baggage: 'a=zyxheaderwvu' };

/** The canaries in a text. Encodings that hide words are undone as far as they are used here. */
const foundIn = (text: string): string[] => {
  const decoded = text.replaceAll(
    /[A-Za-z0-9+/_-]{24,}={0,2}/g,
    (run) => `${run} ${Buffer.from(run, 'base64').toString()}`,
  );
  return [
    ...Object.values(CANARIES).filter((canary) => decoded.toLowerCase().includes(canary)),
    ...personalIn(text).map(({ value }) => value),
  ];
};

const MAIL = [
  `From: ${CANARIES.sender} <${CANARIES.sender}@example.test>`,
  'To: service@example.test',
  `Subject: Complaint about ${CANARIES.subject}`,
  'Date: Mon, 02 Nov 2026 10:00:00 +0000',
  'Message-ID: <1@example.test>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain',
  '',
  `Please refund the order ${CANARIES.mail} by 10 November 2026. My phone is +49 30 1234567.`,
  '--b',
  'Content-Type: text/plain',
  `Content-Disposition: attachment; filename="${CANARIES.attachment}.txt"`,
  '',
  `Delivery note ${CANARIES.attachment}`,
  '--b--',
  '',
].join('\r\n');

const INVOICE = `INVOICE\nInvoice number: ${CANARIES.text}-1\nBill to: ${CANARIES.text} GmbH\nTotal: EUR 60.30\n`;
const BROKEN_PDF = `%PDF-1.7\n1 0 obj << /Title (${CANARIES.broken}) >>\n${CANARIES.broken}\n%%EOF`;
const BROKEN_ARCHIVE = `PK\u0003\u0004${CANARIES.broken}`;

describe('what comes in', () => {
  let test: TestApp;
  let tenant: TestTenant;
  let provider: EchoingProvider;
  let owner: pg.Client;
  let watcher: ReturnType<typeof createClient>;
  /** Every command that Redis was sent meanwhile. */
  const commands: string[] = [];
  const printed: string[] = [];
  const problems: { status: number; text: string }[] = [];
  const documents: DocumentBody[] = [];
  let doors: Doors;
  let stopTracing: () => Promise<void>;

  beforeAll(async () => {
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation((text) => Boolean(printed.push(String(text))));
    stopTracing = await startTracing(true, spanExporter);
    provider = await startEchoingProvider();
    test = await startTestApp('all', {
      LOG_LEVEL: 'trace',
      READING_PROCESSES: '1',
      LLM_BASE_URL: `${provider.url}/v1`,
      LLM_API_KEY: 'sk-echo',
      LLM_MODEL: 'small',
      LLM_TIMEOUT_MS: '150',
      LLM_WORK_SECONDS: '1',
      LLM_PROBE_EVERY_MS: '100',
    });
    tenant = await test.newTenant();
    owner = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
    await owner.connect();
    // Jobs and events are gone once they are done: this keeps each state that they ever had.
    await owner.query(`
      CREATE TABLE seen (source text, row_text text);
      CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
        $$ BEGIN INSERT INTO public.seen VALUES (TG_TABLE_NAME, row_to_json(NEW)::text); RETURN NEW; END $$;
      CREATE TRIGGER keep AFTER INSERT OR UPDATE ON jobs FOR EACH ROW EXECUTE FUNCTION keep();
      CREATE TRIGGER keep AFTER INSERT OR UPDATE ON outbox_events FOR EACH ROW EXECUTE FUNCTION keep();
      CREATE TRIGGER keep AFTER INSERT OR UPDATE ON document_events FOR EACH ROW EXECUTE FUNCTION keep();`);
    watcher = createClient({ url: process.env['REDIS_URL']! });
    await watcher.connect();
    await watcher.monitor((command) => void commands.push(String(command)));
    await useTheService();
    doors = new Doors(tenant, owner);
    await doors.all();
    for (const { status, body, headers } of doors.answers)
      if (status >= 400 && status < 500) problems.push({ status, text: JSON.stringify([body, [...headers]]) });
    documents.push(...doors.documents);
    await stopTracing();
  });
  afterAll(async () => {
    watcher.destroy();
    await owner.end();
    await test.close();
    await provider.stop();
    vi.restoreAllMocks();
  });

  async function useTheService(): Promise<void> {
    const { api } = tenant;
    const metadata = { project: CANARIES.metadata };
    const uploads = [
      { name: `${CANARIES.filename}.txt`, bytes: INVOICE },
      { name: `${CANARIES.filename}.eml`, bytes: MAIL },
      { name: `${CANARIES.filename}.pdf`, bytes: BROKEN_PDF },
      { name: `${CANARIES.filename}.docx`, bytes: BROKEN_ARCHIVE },
    ];
    for (const file of uploads) {
      const { body } = await api.upload(file, { metadata }, { headers: { 'x-tracking': CANARIES.header } });
      if (body.id !== undefined) documents.push(body);
    }
    const json = { 'content-type': 'application/json' };
    const requests: [string, string, RequestInit][] = [
      [
        'POST',
        '/v1/triage',
        {
          body: JSON.stringify({ from: `${CANARIES.sender}@a.test`, subject: CANARIES.subject, text: CANARIES.mail }),
          headers: json,
        },
      ],
      [
        'POST',
        '/v1/queries',
        { body: JSON.stringify({ question: `What is ${CANARIES.question} of ${CANARIES.text}?` }), headers: json },
      ],
      ['POST', '/v1/search', { body: JSON.stringify({ query: CANARIES.question }), headers: json }],
      [
        'POST',
        '/v1/privacy/redact',
        { body: JSON.stringify({ text: `${CANARIES.person}@example.test`, mode: 'mask' }), headers: json },
      ],
      [
        'POST',
        '/v1/users',
        {
          body: JSON.stringify({
            email: `${CANARIES.person}@a.test`,
            password: `${CANARIES.password} long`,
            role: 'viewer',
          }),
          headers: json,
        },
      ],
      ['GET', `/v1/documents?q=${CANARIES.query}`, {}],
    ];
    for (const [method, path, init] of requests) {
      const { status } = await api.request(method, path, init);
      if (status >= 400) throw new Error(`${method} ${path.split('?')[0]} answered ${status}`);
    }
    const failures: [string, string, RequestInit][] = [
      ['POST', '/v1/queries', { body: `{"question": "${CANARIES.body}`, headers: json }],
      [
        'POST',
        '/v1/users',
        {
          body: JSON.stringify({ email: CANARIES.body, password: CANARIES.password, role: CANARIES.body }),
          headers: json,
        },
      ],
      [
        'POST',
        '/v1/users',
        {
          body: JSON.stringify({
            email: `${CANARIES.person}@a.test`,
            password: `${CANARIES.password} long`,
            role: 'viewer',
          }),
          headers: json,
        },
      ],
      [
        'POST',
        '/v1/privacy/redact',
        { body: JSON.stringify({ text: `${CANARIES.body}\u0000`, mode: CANARIES.body }), headers: json },
      ],
      [
        'POST',
        '/v1/auth/login',
        { body: JSON.stringify({ email: `${CANARIES.person}@a.test`, password: CANARIES.password }), headers: json },
      ],
      ['GET', `/v1/documents?q=${CANARIES.query}%00`, {}],
      ['GET', '/v1/documents?limit=x', { headers: { ...TRACED, tracestate: `a=${CANARIES.header}` } }],
      ['GET', `/v1/documents?cursor=${CANARIES.query}`, {}],
      ['GET', `/v1/documents/${CANARIES.query}`, {}],
      ['GET', `/${CANARIES.query}/%zz`, {}],
      ['GET', '/v1/documents', { headers: { authorization: `Bearer ${CANARIES.header}` } }],
      ['GET', '/v1/documents', { headers: { authorization: `Bearer dsr_${CANARIES.header}_${CANARIES.header}` } }],
      [
        'POST',
        '/v1/documents',
        { body: CANARIES.body, headers: { 'content-type': `multipart/form-data; boundary=${CANARIES.header}` } },
      ],
      ['POST', '/v1/users', { body: '{}', headers: { ...json, 'idempotency-key': `two words ${CANARIES.header}` } }],
    ];
    for (const [method, path, init] of failures) {
      const own = new Headers(init.headers).has('authorization');
      const answer = await (own ? api.as('') : api).request(method, path, init);
      problems.push({ status: answer.status, text: JSON.stringify([answer.body, [...answer.headers]]) });
    }
  }

  it('is understood, or refused with a reason: the service has really seen it', async () => {
    expect(documents.map(({ status }) => status)).toEqual(expect.arrayContaining(['succeeded', 'failed']));
    expect(documents.find(({ filename }) => filename.endsWith('.eml'))?.email?.subject).toContain(CANARIES.subject);
    const { body: text } = await tenant.api.get<string>(`/v1/documents/${documents[0]!.id}/text`);
    expect(text).toContain(CANARIES.text);
    const { rows } = await owner.query<{ n: number }>('SELECT count(*)::int AS n FROM runs');
    expect(rows[0]!.n).toBeGreaterThan(3);
  });

  it('is not in the log, at any level', () => {
    const events = log.map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(events.filter((event) => event === 'http.request').length).toBeGreaterThan(20);
    expect(events).toContain('job.failed');
    expect(log.filter((line) => foundIn(line).length > 0)).toEqual([]);
  });

  it('is not printed past the log', () => {
    expect(printed.filter((text) => foundIn(text).length > 0)).toEqual([]);
  });

  it('is not in Redis, not even for a moment', async () => {
    expect(commands.filter((command) => command.includes('documents.read-document')).length).toBeGreaterThan(3);
    expect(commands.filter((command) => foundIn(command).length > 0)).toEqual([]);
    const client = createClient({ url: process.env['REDIS_URL']! });
    await client.connect();
    const kept: string[] = [];
    try {
      for await (const keys of client.scanIterator({ COUNT: 500 }))
        for (const key of keys) kept.push(key, String(await client.dump(key)));
    } finally {
      client.destroy();
    }
    expect(kept.length).toBeGreaterThan(4);
    expect(kept.filter((text) => foundIn(text).length > 0)).toEqual([]);
  });

  it('is not in spans, of whatever failed or was slow', () => {
    const sent = spans.map((span) => ({
      scope: span.instrumentationScope.name.replace('@opentelemetry/instrumentation-', ''),
      text: JSON.stringify([
        span.name,
        span.attributes,
        span.status,
        span.events,
        span.links,
        span.resource.attributes,
        span.spanContext().traceState?.serialize(),
      ]),
      kind: span.kind,
      failed: span.status.code === 2,
    }));
    const inAndOut = (scope: string) => new Set(sent.filter((one) => one.scope === scope).map(({ kind }) => kind));
    expect([...inAndOut('http')]).toContain(1);
    for (const scope of ['undici', 'pg', 'ioredis']) expect([...inAndOut(scope)], scope).toContain(2);
    expect(new Set(sent.filter(({ failed }) => failed).map(({ scope }) => scope))).toEqual(
      new Set(['http', 'undici', 'pg']),
    );
    const texts = [...new Set(sent.map(({ text }) => text))].join('\n');
    expect(texts).toContain('"http.route":"/v1/documents/:id"');
    expect(texts).toContain('"dossier.error_code":"not_found"');
    expect(foundIn(texts)).toEqual([]);
  });

  it('is not in jobs, nor in events', async () => {
    const { rows } = await owner.query<{ source: string; row_text: string }>('SELECT * FROM seen');
    expect(new Set(rows.map(({ source }) => source))).toEqual(new Set(['jobs', 'outbox_events', 'document_events']));
    expect(rows.filter(({ row_text }) => foundIn(row_text).length > 0)).toEqual([]);
  });

  it('is not in the answers of refused requests', () => {
    expect(problems.length).toBeGreaterThan(250);
    expect(problems.every(({ status }) => status >= 400 && status < 500)).toBe(true);
    expect(problems.filter(({ text }) => foundIn(text).length > 0)).toEqual([]);
  });

  it('is not in answers about work that failed, nor in dead letters', async () => {
    const failures = doors.answers.filter(({ status }) => status >= 500);
    expect(failures.map(({ status }) => status)).toContain(500);
    const { items } = doors.deadLetters!.body as { items: { errorCode: string }[] };
    expect(items.map(({ errorCode }) => errorCode).sort()).toEqual(['internal_error', 'reader_crashed']);
    expect(foundIn(JSON.stringify([failures, items]))).toEqual([]);
  });

  it('has been to a provider of models that quotes it in each of its failures', () => {
    expect(provider.asked.length).toBeGreaterThan(10);
    expect(new Set(provider.asked.flatMap((text) => personalIn(text))).size).toBeGreaterThan(100);
  });

  it('is in no table that is said to hold no text of persons', async () => {
    const tables = tablesThat('nothing', Object.keys(TABLE_RULES));
    expect(tables).toEqual(expect.arrayContaining(['jobs', 'llm_calls', 'audit_entries', 'erasures', 'usage_ledger']));
    let rows = 0;
    for (const table of tables) {
      const { rows: texts } = await owner.query<{ text: string }>(
        `SELECT row_to_json(t)::text AS text FROM ${table} t`,
      );
      rows += texts.length;
      expect(foundIn(texts.map(({ text }) => text).join('\n')), table).toEqual([]);
    }
    expect(rows).toBeGreaterThan(500);
  });

  it('is not in the reasons why a document failed', () => {
    const reasons = documents.map(({ error, receipt }) => JSON.stringify([error, receipt?.pages]));
    expect(reasons.some((reason) => reason.includes('"code"'))).toBe(true);
    expect(reasons.filter((reason) => foundIn(reason).length > 0)).toEqual([]);
  });

  it('is not in the metrics, nor is the tenant', async () => {
    const { body, status } = await tenant.api.as('').get<unknown>('/metrics');
    const text = String(body);
    expect(status).toBe(200);
    expect(text).toContain('dossier_http_request_duration_seconds_count');
    expect(foundIn(text)).toEqual([]);
    expect(text).not.toContain(tenant.slug);
    expect(text).not.toContain(tenant.id.replace(/^ten_/, ''));
    expect(text).not.toMatch(/="[^"]*[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/);
  });

  it('would be found: the search for it works', () => {
    expect(foundIn(`x ${CANARIES.text.toUpperCase()} y`)).toEqual([CANARIES.text]);
    expect(foundIn(Buffer.from(`some more words and ${CANARIES.mail}`).toString('base64'))).toEqual([CANARIES.mail]);
    expect(foundIn('nothing')).toEqual([]);
    for (const canary of PERSONAL) {
      expect(personalIn(`a:${canary.value};`), canary.value).toContain(canary);
      expect(personalIn(encodeURIComponent(`?q=${canary.value}`)), canary.value).toContain(canary);
      expect(personalIn(JSON.stringify({ q: `\n${canary.value}\n` })), canary.value).toContain(canary);
    }
    expect(PERSONAL).toHaveLength(1_000);
    expect(new Set(PERSONAL.map(({ value }) => value)).size).toBe(1_000);
  });
});
