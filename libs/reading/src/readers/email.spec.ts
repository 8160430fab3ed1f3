import { describe, expect, it } from 'vitest';
import { encryptedMessage, signedMessage } from '../mail/cms.builder.js';
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

describe('what a message says in parts of its own', () => {
  const read = (text: string, mediaType = 'message/rfc822') =>
    emailReader.read({ bytes: Buffer.from(text, 'latin1'), mediaType, limits: testLimits() });
  const mixed = (...parts: string[]): string =>
    [
      'Subject: x',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...parts.flatMap((part) => ['--b', part]),
      '--b--',
      '',
    ].join('\r\n');

  it('reports of delivery stand below the letter, and are no files', async () => {
    const status =
      'Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a@x.org\r\nStatus: 5.1.1\r\n';
    const { text, email, children } = await read(mixed('Content-Type: text/plain\r\n\r\nSorry.', status));
    expect(text.slice(email!.bodyStart, email!.bodyEnd)).toBe('Sorry.');
    expect(text.slice(email!.bodyEnd).trim()).toBe(
      'Delivery status\n\nReporting-Mta: dns; x\nFinal-Recipient: rfc822; a@x.org\nStatus: 5.1.1',
    );
    expect(children).toEqual([]);
  });

  it('invitations stand below the letter, and are files', async () => {
    const calendar =
      'Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Lamps\r\nEND:VEVENT\r\nEND:VCALENDAR';
    const { text, children } = await read(mixed('Content-Type: text/plain\r\n\r\nCome.', calendar));
    expect(text).toBe('Subject: x\n\nCome.\n\nLamps');
    expect(children.map(({ name, mediaType }) => [name, mediaType])).toEqual([['attachment-1.ics', 'text/calendar']]);
  });

  it('files in the text are taken out of it', async () => {
    const { text, children } = await read(
      'Subject: x\r\n\r\nHere:\r\nbegin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\nBye.\r\n',
    );
    expect(text).toBe('Subject: x\n\nHere:\n\nBye.');
    expect(children.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([['cat.txt', 'Cat']]);
  });

  it('a message that was signed as a whole is read', async () => {
    const inner = signedMessage(Buffer.from('Content-Type: text/plain\r\n\r\nsigned words'));
    const { text, children } = await read(
      `Subject: x\r\nContent-Type: application/pkcs7-mime; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n${inner.toString('base64')}`,
    );
    expect(text).toBe('Subject: x\n\nsigned words');
    expect(children.map(({ name }) => name)).toEqual(['smime.p7m']);
  });

  it.each([
    [
      'S/MIME',
      `Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: base64\r\n\r\n${encryptedMessage().toString('base64')}`,
    ],
    [
      'PGP in a part',
      'Content-Type: multipart/encrypted; boundary=e\r\n\r\n--e\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--e--',
    ],
    ['PGP in the text', 'Content-Type: text/plain\r\n\r\n-----BEGIN PGP MESSAGE-----\r\nabc\r\n'],
  ])('what is encrypted is said to be: %s', async (_, part) =>
    expect((await read(mixed(part))).receipt.warnings).toEqual(['encrypted_mail']),
  );

  it('a header alone is shown, if it is of machines only', async () => {
    expect((await read('Received: from a by b\r\nX-Mailer: y\r\n\r\n')).text).toBe(
      'Received: from a by b\nX-Mailer: y',
    );
    expect((await read('Received: from a by b\r\nSubject: y\r\n\r\n')).text).toBe('Subject: y');
  });

  it('files in its markup are children', async () => {
    const { children } = await read('Content-Type: text/html\r\n\r\n<p>see <img src="data:text/plain,words"></p>');
    expect(children.map(({ role, bytes }) => [role, Buffer.from(bytes).toString()])).toEqual([['embedded', 'words']]);
  });

  it('all who wrote it are named', async () => {
    const { text, email } = await read('From: Ann <a@x.org>, b@x.org\r\n\r\nhello');
    expect(text).toBe('From: Ann <a@x.org>, b@x.org\n\nhello');
    expect(email).toMatchObject({
      from: { address: 'a@x.org' },
      authors: [{ address: 'a@x.org' }, { address: 'b@x.org' }],
    });
  });

  it('the frame of Apple Mail is taken off', async () => {
    const mail = 'Subject: x\n\nhello\n';
    expect((await read(`${mail.length}\n${mail}<?xml version="1.0"?><plist/>`, 'message/x-emlx')).text).toBe(
      'Subject: x\n\nhello',
    );
  });

  it('a mailbox that began like a message is found to be one', async () => {
    const one = 'From a@x.org Mon Jan 1 00:00:00 2024\nSubject: x\n\nhello\n\n';
    const input = { mediaType: 'message/rfc822', limits: testLimits() };
    expect(await emailReader.refine?.({ ...input, bytes: Buffer.from(one + one) })).toBe('application/mbox');
    expect(await emailReader.refine?.({ ...input, bytes: Buffer.from(one) })).toBeNull();
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
