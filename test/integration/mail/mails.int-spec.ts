import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Attached, eml, invoiceText, invoiceXml, type Letter } from './mail-builder.js';

interface Statement {
  readonly value: string;
  readonly source: string;
  readonly grounding: { readonly documentId: string; readonly quote: string } | null;
}
interface Field {
  readonly name: string;
  readonly value: string | null;
  readonly confidence: number;
  readonly source: string;
  readonly ruleFailures: readonly string[];
  readonly grounding: { readonly documentId: string; readonly quote: string; readonly span: [number, number] } | null;
  readonly items?: readonly { readonly fields: readonly Field[] }[];
}
interface Fields {
  readonly runId: string;
  readonly schemaId: string;
  readonly fillRate: number;
  readonly fields: readonly Field[];
  readonly ruleFailures: readonly string[];
  readonly disagreements: readonly {
    readonly rule: string;
    readonly field: string;
    readonly chosen: Statement;
    readonly other: Statement;
  }[];
  readonly sources: readonly { readonly documentId: string; readonly filename: string; readonly used: boolean }[];
  readonly documents?: readonly { readonly documentId: string; readonly fields: readonly Field[] }[];
}
interface Mail {
  readonly id: string;
  readonly status: string;
  readonly stage: string;
  readonly triage: object | null;
  readonly extraction: Fields | null;
  readonly children: readonly { readonly id: string; readonly filename: string; readonly status: string }[];
  readonly receipt: {
    readonly children: {
      readonly skipped: readonly { readonly name: string; readonly reason: string }[];
      readonly incomplete?: readonly { readonly documentId: string; readonly name: string; readonly reason: string }[];
    };
  };
}

const text = (name: string, content: string): Attached => ({ name, type: 'text/plain', content });
const PLEASE = 'Dear team,\n\nplease find our invoice attached.\n\nKind regards\nAnna';

