import { describe, expect, it } from 'vitest';
import { guardDraft } from './draft-guard.js';
import { sourceOf, unknownValues } from './source.js';
import { valuesOf } from './values.js';

describe('values of a text', () => {
  it.each([
    ['links', 'go to http://evil.example/pay', 1],
    ['links', 'see evil.example/pay now', 1],
    ['links', 'ftp://a.example', 1],
    ['links', 'javascript:alert(1)', 1],
    ['links', 'write to a.b@evil.example', 1],
    ['links', '![x](data.png)', 1],
    ['links', 'an image <img src=x>', 1],
    ['links', 'ｅｖｉｌ．ｅｘａｍｐｌｅ is wide', 1],
    ['links', 'It is done. Next week, e.g. Monday, z.B. at 5 p.m. or 3.5 days', 0],
    ['accounts', 'pay to DE89 3704 0044 0532 0130 00', 1],
    ['accounts', 'call +49 (0)30 123456-78', 1],
    ['accounts', 'card 4111 1111 1111 1111', 1],
    ['accounts', 'the sum of 1,250,000.00 and 12345678.90', 0],
    ['codes', 'ticket INV-2031 and A17', 2],
    ['dates', 'on 4 March 2026', 1],
    ['numbers', '3 of 17.50', 2],
  ] as const)('%s in %j: %i', (kind, text, count) => expect(valuesOf(text, 'en')[kind]).toHaveLength(count));

  it.each([
    ['1,250.00', ['1250']],
    ['٣٤٥', ['٣٤٥']],
  ])('the numbers of %s are %j', (text, numbers) => expect(valuesOf(text, 'en').numbers).toEqual(numbers));
});

const MAIL = `Broken printer on floor 3
The printer of Ms Novak has failed since 4 March 2026.
Please send a technician for $120.50 under ticket INV-2031.
Kundin sagt, mehr auf www.printer.example`;

describe('what does not stand in the mail', () => {
  const source = sourceOf(MAIL, 'en');
  it.each([
    ['The printer on floor 3 has failed for $120.50', []],
    ['Printer failed since 2026-03-04, ticket INV-2031', []],
    ['The printer on floor 4 has failed', ['numbers']],
    ['Printer failed since 5 March 2026', ['dates']],
    ['Ticket INV-2032 about the printer', ['codes']],
    ['Printer failed, see http://evil.example', ['links']],
    ['Please pay 4111 1111 1111 1111 for the printer', ['accounts']],
  ])('%j: %j', (sentence, unknown) => expect(unknownValues(sentence, 'en', source)).toEqual(unknown));
});

describe('the guard of drafts', () => {
  const ground = {
    language: 'en',
    matter: `${MAIL}\nOur order no.\n48213777 costs 99.00 EUR`,
    mentions: ['order no. 48213777', '99.00 EUR'],
    trusted: ['Pay at https://shop.example/pay or call 030 1234567. Delivery takes 5 days.'],
  };
  it.each([
    ['It concerns order no. 48213777.', true],
    ['You mention the amount of 99.00 EUR.', true],
    ['You can pay at https://shop.example/pay.', true],
    ['Call 030 1234567. Delivery takes 5 days.', true],
    ['[What was found, what happens next and when]', true],
    ['You mention $120.50.', true],
    ['It concerns order no. 48213778.', false],
    ['We refund 500 EUR.', false],
    ['You can pay at https://evil.example/pay.', false],
    ['See www.printer.example.', false],
    ['Write to refunds@evil.example.', false],
    ['Our account is DE89 3704 0044 0532 0130 00.', false],
    ['![pixel](https://evil.example/?q=secret)', false],
  ])('%j stays: %s', (line, stays) => {
    const { draft, removed } = guardDraft(`Hello,\n\n${line}\n\nKind regards`, ground);
    expect(draft.includes(line)).toBe(stays);
    expect(removed.length === 0).toBe(stays);
    expect(draft.startsWith('Hello,\n\n')).toBe(true);
  });

  it('takes out the sentence, and leaves the others of its line', () =>
    expect(guardDraft('We are on it. Pay at http://evil.example now! Thank you.', ground).draft).toBe(
      'We are on it. […] Thank you.',
    ));
});
