import { describe, expect, it } from 'vitest';
import { cleanText, decodeText, encodingOf } from './decode-text.js';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf32 = (text: string, isLittleEndian: boolean): Buffer =>
  Buffer.concat(
    Array.from(text, (character) => {
      const unit = Buffer.alloc(4);
      const point = character.codePointAt(0) ?? 0;
      if (isLittleEndian) unit.writeUInt32LE(point);
      else unit.writeUInt32BE(point);
      return unit;
    }),
  );
const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from('Größe 5 €'), 'utf-8', 'Größe 5 €'],
    ['UTF-8 with a mark', Buffer.from('\ufeffGröße'), 'utf-8', 'Größe'],
    ['UTF-16LE with a mark', Buffer.from('\ufeffGröße', 'utf16le'), 'utf-16le', 'Größe'],
    ['UTF-16BE with a mark', utf16be('\ufeffGröße'), 'utf-16be', 'Größe'],
    ['UTF-16LE without', Buffer.from('Invoice total', 'utf16le'), 'utf-16le', 'Invoice total'],
    ['UTF-16BE without', utf16be('Invoice total'), 'utf-16be', 'Invoice total'],
    ['windows-1252', Uint8Array.of(0x80, 0x20, 0xe9), 'windows-1252', '€ é'],
    [
      'a declared encoding',
      latin1('<?xml version="1.0" encoding="iso-8859-2"?><a>\xb1</a>'),
      'iso-8859-2',
      '<?xml version="1.0" encoding="iso-8859-2"?><a>ą</a>',
    ],
    ['ASCII', latin1('plain'), 'utf-8', 'plain'],
    ['UTF-32LE with a mark', utf32('\ufeffGröße 😀', true), 'utf-32le', 'Größe 😀'],
    ['UTF-32BE with a mark', utf32('\ufeffGröße', false), 'utf-32be', 'Größe'],
    ['UTF-32LE without', utf32('Invoice total', true), 'utf-32le', 'Invoice total'],
    ['UTF-32BE without', utf32('Größe', false), 'utf-32be', 'Größe'],
    [
      'a cut and a wrong UTF-32 character',
      utf32('ab\u0000', true).fill(0xff, 8, 10).subarray(0, 11),
      'utf-32le',
      'ab\ufffd',
    ],
    [
      'UTF-16LE without, Russian',
      Buffer.from('Счёт на оплату\nСумма 100\n', 'utf16le'),
      'utf-16le',
      'Счёт на оплату\nСумма 100\n',
    ],
    [
      'UTF-16BE without, Chinese',
      utf16be('感谢您的订购 2024\n我们将在下个星期\n把发票寄到您的地址'),
      'utf-16be',
      '感谢您的订购 2024\n我们将在下个星期\n把发票寄到您的地址',
    ],
    [
      'EBCDIC',
      Buffer.from('e38885409596a38540968640e39696a34b1585a58599a84089a3859440a2888197854bf1f0f2f3c38194', 'hex'),
      'ibm500',
      'The note of Toot.\nevery item shape.1023Cam',
    ],
    ['ISO-2022-JP', latin1('a \x1b$B$3$s\x1b(B b'), 'iso-2022-jp', 'a こん b'],
    ['GB 18030 with a mark', Buffer.from('84319533b8d0d0bb', 'hex'), 'gb18030', '感谢'],
    [
      'a declaration behind a long script',
      latin1(`<script>${'x'.repeat(5000)}</script><meta http-equiv=c content="text/html; charset=koi8-r">\xf3 \xf3`),
      'koi8-r',
      `<script>${'x'.repeat(5000)}</script><meta http-equiv=c content="text/html; charset=koi8-r">С С`,
    ],
    [
      'no declaration that the bytes contradict',
      latin1('charset=shift_jis \xe9 \xe8 \xe0 \xfc \xa0'),
      'windows-1252',
      'charset=shift_jis é è à ü \u00a0',
    ],
  ])('reads %s', (_, bytes, encoding, text) => expect(decodeText(bytes)).toEqual({ encoding, text }));

  it('forgives a cut last character', () =>
    expect(encodingOf(Buffer.from('a long text with a €').subarray(0, -1))).toBe('utf-8'));
  it('forgives one broken byte among many characters', () => {
    const bytes = Buffer.concat([Buffer.from('é'.repeat(40)), Uint8Array.of(0xff), Buffer.from('end')]);
    expect(encodingOf(bytes)).toBe('utf-8');
  });
  it('believes no declaration that the bytes contradict', () =>
    expect(encodingOf(latin1('charset=utf-8 \xe9t\xe9'))).toBe('windows-1252'));
});

describe('cleanText', () => {
  it.each([
    ['a\r\nb\rc', 'a\nb\nc'],
    ['page\fnext', 'page\nnext'],
    ['tab\tstays, \0zero and \u0007bell go', 'tab\tstays, zero and bell go'],
  ])('%j becomes %j', (text, cleaned) => expect(cleanText(text)).toBe(cleaned));
});
