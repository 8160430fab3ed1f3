import { describe, expect, it } from 'vitest';
import { sniffMediaType } from './sniff.js';

const mail = 'Received: from a by b\r\nFrom: Ann <ann@example.org>\r\nSubject: Hello\r\n\r\nText';
const compound = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(64),
  ]);

describe('sniffMediaType', () => {
  it.each<[string, string | Buffer, string | undefined, string | null]>([
    ['a PDF', '%PDF-1.7\n1 0 obj', undefined, 'application/pdf'],
    ['a PDF behind junk', '\0\0junk\n%PDF-1.4\n', 'x.txt', 'application/pdf'],
    ['text that speaks of PDF', 'The header is %PDF-1.4 as everyone knows.', undefined, 'text/plain'],
    ['mail', mail, undefined, 'message/rfc822'],
    ['mail that holds HTML', mail.replace('Text', '<html><body>Hi</body></html>'), 'x.html', 'message/rfc822'],
    ['one strange header line in a file named .eml', 'Strange-Header: value\n\nbody', 'odd.eml', 'message/rfc822'],
    ['settings that look a little like headers', 'User-agent: *\nDisallow: /private\n', 'robots.txt', 'text/plain'],
    [
      'a mailbox',
      `From ann@example.org Mon Jan 1 00:00:00 2024\n${mail}\n\nFrom bob@example.org Mon Jan 1 00:00:01 2024\n${mail}`,
      undefined,
      'application/mbox',
    ],
    ['mail with a body of bytes', Buffer.from(`${mail}${'\0\x01'.repeat(500)}`, 'latin1'), undefined, 'message/rfc822'],
    ['words in a file named .eml', 'Dear all,\n\nhello', 'letter.eml', 'message/rfc822'],
    ['mail as Apple keeps it', `120\n${mail}`, undefined, 'message/x-emlx'],
    ['a number above words', '120\nwords', undefined, 'text/plain'],
    ['a calendar', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n', undefined, 'text/calendar'],
    ['a visiting card', 'BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nEND:VCARD\n', undefined, 'text/vcard'],
    ['an encoded file', 'begin 644 a.txt\n#86)C\n`\nend\n', undefined, 'text/x-uuencode'],
    ["Outlook's winmail.dat", Buffer.from('789f3e22010006900800', 'hex'), undefined, 'application/vnd.ms-tnef'],
    ['a signed file', Buffer.from('308006092a864886f70d010702a080', 'hex'), undefined, 'application/pkcs7-mime'],
    ['HTML', '<!DOCTYPE html>\n<html><head>', undefined, 'text/html'],
    ['HTML without a doctype', '<p>Hello</p>', undefined, 'text/html'],
    ['XML', '<?xml version="1.0"?><Invoice xmlns="urn:x"/>', undefined, 'application/xml'],
    ['XML without a declaration', '<a:Root xmlns:a="urn:a"><a:b>1</a:b></a:Root>', undefined, 'application/xml'],
    ['JSON', '{"a": [1, 2]}', undefined, 'application/json'],
    ['JSON line by line', `{"a": 1}\n{"a": 2}\n{"a": ${'1'.repeat(2000)}}\n{"a`, undefined, 'application/x-ndjson'],
    ['JSON on several lines', `{"a": 1,\n"b": "${'x'.repeat(2000)}`, undefined, 'application/json'],
    ['braces that are no JSON', '{hello} world', undefined, 'text/plain'],
    ['CSV', 'a;b;c\n1;2;3\n4;5;6\n7;8;9\n1;1;1\n', undefined, 'text/csv'],
    ['CSV by its name', 'one\ntwo\n', 'list.csv', 'text/csv'],
    ['Markdown by its name', '# Title\n\nText', 'readme.md', 'text/markdown'],
    ['a name that the content contradicts', '{"a": 1}', 'a.md', 'application/json'],
    ['UTF-16 text', Buffer.from('\ufeffplain words', 'utf16le'), undefined, 'text/plain'],
    ['windows-1252 text', Buffer.from('caf\xe9 cr\xe8me', 'latin1'), undefined, 'text/plain'],
    ['a PNG named .txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'a.txt', 'image/png'],
    ['a TAR archive that begins with a PDF', tarWithPdf(), 'a.tar', 'application/x-tar'],
    ['a TIFF whose directory is far away', Buffer.from('49492a00ffffff7f', 'hex'), undefined, 'image/tiff'],
    ['an old Word document', compound('WordDocument'), undefined, 'application/msword'],
    ['an Outlook message', compound('__substg1.0_0037001F'), undefined, 'application/vnd.ms-outlook'],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 7919 + (index % 13) * 31) & 0xff)),
      'x.txt',
      null,
    ],
    ['nothing', '', 'x.txt', null],
  ])('tells %s', async (_, content, filename, mediaType) =>
    expect(await sniffMediaType(Buffer.from(content), filename)).toBe(mediaType),
  );
});

/** POSIX.1-1988, 10.1.1: a header of 512 bytes, then the content. */
function tarWithPdf(): Buffer {
  const header = Buffer.alloc(512);
  header.write('A.PDF', 0);
  header.write('0000644\0', 100);
  header.write('00000000012\0', 124);
  header.write('        0', 148);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, Buffer.from('%PDF-1.7\n1 0 obj'), Buffer.alloc(1000)]);
}
