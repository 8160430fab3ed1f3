import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient, DocumentBody } from '../../support/api-client.js';
import type { Deployment } from '../../support/e2e.js';

const INVOICE = [
  'Example Traders Ltd',
  '1 Harbour Road, Bristol BS1 4ST',
  '',
  'INVOICE',
  'Invoice number: EX-2026-0815',
  'Invoice date: 5 March 2026',
  'Due date: 4 April 2026',
  '',
  'Description   Quantity   Unit price   Amount',
  'Copper pipe   10   12.50   125.00',
  'Fittings   4   6.25   25.00',
  '',
  'Subtotal   150.00',
  'VAT 20%   30.00',
  'Total   GBP 180.00',
  '',
].join('\n');

const invoice = (n = 0) => ({ name: `invoice-${n}.txt`, bytes: INVOICE.replace('0815', String(1000 + n)) });

interface SseEvent {
  readonly id: number;
  readonly status: string;
  readonly stage: string;
}

async function readEvents(api: ApiClient, path: string, lastEventId?: number): Promise<SseEvent[]> {
  const response = await fetch(api.url + path, {
    headers: {
      authorization: `Bearer ${api.token}`,
      ...(lastEventId !== undefined && { 'last-event-id': String(lastEventId) }),
    },
    signal: AbortSignal.timeout(30_000),
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const text = await response.text();
  return [...text.matchAll(/id: (\d+)\nevent: stage\ndata: (.+)\n\n/g)].map(([, id, data]) => ({
    id: Number(id),
    ...(JSON.parse(data!) as { status: string; stage: string }),
  }));
}

export const documents = (running: () => Deployment): void => {
  describe('documents', () => {
    let deployment: Deployment;
    let api: ApiClient;

    beforeAll(async () => {
      deployment = running();
      api = (await deployment.newTenant()).api;
    });

    it('are understood, with evidence for each value', async () => {
      const { status, headers, body } = await api.upload(invoice(), { metadata: { order: 7 } });
      expect([status, body.status, body.stage]).toEqual([200, 'succeeded', 'indexed']);
      expect(headers.get('location')).toBe(`/v1/documents/${body.id}`);
      expect(body.classification).toMatchObject({ type: 'invoice', industry: 'finance' });
      const { body: text } = await api.get<string>(`/v1/documents/${body.id}/text`);
      const total = body.extraction?.fields.find(({ name }) => name === 'total');
      expect(total).toMatchObject({ value: '180.00', currency: 'GBP' });
      const { span, quote, page } = total!.grounding!;
      expect(quote).toContain('180.00');
      expect(text.slice(...span)).toContain('180.00');
      expect(page).toBe(1);
      expect(body.receipt).toMatchObject({ pages: { total: 1, read: 1, failed: 0 }, truncated: false });
    });

    it('are accepted at once without ?wait, and followed by events that can be resumed', async () => {
      const { status, headers, body } = await api.upload(invoice(1), {}, { path: '/v1/documents' });
      expect([status, body.status, headers.get('retry-after')]).toEqual([202, 'queued', '1']);
      const events = await readEvents(api, `/v1/documents/${body.id}/events`);
      expect(events.map(({ stage }) => stage)).toEqual(['received', 'read', 'classified', 'understood', 'indexed']);
      expect(events.at(-1)?.status).toBe('succeeded');
      const resumed = await readEvents(api, `/v1/documents/${body.id}/events`, events[1]!.id);
      expect(resumed).toEqual(events.slice(2));
      expect(await readEvents(api, `/v1/documents/${body.id}/events`, events.at(-1)!.id)).toEqual([]);
    });

    it('give back the very bytes, as a download that no browser will run', async () => {
      const { body } = await api.upload({
        name: 'page <b>.html',
        bytes: '<p>Hello <script>alert(1)</script>there, dear reader.</p>',
      });
      const { headers, body: bytes } = await api.get<string>(`/v1/documents/${body.id}/content`);
      expect(bytes).toContain('alert(1)');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''page%20/);
      expect(headers.get('content-type')).toBe('application/octet-stream');
      const { body: text } = await api.get<string>(`/v1/documents/${body.id}/text`);
      expect(text).toContain('Hello');
      expect(text).not.toContain('alert');
    });

    it('answer the same file from the first result', async () => {
      const { body: first } = await api.upload(invoice(2));
      const { body: second } = await api.upload({ ...invoice(2), name: 'again.txt' });
      expect(second.duplicateOf).toBe(first.id);
      expect(second.id).not.toBe(first.id);
      expect(second.status).toBe('succeeded');
      const values = (document: DocumentBody) => document.extraction?.fields.map(({ name, value }) => [name, value]);
      expect(values(second)).toEqual(values(first));
      expect(JSON.stringify(second.extraction)).not.toContain(first.id);
      const { body: third } = await api.upload(invoice(2), {}, { path: '/v1/documents' });
      expect(third).toMatchObject({ duplicateOf: first.id, status: 'succeeded', stage: 'indexed' });
      const found = async () => {
        const filter = { documentIds: [first.id, second.id, third.id] };
        const { body } = await api.post<{ hits: { documentId: string }[] }>('/v1/search', { query: 'invoice', filter });
        return new Set(body.hits.map(({ documentId }) => documentId)).size;
      };
      expect(await found()).toBe(3);
      expect((await api.delete(`/v1/documents/${first.id}`)).status).toBe(200);
      expect(await found()).toBe(2);
      const { body: other } = await api.upload(invoice(2), { pipeline: 'classify' });
      expect(other).toMatchObject({ duplicateOf: null, stage: 'classified', extraction: null });
    });

    it('are made once for one idempotency key, however many ask at once', async () => {
      const send = (n: number) =>
        api.upload(invoice(n), {}, { path: '/v1/documents', headers: { 'idempotency-key': 'the-same-key' } });
      const answers = await Promise.all(Array.from({ length: 20 }, () => send(3)));
      const made = answers.filter(({ status }) => status === 202);
      expect(answers.filter(({ status }) => status !== 202).every(({ status }) => status === 409)).toBe(true);
      expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
      const replay = await send(3);
      expect([replay.body.id, replay.headers.get('idempotent-replayed')]).toEqual([made[0]!.body.id, 'true']);
      const { status, body } = await api.upload<{ code: string }>(
        invoice(4),
        {},
        { headers: { 'idempotency-key': 'the-same-key' } },
      );
      expect([status, body.code]).toEqual([422, 'idempotency_key_reused']);
    });

    it('are listed in pages, by status, type and name', async () => {
      const { api: fresh } = await deployment.newTenant();
      for (let n = 0; n < 5; n++) await fresh.upload(invoice(n), { pipeline: 'classify' });
      const names: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { body }: { body: { items: { filename: string }[]; nextCursor: string | null } } = await fresh.get(
          `/v1/documents?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
        );
        names.push(...body.items.map(({ filename }) => filename));
        cursor = body.nextCursor;
      }
      expect(names).toEqual([4, 3, 2, 1, 0].map((n) => `invoice-${n}.txt`));
      const count = async (query: string) =>
        (await fresh.get<{ items: unknown[] }>(`/v1/documents?${query}`)).body.items.length;
      expect([
        await count('status=succeeded'),
        await count('status=failed'),
        await count('type=invoice'),
        await count('q=ICE-3'),
      ]).toEqual([5, 0, 5, 1]);
    });

    it('keep each run as it was when they are processed again', async () => {
      const { body } = await api.upload(invoice(5));
      const runs = async () =>
        (await api.get<{ items: { id: string; kind: string }[] }>(`/v1/documents/${body.id}/runs`)).body.items;
      const before = await runs();
      const { status, body: again } = await api.post<DocumentBody>(`/v1/documents/${body.id}/reprocess?wait=30`, {
        from: 'understand',
      });
      expect([status, again.status]).toEqual([200, 'succeeded']);
      const after = await runs();
      expect(after.slice(0, before.length)).toEqual(before);
      expect(after.slice(before.length).map(({ kind }) => kind)).toEqual(['extract']);
      expect(again.extraction?.runId).toBe(after.at(-1)?.id);
      const { body: run } = await api.get<{ result: { fields: unknown[] } }>(`/v1/runs/${before.at(-1)!.id}`);
      expect(run.result.fields.length).toBeGreaterThan(5);
    });

    it('are erased with all that hangs on them, with a receipt', async () => {
      const { body } = await api.upload(invoice(6));
      const { status, body: receipt } = await api.delete<{
        documents: number;
        rows: Record<string, number>;
        files: number;
      }>(`/v1/documents/${body.id}`);
      expect(status).toBe(200);
      expect(receipt).toMatchObject({ documents: 1, files: 1, rows: { documents: 1, readings: 1, stored_files: 1 } });
      expect(receipt.rows['runs']).toBeGreaterThanOrEqual(3);
      expect(receipt.rows['chunks']).toBeGreaterThanOrEqual(1);
      for (const part of ['', '/text', '/content', '/runs', '/events'])
        expect((await api.get(`/v1/documents/${body.id}${part}`)).status).toBe(404);
      expect((await api.delete(`/v1/documents/${body.id}`)).status).toBe(404);
    });

    it('can be cancelled while they wait, and not after they have ended', async () => {
      const { body } = await api.upload(invoice(7));
      const { status, body: problem } = await api.post<{ code: string }>(`/v1/documents/${body.id}/cancel`);
      expect([status, problem.code]).toEqual([409, 'document_ended']);
    });

    it('take e-mails with their attachments as children', async () => {
      const eml = [
        'From: Buyer <buyer@example.test>',
        'To: service@example.test',
        'Subject: Wrong invoice',
        'Date: Thu, 05 Mar 2026 09:00:00 +0000',
        'Message-ID: <m1@example.test>',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=x',
        '',
        '--x',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Dear team,\r\n\r\nthe attached invoice EX-2026-9000 is wrong. Please send a corrected one by 20 March 2026.\r\n\r\nKind regards\r\nBuyer',
        '--x',
        'Content-Type: text/plain; name=invoice.txt',
        'Content-Disposition: attachment; filename=invoice.txt',
        '',
        INVOICE.replace('0815', '9000').replaceAll('\n', '\r\n'),
        '--x--',
        '',
      ].join('\r\n');
      const { body } = await api.upload({ name: 'mail.eml', bytes: eml });
      expect(body).toMatchObject({ status: 'succeeded', email: { subject: 'Wrong invoice' } });
      expect(body.extraction).toMatchObject({ schemaId: 'sch_invoice' });
      expect(body.extraction?.fields.find(({ name }) => name === 'invoiceNumber')?.value).toBe('EX-2026-9000');
      expect(body.email?.from).toContain('buyer@example.test');
      expect(body.triage).toMatchObject({ documentId: body.id, language: { code: 'en' } });
      expect(body.children).toMatchObject([{ filename: 'invoice.txt', role: 'attachment' }]);
      const child = await api.settled(body.children[0]!.id);
      expect(child).toMatchObject({ parentId: body.id, status: 'succeeded', classification: { type: 'invoice' } });
    });

    describe('refuse', () => {
      const garbage = Uint8Array.from({ length: 4_000 }, (_, i) => (i * 7_919 + ((i * i) % 251)) % 256);

      it.each([
        ['an empty file', { name: 'a.txt', bytes: '' }, {}, 422, 'empty_file'],
        ['content of no known type', { name: 'a.pdf', bytes: garbage }, {}, 415, 'unsupported_media_type'],
        [
          'a wrong option',
          { name: 'a.txt', bytes: 'text of some length' },
          { pipeline: 'everything' },
          400,
          'invalid_input',
        ],
        [
          'metadata that is no object',
          { name: 'a.txt', bytes: 'text of some length' },
          { metadata: '[1' },
          400,
          'invalid_input',
        ],
      ])('%s', async (_, file, fields, status, code) => {
        const answer = await api.upload<{ code: string; requestId: string }>(file, fields);
        expect([answer.status, answer.body.code]).toEqual([status, code]);
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
        expect(answer.headers.get('x-request-id')).toBe(answer.body.requestId);
      });

      it('no form for a field too many, which has no effect', async () => {
        const { status, body } = await api.upload(
          { name: 'extra.txt', bytes: 'A note with a field too many.' },
          { colour: 'red' },
        );
        expect([status, body.status]).toEqual([200, 'succeeded']);
        expect(JSON.stringify(body)).not.toContain('ultraviolet');
      });

      it('a form without a file, broken multipart, and no form at all', async () => {
        const form = new FormData();
        form.set('pipeline', 'read');
        const none = await api.request<{ code: string }>('POST', '/v1/documents', { body: form });
        expect([none.status, none.body.code]).toEqual([400, 'missing_file']);
        const broken = await api.request<{ code: string }>('POST', '/v1/documents', {
          body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf',
          headers: { 'content-type': 'multipart/form-data; boundary=x' },
        });
        expect([broken.status, broken.body.code]).toEqual([400, 'malformed_multipart']);
        const json = await api.post<{ code: string }>('/v1/documents', { file: 'x' });
        expect([400, 415]).toContain(json.status);
      });

      it('malformed JSON and unknown fields', async () => {
        const malformed = await api.request<{ code: string }>('POST', '/v1/triage', {
          body: '{"text": ',
          headers: { 'content-type': 'application/json' },
        });
        expect([malformed.status, malformed.body.code]).toEqual([400, 'malformed_json']);
        const unknown = await api.post<{ code: string; errors: { pointer: string }[] }>('/v1/triage', {
          text: 'Hello',
          colour: 'red',
        });
        expect([unknown.status, unknown.body.code]).toEqual([400, 'invalid_input']);
        expect(unknown.body.errors.map(({ pointer }) => pointer)).toContain('/colour');
      });

      it('tokens that are expired, forged or missing', async () => {
        const problem = async (token: string) => {
          const { status, body } = await api.as(token).get<{ code: string }>('/v1/documents');
          return [status, body.code];
        };
        expect(await problem('')).toEqual([401, 'missing_token']);
        expect(await problem('not.a.token')).toEqual([401, 'invalid_token']);
        expect(await problem('dsr_unknown_unknown')).toEqual([401, 'invalid_token']);
      });

      it('a file over the limit, and keep nothing of it', async () => {
        const { api: small, id } = await deployment.newTenant();
        const { status } = await deployment.platform.patch(`/v1/admin/tenants/${id}`, {
          maxUploadBytes: 100_000,
        });
        expect(status).toBe(200);
        await new Promise((resolve) => setTimeout(resolve, 200));
        const answer = await small.upload<{ code: string }>({ name: 'big.txt', bytes: 'x'.repeat(200_000) });
        expect([answer.status, answer.body.code]).toEqual([413, 'document_too_large']);
        expect((await small.get<{ items: unknown[] }>('/v1/documents')).body.items).toEqual([]);
      });

      it('what a quota or the policy on duplicates does not allow', async () => {
        const { api: small, id } = await deployment.newTenant();
        const { status } = await deployment.platform.patch(`/v1/admin/tenants/${id}`, {
          duplicates: 'refuse',
          quotas: { documentsPerMonth: 2 },
        });
        expect(status).toBe(200);
        await new Promise((resolve) => setTimeout(resolve, 200));
        const { body: first } = await small.upload({ name: 'a.txt', bytes: 'The first note of this month.' });
        const again = await small.upload<{ code: string; detail: string }>({
          name: 'b.txt',
          bytes: 'The first note of this month.',
        });
        expect([again.status, again.body.code]).toEqual([409, 'duplicate_document']);
        expect(again.body.detail).toContain(first.id);
        await small.upload({ name: 'c.txt', bytes: 'The second note of this month.' });
        const third = await small.upload<{ code: string }>({ name: 'd.txt', bytes: 'The third note of this month.' });
        expect([third.status, third.body.code]).toEqual([402, 'quota_exhausted']);
        expect((await small.get<{ items: unknown[] }>('/v1/documents')).body.items).toHaveLength(2);
      });

      it('a PDF without pages or with garbage inside, after it was accepted, with a reason', async () => {
        const { body } = await api.upload({
          name: 'broken.pdf',
          bytes: '%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n',
        });
        expect(body.status).toBe('failed');
        expect(['no_pages', 'corrupt_document']).toContain(body.error?.code);
        expect((await api.get<string>(`/v1/documents/${body.id}/text`)).body).toBe('');
      });
    });
  });
};
