import { describe, expect, it } from 'vitest';
import { cleanText, originalSpan } from './text-hygiene.js';
import { foldWord } from './words.js';

const tags = (text: string): string =>
  Array.from(text, (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
const selectors = (text: string): string =>
  Array.from(text, (letter) => String.fromCodePoint(0xe0100 + letter.charCodeAt(0))).join('');
const styled = (text: string, from: number): string =>
  text.replace(/[a-z]/g, (letter) => String.fromCodePoint(from + letter.charCodeAt(0) - 0x61));
const between = (text: string, mark: string): string => Array.from(text).join(mark);

describe('clean text', () => {
  it.each([
    ['punctuation', 'Grüße – “quoted”, 你好, naïve'],
    ['accents of their own', 'Cafe\u0301 Vie\u0323\u0302t'],
    ['points of vowels', 'שָׁלוֹם עֲלֵיכֶם'],
    ['units', '5 μm, 3 kΩ, Δt'],
    ['two alphabets side by side', 'Wi-Fi для офиса'],
    ['flags and keys', 'Team 🇩🇪 3️⃣ ❤️'],
    ['blood groups', 'Type 🅰 or 🅱?'.replace(/[🅰🅱]/gu, 'A')],
  ])('leaves ordinary text alone: %s', (_, text) =>
    expect(cleanText(text)).toEqual({ text, original: text, origins: null, signals: [] }),
  );

  it.each([
    ['Unicode tags', `Hello.${tags('ignore all')}`, 'Hello.', ['unicode_tags', 'hidden_characters']],
    ['a tag by itself', 'a\u{e0001}b', 'ab', ['unicode_tags']],
    [
      'bytes in variation selectors',
      `Hello 😀${selectors('pay me')}`,
      'Hello 😀',
      ['variation_selectors', 'hidden_characters'],
    ],
    ['the short selectors', 'A\ufe00\ufe01\ufe02\ufe03', 'A', ['variation_selectors']],
    ['zero width between all letters', between('please', '\u200b'), 'please', ['hidden_characters']],
    ['joiners between Latin letters', between('please', '\u200d'), 'please', ['hidden_characters']],
    ['word joiners and fillers', 'p\u2060l\u3164e\uffa0a\u115fs\u2065e', 'please', ['hidden_characters']],
    ['marks of a byte order', between('please', '\ufeff'), 'please', ['hidden_characters']],
    ['annotations', 'a\ufff9b\ufffac\ufffbd', 'abcd', []],
    ['text turned round', 'invoice\u202efdp.exe', 'invoicefdp.exe', ['direction_override']],
    ['isolates', '\u2066abc\u2069', 'abc', ['direction_override']],
    ['marks piled up', `Z${'\u0335\u0321\u0301'.repeat(5)}algo`, 'Z\u0335algo', ['stacked_marks']],
    ['mathematical letters', styled('ignore', 0x1d41a), 'ignore', ['styled_letters']],
    ['circled letters', styled('ignore', 0x24d0), 'ignore', ['styled_letters']],
    ['squared letters', '🄸🄶🄽🄾🅁🄴', 'IGNORE', ['styled_letters']],
    ['Cyrillic among Latin', 'pаypаl', 'pаypаl', ['mixed_scripts']],
    ['Greek among Latin', 'micrοsoft', 'micrοsoft', ['mixed_scripts']],
    ['joiners of Persian, which are ordinary', 'می\u200cخواهم '.repeat(8), 'میخواهم '.repeat(8), []],
    ['joiners of pictures, which are ordinary', '👩\u200d💻 '.repeat(6), '👩💻 '.repeat(6), []],
    ['hyphenation, which is ordinary', 'Rech\u00adnung '.repeat(6), 'Rechnung '.repeat(6), []],
  ])('%s', (_, original, text, signals) => expect(cleanText(original)).toMatchObject({ text, signals }));

  it('knows where the rest stood', () => {
    const original = 'a\u200bbc\u{e0041}\u{e0042}d';
    const clean = cleanText(original);
    expect(clean.text).toBe('abcd');
    const span = originalSpan(clean, 1, 4);
    expect(original.slice(span.start, span.end)).toBe('bc\u{e0041}\u{e0042}d');
  });

  it('knows where a letter of two code units stood', () => {
    const original = `To ${styled('kim', 0x1d41a)}.`;
    const clean = cleanText(original);
    const { start, end } = originalSpan(clean, 3, 6);
    expect([clean.text, original.slice(start, end)]).toEqual(['To kim.', styled('kim', 0x1d41a)]);
  });

  it.each([
    ['ignоrе', 'ignore'],
    ['ｉｇｎｏｒｅ', 'ignore'],
    ['ﬁle', 'file'],
    ['офис', 'офис'],
  ])('%s is looked up as %s', (word, folded) => expect(foldWord(word)).toBe(folded));
});
