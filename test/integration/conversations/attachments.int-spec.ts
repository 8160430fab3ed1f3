import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp, type TestTenant } from '../../support/app.js';
import { eml, invoiceText } from '../mail/mail-builder.js';

interface Mail {
  readonly id: string;
  readonly triage: {
    readonly priority: { readonly score: number; readonly reasons: readonly string[] };
    readonly attachments: readonly {
      readonly documentId: string;
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
});
