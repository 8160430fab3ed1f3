import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growth, MOST_GROWTH } from '../../../test/support/growth.js';
import { detectPii } from './detect-pii.js';
import type { PiiType } from './privacy-model.js';

const found = (text: string): string[] =>
  detectPii(text).map(({ type, start, end }) => `${type}=${text.slice(start, end)}`);

const ONE: readonly (readonly [PiiType, string, string])[] = [
  ['EMAIL_ADDRESS', 'Write to ada.example+bills@mail.example.org.', 'ada.example+bills@mail.example.org'],
  ['URL', 'See https://www.example.org/a?b=1, please.', 'https://www.example.org/a?b=1'],
  ['URL', 'our site example.com is down', 'example.com'],
  ['IP_ADDRESS', 'from 203.0.113.77 today', '203.0.113.77'],
  ['IP_ADDRESS', 'from 2001:db8::8a2e:370:7334 today', '2001:db8::8a2e:370:7334'],
  ['PHONE_NUMBER', 'Please call +44 20 7946 0958 tomorrow', '+44 20 7946 0958'],
  ['PHONE_NUMBER', 'My phone is (555) 010-4477.', '(555) 010-4477'],
  ['CREDIT_CARD', 'card 4111-1111-1111-1111 was charged', '4111-1111-1111-1111'],
  ['IBAN', 'IBAN: DE89 3704 0044 0532 0130 00 (Giro)', 'DE89 3704 0044 0532 0130 00'],
  ['US_SSN', 'SSN 219-09-9999', '219-09-9999'],
  ['US_BANK_NUMBER', 'routing number 021000021', '021000021'],
  ['NATIONAL_ID', 'codice fiscale RSSMRA85T10A562S', 'RSSMRA85T10A562S'],
  ['NATIONAL_ID', 'NHS number 943 476 5919', '943 476 5919'],
  ['NATIONAL_ID', "driver's license number D1234567", 'D1234567'],
  ['PASSPORT', 'passport number C01X00T47', 'C01X00T47'],
  ['DATE_OF_BIRTH', 'Date of birth: 12 March 1984', '12 March 1984'],
  ['ADDRESS', 'He lives at 12 Long Street, Springfield, IL 62704 now', '12 Long Street, Springfield, IL 62704'],
  ['ADDRESS', 'Besuchen Sie uns: Lange Straße 12, 10115 Berlin', 'Lange Straße 12, 10115 Berlin'],
  ['ADDRESS', 'Sede: Via Garibaldi 12', 'Via Garibaldi 12'],
  ['ADDRESS', 'Nuestra dirección es Calle Mayor 12, 28013 Madrid. Quedo a la espera.', 'Calle Mayor 12, 28013 Madrid'],
  ['ADDRESS', 'at 12 Main Street, St. Louis, MO 63101. Thank you', '12 Main Street, St. Louis, MO 63101'],
  ['ADDRESS', 'Casella postale 4455 in centro', 'Casella postale 4455'],
  ['ADDRESS', 'the shop at the corner of Long Avenue and High Street', 'Long Avenue'],
  ['URL', 'see (http://example.org/x) and ftp://example.org/y', 'http://example.org/x'],
  ['URL', 'go to WWW.Example.org/shop today', 'WWW.Example.org/shop'],
  ['PHONE_NUMBER', 'Tel. (0) 30 / 12345: 030 1234567, 2 items', '030 1234567'],
  ['IBAN', 'MT84 MALT 0110 0001 2345 MTLC AST0 01S', 'MT84 MALT 0110 0001 2345 MTLC AST0 01S'],
  ['NATIONAL_ID', 'NINO AB 12 34 56 C', 'AB 12 34 56 C'],
  ['PERSON', 'Das Angebot kam von Jürgen Weiß und ist nicht gut.', 'Jürgen Weiß'],
  ['PERSON', 'Ich habe mit Frau Brindelwert gesprochen und warte.', 'Brindelwert'],
  ['PERSON', 'a call from Anna ten Pas yesterday', 'Anna ten Pas'],
  ['ORGANIZATION', 'signed by Example Widgets Ltd today', 'Example Widgets Ltd'],
  ['PERSON', 'My name is Xyla Quorra.', 'Xyla Quorra'],
  ['PERSON', 'Would you wait for me, Zorabel?', 'Zorabel'],
  ['PERSON', 'mika: "who is at the door?"', 'mika'],
  ['PERSON', 'I spoke with Mr. Brindleworth about it', 'Brindleworth'],
  ['PERSON', 'the report that Maria Gonzalez wrote', 'Maria Gonzalez'],
];

