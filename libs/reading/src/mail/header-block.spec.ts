import { describe, expect, it } from 'vitest';
import { MAX_HEADER_BYTES, readHeaderBlock } from './header-block.js';

const read = (text: string) => {
  const bytes = Buffer.from(text, 'latin1');
  const block = readHeaderBlock(bytes, 0);
  return {
    fields: block.fields.map(({ name, value }) => `${name}=${value}`),
    body: bytes.toString('latin1', block.bodyStart),
    block,
  };
};

describe('readHeaderBlock', () => {
  it.each<[string, string, string[], string]>([
    ['CRLF', 'A: 1\r\nB-c:2\r\n\r\nbody', ['a=1', 'b-c=2'], 'body'],
    ['LF', 'A: 1\nB: 2\n\nbody', ['a=1', 'b=2'], 'body'],
    ['folded lines', 'A: 1\r\n\t2\r\n  3\r\nB:\r\n 4\r\n\r\n', ['a=1 2 3', 'b=4'], ''],
    ['a folded line of blanks', 'A: 1\r\n \t\r\nB: 2\r\n\r\nx', ['a=1', 'b=2'], 'x'],
    ['blanks where the empty line should be', 'A: 1\r\n  \r\nDear all\r\n', ['a=1'], 'Dear all\r\n'],
    ['a blank before the colon', 'A : 1\n\n', ['a=1'], ''],
    ['a value that was cut without folding', 'Subject: a\nlong one\nB: 2\n\nx', ['subject=a long one', 'b=2'], 'x'],
    ['no empty line before the body', 'A: 1\nDear all,\nhow are you?\n', ['a=1'], 'Dear all,\nhow are you?\n'],
    ['no header', 'Dear all,\n\nhello', [], 'Dear all,\n\nhello'],
    ['no body', 'A: 1', ['a=1'], ''],
    ['the line of a mailbox', 'From a@x.org Mon Jan 1 00:00:00 2024\nA: 1\n\nx', ['a=1'], 'x'],
    ['a delimiter', 'A: 1\n--x\nB: 2\n\n', ['a=1'], '--x\nB: 2\n\n'],
    ['nothing', '', [], ''],
  ])('%s', (_, text, fields, body) => expect(read(text)).toMatchObject({ fields, body }));

  it('takes the last of several fields, or all', () => {
    const { block } = read('A: 1\nB: 2\na: 3\n\n');
    expect(block.last('a')).toBe('3');
    expect(block.all('a')).toEqual(['1', '3']);
    expect(block.last('c')).toBeNull();
  });

  it('refuses what is longer than any header', () =>
    expect(() => read('A: 1\n'.repeat(MAX_HEADER_BYTES / 5 + 1))).toThrow(
      expect.objectContaining({ code: 'corrupt_document' }),
    ));
});
