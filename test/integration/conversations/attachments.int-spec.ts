import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples } from '../../../scripts/samples/index.mjs';
import { startTestApp, type TestApp, type TestTenant } from '../../support/app.js';
import { TERMINATIONS } from '../../support/papers/terminations.js';
import { type Attached, eml, invoiceText } from '../mail/mail-builder.js';

interface Mail {
  readonly id: string;
  readonly triage: {
    readonly documentId: string;
    readonly category: { readonly name: string };
    readonly priority: { readonly score: number; readonly reasons: readonly string[] };
    readonly routing: { readonly target: string | null };
    readonly attachments: readonly {
      readonly documentId: string;
      readonly filename: string;
      readonly reason: string;
      readonly evidence: string | null;
    }[];
    readonly origin: { readonly runId: string };
  };
  readonly children: readonly { readonly id: string }[];
}

describe('what came with an e-mail', () => {
  let app: TestApp;
  let tenant: TestTenant;

  beforeAll(async () => {
    app = await startTestApp();
    tenant = await app.newTenant();
  });
  afterAll(() => app?.close());

  const mailWith = async (number: string, due: string, name = 'invoice.txt'): Promise<Mail> => {
    const content = invoiceText({ number, due });
    const bytes = eml({
      subject: `Our letter ${number}`,
      body: `Dear team,\n\nplease find our letter ${number} attached.\n\nKind regards\nAnna`,
      attachments: [{ name, type: 'text/plain', content }],
    });
    const { body } = await tenant.api.upload({ name: `${number}.eml`, bytes });
    await tenant.api.settled(body.id);
    return (await tenant.api.get<Mail>(`/v1/documents/${body.id}`)).body;
  };

  it('raises the priority where a bill in it is overdue, names it, and tells the list', async () => {
    const overdue = await mailWith('INV-2041', '4 February 2026');
    const later = await mailWith('INV-2042', '4 April 2026');
    expect(overdue.triage.attachments).toMatchObject([
      { documentId: overdue.children[0]!.id, reason: 'invoice_overdue', evidence: expect.stringContaining('2026') },
    ]);
    expect(later.triage.attachments).toMatchObject([{ reason: 'document' }]);
    expect(overdue.triage.priority.score).toBeGreaterThan(later.triage.priority.score + 0.1);
    expect(overdue.triage.priority.reasons).toContain('attached:invoice_overdue');
    const { body } = await tenant.api.get<{ items: { documentId: string; score: number }[] }>('/v1/triage');
    expect(body.items[0]).toMatchObject({ documentId: overdue.id, score: overdue.triage.priority.score });
    const runs = await tenant.api.get<{ items: { id: string; kind: string }[] }>(`/v1/documents/${overdue.id}/runs`);
    expect(runs.body.items.filter(({ kind }) => kind === 'triage')).toHaveLength(2);
  });

  /** A mail that is only to be triaged, sent three weeks after the sample's invoice was due. */
  const triaged = async (attachments: readonly Attached[]) => {
    const body = 'Dear team,\n\nplease find our letter attached.\n\nKind regards\nAnna';
    const date = 'Mon, 04 May 2026 09:00:00 +0000';
    const bytes = eml({ subject: 'Our letter', body, date, attachments });
    return tenant.api.upload<Mail['triage']>({ name: 'letter.eml', bytes }, {}, { path: '/v1/triage?wait=60' });
  };
  const invoice = async (): Promise<Attached> => ({
    name: 'invoice.pdf',
    type: 'application/pdf',
    content: await samples.find(({ name }) => name === 'invoice-english.pdf')!.make(),
  });

  it('is waited for where only the triage is wanted, and sends the mail to those who pay', async () => {
    await tenant.api.put('/v1/triage/rules', {
      routing: { categories: { billing: 'accounting' }, otherwise: 'front desk' },
    });
    const alone = await triaged([]);
    const { status, body } = await triaged([await invoice()]);
    expect(status).toBe(200);
    expect(body.attachments).toMatchObject([
      { filename: 'invoice.pdf', type: 'invoice', reason: 'invoice_overdue', evidence: '13 April 2026' },
    ]);
    expect(body.category.name).toBe('billing');
    expect([alone.body.routing.target, body.routing.target]).toEqual(['front desk', 'accounting']);
    expect(body.priority.reasons).toContain('attached:invoice_overdue');
    expect(body.priority.score).toBeGreaterThan(alone.body.priority.score + 0.1);
    const { body: document } = await tenant.api.get<Mail & { extraction: unknown }>(`/v1/documents/${body.documentId}`);
    expect(document.extraction).toBeNull();
    expect(document.children[0]?.id).toBe(body.attachments[0]?.documentId);
  });

  it('is named where it is broken, and the mail is no success', async () => {
    const broken = { name: 'broken.pdf', type: 'application/pdf', content: '%PDF-1.7\nthis is no PDF' };
    const { status, body } = await triaged([broken, await invoice()]);
    expect(status).toBe(200);
    expect(body.attachments.map(({ filename, reason }) => [filename, reason])).toEqual([
      ['broken.pdf', 'refused'],
      ['invoice.pdf', 'invoice_overdue'],
    ]);
    const { body: document } = await tenant.api.get<{ status: string; receipt: object }>(
      `/v1/documents/${body.documentId}`,
    );
    const incomplete = [{ name: 'broken.pdf', reason: body.attachments[0]?.evidence }];
    expect(document).toMatchObject({ status: 'partial', receipt: { children: { incomplete } } });
  });

  it('is a cancellation where a termination is attached, with the day that it names', async () => {
    const [{ text }] = TERMINATIONS as [(typeof TERMINATIONS)[number]];
    const { body } = await triaged([{ name: 'letter.txt', type: 'text/plain', content: text }]);
    expect(body.category.name).toBe('cancellation');
    expect(body.attachments).toMatchObject([
      { filename: 'letter.txt', type: 'termination', reason: 'termination', evidence: '30 June 2026' },
    ]);
  });
});
