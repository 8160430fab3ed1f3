import { describe, expect, it } from 'vitest';
import { placedReading, type PlacedText } from '../../../../test/support/placed-reading.js';
import { readFields } from './read-fields.builder.js';

const CENTRE = 300;
const RIGHT = 480;
const LEFT = 120;
const LINE = 14;

/** A till's paper: lines with `|` are a text and an amount at the right edge, others are centred. */
function tillReading(lines: readonly string[]) {
  const placed = lines.map((line, row): PlacedText[] => {
    const top = 20 + row * LINE;
    const [text = '', amount] = line.split('|');
    if (amount === undefined) return [[text, CENTRE - text.length * 3, top]];
    return [
      [text, LEFT, top],
      [amount, RIGHT - amount.length * 6, top],
    ];
  });
  return placedReading(placed, 'ocr');
}

const RECEIPTS: readonly (readonly [string, readonly string[], Readonly<Record<string, string>>])[] = [
  [
    'a German till, paid in cash',
    [
      'Bäckerei Lindner GmbH',
      'Hauptstr. 14',
      '71034 Böblingen',
      'Tel. 07031 221144',
      'EUR',
      '2 x Laugenbrezel|1,70 A',
      'Bauernbrot 1kg|4,60 A',
      'SUMME|EUR 6,30',
      'Gegeben Bar|10,00',
      'Rückgeld|-3,70',
      'A 7,0% MwSt 0,41|Netto 5,89',
      '14.03.2025 09:12|Bon-Nr. 4471',
    ],
    {
      merchantName: 'Bäckerei Lindner GmbH',
      merchantAddress: 'Hauptstr. 14 71034 Böblingen',
      transactionDate: '2025-03-14',
      total: '6.30',
    },
  ],
  [
    'a French till, paid by card',
    [
      'LIBRAIRIE DU PORT SARL',
      '8 rue de la République',
      '13002 MARSEILLE',
      'Tél 04 91 55 10 20',
      'Le 05/11/2024 à 17:42',
      'Roman poche|8,90',
      'Carnet A5|6,50',
      'SOUS-TOTAL|15,40',
      'Remise fidélité|-1,54',
      'TOTAL TTC|13,86 €',
      'CB|13,86',
      'dont TVA 5,5%|0,72',
    ],
    {
      merchantName: 'LIBRAIRIE DU PORT SARL',
      merchantAddress: '8 rue de la République 13002 MARSEILLE',
      transactionDate: '2024-11-05',
      total: '13.86',
    },
  ],
  [
    'a Spanish till, paid in cash',
    [
      'FERRETERIA EL OLIVO S.L.',
      'Calle Mayor 27',
      '28013 Madrid',
      'CIF B12345674',
      'Fecha: 21/06/2024 11:05',
      'Tornillos M4|3,20',
      'Cinta aislante|2,75',
      'Base imponible|4,92',
      'IVA 21%|1,03',
      'IMPORTE|5,95',
      'ENTREGADO|20,00',
      'CAMBIO|14,05',
    ],
    {
      merchantName: 'FERRETERIA EL OLIVO S.L.',
      merchantAddress: 'Calle Mayor 27 28013 Madrid',
      transactionDate: '2024-06-21',
      total: '5.95',
      totalTax: '1.03',
    },
  ],
  [
    'an Italian till, paid in cash',
    [
      'BAR CENTRALE S.R.L.',
      'Piazza Garibaldi 3',
      '40121 Bologna',
      'P.IVA 01234567890',
      'CAFFE|1,30',
      'CORNETTO|1,50',
      'TOTALE COMPLESSIVO|2,80',
      'DI CUI IVA|0,25',
      'PAGAMENTO CONTANTE|5,00',
      'RESTO|2,20',
      '07-09-2024 08:15|DOC. N. 0112-0034',
    ],
    {
      merchantAddress: 'Piazza Garibaldi 3 40121 Bologna',
      transactionDate: '2024-09-07',
      total: '2.80',
    },
  ],
  [
    'a Portuguese till, paid in cash',
    [
      'PASTELARIA SOL LDA',
      'Rua das Flores 112',
      '4050-262 Porto',
      'NIF 501234560',
      'Data 2024-10-02 16:20',
      'Pastel de nata|2,60',
      'Galao|1,45',
      'TOTAL EUR|4,05',
      'DINHEIRO|5,00',
      'TROCO|0,95',
      'IVA 13%|0,47',
    ],
    {
      merchantName: 'PASTELARIA SOL LDA',
      merchantAddress: 'Rua das Flores 112 4050-262 Porto',
      transactionDate: '2024-10-02',
      total: '4.05',
    },
  ],
  [
    'a restaurant in the United States, with a tip on the card slip',
    [
      'HARBOR GRILL LLC',
      '221 Ocean Ave',
      'Portland, ME 04101',
      '(207) 555-0142',
      '03/28/2025 7:45 PM',
      'Check #|3312',
      'Crab cakes|18.00',
      'Haddock|24.00',
      'Subtotal|42.00',
      'Sales Tax|3.36',
      'Tip|8.00',
      'TOTAL|$53.36',
      'VISA|53.36',
    ],
    {
      merchantName: 'HARBOR GRILL LLC',
      merchantAddress: '221 Ocean Ave Portland, ME 04101',
      transactionDate: '2025-03-28',
      subtotal: '42.00',
      totalTax: '3.36',
      tip: '8.00',
      total: '53.36',
    },
  ],
  [
    'a British till that asks for the balance',
    [
      'FERNDALE STORES LTD',
      '12 Market Street',
      'Hexham NE46 3NU',
      'VAT NO: 123 4567 89',
      'Tea bags|2.40',
      'Milk 2pt|1.30',
      'Savings|-0.40',
      'BALANCE DUE|£3.30',
      'CASH|£5.00',
      'CHANGE|£1.70',
      '17/02/2025 12:04',
    ],
    {
      merchantName: 'FERNDALE STORES LTD',
      merchantAddress: '12 Market Street Hexham NE46 3NU',
      transactionDate: '2025-02-17',
      total: '3.30',
    },
  ],
  [
    'a till that gives its total no name',
    [
      'NORTHSIDE KIOSK',
      '(OLD STATION ROAD)',
      'No. 4 Station Road',
      'Site: 1066',
      'Newspaper|3.20',
      '*|4.70',
      'Sandwich|1.50',
      'Money in|20.00',
      'Change|15.30',
      '17/02/2025 12:04',
    ],
    { merchantAddress: 'No. 4 Station Road', total: '4.70' },
  ],
  [
    'an address with the telephone behind it',
    [
      'MORNINGSIDE BAKERY SDN BHD',
      '(GST REG NO: 001234567890)',
      'No.8, Jalan Mawar 10/5, Taman Mawar',
      '81750 Johor Bahru, Johor, Tel No.: 07-555 1234',
      'Butter bun|2.25',
      'TOTAL|2.25',
      '09/06/2018 18:47',
    ],
    { merchantAddress: 'No.8, Jalan Mawar 10/5, Taman Mawar 81750 Johor Bahru, Johor' },
  ],
];

