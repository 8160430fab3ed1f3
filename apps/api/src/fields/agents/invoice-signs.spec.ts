import { describe, expect, it } from 'vitest';
import { placedReading, type PlacedText } from '../../../../../test/support/placed-reading.js';
import { schemaForType } from '../../schemas/index.js';
import { extractFields } from '../extract-fields.js';
import { readFields } from '../read-fields.builder.js';

type Row = readonly (readonly [string, number])[];

/** Rows sixteen points apart. */
const page = (...rows: readonly Row[]) =>
  placedReading(rows.map((row, index) => row.map(([text, left]): PlacedText => [text, left, 40 + 16 * index])));
const valuesOf = (...rows: readonly Row[]) => readFields('invoice', page(...rows)).values;

describe('taxes of several rates', () => {
  const sums: readonly Row[] = [
    [
      ['Rate', 40],
      ['Base', 140],
      ['Duty', 240],
    ],
    [
      ['20 %', 40],
      ['100.00', 140],
      ['20.00', 240],
    ],
    [
      ['5 %', 40],
      ['40.00', 140],
      ['2.00', 240],
    ],
  ];

  it('are added up where a table lists them', () =>
    expect(
      valuesOf(
        ...sums,
        [
          ['Net total', 300],
          ['140.00', 480],
        ],
        [
          ['Total', 300],
          ['162.00', 480],
        ],
      ),
    ).toMatchObject({
      subtotal: '140.00',
      totalTax: '22.00',
      total: '162.00',
    }));

  it('are added up where freight stands between the sums', () =>
    expect(
      valuesOf(
        [
          ['Net total', 300],
          ['130.00', 480],
        ],
        [
          ['Carriage', 300],
          ['10.00', 480],
        ],
        [
          ['VAT 20 %', 300],
          ['20.00', 480],
        ],
        [
          ['VAT 5 %', 300],
          ['2.00', 480],
        ],
        ...sums,
        [
          ['Total', 300],
          ['162.00', 480],
        ],
      ),
    ).toMatchObject({ totalTax: '22.00', total: '162.00' }));

  it.each<[string, readonly Row[], string, string]>([
    [
      'where their sum is printed',
      [
        [
          ['Duties in all', 300],
          ['22.00', 480],
        ],
      ],
      '22.00',
      'exact',
    ],
    ['at all of them where it is not', [], '20.00 + 2.00', 'none'],
  ])('stand %s', (_, row, raw, match) => {
    const reading = page(
      ...sums,
      ...row,
      [
        ['Net total', 300],
        ['140.00', 480],
      ],
      [
        ['Total', 300],
        ['162.00', 480],
      ],
    );
    const schema = schemaForType('invoice');
    const { fields } = extractFields({ documentId: 'doc_1', reading, schema, language: 'en' });
    const tax = fields.find(({ name }) => name === 'totalTax');
    expect(tax).toMatchObject({ value: '22.00', raw, grounding: { match } });
    expect(reading.text.slice(...(tax?.grounding?.span ?? [0, 0]))).toMatch(/^(?:22\.00|20\.00[^]*2\.00)$/);
  });
});

it('an amount whose label nobody knows is what is missing from the sum', () =>
  expect(
    valuesOf(
      [
        ['Goods in all', 300],
        ['200.00', 480],
      ],
      [
        ['VAT 19 %', 300],
        ['38.00', 480],
      ],
      [
        ['Total', 300],
        ['238.00', 480],
      ],
    ),
  ).toMatchObject({
    subtotal: '200.00',
  }));

it('typographic hyphens are minus signs and hyphens', () =>
  expect(
    valuesOf(
      [['Credit note no. CN‐2024‐7', 40]],
      [
        ['Net total', 300],
        ['‐200.00', 480],
      ],
      [
        ['VAT', 300],
        ['‐38.00', 480],
      ],
      [
        ['Total', 300],
        ['‐238.00', 480],
      ],
    ),
  ).toMatchObject({ invoiceNumber: 'CN-2024-7', total: '-238.00', totalTax: '-38.00' }));

