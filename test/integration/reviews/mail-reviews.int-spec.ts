import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.js';
import { eml, invoiceText } from '../mail/mail-builder.js';
import { fieldOf, type Reviewed, reviewing } from './review-world.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.close());

it('a review of an e-mail finds values in what came with it, and that is what learns', async () => {
  const { api } = await app.newTenant();
  const { review, document, withdraw } = reviewing(api);
  const { body: mail } = await api.upload<Reviewed & { children: { id: string }[] }>({
    name: 'mail.eml',
    bytes: eml({
      subject: 'Invoice',
      body: 'Dear team,\n\nplease find our invoice attached.\n\nKind regards\nAnna',
      attachments: [{ name: 'invoice.txt', type: 'text/plain', content: invoiceText({ number: 'EX-2207' }) }],
    }),
  });
  const [attachment] = mail.children;
  expect(fieldOf(mail, 'total')?.grounding).toMatchObject({ documentId: attachment?.id });
  const { status, body } = await review(mail.id, {
    fields: [
      { name: 'total', verdict: 'corrected', value: '150.00' },
      { name: 'dueDate', verdict: 'accepted' },
    ],
  });
  expect([status, body.taught]).toEqual([201, { total: 'learned', dueDate: 'learned' }]);
  const after = await document(mail.id);
  expect(fieldOf(after, 'total')).toMatchObject({
    value: '150.00',
    source: 'attachment',
    verdict: 'corrected',
    grounding: { documentId: attachment?.id },
  });
  // What a result of an e-mail has beside its fields stays.
  expect(Object.keys(after.extraction)).toEqual(expect.arrayContaining(Object.keys(mail.extraction)));
  const examples = async () =>
    (await api.get<{ items: { documentId: string }[] }>(`/v1/schemas/${mail.extraction.schemaId}/examples`)).body.items;
  expect((await examples()).map(({ documentId }) => documentId)).toEqual([attachment?.id]);
  expect((await withdraw(mail.id, body.id)).status).toBe(204);
  expect(await examples()).toEqual([]);
  expect((await document(mail.id)).extraction).toEqual(mail.extraction);
});
