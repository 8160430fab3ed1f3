import { describe, expect, it } from 'vitest';
import { specifySchema } from '../schemas/model.js';
import { placedReading, textReading } from '../../../../test/support/placed-reading.js';
import { extractFields, type ExtractionInput } from './extract-fields.js';

type Field = Parameters<typeof specifySchema>[0]['fields'][number];

const own = (fields: readonly Field[]) =>
  specifySchema({
    id: 'sch_own',
    key: 'own',
    version: 1,
    name: 'Own',
    description: '',
    documentType: null,
    fields,
    rules: [],
  });

/** What a schema of these fields finds, by name. */
function read(fields: readonly Field[], reading: ExtractionInput['reading']) {
  const { fields: found } = extractFields({ documentId: 'doc_1', reading, schema: own(fields), language: 'en' });
  return Object.fromEntries(found.map(({ name, value }) => [name, value]));
}

/** The rows of a list with these columns. */
function readRows(fields: readonly Field[], reading: ExtractionInput['reading']) {
  const { fields: found } = extractFields({
    documentId: 'doc_1',
    reading,
    schema: own([{ name: 'entries', type: 'list', fields }]),
    language: 'en',
  });
  return (found[0]?.items ?? []).map((item) => Object.fromEntries(item.fields.map(({ name, value }) => [name, value])));
}

