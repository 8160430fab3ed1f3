// Bookings of rooms, machines and halls, read by a schema that a tenant might state: many dates, many numbers, two companies and a person.
import { amount, decimal } from '../samples/numbers.mjs';
import { BOLD, pdf, put, table } from '../samples/pdf.mjs';
import { companyOf, daysOf, personOf } from './words.mjs';

/** As a tenant states it: names, types and the labels that it knows of. */
export const BOOKING_SCHEMA = {
  name: 'Booking',
  documentType: null,
  fields: [
    {
      name: 'bookingNumber',
      type: 'string',
      description: 'Number of the booking',
      labels: ['Booking Number', 'Booking #', 'Order #', 'Confirmation #'],
    },
    { name: 'client', type: 'string', description: 'Who books', labels: ['Client', 'Client Name', 'Booked by'] },
    {
      name: 'grossTotal',
      type: 'money',
      description: 'Total before discount',
      labels: ['Gross Total', 'Total Gross', 'Gross Amount'],
    },
    {
      name: 'firstDay',
      type: 'date',
      description: 'First day of the rental',
      labels: ['Start Date', 'From', 'Rental Period', 'First Day'],
    },
    {
      name: 'lastDay',
      type: 'date',
      description: 'Last day of the rental',
      labels: ['End Date', 'To', 'Rental Period', 'Last Day'],
    },
  ],
};

const shuffled = (c, list) =>
  list
    .map((one) => ({ one, order: c.random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ one }) => one);

function pairsOf(c, { day, length, number, client, agency }) {
  const dates = c.chance(0.5)
    ? [[c.one(['Rental Period', 'Period', 'Booking Dates']), `${day(0).printed} - ${day(length).printed}`]]
    : [
        [c.one(['Start Date', 'From', 'First Day', 'Start']), day(0).printed],
        [c.one(['End Date', 'To', 'Last Day', 'End']), day(length).printed],
      ];
  const others = [
    [c.one(['Print Date', 'Printed', 'Entry Date', 'Order Date']), day(-5 - c.upTo(30)).printed],
    [c.one(['Revision', 'Alt Order #', 'Estimate #', 'Account #']), c.digits(4)],
    [c.one(['Agency', 'Bill To', 'Broker']), agency],
    [c.one(['Salesperson', 'Account Executive', 'Contact']), personOf(c)],
    [c.one(['Product', 'Site', 'Hall']), c.name()],
    [c.one(['Deposit Due', 'Cancel by']), day(-2 - c.upTo(9)).printed],
  ].filter(() => c.chance(0.6));
  // What is called nearly the same and is something else: a number of the other side, the dates of a contract above this one.
  const alike = [
    [c.one(['Order #', 'Confirmation #', 'Booking #', 'Contract #']), c.digits(6 + c.upTo(3))],
    c.chance(0.5)
      ? [
          c.one(['Contract Dates', 'Rental Period', 'Period']),
          `${day(-c.upTo(20)).printed} - ${day(length + c.upTo(40)).printed}`,
        ]
      : [c.one(['Start Date', 'From', 'Contract Start']), day(-c.upTo(20)).printed],
    [c.one(['Client Code', 'Client', 'On behalf of client']), c.name()],
  ].filter(() => c.chance(0.2));
  return shuffled(c, [
    [c.one(['Booking Number', 'Booking #', 'Order #', 'Confirmation #', 'Booking No.', 'Order / Rev']), number],
    [c.one(['Client', 'Client Name', 'Booked by', 'Customer']), client],
    ...dates,
    ...others,
    ...alike,
  ]);
}

function draw(c, facts, doc) {
  const { day, rows, sums, seller } = facts;
  put(doc, seller, c.one([50, 320]), 40, { font: c.chance(0.6) ? BOLD : undefined, size: 9 + c.upTo(7) });
  put(doc, c.one(['BOOKING CONFIRMATION', 'Order', 'RENTAL AGREEMENT', 'Confirmation']), c.one([50, 250]), 66, {
    font: BOLD,
    size: 13,
  });
  const columns = 1 + c.upTo(3);
  const width = 500 / columns;
  const isAbove = c.chance(0.2);
  const colon = c.chance(0.6) ? ':' : '';
  pairsOf(c, facts).forEach(([label, value], n) => {
    const [x, y] = [50 + (n % columns) * width, 95 + Math.floor(n / columns) * (isAbove ? 26 : 15)];
    put(doc, `${label}${colon}`, x, y, { font: BOLD, size: 8 });
    put(doc, value, isAbove ? x : x + Math.min(90, width * 0.45), isAbove ? y + 11 : y, { size: 8 });
  });
  const y = table(doc, {
    columns: [
      { title: 'Item', width: 110 },
      { title: c.one(['Start', 'From', 'Start Date']), width: 95 },
      { title: c.one(['End', 'To', 'End Date']), width: 95 },
      { title: 'Days', width: 50, align: 'right' },
      { title: c.one(['Amount', 'Gross', 'Total']), width: 90, align: 'right' },
    ],
    rows: rows.map(({ text, from, to, days, cents }) => [
      text,
      day(from).printed,
      day(to).printed,
      String(days),
      amount(cents, {}),
    ]),
    x: 50,
    y: 250,
    size: 8,
    step: 15,
  });
  const lines = c.chance(0.6)
    ? [
        [c.one(['Gross Total', 'Total Gross', 'Gross Amount', 'Total']), sums.gross],
        ['Commission', sums.discount],
        [c.one(['Net Total', 'Net Due']), sums.gross - sums.discount],
      ]
    : [[c.one(['Gross Total', 'Totals', 'Gross Amount']), sums.gross]];
  lines.forEach(([label, cents], n) => {
    put(doc, label, 300, y + 6 + n * 14, { font: BOLD, size: 8 });
    put(doc, amount(cents, {}), 400, y + 6 + n * 14, { size: 8, width: 88, align: 'right' });
  });
}

/** One booking: its bytes, and what is right. */
export async function booking(c) {
  const day = daysOf(c, 'en');
  const length = 5 + c.upTo(60);
  const rows = Array.from({ length: 1 + c.upTo(12) }, () => {
    const from = c.upTo(length);
    const to = Math.min(length, from + c.upTo(14));
    return {
      text: c.one(['Room', 'Crane', 'Tent', 'Stage', 'Projector']),
      from,
      to,
      days: to - from + 1,
      cents: 1_000 + c.upTo(400_000),
    };
  });
  const gross = rows.reduce((sum, { cents }) => sum + cents, 0);
  const facts = {
    day,
    length,
    rows,
    sums: { gross, discount: Math.round(gross * 0.15) },
    number: c.chance(0.6) ? c.digits(6 + c.upTo(3)) : `${c.digits(3)}-${c.digits(5)}`,
    client: c.chance(0.7) ? companyOf(c, 'en') : `${c.name()} for ${c.name()}`,
    agency: companyOf(c, 'en'),
    seller: companyOf(c, 'en'),
  };
  return {
    type: null,
    schema: BOOKING_SCHEMA,
    language: 'en',
    bytes: await pdf((doc) => draw(c, facts, doc), { title: 'document' }),
    truth: {
      bookingNumber: facts.number,
      client: facts.client,
      grossTotal: decimal(gross),
      firstDay: day(0).iso,
      lastDay: day(length).iso,
    },
  };
}
