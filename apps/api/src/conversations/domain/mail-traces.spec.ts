import { sketchSimilarity } from '@app/text';
import { describe, expect, it } from 'vitest';
import { type MailTraces, type TracedMail, tracesOf } from './mail-traces.js';

const mail = (text: string, more: Partial<TracedMail> = {}): TracedMail => ({
  messageId: null,
  inReplyTo: null,
  references: [],
  conversationId: null,
  from: 'kim@customer.test',
  to: ['desk@company.test'],
  cc: [],
  subject: 'Lamps',
  own: text,
  matter: text,
  quoted: '',
  language: 'en',
  automatic: false,
  ...more,
});

const share = (a: readonly string[], b: readonly string[]): boolean => a.some((key) => b.includes(key));

describe('the keys of a thread', () => {
  it('are its own id, the first and the last of those that it refers to, and that which it answers', () => {
    const references = Array.from({ length: 40 }, (_, index) => `<${index}@x>`);
    const { links } = tracesOf(mail('', { messageId: '<own@x>', references, inReplyTo: '39@x' }));
    const of = (id: string): readonly string[] => tracesOf(mail('', { messageId: id })).links;
    for (const id of ['own@x', '<0@x>', '<39@x>']) expect(share(links, of(id)), id).toBe(true);
    expect(share(links, of('<12@x>'))).toBe(false);
    expect(links).toHaveLength(12);
  });

  it('say who writes to whom under a subject, whoever of them writes', () => {
    const first = tracesOf(mail('', {}));
    const answer = tracesOf(mail('', { from: 'DESK@company.test', to: ['Kim@customer.test'], subject: 'AW: lamps' }));
    expect(share(first.topics, answer.topics)).toBe(true);
    expect(share(first.topics, tracesOf(mail('', { to: ['other@company.test'] })).topics)).toBe(false);
    expect(share(first.topics, tracesOf(mail('', { subject: 'Chairs' })).topics)).toBe(false);
  });

  it.each([
    ['a reply without headers seeks', { messageId: '<2@x>', subject: 'Re: Lamps' }, true],
    ['a mail that quotes seeks', { messageId: '<2@x>', quoted: '> hello' }, true],
    ['a mail without an id seeks', {}, true],
    ['a new mail does not', { messageId: '<2@x>' }, false],
    ['one whose headers tell does not', { messageId: '<2@x>', subject: 'Re: Lamps', inReplyTo: '<1@x>' }, false],
  ])('%s', (_, more, seeks) => expect(tracesOf(mail('', more)).seeks).toBe(seeks));

  it('find a quoted mail by its words, however it was wrapped', () => {
    const words =
      'The lamps that we ordered in spring have arrived without their shades and two of them do not light up.';
    const first = tracesOf(mail(words));
    const quoted = `On Monday Kim wrote:\n> ${words.slice(0, 40)}\n> ${words.slice(40)}`;
    const answer = tracesOf(
      mail('We send new ones.', { from: 'desk@company.test', to: ['kim@customer.test'], quoted }),
    );
    expect(answer.quotes.filter((key) => first.passages.includes(key)).length).toBeGreaterThanOrEqual(2);
  });
});

const SENTENCES = [
  'The delivery of our order has not arrived and nobody answers the telephone.',
  'We have been waiting since the beginning of the week and our customers are asking every day.',
  'The tracking page only says that the parcel was handed over to the carrier.',
  'Please find out where it is and tell us when we can expect the goods.',
  'If that is not possible we would like to have the money back on our account.',
  'The screen of the machine stays dark although the cable is plugged in and the light is on.',
  'Our technician has already changed the fuse and tried another socket in the next room.',
  'The invoice that you sent us shows another price than the offer that we signed in spring.',
  'Could you please correct the document and send it to our accounting department again.',
  'I would like to change the address of my account because we are moving to a new office.',
  'The new colleague needs access to the portal in order to see the orders of our branch.',
  'During the last meeting we agreed that the training would take place in our own rooms.',
];

