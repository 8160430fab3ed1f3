import { describe, expect, it } from 'vitest';
import { headerText } from './encoded-words.js';

describe('headerText', () => {
  it.each<[string, string, string]>([
    ['quoted-printable', '=?utf-8?Q?J=C3=B6rg_M?= x', 'Jörg M x'],
    ['base64, in any case', '=?UTF-8?b?SsO2cmc=?=', 'Jörg'],
    ['neighbours', '=?iso-8859-1?Q?a=FC?=  =?utf-8?Q?=C3=B6?= z', 'aüö z'],
    ['a character in two words', '=?utf-8?Q?=C3?= =?utf-8?Q?=B6?=', 'ö'],
    ['a language', '=?us-ascii*en?Q?hi?=', 'hi'],
    ['inside other letters', '(x=?utf-8?Q?=C3=B6?=y)', '(xöy)'],
    ['blanks inside', '=?utf-8?Q?two words?=', 'two words'],
    ['no end', '=?utf-8?Q?abc', '=?utf-8?Q?abc'],
    ['no end, then a whole one', '=?utf-8?Q?abc =?utf-8?Q?d?=', '=?utf-8?Q?abc d'],
    ['nothing inside', 'a =?utf-8?Q??= b', 'a  b'],
    ['eight-bit bytes inside', '=?iso-8859-1?Q?M\xfcller?=', 'Müller'],
    ['UTF-8 as it is (RFC 6532)', 'J\xc3\xb6rg', 'Jörg'],
    ['plain', 'a = b? c', 'a = b? c'],
  ])('%s', (_, raw, text) => expect(headerText(raw)).toBe(text));

  it('takes bytes that are no UTF-8 for those of the body', () => {
    expect(headerText('\xf0\xd2\xc9', 'koi8-r')).toBe('При');
    expect(headerText('J\xc3\xb6rg', 'koi8-r')).toBe('Jörg');
  });

  it('is linear where no word ends', () => {
    const raw = '=?a?q?'.repeat(50_000);
    expect(headerText(`${raw}?=`)).toHaveLength(raw.length - 6);
  });
});
