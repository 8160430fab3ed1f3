import type { Line, Page, StoredReading } from '@app/reading';
import { type PlacedText, placedReading } from './placed-reading.js';

const OPENING = 1_000_000;

export interface StatementFacts {
  readonly transactions: number;
  readonly pages: number;
  /** Whether each page has the header again, and what is carried over; else only the first and the last have. */
  readonly isHeaderRepeated?: boolean;
  /** The index of a transaction that is not printed, though its amount is in the balances. */
  readonly lost?: number;
}

const money = (cents: number): string =>
  `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100).toLocaleString('en-US')}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;

/** Amounts in cents that look as they come: payments of all sizes, and now and then something that comes in. */
export const amountOf = (index: number): number =>
  index % 7 === 3 ? 20_000 + ((index * 7_919) % 90_000) : -(100 + ((index * 104_729) % 9_900));

const dayOf = (index: number, count: number): string => {
  const date = new Date(Date.UTC(2025, 0, 1 + Math.floor((index * 365) / count)));
  return date.toISOString().slice(0, 10);
};

function headOf(page: number, balance: number, { pages, isHeaderRepeated = true }: StatementFacts): PlacedText[][] {
  const top: PlacedText[][] = [
    [
      ['Riverside Bank', 40, 20],
      [`Page ${page + 1} of ${pages}`, 480, 20],
    ],
  ];
  const account: PlacedText[][] = [
    [['Account statement', 40, 40]],
    [['Account number: 4410 2291', 40, 56]],
    [['Statement period: 2025-01-01 to 2025-12-31', 40, 72]],
    [
      ['Opening balance', 40, 88],
      [money(OPENING), 480, 88],
    ],
  ];
  const columns: PlacedText[] = [
    ['Date', 40, 110],
    ['Description', 140, 110],
    ['Amount', 380, 110],
    ['Balance', 480, 110],
  ];
  const carried: PlacedText[] = [
    ['Balance brought forward', 140, 124],
    [money(balance), 480, 124],
  ];
  if (page === 0) return [...top, ...account, columns];
  return isHeaderRepeated ? [...top, columns, carried] : top;
}

/** A statement of a year over many pages: the header again on each, what is carried forward at the foot and at the head. */
export function longStatement({ transactions, pages, isHeaderRepeated = true, lost }: StatementFacts): StoredReading {
  const perPage = Math.ceil(transactions / pages);
  let balance = OPENING;
  const sheets: PlacedText[][][] = [];
  for (let page = 0; page * perPage < transactions; page++) {
    const lines = headOf(page, balance, { transactions, pages, isHeaderRepeated });
    let top = 140;
    for (let index = page * perPage; index < Math.min(transactions, (page + 1) * perPage); index++, top += 16) {
      balance += amountOf(index);
      if (index === lost) continue;
      lines.push([
        [dayOf(index, transactions), 40, top],
        [`Card payment ${index + 1} shop`, 140, top],
        [money(amountOf(index)), 380, top],
        [money(balance), 480, top],
      ]);
    }
    const isLast = (page + 1) * perPage >= transactions;
    if (isLast || isHeaderRepeated)
      lines.push([
        [isLast ? 'Closing balance' : 'Balance carried forward', 140, top + 8],
        [money(balance), 480, top + 8],
      ]);
    sheets.push(lines);
  }
  return bound(sheets.map((lines) => placedReading(lines)));
}

/** One reading of many pages out of readings of one. */
function bound(sheets: readonly StoredReading[]): StoredReading {
  const [first] = sheets;
  if (!first) throw new Error('A document has a page');
  let text = '';
  const pages: Page[] = [];
  for (const sheet of sheets) {
    if (text !== '') text += '\n\n';
    const from = text.length;
    const [page] = sheet.pages;
    if (!page) continue;
    pages.push({
      ...page,
      number: pages.length + 1,
      start: from,
      end: from + sheet.text.length,
      lines: page.lines.map((line) => moved(line, from)),
    });
    text += sheet.text;
  }
  return { ...first, text, pages };
}

const moved = ({ start, end, box, words }: Line, by: number): Line => ({
  start: start + by,
  end: end + by,
  box,
  words: words.map((word) => ({ ...word, start: word.start + by, end: word.end + by })),
});
