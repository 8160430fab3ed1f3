import { describe, expect, it } from 'vitest';
import { canonicalSubject, findSubjects, needlesOf, subjectSchema, wordsOfJson } from './subject.js';

const isIn = (identifier: string, text: string): boolean =>
  findSubjects({ texts: [text], subjects: [needlesOf([identifier])] })[0]!.length === 1;

describe('a subject is found', () => {
  it.each([
    ['Anna.Berg@Example.com', 'Von: "A. Berg" <anna.berg@example.com>,'],
    ['anna.berg@example.com', 'write to ANNA.BERG@EXAMPLE.COM.'],
    ['anna.berg@example.com', 'anna.ber\u200bg@exam\u00adple.com'],
    ['+49 30 901820', 'Tel. (030) 90 18-20'],
    ['+49 30 901820', 'call +49 (0)30 901820 now'],
    ['0049 30 901820', '+4930901820'],
    ['030 901820', 'Tel: +49 30 / 901820'],
    ['(415) 555-2671', 'fax 415.555.2671'],
    ['123-45-6789', 'SSN 123 45 6789'],
    ['123456789', 'SSN 123-45-6789'],
    ['DE89 3704 0044 0532 0130 00', 'IBAN: DE89370400440532013000'],
    ['DE89370400440532013000', 'iban de89 3704 0044 0532 0130 00'],
    ['Müller, Jürgen', 'Herrn Jurgen MULLER'],
    ['Jürgen Müller', 'Müller, Jürgen (Personalakte)'],
    ['Erika Mustermann', 'Erika\nMustermann'],
    ['Erika Mustermann', 'Erika_Mustermann.pdf'],
    ['José García López', 'LÓPEZ, José García'],
    ['山田太郎', 'お客様は山田太郎様です'],
    ['Groß', 'Frau GROSS'],
  ])('by %s in %j', (identifier, text) => expect(isIn(identifier, text)).toBe(true));

  it.each([
    ['anna.berg@example.com', 'johanna.berg@example.com'],
    ['anna.berg@example.com', 'anna.berg@example.com.mx'],
    ['anna.berg@example.com', 'anna.berg@example.community'],
    ['123456789', '91234567890'],
    ['123-45-6789', 'A123456789'],
    ['+49 30 901820', '+49 30 9018201'],
    ['Berg', 'Bergmann'],
    ['Erika Mustermann', 'Erika geht. Dann kam Mustermann.'],
    ['12345', '1, 2, 3, 4, 5'.replaceAll(', ', '\n\n\n\n')],
  ])('but not by %s in %j', (identifier, text) => expect(isIn(identifier, text)).toBe(false));

  it.each(['', 'ab', 'a.b', '12', '-- --'])('and %j is no subject', (identifier) =>
    expect(() => needlesOf([identifier])).toThrow(/at least 4/),
  );

  it('tells several subjects apart', () => {
    const subjects = [needlesOf(['anna@example.com', '555-123-4567']), needlesOf(['Erika Mustermann'])];
    expect(
      findSubjects({
        texts: ['555 123 4567', 'Mustermann, Erika and anna@example.com', 'nobody'],
        subjects,
      }),
    ).toEqual([[0], [0, 1], []]);
  });

  it('in time that grows with the text, whatever the text is', () => {
    const hard = '0 '.repeat(200_000) + '- '.repeat(200_000);
    expect(isIn('030 901820', hard)).toBe(false);
    expect(isIn('Erika Mustermann', 'erika '.repeat(100_000))).toBe(false);
  });
});

describe('a subject in the request', () => {
  it.each(['a@b.example', { identifiers: ['a@b.example', 'Anna Berg'] }])('may be %j', (subject) =>
    expect(subjectSchema.safeParse(subject).success).toBe(true),
  );

  it.each([1, '', ' ', {}, { identifiers: [] }, { identifiers: ['a'.repeat(321)] }, { identifiers: ['a'], name: 'b' }])(
    'may not be %j',
    (subject) => expect(subjectSchema.safeParse(subject).success).toBe(false),
  );

  it('is the same in any spelling and order', () =>
    expect(canonicalSubject(['Anna  Berg', 'A@B.example'])).toBe(canonicalSubject(['a@b.EXAMPLE', 'anna berg'])));
});

describe('words of JSON', () => {
  it('are names, strings and numbers, and none runs into the next', () => {
    const text = wordsOfJson({ a: ['Erika', 'Mustermann'], b: { 'x@y.example': 4_155_552_671 } });
    expect(isIn('x@y.example', text)).toBe(true);
    expect(isIn('415 555 2671', text)).toBe(true);
    expect(isIn('Erika Mustermann', text)).toBe(false);
  });
});
