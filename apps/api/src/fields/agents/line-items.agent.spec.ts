import { describe, expect, it } from 'vitest';
import { placedReading, type PlacedText } from '../../../../../test/support/placed-reading.js';
import { extractFields } from '../extract-fields.js';
import { schemaForType } from '../../schemas/index.js';

/** The rows of a list, each as its values in the order of `columns`. */
function rowsOf(lines: readonly (readonly PlacedText[])[], type: string, list: string, columns: readonly string[]) {
  const reading = placedReading(lines);
  const { fields } = extractFields({ documentId: 'doc_1', reading, schema: schemaForType(type), language: 'en' });
  const items = fields.find((field) => field.name === list)?.items ?? [];
  return items.map((item) => columns.map((name) => item.fields.find((field) => field.name === name)?.value ?? null));
}

const HEADER: readonly PlacedText[] = [
  ['Code', 40, 100],
  ['Description', 110, 100],
  ['Qty', 300, 100],
  ['Unit price', 370, 100],
  ['Amount', 500, 100],
];
const item = (
  top: number,
  code: string,
  text: string,
  quantity: string,
  price: string,
  amount: string,
): PlacedText[] => [
  [code, 40, top],
  [text, 110, top],
  [quantity, 306, top],
  [price, 390, top],
  [amount, 500, top],
];
const COLUMNS = ['description', 'quantity', 'amount'];

describe('items of an invoice', () => {
  const items = [
    HEADER,
    item(120, 'CL-16', 'Wall clock, 30 cm', '4', '22.75', '91.00'),
    item(136, 'BN-17', 'Bin, 16 l, grey', '24', '7.35', '176.40'),
  ];
  const read = [
    ['Wall clock, 30 cm', '4', '91.00'],
    ['Bin, 16 l, grey', '24', '176.40'],
  ];

  it('are read with numbers in their descriptions, whatever word begins the next row', () =>
    expect(rowsOf(items, 'invoice', 'lineItems', COLUMNS)).toEqual(read));

  it.each([
    ['Net', 'VAT 20%', 'Total due'],
    ['Goods', 'Levy 20%', 'Altogether'],
  ])('end above the sums called %s, %s and %s', (net, tax, total) => {
    const sum = (label: string, value: string, top: number): PlacedText[] => [
      [label, 380, top],
      [value, 500, top],
    ];
    const lines = [...items, sum(net, '£267.40', 170), sum(tax, '£53.48', 186), sum(total, '£320.88', 202)];
    expect(rowsOf(lines, 'invoice', 'lineItems', COLUMNS)).toEqual(read);
  });

  it('keep an amount that stands in the line under its description', () => {
    const lines: PlacedText[][] = [
      [...HEADER],
      [['Repair of the garden gate', 110, 120]],
      [
        ['GBP', 470, 134],
        ['80.00', 500, 134],
      ],
      item(150, 'HN-01', 'Hinge', '2', '4.00', '8.00'),
    ];
    expect(rowsOf(lines, 'invoice', 'lineItems', ['description', 'amount'])).toEqual([
      ['Repair of the garden gate', '80.00'],
      ['Hinge', '8.00'],
    ]);
  });
});

describe('movements of an account', () => {
  const header: readonly PlacedText[] = [
    ['Date', 40, 100],
    ['Description', 130, 100],
    ['Paid out', 330, 100],
    ['Paid in', 420, 100],
    ['Balance', 510, 100],
  ];
  const line = (
    top: number,
    day: string,
    text: string,
    left: number,
    amount: string,
    balance: string,
  ): PlacedText[] => [
    [day, 40, top],
    [text, 130, top],
    [amount, left, top],
    [balance, 510, top],
  ];
  const lines: (readonly PlacedText[])[] = [
    header,
    [
      ['Opening balance', 130, 120],
      ['500.00', 510, 120],
    ],
    line(136, '02/06/2025', 'Rent for June', 336, '300.00', '200.00'),
    line(152, '15/06/2025', 'Salary', 426, '900.00', '1,100.00'),
    [
      ['Closing balance', 40, 180],
      ['1,100.00', 510, 180],
    ],
    [['Please check the entries within 60 days.', 40, 400]],
  ];

  it('are read from both columns, without the balances and what stands below', () =>
    expect(rowsOf(lines, 'bank_statement', 'transactions', ['date', 'description', 'amount', 'balance'])).toEqual([
      ['2025-06-02', 'Rent for June', '300.00', '200.00'],
      ['2025-06-15', 'Salary', '900.00', '1100.00'],
    ]));

  it('take the other column where one holds a nought', () => {
    const both: PlacedText[] = [...line(136, '19/06/2025', 'Refund', 336, '0.00', '1,150.00'), ['50.00', 426, 136]];
    expect(rowsOf([header, both], 'bank_statement', 'transactions', ['amount'])).toEqual([['50.00']]);
  });
});

describe('tables that no list of labels knows in full', () => {
  const amounts = (lines: readonly (readonly PlacedText[])[]) =>
    rowsOf(lines, 'invoice', 'lineItems', ['description', 'amount']);
  const row = (top: number, ...cells: readonly (readonly [string, number])[]): PlacedText[] =>
    cells.map(([text, left]) => [text, left, top]);
  const goods = [
    row(120, ['1', 40], ['Oak board', 90], ['2', 310], ['10.00', 390], ['20.00', 500]),
    row(136, ['2', 40], ['Birch board', 90], ['3', 310], ['5.00', 396], ['15.00', 500]),
  ];
  const read = [
    ['Oak board', '20.00'],
    ['Birch board', '15.00'],
  ];

  it.each<readonly [string, readonly (readonly PlacedText[])[]]>([
    [
      'a heading that names no field',
      [row(100, ['Zug', 40], ['Description', 90], ['Qty', 310], ['Price', 390], ['Amount', 500])],
    ],
    [
      'an unknown word for what an item is',
      [row(100, ['Zug', 40], ['Gubbins', 90], ['Qty', 310], ['Price', 390], ['Amount', 500])],
    ],
    [
      'an unknown word for what it costs',
      [row(100, ['No.', 40], ['Description', 90], ['Qty', 310], ['Price', 390], ['Dosh', 500])],
    ],
    [
      'headings over two lines',
      [
        row(92, ['Unit', 390], ['Line', 500]),
        row(104, ['No.', 40], ['Description', 90], ['Qty', 310], ['price', 390], ['total', 500]),
      ],
    ],
  ])('are read under %s', (_, header) => expect(amounts([...header, ...goods])).toEqual(read));

  it.each(['Carried forward', 'Pagetotal', '35.00'])('leave out what all items come to, called %s', (label) => {
    const header = row(100, ['No.', 40], ['Description', 90], ['Qty', 310], ['Price', 390], ['Amount', 500]);
    const sum = label === '35.00' ? row(152, ['35.00', 500]) : row(152, [label, 90], ['35.00', 500]);
    expect(amounts([header, ...goods, sum, row(168, ['Levy', 90], ['7.00', 506])])).toEqual(read);
  });
});
