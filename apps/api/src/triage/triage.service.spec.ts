import type { ClaimedJob } from '@app/queue';
import { JSON_EMAIL_MEDIA_TYPE, packReading, type StoredReading } from '@app/reading';
import { describe, expect, it, vi } from 'vitest';
import type { Triage, TriageResult } from './domain/triage-model.js';
import { MailLooks } from './mail-looks.service.js';
import { TriageService } from './triage.service.js';

type Dependencies = ConstructorParameters<typeof TriageService>;
const ID = '0190d1d6-0000-7000-8000-000000000001';
const PUBLIC_ID = 'doc_0190d1d6000070008000000000000001';
const HEAD = 'Subject: Lamps\n\n';
const BODY = 'Please write to kim@example.com by Monday.';

const emailReading: StoredReading = {
  mediaType: 'message/rfc822',
  text: HEAD + BODY,
  pages: [],
  metadata: {},
  hidden: [],
  email: {
    messageId: null,
    from: null,
    authors: [],
    sender: null,
    to: [],
    cc: [],
    bcc: [],
    replyTo: [],
    subject: 'Lamps',
    date: '2026-11-20T10:00:00.000Z',
    inReplyTo: null,
    references: [],
    threadTopic: null,
    conversationId: null,
    listId: null,
    authentication: {},
    bodyStart: HEAD.length,
    bodyEnd: HEAD.length + BODY.length,
    sections: [],
    headers: {},
  },
  receipt: {
    pages: { total: 0, read: 0, empty: 0, failed: 0 },
    ocrPages: 0,
    characters: HEAD.length + BODY.length,
    childrenFound: 0,
    childrenSkipped: [],
    truncated: false,
    warnings: [],
  },
};

interface Parts {
  readonly triageOnly?: boolean;
  readonly children?: readonly object[];
  readonly skipped?: readonly object[];
  readonly reading?: StoredReading;
  readonly document?: object;
  /** What is told of the document's end in the same process. */
  readonly results?: readonly object[];
  /** What is kept of its triage. */
  readonly stored?: object | null;
}

function serviceWith({ triageOnly = true, children = [], skipped = [], ...parts }: Parts) {
  const receipt = { children: { found: children.length, processed: 0, skipped } };
  const outcomes: unknown[] = [];
  type Made = (tx: object, before: object) => Promise<unknown>;
  const finish = vi.fn<(job: unknown, made: Made) => Promise<void>>(async (_job, made) => {
    outcomes.push(await made({}, {}));
  });
  const submit = vi.fn<(...args: unknown[]) => unknown>().mockResolvedValue({ documentId: ID, replayed: false });
  const stages = {
    document: vi.fn<(...args: unknown[]) => unknown>().mockResolvedValue({ id: ID, options: { triageOnly }, receipt }),
    children: () => Promise.resolve(children),
    packedReading: () => packReading(parts.reading ?? emailReading),
    resultOf: () => Promise.resolve(parts.stored ?? null),
    finish,
  };
  const live = {
    seenAtEnd: vi
      .fn<(...args: unknown[]) => unknown>()
      .mockResolvedValue({ document: parts.document, results: parts.results ?? [] }),
  };
  // Short mails are looked at here, and this tenant has chosen no classifier.
  const categories = { decided: (result: TriageResult) => Promise.resolve(result) };
  // And has no models.
  const replies = {
    asksModels: () => Promise.resolve(false),
    advise: (result: TriageResult) => Promise.resolve({ result, reply: null, spent: {} }),
  };
  // Nor other mails.
  const settling = {
    ways: () => Promise.resolve({}),
    isKnown: () => Promise.resolve(false),
    settled: (_tx: object, _document: object, { result }: { result: TriageResult }) => Promise.resolve(result),
  };
  const looks = new MailLooks(
    ...([{}, categories, replies, settling] as unknown as ConstructorParameters<typeof MailLooks>),
  );
  const service = new TriageService(...([looks, stages, { submit }, live] as unknown as Dependencies));
  return { service, finish, submit, outcomes };
}

