import { describe, expect, it } from 'vitest';
import { placedReading, type PlacedText, textReading } from '../../../../../test/support/placed-reading.js';
import { draftFields, sampleOf } from './draft-schema.js';

const ticket = (number: string, day: string, price: string, more = '') =>
  textReading(
    `Repair ticket\nTicket No: ${number}\nCollected on: ${day}\nPrice: ${price} EUR\nGuarantee: yes\n${more}`,
  );
const draft = (...readings: Parameters<typeof sampleOf>[0][]) =>
  draftFields(readings.map((one) => sampleOf(one, 'en')));

describe('a draft of a schema', () => {
  it('has the labelled values of one document with their types', () =>
    expect(draft(ticket('R-2041', '2026-03-04', '41.50'))).toEqual([
      { name: 'ticketNo', type: 'string', labels: ['Ticket No'] },
      { name: 'collectedOn', type: 'date', labels: ['Collected on'] },
      { name: 'price', type: 'money', labels: ['Price'] },
      { name: 'guarantee', type: 'boolean', labels: ['Guarantee'] },
    ]));

  it('keeps what recurs, and requires what all have', () => {
    const fields = draft(
      ticket('2041', '2026-03-04', '41.50', 'Clerk: Ann\nDog: barks'),
      ticket('2042', '2026-03-05', '17.00', 'Clerk: Ben'),
      ticket('R-7', '2026-03-09', '99.90'),
    );
    expect(fields.map(({ name, required = false }) => [name, required])).toEqual([
      ['ticketNo', true],
      ['collectedOn', true],
      ['price', true],
      ['guarantee', true],
      ['clerk', false],
    ]);
  });

  it('takes labels without a colon where several documents have them with values of their own', () => {
    const page = (...rows: readonly (readonly [string, string])[]) =>
      placedReading(
        rows.map(([label, value], line): PlacedText[] => [
          [label, 60, 60 + 30 * line],
          [value, 300, 60 + 30 * line],
        ]),
      );
    const fields = draft(
      page(['Berth', 'North 4'], ['Vessel', 'Aurora'], ['Welcome', 'aboard']),
      page(['Berth', 'South 11'], ['Vessel', 'Borealis'], ['Welcome', 'aboard']),
    );
    expect(fields.map(({ name }) => name)).toEqual(['berth', 'vessel']);
  });

  it('makes a list of a table, and no fields of its rows', () => {
    const columns = [60, 240, 380, 500];
    const row = (top: number, ...cells: readonly string[]): PlacedText[] =>
      cells.map((text, index) => [text, columns[index]!, top]);
    const reading = placedReading([
      [['Order No: 77', 60, 40]],
      row(100, 'Article', 'Quantity', 'Price', 'Sum'),
      row(120, 'Rope', '2', '10.00', '20.00'),
      row(140, 'Anchor', '1', '80.00', '80.00'),
    ]);
    expect(draft(reading)).toEqual([
      { name: 'orderNo', type: 'string', labels: ['Order No'] },
      {
        name: 'items',
        type: 'list',
        labels: [],
        fields: [
          { name: 'article', type: 'string', labels: ['Article'] },
          { name: 'quantity', type: 'number', labels: ['Quantity'] },
          { name: 'price', type: 'money', labels: ['Price'] },
          { name: 'sum', type: 'money', labels: ['Sum'] },
        ],
      },
    ]);
  });

  it('is empty where nothing is labelled', () =>
    expect(draft(textReading('Nothing to see here, only words.'))).toEqual([]));
});