/** Lines of a head: text, left edge, top. */
const HEADS: readonly (readonly [string, readonly (readonly PlacedText[])[], string])[] = [
  [
    'an address that a gap parts from the name and its registration',
    [
      [['HARBOUR PARKING SDN BHD', 231, 20]],
      [['(961304-X)', 270, 34]],
      [['B-11-2 Harbour Avenue', 237, 70]],
      [['The Pier, 3/17, Dataran Laut', 216, 84]],
      [['47301 Petaling Jaya', 243, 98]],
      [['Tel: 03-5550 1234', 249, 112]],
    ],
    'B-11-2 Harbour Avenue The Pier, 3/17, Dataran Laut 47301 Petaling Jaya',
  ],
  [
    'a line of the address in two pieces',
    [
      [['SUNRISE RETAIL SDN BHD', 234, 20]],
      [
        ['3-7, Ground Floor,', 168, 34],
        ['Jalan Seri Kenanga 1', 292, 34],
      ],
      [['Taman Seri Kenanga', 246, 48]],
      [['43800 Dengkil, Selangor', 231, 62]],
      [['GST Reg No. : 000936312832', 222, 76]],
    ],
    '3-7, Ground Floor, Jalan Seri Kenanga 1 Taman Seri Kenanga 43800 Dengkil, Selangor',
  ],
];

describe('till receipts', () => {
  it.each(RECEIPTS)('reads %s', (_, lines, expected) => {
    const { values } = readFields('receipt', tillReading(lines));
    expect(values).toMatchObject(expected);
  });

  it.each(HEADS)('finds %s', (_, lines, address) => {
    const { values, misplaced } = readFields('receipt', placedReading([...lines, [['TOTAL 5.00', 270, 160]]], 'ocr'));
    expect(values).toMatchObject({ merchantName: lines[0]?.[0]?.[0], merchantAddress: address });
    expect(misplaced).toEqual([]);
  });
});
