import { describe, expect, it } from 'vitest';
import { testLimits } from '../../readers/limits.builder.js';
import { fileTime, msgOf, type TestMessage } from './msg.builder.js';
import { MSG_MEDIA_TYPE } from './msg-file.js';
import { readMapiDocument } from './read-mapi.js';
import { decompressRtf } from './rtf-compressed.js';
import { tnefOf } from './tnef.builder.js';
import { TNEF_MEDIA_TYPE } from './tnef.js';

const read = (bytes: Uint8Array, mediaType = MSG_MEDIA_TYPE, limits = testLimits()) =>
  readMapiDocument({ bytes, mediaType, limits });
const rtf = (text: string): Buffer => {
  const head = Buffer.alloc(16);
  head.writeUInt32LE(text.length, 4);
  head.write('MELA', 8, 'latin1');
  return Buffer.concat([head, Buffer.from(text, 'latin1')]);
};

const LETTER: TestMessage = {
  properties: [
    [0x0037001f, 'Grüße'],
    [
      0x1000001f,
      'Hello Robin,\r\n\r\nthe lamp is broken.\r\n\r\nFrom: Robin\r\nSent: Monday\r\nSubject: Lamp\r\n\r\nIs it?',
    ],
    [0x00390040, fileTime('2026-11-02T09:00:00Z')],
    [0x0c1a001f, 'Kim Doe'],
    [0x0c1f001f, '/O=EXAMPLE/CN=KIM'],
    [0x5d01001f, 'kim@example.com'],
    [0x1035001f, '<1@example.com>'],
    [0x00710102, Buffer.from(`01${'00'.repeat(5)}${'ab'.repeat(16)}`, 'hex')],
    [0x00170003, 2],
  ],
  recipients: [
    [
      [0x3001001f, 'Robin'],
      [0x39fe001f, 'robin@example.com'],
      [0x0c150003, 1],
    ],
    [
      [0x3001001f, "'ann@example.com'"],
      [0x3003001f, 'ann@example.com'],
      [0x0c150003, 2],
    ],
  ],
  attachments: [
    {
      properties: [
        [0x3707001f, 'list.txt'],
        [0x37010102, Buffer.from('a list')],
        [0x3712001f, 'list@x'],
        [0x37050003, 1],
      ],
    },
    {
      properties: [
        [0x3001001f, 'Re: lamp / chair'],
        [0x37050003, 5],
      ],
      message: {
        properties: [
          [0x0037001f, 'Inner'],
          [0x1000001f, 'inner words'],
        ],
      },
    },
    {
      properties: [
        [0x3001001f, 'far.docx'],
        [0x370d001f, '\\\\server\\far.docx'],
        [0x37050003, 2],
      ],
    },
  ],
};

