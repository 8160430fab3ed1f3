import { describe, expect, it } from 'vitest';
import { encryptedMessage, signedMessage } from '../mail/cms.builder.js';
import { calendarReader } from './calendar.reader.js';
import type { FormatReader } from './format-reader.js';
import { testLimits } from './limits.builder.js';
import { mboxReader } from './mbox.reader.js';
import { signedFileReader, uuencodeReader } from './wrapped-file.reader.js';

const read = (reader: FormatReader, bytes: string | Buffer, limits = testLimits(), filename?: string) =>
  reader.read({ bytes: Buffer.from(bytes as string), mediaType: reader.mediaTypes[0]!, filename, limits });

describe('mboxReader', () => {
  const message = (subject: string): string =>
    `From a@x.org Mon Jan  1 00:00:00 2024\nFrom: Ann <a@x.org>\nSubject: ${subject}\nDate: 1 Jan 2024 10:00 +0000\n\n>From here\n\n`;

  it('lists its messages, each of them a child', async () => {
    const { text, pages, children } = await read(mboxReader, message('one') + message('two: 2'));
    expect(text.split('\n').map((line) => line.split('   '))).toEqual([
      ['Date', 'From', 'Subject'],
      ['2024-01-01T10:00:00.000Z', 'Ann <a@x.org>', 'one'],
      ['2024-01-01T10:00:00.000Z', 'Ann <a@x.org>', 'two: 2'],
    ]);
    expect(pages[0]!.blocks[0]!.table).toMatchObject({ rows: 3, columns: 3 });
    expect(children.map(({ name, mediaType, role }) => [name, mediaType, role])).toEqual([
      ['1 one.eml', 'message/rfc822', 'member'],
      ['2 two 2.eml', 'message/rfc822', 'member'],
    ]);
    expect(Buffer.from(children[0]!.bytes).toString()).toContain('\n\nFrom here\n');
  });

  it('names what it leaves out', async () => {
    const { text, receipt } = await read(
      mboxReader,
      ['a', 'b', 'c', 'd', 'e'].map(message).join(''),
      testLimits({ maxChildren: 1, maxEntries: 3 }),
    );
    expect(text.split('\n')).toHaveLength(4);
    expect(receipt.childrenFound).toBe(4);
    expect(receipt.childrenSkipped).toEqual([
      { name: '2 b.eml', reason: 'too_many' },
      { name: '3 c.eml', reason: 'too_many' },
      { name: '(2 more)', reason: 'too_many' },
    ]);
    expect(receipt.warnings).toEqual(['too_many_messages']);
  });
});

describe('files that were wrapped to be mailed', () => {
  it('come out of uuencode', async () => {
    const { text, children } = await read(uuencodeReader, 'begin 644 cat.txt\n#0V%T\n`\nend\n');
    expect(text).toBe('cat.txt');
    expect(children.map(({ name, role }) => [name, role])).toEqual([['cat.txt', 'member']]);
  });

  it('are shown as they are where their encoding is damaged', async () => {
    const { text, receipt } = await read(uuencodeReader, 'begin 644 cat.txt\n#0V%T\n');
    expect(text).toContain('#0V%T');
    expect(receipt.warnings).toEqual(['damaged_uuencode']);
  });

  it('come out of a signature', async () => {
    const { text, children } = await read(
      signedFileReader,
      signedMessage(Buffer.from('words')),
      testLimits(),
      'a.txt.p7m',
    );
    expect(text).toBe('a.txt');
    expect(children.map(({ name, mediaType }) => [name, mediaType])).toEqual([['a.txt', 'text/plain']]);
  });

  it.each([
    ['encrypted_document', encryptedMessage()],
    ['corrupt_document', signedMessage(null)],
  ])('are refused where nothing comes out: %s', (code, bytes) =>
    expect(read(signedFileReader, bytes)).rejects.toMatchObject({ code }),
  );
});

it.each([
  ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Lamps\nEND:VEVENT\nEND:VCALENDAR', 'Lamps'],
  ['BEGIN:VCALENDAR\nEND:VCALENDAR', 'BEGIN:VCALENDAR\nEND:VCALENDAR'],
])('a calendar is never silently empty: %j', async (text, expected) =>
  expect((await read(calendarReader, text)).text).toBe(expected),
);
