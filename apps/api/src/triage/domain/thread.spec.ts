import { describe, expect, it } from 'vitest';
import { normalisedSubject, threadIdOf } from './thread.js';
import type { TriageMessage } from './triage-model.js';

const message = (more: Partial<TriageMessage>): TriageMessage => ({
  messageId: null,
  inReplyTo: null,
  references: [],
  from: { name: '', address: 'a@example.com' },
  to: [{ name: '', address: 'b@example.com' }],
  cc: [],
  subject: 'Lamps',
  text: '',
  sections: [],
  conversationId: null,
  date: null,
  headers: {},
  attachmentNames: [],
  ...more,
});

describe('the subject of a thread', () => {
  it.each([
    ['Re: Lamps', 'lamps'],
    ['AW: WG: Re[2]: Lamps', 'lamps'],
    ['[desk] Fwd: RE:  Lamps   and chairs', 'lamps and chairs'],
    ['Report: lamps', 'report: lamps'],
    [null, ''],
  ])('%s', (subject, expected) => expect(normalisedSubject(subject)).toBe(expected));
});

describe('a thread', () => {
  const root = message({ messageId: '<1@example.com>' });

  it.each([
    ['by reference', root, message({ messageId: '<3@x>', references: ['<1@example.com>', '<2@x>'], subject: 'Other' })],
    ['by the mail that is answered', root, message({ messageId: '<2@x>', inReplyTo: '1@example.com' })],
    [
      "by Outlook's conversation, where nothing is referred to",
      message({ conversationId: 'c0ffee', subject: 'Re: lamps' }),
      message({ conversationId: 'c0ffee', subject: 'Re: chairs' }),
    ],
    [
      'by subject and participants, whoever writes',
      message({}),
      message({
        subject: 'Re: lamps',
        from: { name: '', address: 'B@example.com' },
        to: [{ name: '', address: 'a@example.com' }],
      }),
    ],
  ])('is known %s', (_, first, second) => expect(threadIdOf(second)).toBe(threadIdOf(first)));

  it.each([
    ['another message', root, message({ messageId: '<9@example.com>' })],
    ['another subject', message({}), message({ subject: 'Chairs' })],
    ['other people', message({}), message({ to: [{ name: '', address: 'c@example.com' }] })],
  ])('%s is another thread', (_, first, second) => expect(threadIdOf(second)).not.toBe(threadIdOf(first)));
});
