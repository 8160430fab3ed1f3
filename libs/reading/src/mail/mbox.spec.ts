import { describe, expect, it } from 'vitest';
import { isMailbox, mailboxMessages, unquoteFrom } from './mbox.js';

const FROM = 'From ann@example.org Mon Jan  1 00:00:00 2024';
const message = (body: string, header = 'Subject: x'): string => `${FROM}\n${header}\n\n${body}\n\n`;
const messagesOf = (text: string): string[] =>
  [...mailboxMessages(Buffer.from(text))].map(({ start, end }) => text.slice(start, end).trim());

describe('mailboxMessages', () => {
  it.each([
    ['two', message('a') + message('b'), ['Subject: x\n\na', 'Subject: x\n\nb']],
    ['CRLF', (message('a') + message('b')).replaceAll('\n', '\r\n'), ['Subject: x\r\n\r\na', 'Subject: x\r\n\r\nb']],
    [
      'a line of the text that begins alike',
      message('a\nFrom here on 2024 it is\nplain'),
      ['Subject: x\n\na\nFrom here on 2024 it is\nplain'],
    ],
    [
      'a length that leads to the next one',
      message(`a\n${FROM}\nB: 1\n\nc`, 'Content-Length: 55') + message('d'),
      [`Content-Length: 55\n\na\n${FROM}\nB: 1\n\nc`, 'Subject: x\n\nd'],
    ],
    [
      'a length that leads nowhere',
      message('a', 'Content-Length: 3') + message('b'),
      ['Content-Length: 3\n\na', 'Subject: x\n\nb'],
    ],
    ['no From line before the first one', `Subject: x\n\na\n\n${message('b')}`, ['Subject: x\n\na', 'Subject: x\n\nb']],
    ['nothing', '\n\n', []],
  ])('%s', (_, text, messages) => expect(messagesOf(text)).toEqual(messages));
});

it.each([
  ['two messages', message('a') + message('b'), true],
  ['one', message('a'), false],
  ['mail that quotes a mailbox', `Subject: x\n\n${message('a')}${message('b')}`, false],
])('%s: a mailbox %s', (_, text, expected) => expect(isMailbox(Buffer.from(text))).toBe(expected));

it('takes one mark of quotation off lines that were quoted', () =>
  expect(Buffer.from(unquoteFrom(Buffer.from('>From a\n>>From b\n> From c\nx >From d'))).toString()).toBe(
    'From a\n>From b\n> From c\nx >From d',
  ));
