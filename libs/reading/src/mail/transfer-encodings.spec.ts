import { describe, expect, it } from 'vitest';
import { decodeTransfer } from './transfer-encodings.js';

const decoded = (text: string, encoding: string): string =>
  decodeTransfer(Buffer.from(text, 'latin1'), encoding).bytes.toString('latin1');

describe('base64', () => {
  it.each([
    ['with line ends', 'SGVs\r\nbG8=\r\n', 'Hello'],
    ['without padding', 'SGVsbG8', 'Hello'],
    ['several runs', 'SGVsbG8=SGVsbG8=', 'HelloHello'],
    ['with letters that do not belong', 'SGVs\tbG8gYW5k*IG1vcmU=', 'Hello and more'],
    ['a remark behind it', 'SGVsbG8= ignored', 'Hello'],
    ['a footer behind it', 'SGVsbG8=\r\n\r\n____\r\nA list for you', 'Hello'],
    ['nothing', '', ''],
  ])('%s', (_, text, expected) => expect(decoded(text, 'base64')).toBe(expected));

  it.each(['?garbage', 'These are plain words. They are not encoded at all!', 'A. B. C. D. E. ='])(
    'that is none stays as it came: %s',
    (text) => {
      expect(decodeTransfer(Buffer.from(text), 'base64')).toMatchObject({ isValid: false });
      expect(decoded(text, 'base64')).toBe(text);
    },
  );
});

describe('quoted-printable', () => {
  it.each([
    ['escapes of either case', 'Gr=FC=dfe', 'Gr\xfc\xdfe'],
    ['soft line breaks', 'one=\r\n two=\nthree=  \r\nfour', 'one twothreefour'],
    ['a soft break at the end', 'one=', 'one'],
    ['what is no escape', '1=2 =G1 =A', '1=2 =G1 =A'],
    ['blanks at the ends of lines', 'one  \r\ntwo\t\nthree ', 'one\r\ntwo\nthree '],
    ['a blank that was escaped', 'one=20\r\ntwo', 'one \r\ntwo'],
    ['a blank before a soft break', 'one =\r\n\r\ntwo', 'one \r\ntwo'],
  ])('%s', (_, text, expected) => expect(decoded(text, 'quoted-printable')).toBe(expected));
});

it('other encodings are left as they are', () => expect(decoded('a=20b', 'x-unknown')).toBe('a=20b'));
