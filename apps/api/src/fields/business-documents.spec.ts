import { describe, expect, it } from 'vitest';
import { placedReading } from '../../../../test/support/placed-reading.js';
import { readFields } from './read-fields.builder.js';

const PURCHASE_ORDER = placedReading([
  [
    ['Larkspur Gardens Ltd', 40, 40],
    ['PURCHASE ORDER', 400, 40],
  ],
  [
    ['3 Orchard Road', 40, 54],
    ['PO Number:', 380, 70],
    ['LG-7719', 470, 70],
  ],
  [
    ['Tamworth B79 7XX', 40, 68],
    ['Order Date:', 380, 84],
    ['11 August 2025', 470, 84],
  ],
  [
    ['Delivery Date:', 380, 98],
    ['25 August 2025', 470, 98],
  ],
  [
    ['Vendor', 40, 140],
    ['Ship To', 320, 140],
  ],
  [
    ['Copper Beech Nurseries Ltd', 40, 154],
    ['Larkspur Gardens Depot', 320, 154],
  ],
  [
    ['18 Mill Lane', 40, 168],
    ['Unit 4, Canal Street', 320, 168],
  ],
  [
    ['Evesham WR11 4AB', 40, 182],
    ['Tamworth B77 5PA', 320, 182],
  ],
  [
    ['Item', 40, 240],
    ['Quantity', 290, 240],
    ['Unit Price', 380, 240],
    ['Total', 500, 240],
  ],
  [
    ['Lavender, 2 l pot', 40, 258],
    ['60', 306, 258],
    ['3.50', 400, 258],
    ['210.00', 494, 258],
  ],
  [
    ['Box hedge, 40 cm', 40, 274],
    ['25', 306, 274],
    ['6.80', 400, 274],
    ['170.00', 494, 274],
  ],
  [
    ['Subtotal', 380, 310],
    ['380.00', 494, 310],
  ],
  [
    ['VAT 20%', 380, 326],
    ['76.00', 500, 326],
  ],
  [
    ['Total GBP', 380, 342],
    ['456.00', 494, 342],
  ],
  [['Payment Terms: 45 days', 40, 380]],
]);

const STATEMENT = placedReading([
  [['Harbour Savings Bank', 40, 40]],
  [['2 Quay Street, Bristol BS1 4TY', 40, 54]],
  [['Statement of account', 40, 90]],
  [
    ['Account name:', 40, 120],
    ['Ines Marlowe', 160, 120],
  ],
  [
    ['Account number:', 40, 136],
    ['55 01 7712', 160, 136],
  ],
  [
    ['IBAN:', 40, 152],
    ['GB82 WEST 1234 5698 7654 32', 160, 152],
  ],
  [
    ['Period:', 40, 168],
    ['1 May 2025 - 31 May 2025', 160, 168],
  ],
  [
    ['Opening balance', 40, 200],
    ['£750.00', 500, 200],
  ],
  [
    ['Date', 40, 230],
    ['Details', 120, 230],
    ['Debit', 330, 230],
    ['Credit', 420, 230],
    ['Balance', 510, 230],
  ],
  [
    ['03 May 2025', 40, 248],
    ['Card payment bookshop', 120, 248],
    ['25.50', 336, 248],
    ['724.50', 516, 248],
  ],
  [
    ['19 May 2025', 40, 264],
    ['Transfer from O. Reed', 120, 264],
    ['100.00', 420, 264],
    ['824.50', 516, 264],
  ],
  [
    ['Closing balance', 40, 300],
    ['£824.50', 500, 300],
  ],
]);

const TAX = placedReading([
  [
    ['Form 77-B', 40, 40],
    ['Statement of Wages', 220, 40],
    ['Tax year', 480, 40],
  ],
  [
    ['Arcadia Revenue Office', 40, 56],
    ['2024', 480, 56],
  ],
  [
    ["Employee's name", 40, 90],
    ["Employee's social security number", 330, 90],
  ],
  [
    ['Rufus Ottway', 40, 104],
    ['000-45-6789', 330, 104],
  ],
  [
    ["Employer's name", 40, 130],
    ['Employer identification number', 330, 130],
  ],
  [
    ['Tidewater Canning Co', 40, 144],
    ['00-1234567', 330, 144],
  ],
  [
    ['1 Wages and tips', 40, 180],
    ['38,400.00', 460, 180],
  ],
  [
    ['2 Income tax withheld', 40, 200],
    ['4,250.00', 460, 200],
  ],
]);

describe.each([
  [
    'purchase_order',
    PURCHASE_ORDER,
    {
      poNumber: 'LG-7719',
      orderDate: '2025-08-11',
      deliveryDate: '2025-08-25',
      buyerName: 'Larkspur Gardens Ltd',
      vendorName: 'Copper Beech Nurseries Ltd',
      vendorAddress: '18 Mill Lane Evesham WR11 4AB',
      subtotal: '380.00',
      totalTax: '76.00',
      total: '456.00',
      currency: 'GBP',
      paymentTerms: '45 days',
    },
    {
      lineItems: [
        { description: 'Lavender, 2 l pot', quantity: '60', unitPrice: '3.50', amount: '210.00' },
        { description: 'Box hedge, 40 cm', quantity: '25', unitPrice: '6.80', amount: '170.00' },
      ],
    },
  ],
  [
    'bank_statement',
    STATEMENT,
    {
      bankName: 'Harbour Savings Bank',
      accountHolder: 'Ines Marlowe',
      accountNumber: '55 01 7712',
      iban: 'GB82WEST12345698765432',
      periodStart: '2025-05-01',
      periodEnd: '2025-05-31',
      openingBalance: '750.00',
      closingBalance: '824.50',
      currency: 'GBP',
    },
    {
      transactions: [
        { date: '2025-05-03', description: 'Card payment bookshop', amount: '25.50', balance: '724.50' },
        { date: '2025-05-19', description: 'Transfer from O. Reed', amount: '100.00', balance: '824.50' },
      ],
    },
  ],
  [
    'tax_form',
    TAX,
    {
      formName: 'Form 77-B',
      taxYear: '2024',
      taxpayerName: 'Rufus Ottway',
      taxpayerId: '000-45-6789',
      payerName: 'Tidewater Canning Co',
      payerId: '00-1234567',
    },
    {
      amounts: [
        { box: '1', label: 'Wages and tips', amount: '38400.00' },
        { box: '2', label: 'Income tax withheld', amount: '4250.00' },
      ],
    },
  ],
])('%s', (type, reading, values, lists) => {
  const found = readFields(type, reading);

  it.each(Object.entries(values))('reads %s', (name, value) => expect(found.values[name]).toBe(value));

  it('reads its lists and no other', () => expect(found.lists).toEqual(lists));

  it('shows where each value stands', () => expect(found.misplaced).toEqual([]));
});
