import { describe, expect, it } from 'vitest';
import { cleanText, originalSpan } from './text-hygiene.js';

describe('clean text', () => {
  it('leaves ordinary text alone', () => {
    const text = 'Grüße – “quoted”, 你好, naïve';
    expect(cleanText(text)).toEqual({ text, origins: null, signals: [] });
  });

  it('takes invisible characters out and knows where the rest stood', () => {
    const original = 'a\u200bbc\u{e0041}\u{e0042}d';
    const clean = cleanText(original);
    expect(clean.text).toBe('abcd');
    expect(clean.signals).toEqual(['unicode_tags']);
    const span = originalSpan(clean, 1, 4);
    expect(original.slice(span.start, span.end)).toBe('bc\u{e0041}\u{e0042}d');
  });

  it('names direction overrides', () => expect(cleanText('abc\u202edcb').signals).toEqual(['direction_override']));
});
