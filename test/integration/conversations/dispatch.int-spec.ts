import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client.js';
import { startTestApp, type TestApp } from '../../support/app.js';

interface Triaged {
  readonly documentId: string;
  readonly category: { readonly name: string };
  readonly priority: { readonly level: string; readonly score: number; readonly reasons: readonly string[] };
  readonly routing: { readonly target: string | null; readonly reason: string; readonly rule: string | null };
  readonly service: { readonly dueAt: string; readonly ran: number } | null;
  readonly rules: readonly { readonly name: string; readonly evidence: readonly string[] }[];
  readonly taught: readonly { readonly field: string; readonly value: string; readonly mails: number }[];
  readonly corrected: readonly string[];
}
interface Item {
  readonly documentId: string;
  readonly priority: string;
  readonly target: string | null;
  readonly dueAt: string | null;
}

const ALWAYS = [{ from: '00:00', to: '24:00' }];
const POLICY = {
  rules: [
    {
      name: 'important customers',
      when: { senders: ['vip.test'], phrases: ['lamp*'] },
      set: { level: 'urgent', target: 'key accounts', category: 'lighting' },
    },
  ],
  routing: { categories: { billing: 'accounting' }, otherwise: 'front desk' },
  serviceLevel: {
    timeZone: 'UTC',
    hours: { mon: ALWAYS, tue: ALWAYS, wed: ALWAYS, thu: ALWAYS, fri: ALWAYS, sat: ALWAYS, sun: ALWAYS },
    targets: [{ level: 'urgent', hours: 2 }, { hours: 24 }],
  },
};

