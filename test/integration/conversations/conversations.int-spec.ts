import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client.js';
import { startTestApp, type TestApp } from '../../support/app.js';

interface Triaged {
  readonly documentId: string;
  readonly threadId: string;
  readonly duplicateOf: string | null;
  readonly duplicate: { readonly of: string; readonly kind: string; readonly reused: readonly string[] } | null;
  readonly category: { readonly name: string };
  readonly summary: { readonly text: string };
  readonly reply: { readonly draft: string | null };
  readonly redactedText: string;
  readonly pii: { readonly counts: Readonly<Record<string, number>> };
}
interface Thread {
  readonly threadId: string;
  readonly participants: readonly string[];
  readonly mails: readonly { readonly documentId: string; readonly isDuplicate: boolean }[];
  readonly openQuestion: { readonly quote: string; readonly documentId: string } | null;
}
interface Item {
  readonly documentId: string;
  readonly status: string;
  readonly score: number;
}

const KIM = 'Kim Doe <kim@customer.test>';
const DESK = 'desk@company.test';
const QUESTION = 'Where is the parcel with our lamps that was promised for Monday?';

describe('conversations', () => {
  let app: TestApp;
  let api: ApiClient;
  let minute = 0;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app?.close());
  beforeEach(async () => {
    ({ api } = await app.newTenant());
  });

  const triage = async (mail: object): Promise<Triaged> => {
    const receivedAt = new Date(Date.UTC(2026, 10, 20, 8, ++minute)).toISOString();
    const { body, status } = await api.post<Triaged>('/v1/triage', { from: KIM, to: [DESK], receivedAt, ...mail });
    expect(status).toBe(200);
    return body;
  };
  const threadOf = async (id: string): Promise<Thread> => (await api.get<Thread>(`/v1/threads/${id}`)).body;
  const ids = (...values: string[]) => ({
    headers: {
      'message-id': `<${values[0]}@x>`,
      ...(values[1] && {
        references: values
          .slice(1)
          .map((id) => `<${id}@x>`)
          .join(' '),
      }),
    },
  });

  it('joins two threads when the mail that links them comes late, and finds the thread by each of its ids', async () => {
    const first = await triage({ subject: 'Lamps', text: QUESTION, ...ids('a') });
    const third = await triage({ subject: 'Shades', text: 'And the shades?', ...ids('c', 'b') });
    expect(third.threadId).not.toBe(first.threadId);
    const second = await triage({ from: DESK, to: [KIM], subject: 'Re: Lamps', text: 'We look.', ...ids('b', 'a') });
    expect(second.threadId).toBe(first.threadId);
    const [byFirst, byThird] = [await threadOf(first.threadId), await threadOf(third.threadId)];
    expect(byThird).toEqual(byFirst);
    expect(byFirst.mails.map(({ documentId }) => documentId)).toEqual(
      [first, third, second].map((mail) => mail.documentId),
    );
    expect(byFirst.participants).toEqual(expect.arrayContaining(['desk@company.test']));
  });

  it('finds the thread of an answer without headers by subject and by what it quotes', async () => {
    const words =
      'The lamps that we ordered in spring have arrived without their shades and two do not light up at all.';
    const first = await triage({ subject: 'Lamps', text: words, ...ids('a') });
    const answer = { from: DESK, to: [KIM] };
    const bySubject = await triage({ ...answer, subject: 'AW: Lamps', text: 'We send new ones at once.', ...ids('b') });
    const quote = `It will be mended.\n\nOn 20 Nov 2026, Kim Doe wrote:\n> ${words.slice(0, 50)}\n> ${words.slice(50)}`;
    const byQuote = await triage({ ...answer, subject: 'Your complaint', text: quote, ...ids('c') });
    const another = await triage({
      ...answer,
      subject: 'Your complaint',
      text: 'This is another matter.',
      ...ids('d'),
    });
    expect([bySubject.threadId, byQuote.threadId]).toEqual([first.threadId, first.threadId]);
    expect(another.threadId).not.toBe(first.threadId);
  });

  it('knows what is open, and lists what waits for an answer', async () => {
    const asked = await triage({ subject: 'Lamps', text: QUESTION, ...ids('a') });
    expect((await threadOf(asked.threadId)).openQuestion).toEqual({ quote: QUESTION, documentId: asked.documentId });
    const open = async (): Promise<string[]> =>
      (await api.get<{ items: Item[] }>('/v1/triage?status=open')).body.items.map(({ documentId }) => documentId);
    expect(await open()).toEqual([asked.documentId]);
    await triage({
      from: DESK,
      to: [KIM],
      subject: 'Re: Lamps',
      text: 'The parcel with the lamps left on Friday.',
      ...ids('b', 'a'),
    });
    expect((await threadOf(asked.threadId)).openQuestion).toBeNull();
    expect(await open()).not.toContain(asked.documentId);
  });

  const NEAR = (name: string, amount: string): string =>
    `Dear team,\n\nplease send the invoice for the training that took place in our rooms in Bristol last month once more, because our accounting department cannot find the letter and has to pay the amount of ${amount} before the end of the year. The person to ask for is ${name}, who sits on the second floor of the house and knows about the matter.\n\nKind regards`;

  it('answers a mail that nearly says the same from the first, but with names, drafts and personal data of its own', async () => {
    const first = await triage({ subject: 'Invoice', text: NEAR('Robin Sample', '£84.50') });
    const again = await triage({
      subject: 'Invoice',
      text: NEAR('Robin Sample', '£84.50'),
      from: 'Alex Poe <alex@other.test>',
    });
    const near = await triage({ subject: 'Invoice', text: NEAR('Sam Miller', '£84.50') });
    const other = await triage({ subject: 'Invoice', text: NEAR('Robin Sample', '£94.50') });
    expect([again.duplicate?.kind, near.duplicate?.kind, other.duplicate]).toEqual(['same-text', 'near', null]);
    expect([again.duplicateOf, near.duplicateOf]).toEqual([first.documentId, first.documentId]);
    expect(again.summary.text).toBe(first.summary.text);
    expect(again.reply.draft).toContain('Alex Poe');
    expect(near.duplicate?.reused).toEqual(['category', 'type', 'sentiment']);
    expect(JSON.stringify(near)).not.toContain('Robin');
  });

  it('links a file with the same bytes, and forgets the first mail without losing the second', async () => {
    const mail = { subject: 'Lamps', text: QUESTION, receivedAt: '2026-11-20T07:00:00Z', ...ids('a') };
    const first = await triage(mail);
    const twin = await triage(mail);
    expect(twin).toMatchObject({
      duplicateOf: first.documentId,
      duplicate: { kind: 'exact' },
      threadId: first.threadId,
    });
    expect((await threadOf(first.threadId)).mails.map(({ isDuplicate }) => isDuplicate)).toEqual([false, true]);
    const { body: receipt } = await api.delete<{ rows: Record<string, number> }>(`/v1/documents/${first.documentId}`);
    expect(receipt.rows).toBeDefined();
    expect((await threadOf(first.threadId)).mails.map(({ documentId }) => documentId)).toEqual([twin.documentId]);
  });

  it('pages through the day without showing a mail twice or leaving one out', async () => {
    const texts = [
      'The server is down.',
      'What are your hours?',
      'Thanks for all.',
      'Urgent: data was lost!',
      'Hello there.',
    ];
    const sent = [];
    for (const [index, text] of texts.entries())
      sent.push(await triage({ subject: `Matter ${index}`, text, ...ids(`m${index}`) }));
    const listed = async (sort: string): Promise<Item[]> => {
      const seen: Item[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const path: string = `/v1/triage?limit=2&sort=${sort}${cursor && `&cursor=${cursor}`}`;
        const { body }: { body: { items: Item[]; nextCursor: string | null } } = await api.get(path);
        seen.push(...body.items);
        cursor = body.nextCursor;
      }
      return seen;
    };
    const documents = (mails: readonly { readonly documentId: string }[]): string[] =>
      mails.map(({ documentId }) => documentId);
    expect(documents(await listed('receivedAt'))).toEqual(documents(sent).toReversed());
    const byPriority = await listed('priority');
    expect(documents(byPriority).toSorted()).toEqual(documents(sent).toSorted());
    const scores = byPriority.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    const threads = await api.get<{ items: unknown[]; nextCursor: string | null }>('/v1/threads?limit=3');
    expect(threads.body.items).toHaveLength(3);
    const rest = await api.get<{ items: unknown[] }>(`/v1/threads?limit=3&cursor=${threads.body.nextCursor}`);
    expect(rest.body.items).toHaveLength(2);
  });

  it.each(['/v1/triage?sort=size', '/v1/triage?status=new', '/v1/triage?cursor=eA', '/v1/threads?cursor=eA'])(
    'refuses %s',
    async (path) => {
      expect((await api.get(path)).status).toBe(400);
    },
  );
});
