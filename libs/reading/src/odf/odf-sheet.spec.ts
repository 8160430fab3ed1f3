import { describe, expect, it } from 'vitest';
import { testLimits } from '../readers/limits.builder.js';
import { odfInput, type OdfFixture, p, shown } from './odf.builder.js';
import { readOdf } from './read-odf.js';

describe('a spreadsheet in OpenDocument', () => {
  const readSheets = (content: string, fixture: OdfFixture = {}) =>
    readOdf(odfInput('spreadsheet', `<office:spreadsheet>${content}</office:spreadsheet>`, fixture));
  const cell = (text: string, attributes = ''): string =>
    `<table:table-cell${attributes}>${p(text)}</table:table-cell>`;
  const row = (cells: string, attributes = ''): string => `<table:table-row${attributes}>${cells}</table:table-row>`;
  const sheet = (name: string, inside: string, attributes = ''): string =>
    `<table:table table:name="${name}"${attributes}>${inside}</table:table>`;

  it('is a page for each sheet, and no more than is used', async () => {
    const reading = await readSheets(
      sheet(
        'Costs',
        '<table:table-column table:number-columns-repeated="16384"/>' +
          row(cell('Item') + cell('Price')) +
          row(
            cell('Tea') +
              '<table:table-cell office:value-type="float" office:value="2.5"/>' +
              '<table:table-cell table:number-columns-repeated="16382"/>',
          ) +
          row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="1048574"'),
      ) + sheet('Sheet2', row(cell('x'))),
    );
    expect(shown(reading)).toEqual([['heading1 Costs', 'table Item   Price\nTea   2.5'], ['paragraph x']]);
    expect(reading.pages.map(({ name }) => name)).toEqual(['Costs', 'Sheet2']);
  });

  it('keeps hidden sheets, rows, columns and covered cells apart', async () => {
    const reading = await readSheets(
      sheet(
        'A',
        '<table:table-column/><table:table-column table:visibility="collapse"/>' +
          row(
            cell('seen') +
              cell('column') +
              cell('wide', ' table:number-columns-spanned="2"') +
              `<table:covered-table-cell>${p('covered')}</table:covered-table-cell>`,
          ) +
          row(cell('row'), ' table:visibility="filter"'),
      ) + sheet('B', row(cell('sheet')), ' table:style-name="off"'),
      {
        automatic:
          '<style:style style:family="table" style:name="off"><style:table-properties table:display="false"/></style:style>',
      },
    );
    expect(reading.text).toBe('A\n\nseen   wide\n\n');
    expect(reading.hidden.map(({ page, text }) => [page, text])).toEqual([
      [1, 'column covered\nrow'],
      [2, 'B\nsheet'],
    ]);
    expect(reading.receipt.warnings).toEqual(['hidden_sheets']);
  });

  it('repeats cells and rows that have text, within reason', async () => {
    const few = await readSheets(
      sheet('A', row(cell('x', ' table:number-columns-repeated="3"'), ' table:number-rows-repeated="2"')),
    );
    expect(few.text).toBe('A\n\nx   x   x\nx   x   x');
    const many = await readSheets(sheet('A', row(cell('x', ' table:number-columns-repeated="100000"'))));
    expect(many.receipt).toMatchObject({ truncated: true, warnings: ['repeated_cells_cut'] });
    expect(many.text.length).toBeLessThan(10_000);
    const wide = cell('x', ' table:number-columns-repeated="1000"');
    const square = await readSheets(sheet('A', row(wide, ' table:number-rows-repeated="1000"').repeat(2)));
    expect(square.receipt).toMatchObject({ truncated: true, warnings: ['repeated_cells_cut'] });
    // 200,000 copies, and two cells of their own.
    expect(square.text.match(/x/g)).toHaveLength(200_002);
  });

  it('has comments, drawings and merged cells', async () => {
    const reading = await readSheets(
      sheet(
        'Sheet1',
        `<table:shapes><draw:frame><draw:text-box>${p('drawn')}</draw:text-box></draw:frame></table:shapes>` +
          row(
            `<table:table-cell table:number-columns-spanned="2"><office:annotation><dc:creator>Ada</dc:creator>${p('note')}</office:annotation>${p('wide')}</table:table-cell><table:covered-table-cell/>`,
          ) +
          row(cell('a') + cell('b')),
      ),
    );
    expect(shown(reading)[0]).toEqual(['table wide\na   b', 'paragraph drawn', 'note A1: Ada: note']);
    expect(reading.pages[0]?.blocks[0]?.table?.cells[0]).toMatchObject({ column: 0, columnSpan: 2 });
  });

  it('stops where there is no room for more', async () => {
    const input = odfInput(
      'spreadsheet',
      `<office:spreadsheet>${sheet('A', row(cell('word '.repeat(100))).repeat(50))}</office:spreadsheet>`,
      {},
      testLimits({ maxCharacters: 1000 }),
    );
    const { receipt } = await readOdf(input);
    expect(receipt.truncated).toBe(true);
  });
});
