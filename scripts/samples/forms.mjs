// A bank statement and a tax form: numbers in tables and boxes.
import { amount, decimal, iban, inFours } from './numbers.mjs';
import { BOLD, pdf, put, putLines, putPairs, rule, table } from './pdf.mjs';

const IBAN = iban('GB', 'EXMP00000098765432');
const OPENING = 248316;
/** [day of April 2026, text, cents: paid in above 0, paid out below] */
const TRANSACTIONS = [
  ['01 Apr 2026', 'Standing order Sample Property rent', -98000],
  ['02 Apr 2026', 'Card payment Example Corner Market', -4217],
  ['07 Apr 2026', 'Direct debit Placeholder Energy', -11250],
  ['09 Apr 2026', 'Transfer from Demo Publishing Ltd', 185000],
  ['13 Apr 2026', 'Card payment Testville Railways', -3860],
  ['17 Apr 2026', 'Direct debit Model Mobile', -2200],
  ['21 Apr 2026', 'Cash withdrawal High Street', -10000],
  ['24 Apr 2026', 'Card payment Sample Hardware', -7635],
  ['28 Apr 2026', 'Interest paid', 142],
  ['30 Apr 2026', 'Account fee', -500],
];
const CLOSING = TRANSACTIONS.reduce((sum, [, , cents]) => sum + cents, OPENING);

function drawStatement(doc) {
  put(doc, 'Example Bank plc', 50, 46, { font: BOLD, size: 18 });
  putLines(doc, ['1 Fiction Square', 'Exampleton EX1 1EX'], 50, 70, { size: 9, step: 12 });
  put(doc, 'Account statement', 50, 118, { font: BOLD, size: 15 });
  putPairs(
    doc,
    [
      ['Account holder', 'Mira Samplewood'],
      ['Account number', '98765432'],
      ['IBAN', inFours(IBAN)],
      ['Statement period', '1 April 2026 to 30 April 2026'],
      ['Currency', 'GBP'],
    ],
    50,
    148,
    { labelWidth: 115 },
  );
  let balance = OPENING;
  const rows = TRANSACTIONS.map(([day, text, cents]) => {
    balance += cents;
    const cell = amount(Math.abs(cents));
    return [day, text, cents < 0 ? cell : '', cents > 0 ? cell : '', amount(balance)];
  });
  put(doc, 'Opening balance', 50, 244, { font: BOLD });
  put(doc, amount(OPENING), 455, 244, { width: 88, align: 'right' });
  const y = table(doc, {
    columns: [
      { title: 'Date', width: 75 },
      { title: 'Description', width: 210 },
      { title: 'Paid out', width: 65, align: 'right' },
      { title: 'Paid in', width: 65, align: 'right' },
      { title: 'Balance', width: 80, align: 'right' },
    ],
    rows,
    x: 50,
    y: 268,
  });
  put(doc, 'Closing balance', 50, y + 8, { font: BOLD });
  put(doc, amount(CLOSING), 455, y + 8, { font: BOLD, width: 88, align: 'right' });
  putLines(
    doc,
    [
      'Please check the entries and tell us within 60 days if something is wrong.',
      'Example Bank plc is a bank that was made up for samples.',
    ],
    50,
    740,
    { size: 8, step: 11 },
  );
}

const BOXES = [
  ['1', 'Wages and salaries', 4120000],
  ['2', 'Income tax withheld', 618000],
  ['3', 'Social contributions', 329600],
  ['4', 'Interest income', 8425],
  ['5', 'Deductible pension contributions', 206000],
  ['6', 'Taxable income', 3922425],
];

function drawTaxForm(doc) {
  doc.rect(45, 40, 505, 74).lineWidth(1).stroke();
  put(doc, 'Form 40-X', 56, 52, { font: BOLD, size: 17 });
  put(doc, 'Utopia Revenue Service', 56, 80, { size: 9 });
  put(doc, 'Annual Income Tax Statement', 205, 54, { font: BOLD, size: 13 });
  put(doc, 'To be filed with your income tax return', 205, 76, { size: 8.5 });
  put(doc, 'Tax year', 455, 52, { size: 8.5 });
  put(doc, '2025', 455, 66, { font: BOLD, size: 18 });
  const box = (label, value, x, y, width) => {
    doc.rect(x, y, width, 40).lineWidth(0.6).stroke();
    put(doc, label, x + 5, y + 4, { size: 7.5 });
    put(doc, value, x + 5, y + 18, { size: 11 });
  };
  box("Taxpayer's name", 'Mira Samplewood', 45, 126, 300);
  box('Taxpayer identification number', '000-12-3456', 345, 126, 205);
  box("Taxpayer's address", '31 Test Close, Exampleton', 45, 166, 505);
  box("Payer's name", 'Demo Publishing Ltd', 45, 206, 300);
  box("Payer's identification number", '00-7654321', 345, 206, 205);
  BOXES.forEach(([number, label, cents], index) => {
    const y = 264 + index * 34;
    doc.rect(45, y, 505, 34).lineWidth(0.6).stroke();
    put(doc, number, 56, y + 11, { font: BOLD, size: 11 });
    put(doc, label, 84, y + 12);
    put(doc, amount(cents), 430, y + 11, { size: 11, width: 108, align: 'right' });
  });
  put(doc, 'Under penalties of perjury I declare that this statement is true, correct and complete.', 45, 486, {
    size: 8.5,
  });
  rule(doc, 45, 540, 300);
  rule(doc, 400, 540, 550);
  put(doc, 'Signature of taxpayer', 45, 545, { size: 8 });
  put(doc, 'Date', 400, 545, { size: 8 });
}

export const forms = [
  {
    name: 'bank-statement.pdf',
    make: () => pdf(drawStatement, { title: 'Account statement April 2026' }),
    truth: {
      type: 'bank_statement',
      language: 'en',
      pages: 1,
      fields: {
        bankName: 'Example Bank plc',
        accountHolder: 'Mira Samplewood',
        accountNumber: '98765432',
        iban: IBAN,
        periodStart: '2026-04-01',
        periodEnd: '2026-04-30',
        openingBalance: decimal(OPENING),
        closingBalance: decimal(CLOSING),
      },
      rows: { list: 'transactions', column: 'description', values: TRANSACTIONS.map(([, text]) => text) },
    },
  },
  {
    name: 'tax-form.pdf',
    make: () => pdf(drawTaxForm, { title: 'Form 40-X' }),
    truth: {
      type: 'tax_form',
      language: 'en',
      pages: 1,
      fields: {
        taxYear: '2025',
        taxpayerName: 'Mira Samplewood',
        taxpayerId: '000-12-3456',
        payerName: 'Demo Publishing Ltd',
      },
    },
  },
];
