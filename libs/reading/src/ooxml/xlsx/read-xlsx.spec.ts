import { describe, expect, it } from 'vitest';
import type { ReadingLimits } from '../../readers/format-reader.js';
import { blocksOf, inputOf, relation, rowsOf, type SheetInput, XLSX, xlsxOf } from '../ooxml.builder.js';
import { readXlsx } from './read-xlsx.js';

const read = (bytes: Uint8Array, limits: Partial<ReadingLimits> = {}) => readXlsx(inputOf(bytes, XLSX, limits));
const sheet = (content: string, more: Partial<SheetInput> = {}): SheetInput => ({ name: 'S', content, ...more });
/** Blocks of one sheet, without the heading with its name. */
const blocks = async (content: string, options: Parameters<typeof xlsxOf>[1] = {}, more: Partial<SheetInput> = {}) =>
  blocksOf(await read(xlsxOf([sheet(content, more)], options))).filter((block) => block !== 'heading1:S');
const row = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`;

describe('cells of a workbook', () => {
  it.each([
    ['numbers', '<c r="A1"><v>12.5</v></c>', '12.5'],
    ['numbers by their format', '<c r="A1" s="1"><v>1234.5</v></c>', '1,234.50 €'],
    ['dates', '<c r="A1" s="2"><v>45292</v></c>', '2024-01-01'],
    ['dates of strict files', '<c r="A1" t="d" s="2"><v>2024-01-01T00:00:00</v></c>', '2024-01-01'],
    ['shared texts, without how they are pronounced', '<c r="A1" t="s"><v>1</v></c>', 'rich text'],
    ['texts in place', '<c r="A1" t="inlineStr"><is><r><t>in</t></r><r><t> place</t></r></is></c>', 'in place'],
    ['results of formulas', '<c r="A1" t="str"><f>A2&amp;"x"</f><v>result</v></c>', 'result'],
    ['truth', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['errors', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['characters that XML cannot hold', '<c r="A1" t="inlineStr"><is><t>a_x000D__x0041_</t></is></c>', 'a\rA'],
    ['no such shared text', '<c r="A1" t="s"><v>99</v></c>', ''],
  ])('%s', async (_, cell, expected) => {
    const options = {
      strings: ['<si><t>a</t></si>', '<si><r><t>rich </t></r><r><t>text</t></r><rPh><t>furigana</t></rPh></si>'],
      formats: ['#,##0.00 &quot;€&quot;', 'yyyy\\-mm\\-dd'],
    };
    expect(await blocks(row(cell), options)).toEqual(expected === '' ? [] : [`paragraph:${expected}`]);
  });
  it('count days from 1904 where the workbook says so', async () =>
    expect(
      await blocks(row('<c s="1"><v>43830</v></c>'), { formats: ['yyyy'], workbook: '<workbookPr date1904="1"/>' }),
    ).toEqual(['paragraph:2024']));
  it('may leave out where they are', async () =>
    expect(
      await blocks(
        '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row></sheetData>',
      ),
    ).toEqual(['table:1   2\n3   4']));
});

describe('tables of a sheet', () => {
  it('are parted by empty rows, and by empty columns between tables', async () =>
    expect(
      await blocks(
        rowsOf(['Title'], [], ['a', 'b', undefined, 'x', 'y'], [1, 2, undefined, 7, 8], [], ['c', 'd'], [5, 6]),
      ),
    ).toEqual(['paragraph:Title', 'table:a   b\n1   2', 'table:x   y\n7   8', 'table:c   d\n5   6']));
  it('keep a label and its value together over an empty column', async () =>
    expect(await blocks(rowsOf(['Total', undefined, 5], ['Tax', undefined, 1]))).toEqual(['table:Total   5\nTax   1']));
  it('of one column of words are text', async () =>
    expect(await blocks(rowsOf(['one'], ['two']))).toEqual(['paragraph:one', 'paragraph:two']));

  const tableOf = async (content: string) => {
    const reading = await read(xlsxOf([sheet(content)]));
    const table = reading.pages[0]!.blocks.find(({ kind }) => kind === 'table')!.table!;
    return table.cells.map((cell) =>
      [
        reading.text.slice(cell.start, cell.end),
        cell.row,
        cell.column,
        cell.rowSpan ?? 1,
        cell.columnSpan ?? 1,
        cell.isHeader ? 'h' : '',
      ]
        .join(' ')
        .trim(),
    );
  };
  it('have spans and headers', async () =>
    expect(await tableOf(`${rowsOf(['a', 'b', 'c'], ['d', 1], [undefined, 2, 3])}<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/></mergeCells>`)).toEqual([
      'a 0 0 1 1 h', 'b 0 1 1 1 h', 'c 0 2 1 1 h', 'd 1 0 2 1', '1 1 1 1 2', '2 2 1 1 1', '3 2 2 1 1',
    ])); // oxfmt-ignore
  it('keep the columns of empty cells', async () =>
    expect(await tableOf(rowsOf([1, 2, 3], [4, undefined, 5]))).toEqual([
      '1 0 0 1 1',
      '2 0 1 1 1',
      '3 0 2 1 1',
      '4 1 0 1 1',
      ' 1 1 1 1'.trim(),
      '5 1 2 1 1',
    ]));
  it('far from each other make no wide rows', async () => {
    const far = row('<c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c>');
    const reading = await read(xlsxOf([sheet(far)]));
    expect(reading.pages[0]!.blocks.at(-1)!.table!.cells).toHaveLength(2);
  });
  it('merged over the whole sheet cost nothing', async () =>
    expect(
      await blocks(
        `${rowsOf(['a'], ['b'])}<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="nonsense"/></mergeCells>`,
      ),
    ).toHaveLength(1));
  it('that the author named are headed by their names', async () => {
    const table = (name: string) => ({ 'xl/tables/t.xml': `<table ref="A1:B2" displayName="${name}"/>` });
    const related = [relation('t', 'table', '../tables/t.xml')];
    const content = rowsOf(['x', 'y'], ['1', '2']);
    expect(await blocks(content, { parts: table('Open_Orders') }, { related })).toEqual([
      'heading2:Open Orders',
      'table:x   y\n1   2',
    ]);
    expect(await blocks(content, { parts: table('Table12') }, { related })).toEqual(['table:x   y\n1   2']);
  });
});

describe('what is hidden in a workbook', () => {
  it.each([
    [
      'rows',
      '<sheetData><row r="1" hidden="1"><c r="A1"><v>7</v></c></row><row r="2"><c r="A2"><v>8</v></c></row></sheetData>',
    ],
    ['columns', `<cols><col min="1" max="1" hidden="1"/></cols>${row('<c r="A1"><v>7</v></c><c r="B1"><v>8</v></c>')}`],
    ['formats', row('<c r="A1" s="1"><v>7</v></c><c r="B1"><v>8</v></c>')],
  ])('%s', async (_, content) => {
    const { text, hidden } = await read(xlsxOf([sheet(content)], { formats: [';;;'] }));
    expect([text, hidden]).toEqual(['S\n\n8', [{ page: 1, text: '7', reason: 'invisible' }]]);
  });
  it('sheets keep their place, their text is apart', async () => {
    const { text, hidden, pages, receipt } = await read(
      xlsxOf([sheet(rowsOf([1]), { name: 'A', state: 'veryHidden' }), sheet(rowsOf([2]), { name: 'B' })]),
    );
    expect(pages.map(({ number, name }) => `${number} ${name}`)).toEqual(['1 A', '2 B']);
    expect(text.trim()).toBe('B\n\n2');
    expect(hidden).toEqual([{ page: 1, text: 'A\n1', reason: 'invisible' }]);
    expect(receipt.warnings).toEqual(['hidden_sheets']);
  });
  it('formulas without values are named', async () => {
    const { hidden, receipt } = await read(xlsxOf([sheet(row('<c r="A1"><f>SUM(B1:B9)</f></c>'))]));
    expect([hidden[0]!.text, receipt.warnings]).toEqual(['=SUM(B1:B9)', ['formulas_without_values']]);
  });
});

describe('what lies over and around the cells', () => {
  it('comments name their cells; threads replace what old programs show of them', async () => {
    const parts = {
      'xl/comments1.xml':
        '<comments><authors><author>Ann</author></authors><commentList><comment ref="A1" authorId="0"><text><t>[Threaded comment]</t></text></comment>' +
        '<comment ref="B2" authorId="0"><text><r><t>Ann:</t></r><r><t> old</t></r></text></comment></commentList></comments>',
      'xl/threadedComments/t.xml':
        '<ThreadedComments><threadedComment ref="A1" personId="{1}"><text>new</text></threadedComment></ThreadedComments>',
      'xl/persons/p.xml': '<personList><person id="{1}" displayName="Bob"/></personList>',
    };
    const related = [
      relation('c', 'comments', '../comments1.xml'),
      relation('t', 'threadedComment', '../threadedComments/t.xml'),
    ];
    expect(
      await blocks(rowsOf([1]), { parts, related: [relation('p', 'person', 'persons/p.xml')] }, { related }),
    ).toEqual(['paragraph:1', 'note:A1: Bob: new', 'note:B2: Ann: old']);
  });
  it('text boxes and controls are read, boxes of comments are not', async () => {
    const parts = {
      'xl/drawings/d.xml':
        '<xdr:wsDr><xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>box</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>',
      'xl/drawings/v.vml':
        '<xml><v:shape><v:textbox><div><font>Press</font></div></v:textbox><x:ClientData ObjectType="Button"/></v:shape>' +
        '<v:shape><v:textbox><div>no</div></v:textbox><x:ClientData ObjectType="Note"/></v:shape></xml>',
    };
    const related = [relation('d', 'drawing', '../drawings/d.xml'), relation('v', 'vmlDrawing', '../drawings/v.vml')];
    expect(await blocks('<sheetData/>', { parts }, { related })).toEqual(['paragraph:box', 'paragraph:Press']);
  });
  it('headers and footers are text without codes', async () =>
    expect(
      await blocks(
        `${rowsOf([1])}<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12Left&amp;RA &amp;&amp; B</oddHeader><oddFooter>&amp;CPage &amp;P of &amp;N</oddFooter></headerFooter>`,
      ),
    ).toEqual(['header:Left   A & B', 'paragraph:1', 'footer:Page  of']));
});

describe('limits of a workbook', () => {
  const many = rowsOf(...Array.from({ length: 300 }, () => ['0123456789', 5]));
  it('ends at the limit of characters, and says so', async () => {
    const { text, receipt } = await read(xlsxOf([sheet(many), sheet(many, { name: 'T' })]), { maxCharacters: 500 });
    expect([text.length, receipt.truncated, receipt.pages.total, receipt.pages.failed]).toEqual([500, true, 2, 1]);
  });
  it('reads so many sheets as it may', async () => {
    const { receipt } = await read(xlsxOf([sheet(many), sheet(many, { name: 'T' })]), { maxPages: 1 });
    expect([receipt.pages.failed, receipt.warnings]).toEqual([1, ['page_limit']]);
  });
  it('keeps no more shared texts than a reading may have', async () => {
    const strings = Array.from({ length: 50 }, () => '<si><t>0123456789</t></si>');
    const { receipt } = await read(xlsxOf([sheet(rowsOf([1]))], { strings }), { maxCharacters: 100 });
    expect([receipt.truncated, receipt.warnings]).toEqual([true, ['character_limit']]);
  });
  it('a sheet that is missing is a failed page', async () => {
    const { receipt } = await read(xlsxOf([sheet(rowsOf([1]))], { parts: { 'xl/worksheets/sheet1.xml': '' } }));
    expect([receipt.pages.failed, receipt.warnings]).toEqual([1, ['sheet_damaged', 'file_damaged']]);
  });
  it('refuses binary workbooks', async () =>
    await expect(
      read(
        xlsxOf([], {
          parts: {
            '_rels/.rels': `<R>${relation('r1', 'officeDocument', 'xl/workbook.bin')}</R>`,
            'xl/workbook.bin': 'x',
          },
        }),
      ),
    ).rejects.toMatchObject({ code: 'unsupported_media_type' }));
});
