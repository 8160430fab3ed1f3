import { validationPipe } from '@app/http';
import { PersonalData } from '@app/privacy';
import { Threads } from '@app/threads';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { TextServices } from '../text-services.service.js';
import { TriageService } from '../triage.service.js';
import { TextServicesController } from './text-services.controller.js';
import { TriageController } from './triage.controller.js';

const submitMail = vi.fn<(...args: unknown[]) => unknown>();
const submit = vi.fn<(...args: unknown[]) => unknown>();
const answer = vi.fn<(...args: unknown[]) => unknown>();
let app: NestFastifyApplication;

beforeAll(async () => {
  const module = await Test.createTestingModule({
    controllers: [TriageController, TextServicesController],
    providers: [
      TextServices,
      PersonalData,
      { provide: Threads, useValue: new Threads({ most: 1 }) },
      { provide: TriageService, useValue: { submitMail, submit, answer } },
    ],
  }).compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter({ multipart: true }), {
    logger: false,
  });
  app.useGlobalPipes(validationPipe());
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(() => app.close());

beforeEach(() => {
  vi.resetAllMocks();
  submitMail.mockResolvedValue({ documentId: 'x', replayed: false });
  submit.mockResolvedValue({ documentId: 'x', replayed: false });
  answer.mockResolvedValue({ documentId: 'doc_1', status: 'succeeded', triage: { priority: { score: 0.5 } } });
});

const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url, payload, headers });

describe('POST /v1/triage', () => {
  it('takes a mail as JSON, one recipient or many, and waits thirty seconds', async () => {
    const response = await post('/v1/triage', { from: 'a@example.com', to: 'b@example.com', subject: 's', text: 't' });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ priority: { score: 0.5 } });
    expect(submitMail.mock.calls[0]![0]).toMatchObject({
      from: 'a@example.com',
      to: ['b@example.com'],
      subject: 's',
      text: 't',
    });
    expect(answer).toHaveBeenCalledWith(expect.objectContaining({ documentId: 'x' }), 30);
  });

  it('answers 202 with where to look while it is under way', async () => {
    answer.mockResolvedValue({ documentId: 'doc_1', status: 'processing', triage: null });
    const response = await post('/v1/triage?wait=0', { text: 't' });
    expect(response.statusCode).toBe(202);
    expect(response.json()).toEqual({ documentId: 'doc_1', status: 'processing', statusUrl: '/v1/documents/doc_1' });
    expect(response.headers).toMatchObject({ location: '/v1/documents/doc_1', 'retry-after': '1' });
    expect(answer).toHaveBeenCalledWith(expect.objectContaining({ documentId: 'x' }), 0);
  });

  it('passes an idempotency key on and marks a replay', async () => {
    submitMail.mockResolvedValue({ documentId: 'x', replayed: true });
    const response = await post('/v1/triage', { text: 't' }, { 'idempotency-key': 'k1' });
    expect(response.headers['idempotent-replayed']).toBe('true');
    expect(submitMail.mock.calls[0]![1]).toMatchObject({ idempotency: { route: 'POST /v1/triage', key: 'k1' } });
  });

  it('takes a file', async () => {
    const boundary = 'x-boundary';
    const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.eml"\r\n\r\nSubject: s\r\n\r\nt\r\n--${boundary}--\r\n`;
    const response = await app.inject({
      method: 'POST',
      url: '/v1/triage',
      payload,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
    expect(response.statusCode).toBe(200);
    expect(submit.mock.calls[0]![0]).toMatchObject({ filename: 'a.eml' });
  });

  it.each([
    ['an unknown field', { text: 't', colour: 'red' }],
    ['a text that is none', { text: 7 }],
    ['headers that are no strings', { text: 't', headers: { a: { b: 1 } } }],
  ])('refuses %s', async (_, payload) => {
    const response = await post('/v1/triage', payload);
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(submitMail).not.toHaveBeenCalled();
  });
});

describe('text services', () => {
  it('tell languages, in order', async () => {
    const response = await post('/v1/language/detect', {
      texts: ['The lamp in the hall is broken again.', 'Die Lampe im Flur ist schon wieder kaputt.', ''],
    });
    expect(response.statusCode).toBe(200);
    expect(response.json().results.map(({ code }: { code: string }) => code)).toEqual(['en', 'de', 'und']);
  }, 60_000);

  it('find personal data and never repeat it', async () => {
    const response = await post('/v1/privacy/detect', { text: 'Write to kim@example.com.', language: 'en' });
    expect(response.json().entities).toEqual([expect.objectContaining({ type: 'EMAIL_ADDRESS', start: 9, end: 24 })]);
    expect(response.body).not.toContain('kim@');
  });

  it.each([
    [undefined, '[EMAIL_ADDRESS]'],
    ['mask', '[EMAIL_ADDRESS]'],
    ['pseudonymize', '[EMAIL_ADDRESS_1]'],
  ])('redact, mode %s', async (mode, token) => {
    const response = await post('/v1/privacy/redact', { text: 'Write to kim@example.com.', ...(mode && { mode }) });
    expect(response.json()).toMatchObject({ text: `Write to ${token}.`, entities: [{ type: 'EMAIL_ADDRESS' }] });
  });

  it.each([
    ['/v1/language/detect', { texts: Array.from({ length: 501 }, () => 'a') }],
    ['/v1/language/detect', { texts: 'a' }],
    ['/v1/privacy/detect', { text: 'a'.repeat(100_001) }],
    ['/v1/privacy/redact', { text: 'a', mode: 'erase' }],
    ['/v1/privacy/redact', {}],
  ])('%s refuses what is too much or wrong', async (url, payload) =>
    expect((await post(url, payload)).statusCode).toBeGreaterThanOrEqual(400),
  );
});
