import { describe, expect, it } from 'vitest';
import { ChildCollector } from '../children/child-collector.js';
import { ReadingBuilder } from '../reading-builder.js';
import { addMailFiles } from './mail-files.js';
import { parseMessage } from './message.js';

const lines = (...all: string[]): Buffer => Buffer.from(all.join('\r\n'), 'latin1');
const bodyOf = (bytes: Buffer): string[] => parseMessage(bytes, 1000).body.map(({ text }) => text.trim());
const filesOf = async (bytes: Buffer, limits = { maxChildren: 100, maxChildBytes: 10_000 }) => {
  const children = new ChildCollector(limits);
  await addMailFiles(children, parseMessage(bytes, 1000).files);
  const builder = new ReadingBuilder('message/rfc822', 1000);
  children.deliverTo(builder);
  const reading = builder.build();
  return { children: reading.children, skipped: reading.receipt.childrenSkipped };
};
const part = (headers: string, body: string): string => `${headers}\r\n\r\n${body}`;
const multipart = (kind: string, ...parts: string[]): string =>
  [
    `Content-Type: multipart/${kind}; boundary=${kind}`,
    '',
    ...parts.flatMap((one) => [`--${kind}`, one]),
    `--${kind}--`,
    '',
  ].join('\r\n');
const PLAIN = part('Content-Type: text/plain', 'plain');
const HTML = part('Content-Type: text/html', `<p>${'html '.repeat(80)}</p>`);
const NOTICE = part('Content-Type: text/plain', 'Your client does not show HTML.');