describe('the ways of a tenant', () => {
  let app: TestApp;
  let api: ApiClient;
  let sent = 0;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app?.close());
  beforeEach(async () => {
    ({ api } = await app.newTenant());
  });

  const triage = async (text: string, from = 'Kim <kim@customer.test>'): Promise<Triaged> => {
    const mail = { from, subject: `Matter ${++sent}`, text, receivedAt: new Date().toISOString() };
    return (await api.post<Triaged>('/v1/triage', mail)).body;
  };
  const correct = (id: string, said: object) => api.post<Triaged>(`/v1/documents/${id}/triage/corrections`, said);

  it('are kept by version, and decide on category, level, target and due time, with the words they held by', async () => {
    expect((await api.get('/v1/triage/rules')).body).toMatchObject({ version: 0, rules: [] });
    const before = await triage('The lamps look nice.', 'ceo@eu.vip.test');
    expect([before.routing.target, before.service]).toEqual([null, null]);
    expect((await api.put('/v1/triage/rules', POLICY)).body).toMatchObject({ version: 1 });
    const mail = await triage('The lamps look nice today.', 'ceo@eu.vip.test');
    expect(mail).toMatchObject({
      category: { name: 'lighting' },
      priority: { level: 'urgent' },
      routing: { target: 'key accounts', reason: 'rule', rule: 'important customers' },
      rules: [{ name: 'important customers', evidence: ['lamps', 'ceo@eu.vip.test'] }],
    });
    const bill = await triage('Please send me the invoice for October again, the amount seems wrong.');
    expect(bill.routing).toMatchObject({ target: 'accounting', reason: 'category' });
    expect(
      (await api.get<{ items: Item[] }>('/v1/triage?sort=dueAt')).body.items.map(({ documentId }) => documentId),
    ).toEqual([mail.documentId, bill.documentId]);
    const desk = await api.get<{ items: Item[] }>('/v1/triage?target=key%20accounts');
    expect(desk.body.items).toMatchObject([{ documentId: mail.documentId, dueAt: mail.service?.dueAt }]);
  });

  it.each([
    [{ rules: [{ name: 'a', when: {}, set: { target: 'b' } }] }, '/rules/0/when'],
    [{ rules: [{ name: 'a', when: { phrases: ['a'] }, set: { level: 'top' } }] }, '/rules/0/set/level'],
    [{ rules: [{ name: 'a', when: { regex: '(a+)+' }, set: { target: 'b' } }] }, '/rules/0/when/regex'],
    [[], ''],
  ])('refuse %j with a pointer', async (policy, pointer) => {
    const { status, body } = await api.put<{ errors: { pointer: string }[] }>('/v1/triage/rules', policy);
    expect(status).toBe(400);
    expect(body.errors.map((error) => error.pointer)).toContain(pointer);
  });

  it('keep what a person corrects, also when the mail is looked at again', async () => {
    const mail = await triage('What are your opening hours?');
    const said = { priority: 'urgent', category: 'visits', routing: 'reception' };
    const { status, body } = await correct(mail.documentId, said);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      priority: { level: 'urgent' },
      category: { name: 'visits' },
      routing: { target: 'reception', reason: 'person' },
      corrected: ['priority', 'category', 'routing'],
    });
    await api.post(`/v1/documents/${mail.documentId}/reprocess`, { from: 'classify' });
    await api.settled(mail.documentId);
    const { body: again } = await api.get<{ triage: Triaged }>(`/v1/documents/${mail.documentId}`);
    expect(again.triage).toMatchObject({ priority: { level: 'urgent' }, category: { name: 'visits' } });
    expect((await api.get<{ items: Item[] }>('/v1/triage?priority=urgent')).body.items).toHaveLength(1);
  });

  it('learn from corrections how important a sender is, and forget it when asked', async () => {
    const before = await triage('Could you tell me the price of a chair?', 'robin@quiet.test');
    for (const thing of ['a table', 'a bed', 'the lamp']) {
      const mail = await triage(`Could you tell me the price of ${thing} in green?`, 'robin@quiet.test');
      await correct(mail.documentId, { priority: 'urgent' });
    }
    const after = await triage('Could you tell me the price of a shelf?', 'robin@quiet.test');
    const other = await triage('Our meeting room on the second floor was painted.', 'lee@other.test');
    expect(after.priority.score).toBeGreaterThan(before.priority.score + 0.1);
    expect(after.priority.reasons).toContain('learned');
    expect(other.priority.score).toBeLessThan(after.priority.score);
    const { body: learned } = await api.get<{ version: number; weights: object }>('/v1/triage/learned');
    expect(learned.version).toBe(3);
    expect(JSON.stringify(learned)).not.toMatch(/robin|quiet|price/);
    expect((await api.delete('/v1/triage/learned')).status).toBe(204);
    const forgotten = await triage('Could you tell me the price of a sofa?', 'robin@quiet.test');
    expect(forgotten.priority.reasons).not.toContain('learned');
  });

  it('learn from corrections what mails are and whose, not from one alone, and not from what is deleted', async () => {
    const inquiry = (thing: string) =>
      triage(`Does the ${thing} with three shelves still come in oak?`, 'lee@oak.test');
    const first = await inquiry('cupboard');
    await correct(first.documentId, { category: 'furniture', routing: 'carpenters' });
    expect((await inquiry('sideboard')).taught).toEqual([]);
    const second = await inquiry('dresser');
    await correct(second.documentId, { category: 'furniture', routing: 'carpenters' });
    expect(await inquiry('wardrobe')).toMatchObject({
      category: { name: 'furniture' },
      origin: { category: { by: 'learned' } },
      routing: { target: 'carpenters', reason: 'learned' },
      taught: [
        { field: 'category', value: 'furniture', mails: 2, against: 0 },
        { field: 'routing', value: 'carpenters', mails: 2, against: 0 },
      ],
    });
    expect((await api.get('/v1/triage/learned')).body).toMatchObject({ mails: 2 });
    expect((await api.delete(`/v1/documents/${second.documentId}`)).status).toBe(200);
    expect((await api.get('/v1/triage/learned')).body).toMatchObject({ mails: 1 });
  });

  it.each([
    [{}, 400],
    [{ priority: 'top' }, 400],
  ])('refuse the correction %j', async (said, status) => {
    const mail = await triage('Hello, when do you open?');
    expect((await correct(mail.documentId, said)).status).toBe(status);
  });
});