/** A letter of five sentences about numbers of its own; the first `i` letters all differ in more than their numbers. */
const letter = (i: number): string => {
  const picked = Array.from({ length: 5 }, (_, k) => SENTENCES[(i * 7 + k * (1 + (i % 5)) + k) % SENTENCES.length]!);
  return `${picked.join(' ')} It is about order ${4_711 + i * 13} over ${100 + i},50 EUR.`;
};

const MUTATIONS: readonly (readonly [name: string, isSame: boolean, change: (text: string) => Partial<TracedMail>])[] =
  [
    ['line breaks', true, (text) => ({ matter: text.replaceAll('. ', '.\n\n'), own: text.replaceAll('. ', '.\n\n') })],
    ['capitals and quotation marks', true, (text) => ({ matter: `„${text.toUpperCase()}“`, own: text })],
    ['another signature', true, (text) => ({ matter: text, own: `${text}\n\nRobin Sample\nHead of Rooms` })],
    ['another sender', true, (text) => ({ matter: text, own: text, from: 'robin@customer.test' })],
    ['quoted history below', true, (text) => ({ matter: text, own: text, quoted: '> an older mail\n> of two lines' })],
    ['a forward mark', true, (text) => ({ matter: text, own: text, subject: 'Fwd: Lamps' })],
    ['one word more', true, (text) => same(text.replace('. It is', '. Well, it is'))],
    ['a politer ending', true, (text) => same(`${text} Many thanks in advance.`)],
    ['another name', true, (text) => same(`${text} Ask for Ms Sample.`)],
    ['one changed amount', false, (text) => same(text.replace(',50 EUR', ',90 EUR'))],
    ['another currency', false, (text) => same(text.replace('EUR', 'EUR').replace('over ', 'over $'))],
    ['another order', false, (text) => same(text.replace('order ', 'order 9'))],
    ['another day', false, (text) => same(`${text} We need it on Tuesday.`)],
    ['the opposite', false, (text) => same(text.replace('It is about', 'It is not about'))],
    ['another address to pay to', false, (text) => same(`${text} See pay.example.net.`)],
    [
      'half of another letter',
      false,
      (text) => same(`${text.slice(0, text.length / 2)} ${letter(91).slice(150, 330)}`),
    ],
    [
      'a translated twin',
      false,
      () => same('Die Lieferung ist bis heute nicht angekommen, bitte melden Sie sich bei uns.'),
    ],
  ];
const same = (text: string): Partial<TracedMail> => ({ matter: text, own: text });

const isDuplicate = (a: MailTraces, b: MailTraces): boolean => {
  if (a.sameText !== null && a.sameText === b.sameText) return true;
  if (a.sketch === null || b.sketch === null || !share(a.bands, b.bands)) return false;
  return sketchSimilarity(a.sketch, b.sketch) >= 0.8;
};

describe('mails that say the same', () => {
  const letters = Array.from({ length: 30 }, (_, i) => letter(i));

  it.each(MUTATIONS)('%s: %s', (_, expected, change) => {
    const right = letters.filter(
      (text) => isDuplicate(tracesOf(mail(text)), tracesOf(mail(text, change(text)))) === expected,
    );
    // What must not be taken for the same never is; of what is the same the sketch may miss a little.
    expect(right.length / letters.length).toBeGreaterThanOrEqual(expected ? 0.95 : 1);
  });

  it('are not found among letters of one kind', () => {
    const traces = letters.map((text) => tracesOf(mail(text)));
    const pairs = traces.flatMap((a, i) => traces.slice(i + 1).filter((b) => isDuplicate(a, b)));
    expect(pairs).toHaveLength(0);
  });

  it.each([
    ['a word of thanks is that of its sender', 'Thanks!', { from: 'robin@customer.test' }, false],
    ['a word of thanks said twice is the same', 'Thanks!', {}, true],
    [
      'another subject is another matter',
      'Please call me back about this as soon as you can.',
      { subject: 'Chairs' },
      false,
    ],
    ['nothing is the like of nothing', '', {}, false],
  ])('%s', (_, text, more, expected) =>
    expect(isDuplicate(tracesOf(mail(text)), tracesOf(mail(text, more)))).toBe(expected),
  );
});