describe('an e-mail as one object', () => {
  let app: TestApp;
  let api: ApiClient;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app?.close());
  beforeEach(async () => {
    api = (await app.newTenant()).api;
  });

  const send = async (letter: Letter, form: Record<string, unknown> = {}): Promise<Mail> => {
    const { body, status } = await api.upload<Mail>({ name: 'mail.eml', bytes: eml(letter) }, form);
    expect(status).toBe(200);
    return body;
  };
  const get = async (id: string): Promise<Mail> => (await api.get<Mail>(`/v1/documents/${id}`)).body;
  /** The e-mail as soon as its fields come from another run. */
  const renewed = async ({ id, extraction }: Mail): Promise<Mail> => {
    for (const until = Date.now() + 20_000; ;) {
      const mail = await get(id);
      if (mail.extraction?.runId !== extraction?.runId) return mail;
      if (Date.now() > until) throw new Error('The fields were not found again');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const field = (fields: readonly Field[] | undefined, name: string): Field => {
    const found = fields?.find((one) => one.name === name);
    if (!found) throw new Error(`no field ${name}`);
    return found;
  };
  const values = ({ extraction }: Mail, ...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, field(extraction?.fields, name).value]));

  it('has the fields of the invoice that came with it, with their places in there, and is triaged', async () => {
    const mail = await send({
      subject: 'Our invoice',
      body: PLEASE,
      attachments: [text('invoice.txt', invoiceText({ number: 'EX-1' }))],
    });
    expect(mail).toMatchObject({ status: 'succeeded', stage: 'indexed', triage: { documentId: mail.id } });
    expect(mail.extraction).toMatchObject({ schemaId: 'sch_invoice', disagreements: [], ruleFailures: [] });
    expect(values(mail, 'invoiceNumber', 'total', 'dueDate', 'vendorName')).toEqual({
      invoiceNumber: 'EX-1',
      total: '180.00',
      dueDate: '2026-04-04',
      vendorName: 'Example Traders Ltd',
    });
    const [child] = mail.children;
    const total = field(mail.extraction?.fields, 'total');
    expect(total).toMatchObject({ source: 'attachment', grounding: { documentId: child?.id } });
    const { body: childText } = await api.get<string>(`/v1/documents/${child?.id}/text`);
    expect(childText.slice(...(total.grounding?.span ?? [0, 0]))).toContain('180.00');
    expect(field(mail.extraction?.fields, 'lineItems').items).toHaveLength(1);
    expect(mail.extraction?.sources).toMatchObject([
      { documentId: mail.id, filename: 'mail.eml' },
      { documentId: child?.id, filename: 'invoice.txt', used: true },
    ]);
  });

  it('adds what only its body says, and names the source', async () => {
    const mail = await send({
      subject: 'Invoice EX-2',
      body: 'Dear team,\n\nPurchase order: PO-77120\nour invoice is attached.\n\nKind regards\nAnna',
      attachments: [text('invoice.txt', invoiceText({ number: 'EX-2' }))],
    });
    const order = field(mail.extraction?.fields, 'purchaseOrder');
    expect(order).toMatchObject({ value: 'PO-77120', source: 'body', grounding: { documentId: mail.id } });
    expect(order.grounding?.quote).toContain('PO-77120');
    expect(field(mail.extraction?.fields, 'total').source).toBe('attachment');
  });

  it('flags what body and attachment say differently, with both places', async () => {
    const mail = await send({
      subject: 'Invoice EX-3',
      body: 'Dear team,\n\nInvoice number: EX-3\nTotal: GBP 210.00\nDue date: 4 April 2026\n\nKind regards\nAnna',
      attachments: [text('invoice.txt', invoiceText({ number: 'EX-3' }))],
    });
    expect(mail.extraction?.ruleFailures).toContain('sources-disagree');
    expect(mail.extraction?.disagreements).toMatchObject([
      {
        rule: 'sources-disagree',
        field: 'total',
        chosen: { value: '180.00', source: 'attachment', grounding: { documentId: mail.children[0]?.id } },
        other: { value: '210.00', source: 'body', grounding: { documentId: mail.id } },
      },
    ]);
    const total = field(mail.extraction?.fields, 'total');
    expect(total).toMatchObject({ value: '180.00', ruleFailures: ['sources-disagree'] });
    expect(total.confidence).toBeLessThan(field(mail.extraction?.fields, 'dueDate').confidence);
  });

  it('takes data for machines before the page, as one invoice', async () => {
    const mail = await send({
      subject: 'Invoice EX-4',
      body: PLEASE,
      attachments: [
        text('invoice.txt', invoiceText({ number: 'EX-4', due: '9 April 2026' })),
        { name: 'invoice.xml', type: 'application/xml', content: invoiceXml({ number: 'EX-4' }) },
      ],
    });
    expect(mail.extraction).not.toHaveProperty('documents');
    expect(field(mail.extraction?.fields, 'dueDate')).toMatchObject({ value: '2026-04-04', source: 'embedded-data' });
    expect(mail.extraction?.disagreements).toMatchObject([
      { field: 'dueDate', chosen: { source: 'embedded-data' }, other: { value: '2026-04-09', source: 'attachment' } },
    ]);
  });

  it('does not mix several invoices, and lists each', async () => {
    const mail = await send({
      subject: 'Two invoices',
      body: PLEASE,
      attachments: [
        text('one.txt', invoiceText({ number: 'EX-51', net: 100 })),
        text('two.txt', invoiceText({ number: 'EX-52', net: 200 })),
      ],
    });
    const { extraction } = mail;
    expect(values(mail, 'invoiceNumber', 'total')).toEqual({ invoiceNumber: null, total: null });
    expect(extraction?.ruleFailures).toContain('several-documents');
    const listed = extraction?.documents?.map(({ documentId, fields }) => [
      documentId,
      field(fields, 'invoiceNumber').value,
      field(fields, 'total').value,
    ]);
    expect(listed).toEqual([
      [mail.children[0]?.id, 'EX-51', '120.00'],
      [mail.children[1]?.id, 'EX-52', '240.00'],
    ]);
  });

  it('is read by the schema that was asked for, body and attachments alike', async () => {
    const { body: schema } = await api.post<{ id: string }>('/v1/schemas', {
      key: 'ticket',
      name: 'Ticket',
      description: 'A repair ticket',
      fields: [
        { name: 'ticket_number', type: 'string', labels: ['Ticket No'] },
        { name: 'price', type: 'money' },
      ],
    });
    const letter = {
      subject: 'Repair',
      body: 'Hello,\n\nTicket No: R-2041\n\nBye',
      attachments: [text('offer.txt', 'Offer for the repair\n\nPrice: 41.50 EUR\n')],
    };
    const mail = await send(letter, { schemaId: schema.id });
    expect(mail.extraction?.schemaId).toBe(schema.id);
    expect(values(mail, 'ticket_number', 'price')).toEqual({ ticket_number: 'R-2041', price: '41.50' });
    expect(field(mail.extraction?.fields, 'price')).toMatchObject({
      source: 'attachment',
      grounding: { documentId: mail.children[0]?.id },
    });
    const plain = await send(letter);
    const { body: again } = await api.post<Mail>(`/v1/documents/${plain.id}/extractions?wait=30`, {
      schemaId: schema.id,
    });
    expect(values(again, 'ticket_number', 'price')).toEqual({ ticket_number: 'R-2041', price: '41.50' });
    expect(again.triage).not.toBeNull();
  });

  it('has the labelled values of its body where nothing came with it', async () => {
    const mail = await send({ subject: 'Parcel', body: 'Hello,\n\nTracking code: ZX-998-11\n\nBye' });
    expect(mail).toMatchObject({ status: 'succeeded', extraction: { schemaId: 'sch_generic' } });
    expect(mail.extraction?.fields.map(({ value }) => value)).toContain('ZX-998-11');
    expect(new Set(mail.extraction?.fields.map(({ source }) => source))).toEqual(new Set(['body']));
  });

  it('that was only to be triaged has no fields, until somebody asks', async () => {
    const { body: answer } = await api.post<{ documentId: string }>('/v1/triage?wait=30', {
      subject: 'Parcel',
      text: 'Hello,\n\nTracking code: ZX-998-12\n\nBye',
    });
    expect((await get(answer.documentId)).extraction).toBeNull();
    const { body: asked } = await api.post<Mail>(`/v1/documents/${answer.documentId}/reprocess?wait=30`, {
      from: 'understand',
    });
    expect(asked.extraction?.fields.map(({ value }) => value)).toContain('ZX-998-12');
  });

  describe('whatever happens to its parts', () => {
    const two = (): Letter => ({
      subject: 'Two files',
      body: PLEASE,
      attachments: [
        text('invoice.txt', invoiceText({ number: 'EX-6' })),
        { name: 'scan.pdf', type: 'application/pdf', content: '%PDF-1.7\nbroken beyond repair' },
      ],
    });

    it('says which of them could not be read, and has the fields of the others', async () => {
      const mail = await send(two());
      expect(values(mail, 'invoiceNumber')).toEqual({ invoiceNumber: 'EX-6' });
      expect(mail.status).toBe('partial');
      const [, broken] = mail.children;
      expect(mail.receipt.children.incomplete).toMatchObject([{ documentId: broken?.id, name: 'scan.pdf' }]);
    });

    it('follows when one of them is removed', async () => {
      const mail = await send(two());
      await api.delete(`/v1/documents/${mail.children[1]?.id}`);
      const whole = await renewed(mail);
      expect(whole).toMatchObject({ status: 'succeeded', stage: 'indexed' });
      expect(whole.receipt.children).not.toHaveProperty('incomplete');
      await api.delete(`/v1/documents/${mail.children[0]?.id}`);
      expect((await renewed(whole)).extraction?.schemaId).toBe('sch_generic');
    });

    it('follows when one of them is read by another schema', async () => {
      const mail = await send({
        subject: 'A',
        body: PLEASE,
        attachments: [text('i.txt', invoiceText({ number: 'EX-7' }))],
      });
      const [child] = mail.children;
      await api.post(`/v1/documents/${child?.id}/extractions?wait=30`, { schemaId: 'sch_receipt' });
      const whole = await renewed(mail);
      expect(whole).toMatchObject({ status: 'succeeded', stage: 'indexed', extraction: { schemaId: 'sch_receipt' } });
    });

    it('gives the same fields when it is understood again', async () => {
      const mail = await send(two());
      const { body: again } = await api.post<Mail>(`/v1/documents/${mail.id}/reprocess?wait=30`, {
        from: 'understand',
      });
      const stripped = ({ extraction }: Mail) => ({
        ...extraction,
        runId: '',
        fields: extraction?.fields.map((one) => ({ ...one, origin: '' })),
      });
      expect(again.status).toBe('partial');
      expect(stripped(again)).toEqual(stripped(mail));
    });
  });

  it('that was forwarded inside another gives its fields to that one', async () => {
    const inner = eml({
      subject: 'Our invoice',
      body: PLEASE,
      attachments: [text('invoice.txt', invoiceText({ number: 'EX-8' }))],
    });
    const mail = await send({
      subject: 'Fwd: Our invoice',
      body: 'Please pay.\n',
      attachments: [{ name: 'inner.eml', type: 'message/rfc822', content: inner }],
    });
    expect(mail.extraction?.schemaId).toBe('sch_invoice');
    const total = field(mail.extraction?.fields, 'total');
    const middle = await get(mail.children[0]?.id ?? '');
    expect(middle.extraction?.schemaId).toBe('sch_invoice');
    expect(total).toMatchObject({
      value: '180.00',
      source: 'attachment',
      grounding: { documentId: middle.children[0]?.id },
    });
  });
});
