// Till receipts on narrow paper, always as if photographed.
import { amount, bill, decimal, GERMAN } from '../samples/numbers.mjs';
import { MONO, pdf, put } from '../samples/pdf.mjs';
import { addressOf, companyOf, daysOf } from './words.mjs';

const WORDS = {
  en: {
    date: ['Date', 'DATE:', ''],
    subtotal: ['Subtotal', 'SUB TOTAL'],
    tax: ['VAT', 'GST', 'Tax'],
    total: ['TOTAL', 'Total', 'Total Sales', 'Amount due'],
    cash: ['CASH', 'Cash tendered'],
    change: ['CHANGE', 'Change due'],
    items: ['MILK 1L', 'BREAD', 'COFFEE', 'PEN BLUE', 'BATTERY AA', 'SOAP'],
    thanks: 'THANK YOU',
    rate: 6,
  },
  de: {
    date: ['Datum', ''],
    subtotal: ['Zwischensumme'],
    tax: ['MwSt', 'inkl. MwSt'],
    total: ['SUMME', 'Gesamt', 'Zu zahlen'],
    cash: ['Bar', 'Gegeben BAR'],
    change: ['Rückgeld'],
    items: ['MILCH 1L', 'BROT', 'KAFFEE', 'SEIFE', 'BATTERIE'],
    thanks: 'VIELEN DANK',
    rate: 7,
  },
};

/** One receipt: its bytes, and what is right. */
export async function receipt(c) {
  const language = c.chance(0.7) ? 'en' : 'de';
  const words = WORDS[language];
  const [name, address, day] = [companyOf(c, language), addressOf(c, language), daysOf(c, language)];
  const sums = bill(
    Array.from({ length: 1 + c.upTo(8) }, () => ({
      text: c.one(words.items),
      quantity: 1 + c.upTo(3),
      price: 50 + c.upTo(3_000),
    })),
    words.rate,
  );
  const withTax = c.chance(0.6);
  const total = withTax ? sums.total : sums.subtotal;
  const money = (cents) => amount(cents, language === 'de' ? GERMAN : {});
  const cash = Math.ceil(total / 500) * 500 + (c.chance(0.3) ? 1_000 : 0);
  const date = [c.one(words.date), day(0).printed, c.chance(0.7) ? `1${c.upTo(9)}:${10 + c.upTo(49)}` : '']
    .filter(Boolean)
    .join(' ');
  const head = [
    name,
    ...address,
    ...(c.chance(0.6) ? [`Tel ${c.digits(3)}-${c.digits(7)}`] : []),
    ...(c.chance(0.4) ? [`No. ${c.digits(8)}`] : []),
  ];
  const isDateFirst = c.chance(0.6);
  const pairs = [
    ...sums.lines.map((line) => [`${line.quantity} ${line.text}`, money(line.amount)]),
    ...(withTax
      ? [
          [c.one(words.subtotal), money(sums.subtotal)],
          [c.one(words.tax), money(sums.tax)],
        ]
      : []),
    [c.one(words.total), money(total)],
    ...(c.chance(0.7)
      ? [
          [c.one(words.cash), money(cash)],
          [c.one(words.change), money(cash - total)],
        ]
      : []),
  ];
  const bytes = await pdf(
    (doc) => {
      let y = 20;
      const line = (text, align = 'left') => put(doc, text, 14, (y += 13), { font: MONO, size: 9, width: 230, align });
      for (const text of head) line(text, 'center');
      if (isDateFirst) line(date);
      for (const [label, value] of pairs) {
        line(label);
        put(doc, value, 14, y, { font: MONO, size: 9, width: 230, align: 'right' });
      }
      if (!isDateFirst) line(date);
      line(words.thanks, 'center');
    },
    { title: 'document', size: [260, 520], margin: 10 },
  );
  const truth = {
    merchantName: name,
    merchantAddress: address.join(' '),
    transactionDate: day(0).iso,
    total: decimal(total),
    subtotal: withTax ? decimal(sums.subtotal) : undefined,
    totalTax: withTax ? decimal(sums.tax) : undefined,
  };
  return { type: 'receipt', language, bytes, truth, isPhotograph: true };
}
