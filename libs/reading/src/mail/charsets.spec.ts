import { describe, expect, it } from 'vitest';
import { decodeCharset } from './charsets.js';

const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('decodeCharset', () => {
  it.each<[string, Buffer, string | null, string]>([
    ['UTF-8', Buffer.from('Grüße'), 'UTF-8', 'Grüße'],
    ['a quoted label', Buffer.from('Grüße'), ' "utf-8" ', 'Grüße'],
    ['Latin-1 that calls itself UTF-8', ascii('Gr\xfc\xdfe aus K\xf6ln'), 'utf-8', 'Grüße aus Köln'],
    [
      'UTF-8 with a damaged place',
      Buffer.concat([Buffer.from('Grüße '), Buffer.from([0xff])]),
      'utf-8',
      'Grüße \ufffd',
    ],
    ['nothing declared, UTF-8', Buffer.from('Grüße'), null, 'Grüße'],
    ['nothing declared, one byte a letter', ascii('Gr\xfc\xdfe'), null, 'Grüße'],
    ['ASCII that is none', Buffer.from('Grüße'), 'us-ascii', 'Grüße'],
    ['an unknown label', Buffer.from('Grüße'), 'x-made-up', 'Grüße'],
    ['UTF-7', ascii('Fr+APY-sche f+APw-r 1 +- 1'), 'UTF-7', 'Frösche für 1 + 1'],
    ['a lone plus in UTF-7', ascii('a + b'), 'utf-7', 'a + b'],
    ['Windows by its number', ascii('\x80 5'), 'cp1252', '€ 5'],
    ['code page 850', bytes('47 72 81 e1 65'), 'ibm850', 'Grüße'],
    ['code page 437', bytes('81'), 'cp437', 'ü'],
    ['ISO-2022-JP', bytes('1b 24 42 46 7c 4b 5c 1b 28 42'), 'iso-2022-jp', '日本'],
    ['ISO-2022-JP that is not declared', bytes('1b 24 42 46 7c 4b 5c 1b 28 42'), null, '日本'],
    ['Shift JIS by its Windows name', bytes('93 fa 96 7b'), 'cp932', '日本'],
    ['ISO-2022-KR', bytes('1b 24 29 43 0e 47 51 31 5b 0f 21'), 'iso-2022-kr', '한글!'],
    ['HZ', ascii('~{VPND~} ok'), 'hz-gb-2312', '中文 ok'],
    ['UTF-16 without a mark, big end first', bytes('4e 2d 65 87'), 'utf-16', '中文'],
    ['UTF-16 whose zeros tell the order', Buffer.from('some plain words', 'utf16le'), 'utf-16', 'some plain words'],
    ['KOI8-R', bytes('f0 d2 c9 d7 c5 d4'), 'koi8-r', 'Привет'],
  ])('%s', (_, given, label, text) => expect(decodeCharset(given, label)).toBe(text));

  it('takes any bytes in any encoding', () => {
    const noise = Buffer.from(Array.from({ length: 512 }, (_, index) => (index * 37) & 0xff));
    for (const label of ['utf-7', 'iso-2022-jp', 'iso-2022-kr', 'hz', 'utf-16', 'gb18030', 'cp850', 'big5', null])
      expect(typeof decodeCharset(noise, label)).toBe('string');
  });
});