describe('a schema that nobody has seen before', () => {
  it('is read from the names of its fields alone', () =>
    expect(
      read(
        [
          { name: 'permit_number', type: 'string' },
          { name: 'applicant', type: 'string' },
          { name: 'valid_from', type: 'date' },
          { name: 'valid_until', type: 'date' },
          { name: 'fee', type: 'money' },
          { name: 'seats', type: 'number' },
          { name: 'music', type: 'boolean' },
          { name: 'outdoors', type: 'boolean' },
          { name: 'remarks', type: 'string' },
        ],
        textReading(
          [
            'Permit No: TP-2291',
            'Applicant: Winter Market Association 2026',
            'Valid: 01.12.2026 - 24.12.2026',
            'Fee: 350.00 EUR',
            'Seats: 48',
            'Music: yes',
            '[ ] Outdoors',
            'Remarks: gate closes at ten',
          ].join('\n'),
        ),
      ),
    ).toEqual({
      permit_number: 'TP-2291',
      applicant: 'Winter Market Association 2026',
      valid_from: '2026-12-01',
      valid_until: '2026-12-24',
      fee: '350.00',
      seats: '48',
      music: 'true',
      outdoors: 'false',
      remarks: 'gate closes at ten',
    }));

  it('knows a label by the words that it shares with the name of a field', () =>
    expect(
      read(
        [
          { name: 'boatName', type: 'string' },
          { name: 'renter', type: 'string' },
          { name: 'pickupDate', type: 'date' },
          { name: 'returnDate', type: 'date' },
          { name: 'securityDeposit', type: 'money' },
          { name: 'inspector', type: 'string' },
          { name: 'inspectionDate', type: 'date' },
          { name: 'siteAddress', type: 'string' },
          { name: 'skipper', type: 'string' },
        ],
        textReading(
          [
            'Boat: Sea Breeze II            Licence No: FL-2291-KX',
            'Rented to: Patricia Lindholm   Phone: 305-555-0133',
            'Pick-up: July 3, 2025 9:00 am  Return by: July 6, 2025 5:00 pm',
            'Deposit (refundable)  $500.00',
            'Inspected by: Oluwaseun Adeyemi',
            'Date of inspection: 14/10/2024',
            'Site: 77 Canning Road, Unit 3, Bristol BS5 9QT',
          ].join('\n'),
        ),
      ),
    ).toEqual({
      boatName: 'Sea Breeze II',
      renter: 'Patricia Lindholm',
      pickupDate: '2025-07-03',
      returnDate: '2025-07-06',
      securityDeposit: '500.00',
      inspector: 'Oluwaseun Adeyemi',
      inspectionDate: '2024-10-14',
      siteAddress: '77 Canning Road, Unit 3, Bristol BS5 9QT',
      skipper: null,
    }));

  it.each([
    ['Fuel is not included in the rental charge.', 'false'],
    ['The price includes fuel and a skipper.', 'true'],
    ['Parking is included. Fuel: see the tariff.', null],
  ])('reads yes or no from a sentence: %s', (sentence, fuelIncluded) =>
    expect(read([{ name: 'fuelIncluded', type: 'boolean' }], textReading(`Terms\n${sentence}`))).toEqual({
      fuelIncluded,
    }),
  );

  it.each<[string, readonly Field[], string, readonly object[]]>([
    [
      'dates',
      [
        { name: 'item', type: 'string' },
        { name: 'severity', type: 'string' },
        { name: 'dueDate', type: 'date' },
      ],
      `No  Item                              Severity   Due date
1   Emergency exit sign not lit       High       21/10/2024
2   Extinguisher service overdue      Medium     04/11/2024
    by more than a year

Next inspection due: 14/10/2025`,
      [
        { item: 'Emergency exit sign not lit', severity: 'High', dueDate: '2024-10-21' },
        { item: 'Extinguisher service overdue by more than a year', severity: 'Medium', dueDate: '2024-11-04' },
      ],
    ],
    [
      'hours and charges',
      [
        { name: 'task', type: 'string' },
        { name: 'hours', type: 'number' },
        { name: 'charge', type: 'money' },
      ],
      `Task                   Hours   Charge
Survey of the roof     3       $270.00
Report                 1.5     $135.00`,
      [
        { task: 'Survey of the roof', hours: '3', charge: '270.00' },
        { task: 'Report', hours: '1.5', charge: '135.00' },
      ],
    ],
  ])('reads a list of its own making by %s', (_, fields, text, rows) =>
    expect(readRows(fields, textReading(text))).toEqual(rows),
  );

  it('finds a German document by English names, and the other way round', () => {
    const text = 'Rechnungsnummer: R-77\nRechnungsdatum: 03.02.2026\nGesamtbetrag: 1.190,00 EUR';
    const found = { '0': 'R-77', '1': '2026-02-03', '2': '1190.00' };
    for (const names of [
      ['invoice_number', 'invoice_date', 'gross_amount'],
      ['numero_factura', 'fechaFactura', 'importe-total'],
    ]) {
      const [number = '', date = '', total = ''] = names;
      const values = read(
        [
          { name: number, type: 'string' },
          { name: date, type: 'date' },
          { name: total, type: 'money' },
        ],
        textReading(text),
      );
      expect(values).toEqual({ [number]: found['0'], [date]: found['1'], [total]: found['2'] });
    }
  });

  it('takes the period of the document, not that of the rows of its table', () => {
    const rows = [
      ['03/10/26', '03/12/26', 'Front page', '200.00'],
      ['03/17/26', '03/19/26', 'Back page', '100.00'],
      ['03/24/26', '03/26/26', 'Inside', '50.00'],
    ];
    const columns = [60, 180, 300, 420];
    const reading = placedReading([
      [['Insertion order', 240, 30]],
      [['Campaign dates', 360, 80]],
      [['03/09/26 - 03/29/26', 360, 96]],
      ['Start date', 'End date', 'Place', 'Price'].map((text, index) => [text, columns[index]!, 240] as const),
      ...rows.map((row, line) => row.map((text, index) => [text, columns[index]!, 264 + 24 * line] as const)),
    ]);
    const fields = (start: string, end: string): Field[] => [
      { name: 'campaignFrom', type: 'date', labels: ['Campaign From', start] },
      { name: 'campaignTo', type: 'date', labels: ['Campaign To', end] },
    ];
    const whole = { campaignFrom: '2026-03-09', campaignTo: '2026-03-29' };
    expect(read(fields('Start date', 'End date'), reading)).toEqual(whole);
  });

  it('takes a name with its second line, and not the label below', () => {
    const reading = placedReading([
      [
        ['Sponsor:', 60, 80],
        ['Friends of the Harbour', 180, 80],
      ],
      [['Railway', 180, 91]],
      [
        ['Place:', 60, 120],
        ['Quay 4', 180, 120],
      ],
    ]);
    expect(read([{ name: 'sponsor', type: 'string' }], reading)).toEqual({ sponsor: 'Friends of the Harbour Railway' });
  });

  it('takes only what the pattern and the members of a field allow', () => {
    const text = 'Class: A\nState: partly open\nKey: zz\nKey: Q-11';
    const fields: Field[] = [
      { name: 'class', type: 'string', pattern: '[B-Z]' },
      { name: 'state', type: 'string', enum: ['closed', 'open'] },
      { name: 'key', type: 'string', pattern: '[A-Z]-\\d+' },
    ];
    expect(read(fields, textReading(text))).toEqual({ class: null, state: 'open', key: 'Q-11' });
  });
});