describe('a message of Outlook', () => {
  it('is read as any e-mail', async () => {
    const { email, text, children, receipt } = await read(msgOf(LETTER));
    expect(email).toMatchObject({
      subject: 'Grüße',
      from: { name: 'Kim Doe', address: 'kim@example.com' },
      to: [{ name: 'Robin', address: 'robin@example.com' }],
      cc: [{ name: '', address: 'ann@example.com' }],
      date: '2026-11-02T09:00:00.000Z',
      messageId: '<1@example.com>',
      conversationId: 'ab'.repeat(16),
      headers: { importance: 'high' },
    });
    expect(email!.sections.map(({ kind, start, end }) => [kind, text.slice(start, end).split('\n')[0]])).toEqual([
      ['new', 'Hello Robin,'],
      ['quoted', 'From: Robin'],
    ]);
    expect(children.map(({ name, mediaType, contentId }) => [name, mediaType, contentId])).toEqual([
      ['list.txt', 'text/plain', 'list@x'],
      ['Re lamp chair.msg', MSG_MEDIA_TYPE, undefined],
    ]);
    expect(receipt.childrenSkipped).toEqual([{ name: 'far.docx', reason: 'not_in_the_message' }]);
  });

  it('inside another one is a file that can be read again', async () => {
    const { children } = await read(msgOf(LETTER));
    const inner = await read(children[1]!.bytes);
    expect(inner.text).toBe('Subject: Inner\n\ninner words');
  });

  it('takes what its header said where properties are missing', async () => {
    const header =
      'From: Kim <kim@example.com>\r\nTo: robin@example.com\r\nReferences: <0@x>\r\nDate: 2 Nov 2026 09:00 +0000\r\n\r\n';
    const { email } = await read(msgOf({ properties: [[0x007d001f, header]] }));
    expect(email).toMatchObject({
      from: { address: 'kim@example.com' },
      to: [{ address: 'robin@example.com' }],
      references: ['<0@x>'],
      date: '2026-11-02T09:00:00.000Z',
    });
  });

  it.each<[string, TestMessage['properties'], string]>([
    [
      'text in a code page',
      [
        [0x1000001e, 'Gr\xfc\xdfe'],
        [0x3ffd0003, 1252],
      ],
      'Grüße',
    ],
    [
      'text in Cyrillic',
      [
        [0x1000001e, '\xcf\xf0\xe8'],
        [0x3ffd0003, 1251],
      ],
      'При',
    ],
    [
      'HTML in bytes',
      [
        [0x10130102, Buffer.from('<p>Grüße')],
        [0x3fde0003, 65001],
      ],
      'Grüße',
    ],
    [
      'RTF around HTML',
      [[0x10090102, rtf('{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag <p>}hello{\\*\\htmltag </p>}}')]],
      'hello',
    ],
    ['RTF', [[0x10090102, rtf('{\\rtf1\\ansi plain \\b words\\b0}')]], 'plain words'],
    ['nothing', [[0x0037001f, 'x']], ''],
  ])('has a body of %s', async (_, properties, body) => {
    const { text, email } = await read(msgOf({ properties }));
    expect(text.slice(email!.bodyStart, email!.bodyEnd)).toBe(body);
  });

  it('says what an appointment says in its fields', async () => {
    const { text } = await read(
      msgOf({
        properties: [
          [0x001a001f, 'IPM.Appointment'],
          [0x8000001f, 'Room 4'],
          [0x80010040, fileTime('2026-11-02T09:00:00Z')],
        ],
        named: [0x8208, 0x820d],
      }),
    );
    expect(text).toBe('Start: 2026-11-02T09:00:00.000Z\nLocation: Room 4');
  });

  it('says what a contact says in its fields', async () => {
    const { text } = await read(
      msgOf({
        properties: [
          [0x001a001f, 'IPM.Contact'],
          [0x3001001f, 'Kim Doe'],
          [0x3a08001f, '+49 30 1'],
          [0x3a420040, fileTime('1980-02-03T00:00:00Z')],
        ],
      }),
    );
    expect(text).toBe('Name: Kim Doe\nBusiness phone: +49 30 1\nBirthday: 1980-02-03');
  });

  it('that is empty says at least what kind it is', async () =>
    expect((await read(msgOf({ properties: [[0x001a001f, 'IPM.Note']] }))).text).toBe('Message class: IPM.Note'));

  it('with a damaged body keeps the rest', async () => {
    const { text, receipt } = await read(
      msgOf({
        properties: [
          [0x0037001f, 'Lamps'],
          [0x10090102, Buffer.alloc(40)],
        ],
      }),
    );
    expect(text).toBe('Subject: Lamps');
    expect(receipt.warnings).toEqual(['damaged_body']);
  });

  it('that was cut gives what is left, and says so', async () => {
    const whole = msgOf({
      properties: [
        [0x0037001f, 'Lamps'],
        [0x1000001f, 'word '.repeat(4000)],
      ],
    });
    const at = Buffer.from(whole).lastIndexOf('word ', undefined, 'utf16le');
    const { text, receipt } = await read(whole.slice(0, at - 5000));
    expect(text).toMatch(/^word word/);
    expect(receipt.warnings).toEqual(['damaged_parts']);
  });

  it.each([
    ['no properties', msgOf({ properties: [] })],
    ['properties that say nothing', msgOf({ properties: [[0x00170003, 1]] })],
    ['no compound file', Buffer.from('nothing')],
    ['a message with more parts than are allowed', msgOf(LETTER)],
  ])('is refused: %s', async (_, bytes) =>
    expect(read(bytes, MSG_MEDIA_TYPE, testLimits({ maxEntries: 3 }))).rejects.toMatchObject({
      code: expect.any(String) as string,
    }),
  );
});

describe('winmail.dat', () => {
  const inner = tnefOf([[0x1000001f, 'inner words']]);
  const bytes = tnefOf(
    [
      [0x0037001f, 'Lamps'],
      [0x10130102, Buffer.from('<p>broken')],
      [0x10000102, Buffer.alloc(0)],
    ],
    [
      { title: 'SHORT~1.TXT', data: Buffer.from('a list'), more: [[0x3707001f, 'a long name.txt']] },
      { title: 'mail', data: Buffer.alloc(0), more: [[0x3701000d, Buffer.concat([Buffer.alloc(16), inner])]] },
    ],
  );

  it('gives its text and its files', async () => {
    const { text, children, receipt } = await read(bytes, TNEF_MEDIA_TYPE);
    expect(text).toBe('Subject: Lamps\n\nbroken');
    expect(children.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['a long name.txt', 'text/plain'],
      ['mail.dat', TNEF_MEDIA_TYPE],
    ]);
    expect((await read(children[1]!.bytes, TNEF_MEDIA_TYPE)).text).toBe('inner words');
    expect(receipt.warnings).toEqual([]);
  });

  it('that was cut gives what is left, and says so', async () => {
    const { text, receipt } = await read(bytes.subarray(0, bytes.length - 200), TNEF_MEDIA_TYPE);
    expect(text).toBe('Subject: Lamps\n\nbroken');
    expect(receipt.warnings).toEqual(['damaged_parts']);
  });

  it('is refused with more files than are allowed', () =>
    expect(read(bytes, TNEF_MEDIA_TYPE, testLimits({ maxEntries: 1 }))).rejects.toMatchObject({
      code: 'archive_too_large',
    }));
});

describe('compressed RTF', () => {
  // The examples of [MS-OXRTFCP] 3.1.
  it.each([
    [
      '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
      '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
    ],
    ['1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0', '{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}'],
  ])('%s', (hex, text) => expect(decompressRtf(Buffer.from(hex, 'hex')).toString('latin1')).toBe(text));

  it.each(['', '00'.repeat(16)])('refuses what is none: %j', (hex) =>
    expect(() => decompressRtf(Buffer.from(hex, 'hex'))).toThrow(expect.objectContaining({ code: 'corrupt_document' })),
  );
});
