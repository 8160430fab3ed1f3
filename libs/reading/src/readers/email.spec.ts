import { describe, expect, it } from 'vitest';
import { emailReader } from './email.reader.js';
import { jsonEmailReader, mailboxesOf } from './json-email.reader.js';
import { testLimits } from './limits.builder.js';

const limits = testLimits({ maxChildren: 2, maxChildBytes: 1000 });
const readJson = (mail: object) =>
  jsonEmailReader.read({
    bytes: Buffer.from(JSON.stringify(mail)),
    mediaType: 'application/vnd.dossier.email+json',
    limits,
  });

const MESSAGE = [
  'Message-ID: <1@example.org>',
  'In-Reply-To: <0@example.org>',
  'References: <a@example.org> <0@example.org>',
  'From: =?utf-8?Q?J=C3=B6rg?= <joerg@example.org>',
  'To: Team: ann@example.org, bob@example.org;',
  'Subject: Rechnung',
  'Date: Mon, 1 Jan 2024 10:00:00 +0100',
  'Auto-Submitted: auto-replied',
  'Content-Type: multipart/mixed; boundary=x',
  '',
  '--x',
  'Content-Type: text/html',
  '',
  '<p>Bitte <b>zahlen</b>.</p>',
  '--x',
  'Content-Type: application/octet-stream; name="../a.txt"',
  'Content-Disposition: attachment; filename="../a.txt"',
  '',
  'attached text',
  '--x',
  'Content-Type: text/plain',
  'Content-Disposition: attachment; filename="large.txt"',
  '',
  'x'.repeat(1200),
  '--x--',
  '',
].join('\r\n');

describe('emailReader', () => {
  it('reads headers, body and attachments, and says what it left out', async () => {
    const reading = await emailReader.read({ bytes: Buffer.from(MESSAGE), mediaType: 'message/rfc822', limits });
    const email = reading.email!;
    expect(email).toMatchObject({
      messageId: '<1@example.org>',
      subject: 'Rechnung',
      from: { name: 'Jörg', address: 'joerg@example.org' },
      date: '2024-01-01T09:00:00.000Z',
      inReplyTo: '<0@example.org>',
      references: ['<a@example.org>', '<0@example.org>'],
      headers: { 'auto-submitted': 'auto-replied' },
    });
    expect(email.to.map(({ address }) => address)).toEqual(['ann@example.org', 'bob@example.org']);
    expect(reading.text.slice(email.bodyStart, email.bodyEnd).trim()).toBe('Bitte zahlen.');
    expect(reading.children.map(({ name, mediaType, role }) => [name, mediaType, role])).toEqual([
      ['a.txt', 'text/plain', 'attachment'],
    ]);
    expect(reading.receipt).toMatchObject({
      childrenFound: 2,
      childrenSkipped: [{ name: 'large.txt', reason: 'too_large' }],
    });
  });
});

describe('jsonEmailReader', () => {
  it('reads a message with its header on the page', async () => {
    const reading = await readJson({
      from: 'Ann <ann@example.org>',
      to: ['bob@example.org'],
      subject: 'Hi\r\nthere',
      text: 'Line 1\r\nLine 2',
      receivedAt: '2024-05-01T12:00:00+02:00',
    });
    expect(reading.text).toBe(
      'Subject: Hi there\nFrom: Ann <ann@example.org>\nTo: bob@example.org\nDate: 2024-05-01T10:00:00.000Z\n\nLine 1\nLine 2',
    );
    expect(reading.text.slice(reading.email!.bodyStart, reading.email!.bodyEnd)).toBe('Line 1\nLine 2');
  });
  it('takes the HTML where the text only points to it', async () => {
    const reading = await readJson({
      text: 'Your client does not show HTML mail.',
      html: `<p>${'long '.repeat(80)}</p>`,
    });
    expect(reading.text).toBe('long '.repeat(80).trim());
  });
  it('reads the headers that come with it', async () => {
    const { email } = await readJson({
      text: 'a',
      headers: { 'Message-Id': '<1@x>', 'Reply-To': 'Jörg <j@x.org>', Date: '1 May 2024 12:00 +0200' },
    });
    expect(email).toMatchObject({
      messageId: '<1@x>',
      replyTo: [{ name: 'Jörg', address: 'j@x.org' }],
      date: '2024-05-01T10:00:00.000Z',
    });
  });
  it('refuses what is no message', async () => {
    await expect(readJson({ subject: 5 })).rejects.toMatchObject({ code: 'corrupt_document' });
  });
  it.each<[object, boolean]>([
    [{ text: 'a' }, true],
    [{ html: '<p>a' }, false],
    [{ text: 'a'.repeat(300_000) }, false],
  ])('is read in the service itself only where small and without HTML', (mail, expected) =>
    expect(jsonEmailReader.isSafeInProcess?.({ bytes: Buffer.from(JSON.stringify(mail)), mediaType: '' })).toBe(
      expected,
    ),
  );
});

describe('mailboxesOf', () => {
  it.each<[string | string[] | null, [string, string][]]>([
    [
      'a@x.org, "Doe, Jane" <j@x.org>',
      [
        ['', 'a@x.org'],
        ['Doe, Jane', 'j@x.org'],
      ],
    ],
    [
      ['Ann <a@x.org>', 'b@x.org'],
      [
        ['Ann', 'a@x.org'],
        ['', 'b@x.org'],
      ],
    ],
    ['Undisclosed', [['Undisclosed', '']]],
    [null, []],
  ])('%j', (value, boxes) => expect(mailboxesOf(value).map(({ name, address }) => [name, address])).toEqual(boxes));
});
