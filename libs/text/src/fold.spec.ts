import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldKeepingOffsets } from './fold.js';

describe('fold', () => {
  it.each([
    ['Straße', 'strasse'],
    ['ŁÓDŹ', 'lodz'],
    ['L’Été', "l'ete"],
    ['ﬁnance', 'finance'],
    ['１２３ＡＢＣ', '123abc'],
    ['İstanbul', 'istanbul'],
    ['ガイド', 'ガイド'],
    ['한국', '한국'],
    ['ไทยน้ำ', 'ไทยน้ํา'],
    ['Ὀδυσσεύς', 'οδυσσευσ'],
  ])('%s becomes %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('foldKeepingOffsets', () => {
  it('keeps what cannot be folded to the same length', () => {
    expect(foldKeepingOffsets('März ﬁ Straße É')).toBe('marz ﬁ straße e');
  });

  it('keeps the length of every text, and of every part of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(foldKeepingOffsets(a + b)).toHaveLength(a.length + b.length);
        expect(foldKeepingOffsets(b)).toHaveLength(b.length);
      }),
    );
  });
});
