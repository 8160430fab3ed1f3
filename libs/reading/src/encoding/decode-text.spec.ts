import { describe, expect, it } from 'vitest';
import { cleanText, decodeText, encodingOf } from './decode-text.js';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
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