describe('the stage', () => {
  it('writes a run whose spans point into the text of the document', async () => {
    const { service, outcomes } = serviceWith({});
    await service.triageEmail({ subjectId: ID } as ClaimedJob);
    const outcome = outcomes[0] as { run: { id: string; result: unknown } };
    expect(outcome).toMatchObject({ stage: 'understood', run: { kind: 'triage', engine: 'local' } });
    const triage = outcome.run.result as Triage;
    const [entity] = triage.pii.entities;
    expect((HEAD + BODY).slice(entity!.start, entity!.end)).toBe('kim@example.com');
    expect(triage.documentId).toBe(PUBLIC_ID);
    expect(triage.origin.runId).toBe(`run_${outcome.run.id.replaceAll('-', '')}`);
  });

  it('leaves a mail whose fields are wanted to those who gather them', async () => {
    const { service, outcomes } = serviceWith({ triageOnly: false });
    await service.triageEmail({ subjectId: ID } as ClaimedJob);
    expect(outcomes[0]).toMatchObject({ stage: 'classified', change: { gathers: true } });
  });

  it.each([
    ['attachment', 0, 'classified'],
    ['member', 0, 'classified'],
    ['embedded', 0, 'understood'],
    [null, 1, 'classified'],
    [null, 0, 'understood'],
  ])('a mail to be triaged with a file of the role %s, %i left out, stands at %s', async (role, left, stage) => {
    const children = role === null ? [] : [{ role, filename: 'a.pdf' }];
    const skipped = Array.from({ length: left }, () => ({ name: 'b.exe', reason: 'too_many' }));
    const { service, outcomes } = serviceWith({ children, skipped });
    await service.triageEmail({ subjectId: ID } as ClaimedJob);
    expect(outcomes[0]).toMatchObject({ stage });
    expect('announce' in (outcomes[0] as object)).toBe(stage === 'classified');
  });

  it('refuses what is not an e-mail', async () => {
    const { service, finish } = serviceWith({ reading: { ...emailReading, email: null } });
    await expect(service.triageEmail({ subjectId: ID } as ClaimedJob)).rejects.toMatchObject({ code: 'not_an_email' });
    expect(finish).not.toHaveBeenCalled();
  });
});

describe('submitting', () => {
  it('keeps equal mails as equal bytes, whatever the order of their fields', async () => {
    const { service, submit } = serviceWith({});
    const request = { traceparent: '00-1-2-01' };
    await service.submitMail({ subject: 'a', text: 'b' }, request);
    await service.submitMail({ text: 'b', subject: 'a' }, request);
    const [[first], [second]] = submit.mock.calls as [[{ source: Buffer; mediaType: string }], [{ source: Buffer }]];
    expect(first.source).toEqual(second.source);
    expect(first.mediaType).toBe(JSON_EMAIL_MEDIA_TYPE);
  });
});

describe('the answer', () => {
  const triage = { priority: { score: 0.5 }, duplicateOf: null, duplicate: null };
  const TWIN = '0192f0a0-0000-7000-8000-000000000002';
  const ended = { status: 'succeeded', email: {}, error: null, duplicateOf: null, runs: { triage: 'run' } };
  const sent = { documentId: ID, isNew: true };

  it.each([
    ['told at its end', { results: [{ id: 'run', result: triage }] }],
    ['kept', { results: [{ id: 'another', result: {} }], stored: triage }],
  ])('is the triage as it was %s, with what the document knows of its twin', async (_, parts) => {
    const { service } = serviceWith({ document: { ...ended, duplicateOf: TWIN }, ...parts });
    const of = `doc_${TWIN.replaceAll('-', '')}`;
    await expect(service.answer(sent, 1)).resolves.toEqual({
      documentId: PUBLIC_ID,
      status: 'succeeded',
      triage: { ...triage, duplicateOf: of, duplicate: { of, kind: 'exact', similarity: 1, reused: ['result'] } },
    });
  });

  it('is empty while the document is under way', async () => {
    const { service } = serviceWith({ document: { ...ended, status: 'processing', runs: { triage: null } } });
    await expect(service.answer(sent, 0)).resolves.toEqual({
      documentId: PUBLIC_ID,
      status: 'processing',
      triage: null,
    });
  });

  it.each([
    ['failed', {}, { code: 'corrupt_document', detail: 'It is broken.' }, 'corrupt_document'],
    ['succeeded', null, null, 'not_an_email'],
    ['cancelled', {}, null, 'triage_failed'],
  ])('%s, e-mail %o, error %o: %s', async (status, email, error, code) => {
    const { service } = serviceWith({ document: { ...ended, status, email, error, runs: { triage: null } } });
    await expect(service.answer(sent, 1)).rejects.toMatchObject({ code, kind: 'unprocessable' });
  });
});
