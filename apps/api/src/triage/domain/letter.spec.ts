import { describe, expect, it } from 'vitest';
import { analyse } from './analysis.js';
import { createCueRegistry } from './cues/registry.js';
import { withoutHistory } from './letter.js';

const registry = createCueRegistry();
const matter = (language: string, text: string): string => {
  const analysis = analyse(registry, { subject: '', body: text }, () => ({ code: language, confidence: 1 }));
  return analysis.text.slice(analysis.contentStart, analysis.contentEnd).trim();
};

describe('history', () => {
  it.each([
    ['English', 'Yes, that works.\n\nOn Mon, Nov 2, 2026 at 9:00 AM Kim Doe wrote:\n> Does it?'],
    ['German', 'Ja, das geht so.\n\nAm 02.11.2026 um 09:00 schrieb Kim Doe:\n> Geht es?'],
    ['French', 'Oui, cela convient.\n\nLe lun. 2 nov. 2026 à 09:00, Kim Doe a écrit :\n> Alors ?'],
    ['a block of headers', 'Yes, that works fine.\n\nFrom: Kim Doe\nSent: Monday\nTo: Robin\n\nDoes it?'],
    ['a line of dashes', 'Yes, that works fine.\n\n-----Original Message-----\nDoes it?'],
  ])('%s is cut', (_, text) => expect(withoutHistory(text).trim()).toBe(text.split('\n')[0]));

  it('quoted lines go, answers between them stay', () =>
    expect(withoutHistory('> Tea or coffee?\nTea, please, at four.\n> And cake?\nYes.')).toBe(
      'Tea, please, at four.\nYes.',
    ));

  it('a mail that only passes another on is read as that one', () =>
    expect(
      withoutHistory('FYI\n\n---------- Forwarded message ----------\nThe roof is leaking in room four.'),
    ).toContain('roof is leaking'));
});

describe('the matter of a letter', () => {
  it.each([
    ['en', 'Dear Ms Example,\n\nthe lamp is broken.\n\nYours sincerely\nKim Doe\nDoe & Co.', 'the lamp is broken.'],
    ['en', 'Hi Kim, the lamp is broken. Thanks, Robin', 'the lamp is broken.'],
    [
      'de',
      'Sehr geehrte Frau Muster,\n\ndie Lampe ist kaputt.\n\nMit freundlichen Grüßen\nKim',
      'die Lampe ist kaputt.',
    ],
    [
      'fr',
      'Bonjour,\n\nla lampe est cassée depuis hier soir.\n\nCordialement,\nKim',
      'la lampe est cassée depuis hier soir.',
    ],
    ['en', 'Robin,\n\nthe lamp in the hall is broken.\n\n-- \nKim Doe\nSales', 'the lamp in the hall is broken.'],
    ['en', 'Thanks for the lamp you sent us, it is broken.', 'Thanks for the lamp you sent us, it is broken.'],
  ])('%s: %j', (language, text, expected) => expect(matter(language, text)).toBe(expected));
});