describe('the seller', () => {
  const buyer: readonly Row[] = [[['Mill & Sons', 40]], [['4 Quay Street', 40]], [['Bristol BS1 4TY', 40]]];
  const items: readonly Row[] = [
    [
      ['Description', 40],
      ['Amount', 480],
    ],
    [
      ['Garden work', 40],
      ['120.00', 480],
    ],
    [
      ['Total', 300],
      ['120.00', 480],
    ],
  ];
  const empty: readonly Row[] = Array.from({ length: 12 }, () => []);

  it('is named in one line above the address', () =>
    expect(valuesOf([['Fernley Gardens · 8 Park Lane · Wells BA5 2PD', 40]], ...buyer, ...items)).toMatchObject({
      vendorName: 'Fernley Gardens',
      customerName: 'Mill & Sons',
    }));

  it('is named at the foot, beside an address of mail that is made of the name', () =>
    expect(
      valuesOf(
        ...buyer,
        ...items,
        ...empty,
        [
          ['Fernley Gardens', 40],
          ['office@fernleygardens.example', 300],
        ],
        [['8 Park Lane', 40]],
        [['Wells BA5 2PD', 40]],
      ),
    ).toMatchObject({ vendorName: 'Fernley Gardens', customerName: 'Mill & Sons' }));

  it('is not the place that goods go to', () =>
    expect(
      valuesOf(
        [
          ['Fernley Gardens', 40],
          ['Deliver to', 300],
        ],
        [
          ['8 Park Lane', 40],
          ['Depot North Ltd', 300],
        ],
        [
          ['Wells BA5 2PD', 40],
          ['9 Dock Road, Leith', 300],
        ],
        ...items,
      ),
    ).toMatchObject({ vendorName: 'Fernley Gardens' }));
});

describe('sums that no label names', () => {
  const line = (label: string, amount: string): Row => [
    [label, 40],
    [amount, 480],
  ];

  it.each<[string, readonly Row[], Readonly<Record<string, string | undefined>>]>([
    [
      'are known by the rate of their tax',
      [line('Cover for a year', '50.00'), line('Levy 19 %', '9.50'), line('Your contribution', '59.50')],
      { subtotal: '50.00', totalTax: '9.50', total: '59.50' },
    ],
    [
      'are known where the price holds the tax, whatever is owed beside',
      [
        line('For the quarter, with 19 % levy', '220.00'),
        line('levy in it', '(35.13)'),
        line('still owed', '220.00'),
        line('To be remitted', '440.00'),
      ],
      { totalTax: '35.13', total: '220.00' },
    ],
    [
      'are not the whole where something is not taxed',
      [line('Goods 19 %', '19.00'), line('with levy', '119.00'), line('Stamps 0 %', '31.00'), line('In all', '150.00')],
      { total: '150.00' },
    ],
    [
      'give way to a label',
      [line('Goods 19 %', '19.00'), line('with levy', '119.00'), line('Stamps', '31.00'), line('Total', '150.00')],
      { total: '150.00' },
    ],
  ])('%s', (_, rows, values) => expect(valuesOf(...rows)).toMatchObject(values));

  it('end the lines that come to them', () => {
    const { lists } = readFields(
      'invoice',
      page(line('Cover at home', '50.00'), line('Cover on journeys', '10.00'), line('Contribution', '60.00')),
    );
    expect(lists['lineItems']?.map(({ amount }) => amount)).toEqual(['50.00', '10.00']);
  });
});

it.each<[string, Row]>([
  [
    'beside the title',
    [
      ['Quarterly invoice', 40],
      ['11 March 2024', 400],
    ],
  ],
  ['in the title', [['Invoice no. 88 dated 11 March 2024', 40]]],
])('the date %s is that of the paper, not one of its period', (_, title) =>
  expect(
    valuesOf([['Cedar Cover plc', 40]], title, [['1 April 2024 - 30 June 2024', 40]], [['from 1 April 2024', 40]]),
  ).toMatchObject({ issueDate: '2024-03-11' }),
);
