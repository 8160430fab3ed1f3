import { emailSections } from '@app/reading';
import { describe, expect, it } from 'vitest';
import { analyse } from './analysis.js';
import { createCueRegistry } from './cues/registry.js';
import { ownWords } from './letter.js';

const registry = createCueRegistry();
const matter = (language: string, text: string): string => {
  const analysis = analyse(registry, { subject: '', body: text }, () => ({ code: language, confidence: 1 }));
  return analysis.text.slice(analysis.contentStart, analysis.contentEnd).trim();
};

describe('own words', () => {
  const own = (text: string): string => ownWords(text, emailSections(text));

  it.each([
    ['Yes, that works.', 'Yes, that works.\n\nOn Mon, Nov 2, 2026 at 9:00 AM Kim Doe wrote:\n> Does it?'],
    ['Tea, please.\n\nYes.', '> Tea or coffee?\nTea, please.\n> And cake?\nYes.'],
    ['The lamp is broken.', 'The lamp is broken.\n\n-- \nKim Doe\nSales'],
  ])('%j', (expected, text) => expect(own(text)).toBe(expected));

  it('of a mail that only passes another on are those of that one', () =>
    expect(
      own(
        'FYI\n\n---------- Forwarded message ----------\nFrom: Kim\nSubject: Roof\n\nThe roof is leaking in room four.',
      ).trim(),
    ).toBe('The roof is leaking in room four.'));

  it('of a mail that only quotes are what it quotes', () =>
    expect(own('> The roof is leaking.')).toBe('The roof is leaking.'));

  it('are all of it where no parts are known', () => expect(ownWords('a\n> b', [])).toBe('a\n> b'));
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
    ['en', 'Robin,\n\nthe lamp in the hall is broken.', 'the lamp in the hall is broken.'],
    ['en', 'Thanks for the lamp you sent us, it is broken.', 'Thanks for the lamp you sent us, it is broken.'],
  ])('%s: %j', (language, text, expected) => expect(matter(language, text)).toBe(expected));
});
