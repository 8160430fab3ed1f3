import type { EmailContent, StoredReading } from '@app/reading';
import { describe, expect, it } from 'vitest';
import { bodySpan, MOST_TEXT, messageOfReading } from './message-of-reading.js';

const HEAD = 'Subject: Lamps\n\n';
const email = (body: string): EmailContent => ({
  messageId: '<1@example.com>',
  from: { name: 'Kim', address: 'kim@example.com' },
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
  bodyEnd: HEAD.length + body.length,
  sections: [{ kind: 'new', start: HEAD.length, end: HEAD.length + body.length }],
  headers: { importance: 'high' },
});
const reading = (body: string) => ({ text: HEAD + body, hidden: [] as StoredReading['hidden'] }) as StoredReading;

describe('the message of a reading', () => {
  it('has the body without the head, and what the headers say', () => {
    const message = messageOfReading(reading('Two, please.'), email('Two, please.'), ['list.pdf']);
    expect(message).toMatchObject({
      text: 'Two, please.',
      subject: 'Lamps',
      headers: { importance: 'high' },
      attachmentNames: ['list.pdf'],
      sections: [{ kind: 'new', start: 0, end: 'Two, please.'.length }],
    });
  });

  it('is bounded', () => {
    const body = 'x'.repeat(MOST_TEXT + 10);
    expect(messageOfReading(reading(body), email(body), []).text).toHaveLength(MOST_TEXT);
    expect(messageOfReading(reading(body), email(body), []).sections).toEqual([
      { kind: 'new', start: 0, end: MOST_TEXT },
    ]);
    expect(bodySpan(reading(body), email(body)).start).toBe(HEAD.length);
  });

  it('survives offsets beyond the text', () =>
    expect(messageOfReading(reading(''), email('longer than it is'), []).text).toBe(''));
});
