import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Triage } from '../../../apps/api/src/triage/index.js';
import type { ApiClient } from '../../support/api-client.js';
import { startTestApp, type TestApp } from '../../support/app.js';

const BILLING = {
  name: 'Billing',
  language: 'en',
  categories: ['billing'],
  text: 'Dear {{name}},\n\nabout {{reference}}: pay at https://shop.example/pay or call 030 1234567.\n{{answer}}\n{{deadline}}\n\nThe team',
};
const MAIL = {
  from: 'Kim Novak <kim@a.example>',
  subject: 'Invoice charged twice',
  text: 'Hello,\n\nyou have charged invoice no. 48213 twice, please refund 20.00 EUR. How many days does a refund of a duplicate payment take?\n\nKim Novak',
};
const HELP = `Refunds\n\nA refund of a duplicate payment takes 5 working days after we have approved it.\n\nQuestions are answered at https://help.example/refunds only.`;

describe('replies', () => {
  let app: TestApp;
  let api: ApiClient;
  beforeAll(async () => {
    app = await startTestApp('all');
    ({ api } = await app.newTenant());
    // Each mail is looked at for itself, though they say the same.
    await api.patch('/v1/tenant', { duplicates: 'process' });
  });
  afterAll(() => app?.close());

  const replyTo = async (mail: object): Promise<Triage['reply']> => {
    const { status, body } = await api.post('/v1/triage', mail);
    expect(status).toBe(200);
    return (body as unknown as Triage).reply;
  };

  it('are made of the tenant’s templates, which are kept with pointers to what is wrong', async () => {
    const { body: bad, status } = await api.post<{ errors: { pointer: string }[] }>('/v1/reply-templates', {
      ...BILLING,
      language: 'english',
      text: '{{who}}',
    });
    expect([status, bad.errors.map(({ pointer }) => pointer)]).toEqual([400, ['/language', '/text']]);
    const before = await replyTo(MAIL);
    expect(before).toMatchObject({ needed: true, templateId: null });
    const { body: made, status: created } = await api.post<{ id: string }>('/v1/reply-templates', BILLING);
    expect([created, made]).toMatchObject([201, { id: expect.stringMatching(/^tpl_/) as unknown, types: [] }]);
    expect((await api.post('/v1/reply-templates', BILLING)).status).toBe(409);

    const reply = await replyTo({ ...MAIL, text: `${MAIL.text} ` });
    expect(reply).toMatchObject({ templateId: made.id, language: 'en', removed: [] });
    expect(reply.draft).toBe(
      'Dear Kim Novak,\n\nabout invoice no. 48213: pay at https://shop.example/pay or call 030 1234567.\n[…]\n[…]\n\nThe team',
    );

    await api.patch(`/v1/reply-templates/${made.id}`, { categories: ['order'] });
    expect((await api.get('/v1/reply-templates')).body).toMatchObject({
      items: [{ id: made.id, categories: ['order'] }],
    });
    expect((await replyTo({ ...MAIL, text: `${MAIL.text}  ` })).templateId).toBeNull();
    expect((await api.delete(`/v1/reply-templates/${made.id}`)).status).toBe(204);
    expect((await api.delete(`/v1/reply-templates/${made.id}`)).status).toBe(404);
  });

  it('answer questions in sentences of documents that are marked for it, and of no others', async () => {
    const upload = (name: string, text: string, metadata: object) =>
      api.upload({ name, bytes: text }, { pipeline: 'index', metadata: JSON.stringify(metadata) });
    await upload('secret.txt', HELP.replace('5 working', '99 working'), { collection: 'internal' });
    expect((await replyTo({ ...MAIL, text: `${MAIL.text}   ` })).citations).toEqual([]);
    const { body: help } = await upload('help.txt', HELP, { collection: 'help' });
    expect((await api.patch('/v1/tenant', { replyKnowledge: {} })).status).toBe(400);
    await api.patch('/v1/tenant', { replyKnowledge: { collection: 'help' } });
    const { draft, citations } = await replyTo({ ...MAIL, text: `${MAIL.text}    ` });
    const quote = 'A refund of a duplicate payment takes 5 working days after we have approved it.';
    expect(citations).toEqual([expect.objectContaining({ documentId: help.id, filename: 'help.txt', quote })]);
    expect(draft).toContain(`To your question: ${quote}`);
    expect(HELP.slice(...(citations[0]?.span ?? [0, 0]))).toBe(quote);
  });
});