describe('detectPii', () => {
  it.each(ONE)('finds %s in %j', (type, text, value) => {
    expect(found(text)).toContain(`${type}=${value}`);
  });

  it.each([
    'Total due 1,234.56 EUR by 2024-05-01.',
    'Version 2.10.4 was released in March.',
    'Chapter 11 begins at 10:30 AM Central Time.',
    'Please review the attached Invoice and the Terms of Service.',
    'The meeting is on Monday in Paris.',
    'Order 4111111111111112 has shipped',
    'Globale Nummer: 4333741000005',
    'Article 4123456000021, 3 pieces',
    'I ordered two lamps on 3 November 2026 and they have not arrived.',
    'The fair runs from 26 Sept 29 to 17 Oct 20 at most.',
    'Ich bin bis zum 5. Dezember im Urlaub und danach wieder im Büro.',
    'hiermit kündige ich meinen Vertrag Nr. 55-1234 und bitte um eine Bestätigung.\n\nMit freundlichen Grüßen',
    'Könnten Sie mir die Informationen schicken? Bitte überweisen Sie den Betrag. Ich danke Ihnen und wir warten.',
    'Bonjour,\n\nLe serveur est en panne. Les clients attendent.',
    'Estimado Soporte al Cliente: no funciona nada.',
  ])('finds nothing in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('finds the members of a list by one of them, and a part of a name again', () => {
    expect(found('They asked Maria Gonzalez, Qorvath and Zundel. Later Gonzalez left.')).toEqual([
      'PERSON=Maria Gonzalez',
      'PERSON=Qorvath',
      'PERSON=Zundel',
      'PERSON=Gonzalez',
    ]);
  });

  it('gives an address block one entity a line', () => {
    expect(found('12 Long Street\nSuite 4\nSpringfield, IL 62704')).toEqual([
      'ADDRESS=12 Long Street',
      'ADDRESS=Suite 4',
      'ADDRESS=Springfield, IL 62704',
    ]);
  });

  it('keeps to the types and scores asked for', () => {
    const text = 'Ada Lovelace <ada@example.org>';
    expect(detectPii(text, { types: ['EMAIL_ADDRESS'] }).map((entity) => entity.type)).toEqual(['EMAIL_ADDRESS']);
    expect(detectPii(text, { minScore: 0.98 }).map((entity) => entity.type)).toEqual(['EMAIL_ADDRESS']);
  });

  it('gives ordered spans inside the text that do not overlap', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('John Smith', ' +1 555 0100 ', 'a@b.co', '12 Main Street', '\n', ', ', '4111111111111111', 'Inc'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join(' ');
        let end = 0;
        for (const entity of detectPii(text)) {
          expect(entity.start).toBeGreaterThanOrEqual(end);
          expect(entity.end).toBeGreaterThan(entity.start);
          end = entity.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 100 },
    );
  }, 20_000);

  it.each([
    ['digits', '1'],
    ['digits and spaces', '1 '],
    ['capitals', 'A'],
    ['capitalised words', 'Aa Bb '],
    ['mail-like', 'a@'],
    ['domain-like', 'a.'],
    ['address-like', '12 Main '],
  ])(
    'takes time in proportion to the length of %s',
    (_, unit) =>
      expect(growth((length) => detectPii(unit.repeat(length / unit.length)), 12_000)).toBeLessThan(MOST_GROWTH),
    60_000,
  );
});