describe('the body', () => {
  it.each<[string, string, string[]]>([
    ['one text', PLAIN, ['plain']],
    ['no type', part('Subject: x', 'text'), ['text']],
    ['a type that is none', part('Content-Type: text', 'text'), ['text']],
    ['alternatives', multipart('alternative', PLAIN, HTML), ['plain']],
    [
      'an alternative that says nothing',
      multipart('alternative', part('Content-Type: text/plain', ' '), HTML),
      [HTML.slice(27)],
    ],
    ['an alternative that is a notice', multipart('alternative', NOTICE, HTML), [HTML.slice(27)]],
    [
      'texts one after the other',
      multipart('mixed', PLAIN, part('Content-Type: text/html', '<p>b'), PLAIN),
      ['plain', '<p>b', 'plain'],
    ],
    [
      'alternatives among others',
      multipart('mixed', multipart('alternative', PLAIN, HTML), part('Content-Type: text/plain', 'footer')),
      ['plain', 'footer'],
    ],
    ['related pictures', multipart('related', HTML, part('Content-Type: image/png', 'x')), [HTML.slice(27)]],
    [
      'a text that is named first',
      multipart('mixed', part('Content-Type: text/plain; name=a.txt', 'letter')),
      ['letter'],
    ],
    [
      'no boundary',
      'Content-Type: multipart/mixed\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n--b--',
      ['hello'],
    ],
    ['a boundary that never comes', part('Content-Type: multipart/mixed; boundary=b', 'hello'), ['hello']],
    ['a part without a header', 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nhello\r\n--b--', ['hello']],
    ['a part that is not closed', 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhello\r\n', ['hello']],
    [
      'the last of two types',
      part('Content-Type: multipart/mixed; boundary=b\r\nContent-Type: text/plain', '--b'),
      ['--b'],
    ],
    ['bytes that are no base64', part('Content-Transfer-Encoding: base64', '?garbage'), ['?garbage']],
    ['an unknown encoding', part('Content-Transfer-Encoding: 8 bit', 'a=20b'), ['a=20b']],
  ])('%s', (_, text, body) => expect(bodyOf(lines(text))).toEqual(body));

  it.each([
    ['LF', '\n'],
    ['CR', '\r'],
  ])('is found where lines end in %s', (_, end) =>
    expect(bodyOf(Buffer.from(multipart('mixed', PLAIN, PLAIN).replaceAll('\r\n', end)))).toEqual(['plain', 'plain']),
  );

  it('is told from boundaries that begin alike', () => {
    const inner = ['Content-Type: multipart/mixed; boundary=a--', '', '--a--', '', 'one', '--a----', ''].join('\r\n');
    expect(
      bodyOf(lines('Content-Type: multipart/mixed; boundary=a', '', '--ab', '--a', inner, '--a', '', 'two', '--a--')),
    ).toEqual(['one', 'two']);
  });
});

describe('the files', () => {
  it('have their names, types and bytes', async () => {
    const { children, skipped } = await filesOf(
      lines(
        multipart(
          'mixed',
          PLAIN,
          part('Content-Type: text/plain; name=a.txt', 'one\r\ntwo'),
          part('Content-Disposition: attachment; filename="../b.txt"', 'three'),
          part('Content-Type: image/png; name=c.png\r\nContent-ID: <c@x>\r\nContent-Transfer-Encoding: base64', 'AQID'),
          part('Content-Type: message/rfc822', 'Subject: Re: old / new\r\n\r\ninner'),
          part('Content-Type: application/x-data\r\nContent-Transfer-Encoding: base64', ''),
          part('Content-Type: message/external-body; access-type=URL; name=far', 'Content-Type: text/plain'),
        ),
      ),
    );
    expect(
      children.map(({ name, mediaType, bytes, contentId }) => [
        name,
        mediaType,
        Buffer.from(bytes).toString('latin1'),
        contentId,
      ]),
    ).toEqual([
      ['a.txt', 'text/plain', 'one\ntwo', undefined],
      ['b.txt', 'text/plain', 'three', undefined],
      ['c.png', 'image/png', '\x01\x02\x03', 'c@x'],
      ['Re old new.eml', 'message/rfc822', 'Subject: Re: old / new\r\n\r\ninner', undefined],
    ]);
    expect(skipped).toEqual([
      { name: 'attachment-5', reason: 'empty' },
      { name: 'far', reason: 'not_in_the_message' },
    ]);
  });

  it('are taken as far as the limits go', async () => {
    const file = (name: string, size: number): string => part(`Content-Type: text/x; name=${name}`, 'x'.repeat(size));
    const message = lines(multipart('mixed', PLAIN, file('a', 900), file('b', 200), file('c', 50), file('d', 10)));
    const { children, skipped } = await filesOf(message, { maxChildren: 2, maxChildBytes: 1000 });
    expect(children.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(skipped).toEqual([
      { name: 'b', reason: 'too_large' },
      { name: 'd', reason: 'too_many' },
    ]);
  });

  it('of a digest are messages', async () => {
    const { children } = await filesOf(
      lines(multipart('digest', '\r\nSubject: one\r\n\r\n1', '\r\nSubject: two\r\n\r\n2')),
    );
    expect(children.map(({ name, mediaType }) => `${mediaType} ${name}`)).toEqual([
      'message/rfc822 one.eml',
      'message/rfc822 two.eml',
    ]);
  });
});

describe('hostile messages', () => {
  it('with too many parts are refused', () =>
    expect(() => parseMessage(lines(multipart('mixed', ...Array.from({ length: 20 }, () => PLAIN))), 10)).toThrow(
      expect.objectContaining({ code: 'archive_too_large' }),
    ));

  it('with deep nesting are read as far as real mail goes', () => {
    const deep = Array.from(
      { length: 5000 },
      (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\r\n\r\n--b${index}\r\n`,
    );
    const message = parseMessage(lines(`${deep.join('')}\r\n\r\ncore`), 10_000);
    expect(message.warnings).toEqual(['nested_too_deep']);
    expect(message.body.map(({ text }) => text).join('')).toContain('core');
  });

  it('with nothing but delimiters that are none take linear time', () => {
    const message = parseMessage(lines('Content-Type: multipart/mixed; boundary=b', '', '--\r\n'.repeat(50_000)), 10);
    expect(message.body).toHaveLength(1);
  });
});
