import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.js';
import { eml, invoiceText } from '../mail/mail-builder.js';
import { fieldOf, type Reviewed, reviewing, valuesOf } from './review-world.js';

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

/** An e-mail with an invoice, reviewed, and its fields as soon as they were found anew. */
async function reviewedMail() {
  const { api } = await app.newTenant();
  const world = reviewing(api);
  const { body: mail } = await api.upload<Reviewed & { children: { id: string }[] }>({
    name: 'mail.eml',
    bytes: eml({
      subject: 'Invoice',
      body: 'Dear team,\n\nplease find our invoice attached.\n\nKind regards\nAnna',
      attachments: [{ name: 'invoice.txt', type: 'text/plain', content: invoiceText({ number: 'EX-2207' }) }],
    }),
  });
  const renewed = async (before: string): Promise<Reviewed> => {
    await vi.waitFor(async () => expect((await world.document(mail.id)).extraction.runId).not.toBe(before), 10_000);
    return world.document(mail.id);
  };
  return { ...world, api, mail, attachment: mail.children[0]?.id ?? '', renewed };
}

it('what a person has said of an e-mail stays when its fields are found anew, and goes with the review', async () => {
  const { api, review, document, withdraw, queue, mail, attachment, renewed } = await reviewedMail();
  const fields = [
    { name: 'total', verdict: 'corrected', value: '150.00' },
    { name: 'purchaseOrder', verdict: 'corrected', value: 'PO-9' },
    { name: 'dueDate', verdict: 'accepted' },
    { name: 'lineItems[0].description', verdict: 'corrected', value: 'Copper' },
  ];
  const { body } = await review(mail.id, { fields });
  const left = (await document(mail.id)).extraction;
  // The attachment is read again: it says what it said before, and nobody needs to look again.
  await api.post(`/v1/documents/${attachment}/reprocess?wait=30`, { from: 'understand' });
  const again = await renewed(left.runId);
  const kept = ['total', 'purchaseOrder', 'dueDate', 'lineItems'];
  const judged = ({ extraction }: Pick<Reviewed, 'extraction'>) =>
    extraction.fields.filter(({ name }) => kept.includes(name));
  expect(again.extraction.reviewId).toBe(body.id);
  expect(judged(again)).toEqual(judged({ extraction: left }));
  expect((await queue('?maxConfidence=1')).map(({ documentId }) => documentId)).not.toContain(mail.id);
  // What an engine has found is a run of its own, on which the kept values stand.
  const { body: found } = await api.get<{ engine: string; result: Reviewed['extraction'] }>(
    `/v1/runs/${again.extraction.parentRunId}`,
  );
  expect([found.engine, fieldOf({ ...mail, extraction: found.result }, 'purchaseOrder')?.value]).toEqual([
    'local',
    null,
  ]);
  // A review of the attachment changes what nobody has judged in the e-mail, and that waits again if it needs eyes.
  await review(attachment, {
    fields: [
      { name: 'total', verdict: 'corrected', value: '30.00' },
      { name: 'vendorName', verdict: 'corrected', value: 'Example Traders' },
    ],
  });
  const other = await renewed(again.extraction.runId);
  expect(valuesOf(other)).toMatchObject({ total: '150.00', purchaseOrder: 'PO-9', vendorName: 'Example Traders' });
  expect((await queue('?maxConfidence=1')).map(({ documentId }) => documentId)).toContain(mail.id);
  expect((await withdraw(mail.id, body.id)).status).toBe(204);
  const without = await document(mail.id);
  expect(valuesOf(without)).toMatchObject({ total: '30.00', purchaseOrder: null, vendorName: 'Example Traders' });
  expect(without.extraction.reviewId).toBeUndefined();
});

it('an earlier review holds where a later one is taken back after the fields were found anew', async () => {
  const { api, review, document, withdraw, mail, attachment, renewed } = await reviewedMail();
  const say = (name: string, value: string) =>
    review(mail.id, { fields: [{ name, verdict: 'corrected', value }] }).then(({ body }) => body.id);
  await say('total', '150.00');
  const second = await say('dueDate', '2026-05-01');
  const { runId } = (await document(mail.id)).extraction;
  await api.post(`/v1/documents/${attachment}/reprocess?wait=30`, { from: 'understand' });
  expect(valuesOf(await renewed(runId))).toMatchObject({ total: '150.00', dueDate: '2026-05-01' });
  expect((await withdraw(mail.id, second)).status).toBe(204);
  expect(valuesOf(await document(mail.id))).toMatchObject({ total: '150.00', dueDate: '2026-04-04' });
});
