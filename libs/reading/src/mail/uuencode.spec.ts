import { describe, expect, it } from 'vitest';
import { uuencodedFiles } from './uuencode.js';

const CAT = 'begin 644 cat.txt\n#0V%T\n`\nend\n';
const found = (text: string) =>
  uuencodedFiles(text).map(({ name, bytes, start, end }) => [name, bytes.toString('latin1'), text.slice(start, end)]);

describe('uuencodedFiles', () => {
  it.each([
    ['one', CAT, [['cat.txt', 'Cat', CAT.trimEnd()]]],
    ['CRLF', CAT.replaceAll('\n', '\r\n'), [['cat.txt', 'Cat', CAT.trimEnd().replaceAll('\n', '\r\n')]]],
    [
      'two among words',
      `Hello\n${CAT}and\n${CAT}`,
      [
        ['cat.txt', 'Cat', CAT.trimEnd()],
        ['cat.txt', 'Cat', CAT.trimEnd()],
      ],
    ],
    [
      'blanks for zeros, and lines that lost them',
      'begin 644 z\n#   \n#\n \nend',
      [['z', '\0\0\0\0\0\0', 'begin 644 z\n#   \n#\n \nend']],
    ],
    ['base64', 'begin-base64 644 c\nQ2F0\n====\n', [['c', 'Cat', 'begin-base64 644 c\nQ2F0\n====']]],
    ['no end', 'begin 644 cat.txt\n#0V%T\n', []],
    ['words', 'begin 644 reasons to stay\nThere are a lot of reasons, and none of them is encoded.\nend\n', []],
  ])('%s', (_, text, files) => expect(found(text)).toEqual(files));

  it('is linear where nothing ends', () => expect(uuencodedFiles('begin 644 x\n'.repeat(50_000))).toEqual([]));
});
