// Clauses that tell since when, until when, how long and under which law, beside others that only sound like it.
import { NUMBERS, PLACES } from './contract-words.mjs';

const counted = (c, n) => c.one([String(n), `${NUMBERS[n] ?? n} (${n})`, NUMBERS[n] ?? String(n)]);
const years = (c, n) => `${counted(c, n)} ${n === 1 ? 'year' : 'years'}`;
const durationOf = (n, unit) => `${n} ${unit}${n === 1 ? '' : 's'}`;
const lawOf = (c, [place, kind]) => (kind && c.chance(0.7) ? `the ${kind} of ${place}` : place);

export function lawClause(c) {
  if (c.chance(0.04))
    return {
      law: null,
      text: 'Disputes shall be settled by arbitration under the rules of an institution that the parties choose.',
    };
  const place = c.one(PLACES);
  const law = lawOf(c, place);
  const other = c.one(PLACES);
  const plain = [
    `This Agreement shall be governed by and construed in accordance with the laws of ${law}.`,
    `This Agreement shall be governed by the internal laws of ${law}, without regard to its conflict of laws principles.`,
    `The laws of ${law} shall govern this Agreement, without giving effect to choice of law rules.`,
    `This Agreement and all disputes arising from it are governed by the laws of ${law}. The parties submit to its courts.`,
  ];
  const mixed = [
    `This Agreement shall be interpreted according to the laws of ${law} and the federal laws of the United States applicable therein.`,
    `The validity and interpretation of this Agreement shall be governed by ${place[0]} law.`,
    `The parties submit to the courts of ${lawOf(c, other)}. This Agreement is subject to the laws of ${law}.`,
    `This Agreement shall be construed under the laws of ${law}, and venue shall lie in ${c.name()} County, ${other[0]}.`,
    `Except for patents, which are governed by the laws of ${lawOf(c, other)}, this Agreement shall be governed by the laws of ${law}.`,
  ];
  const isPlain = c.chance(0.9);
  const text = c.one(isPlain ? plain : mixed);
  // Which courts are meant where the law is that of another place is a matter of taste.
  return { law: place[0], jurisdiction: isPlain ? place[0] : undefined, text };
}

/** Where the parties and others are to be written to. */
export const noticesClause = (c, names) =>
  names
    .map(
      (name) =>
        `If to ${name}: ${10 + c.upTo(900)} ${c.name()} Street, ${c.name()}. Attention: ${c.one(['General Counsel', 'President', 'Legal Department'])}.`,
    )
    .join(' ');

/** Renewal that comes by itself or by agreement; nothing where there is none. */
const renewalClause = (c, renewal, notice) =>
  renewal === null
    ? ''
    : c.one([
        `Thereafter it shall automatically renew for successive periods of ${years(c, renewal)} unless either party gives ${notice} days prior written notice of non-renewal.`,
        `The term may be extended for additional terms of ${years(c, renewal)} each, unless notice is given at least ${notice} days before the end of the then current term.`,
      ]);

/** Until when: a day, or a length of time. */
const endOf = (c, last, n) =>
  last
    ? c.one([`and shall continue until ${last.printed}`, `and expires on ${last.printed}`])
    : c.one([
        `and shall continue for ${years(c, n)}`,
        `and shall remain in effect for an initial term of ${years(c, n)}`,
        `and shall continue for a period of ${years(c, n)} unless terminated earlier`,
      ]);

/** The clause on the term: what it says of the first day, the last, and of renewal. */
export function termClause(c, { signed, day }) {
  const [n, offset] = [1 + c.upTo(6), c.upTo(60)];
  const starts = c.chance(0.35) ? day(offset) : null;
  const last = c.chance(0.25) ? day(offset + 365 * n) : null;
  const from = starts
    ? c.one([`on ${starts.printed} (the "Effective Date")`, `as of ${starts.printed}`])
    : c.one(['on the date hereof', 'on the Effective Date', 'upon signature by both parties']);
  const until = endOf(c, last, n);
  const renewal = c.chance(0.45) ? 1 + c.upTo(3) : null;
  const notice = c.one([30, 60, 90, 120]);
  const renews = renewalClause(c, renewal, notice);
  const more = c.one([
    '',
    `Either party may terminate this Agreement for convenience upon ${c.one([30, 45, 60])} days notice.`,
    `The first delivery shall take place on ${day(20 + c.upTo(90)).printed}.`,
    `Section 4 shall survive for ${years(c, 1 + c.upTo(5))} after termination.`,
  ]);
  return {
    text: `This Agreement shall ${c.one(['commence', 'become effective', 'take effect'])} ${from} ${until}. ${renews} ${more}`
      .replace(/ +/g, ' ')
      .trim(),
    effectiveDate: (starts ?? signed)?.iso ?? null,
    expirationDate: last?.iso,
    term: last ? undefined : durationOf(n, 'year'),
    renewalTerm: renewal === null ? null : durationOf(renewal, 'year'),
    noticePeriod: renewal === null ? undefined : durationOf(notice, 'day'),
  };
}
