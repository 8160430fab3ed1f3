import { describe, expect, it } from 'vitest';
import type { ReadingLimits } from '../../readers/format-reader.js';
import { blocksOf, DOCX, docxOf, inputOf, p, r, relation, relations } from '../ooxml.builder.js';
import { readDocx } from './read-docx.js';

const read = (bytes: Uint8Array, limits: Partial<ReadingLimits> = {}) => readDocx(inputOf(bytes, DOCX, limits));
const blocks = async (body: string, parts: Record<string, string | Uint8Array> = {}, related: readonly string[] = []) =>
  blocksOf(await read(docxOf(body, parts, related)));

const STYLES = relation('styles', 'styles', 'styles.xml');
const styles = (xml: string) => ({ 'word/styles.xml': `<w:styles>${xml}</w:styles>` });
const style = (id: string, name: string, inner = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;
const styled = (id: string, text: string) => p(text, `<w:pStyle w:val="${id}"/>`);

describe('headings of a Word document', () => {
  const sheet = styles(
    style('berschrift1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
      style('Mine', 'My chapter', '<w:basedOn w:val="berschrift1"/>') +
      style('Titel', 'Title') +
      style('Loop1', 'a', '<w:basedOn w:val="Loop2"/>') +
      style('Loop2', 'b', '<w:basedOn w:val="Loop1"/>'),
  );
  it.each([
    ['a translated style', styled('berschrift1', 'One'), 'heading1:One'],
    ['a style based on one', styled('Mine', 'Two'), 'heading1:Two'],
    ['the title', styled('Titel', 'Three'), 'heading1:Three'],
    ['an outline level of its own', p('Four', '<w:outlineLvl w:val="2"/>'), 'heading3:Four'],
    ['a missing style, by its id', styled('Heading2', 'Five'), 'heading2:Five'],
    ['body text', p('Six', '<w:pStyle w:val="berschrift1"/><w:outlineLvl w:val="9"/>'), 'paragraph:Six'],
    ['styles in a circle', styled('Loop1', 'Seven'), 'paragraph:Seven'],
  ])('%s', async (_, body, expected) => expect(await blocks(body, sheet, [STYLES])).toEqual([expected]));
});

describe('what a paragraph shows', () => {
  const field = (instruction: string, result: string, form = '') =>
    `<w:r><w:fldChar w:fldCharType="begin">${form}</w:fldChar></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>` +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  it.each([
    [
      'tabs, breaks and hyphens',
      p(
        '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e\u00adf</w:t></w:r>',
      ),
      'a   b\nc-def',
    ],
    ['symbols', p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t xml:space="preserve"> yes</w:t></w:r>'), '☑ yes'],
    [
      'links and tags',
      p(`<w:hyperlink r:id="x">${r('link')}</w:hyperlink><w:smartTag>${r(' tag')}</w:smartTag>`),
      'link tag',
    ],
    ['results of fields, not instructions', p(r('Page ') + field('PAGE', r('7'))), 'Page 7'],
    ['fields inside of fields', p(field(`IF ${field('MERGEFIELD x', r('no'))} = 1`, r('yes'))), 'yes'],
    ['simple fields', p(`<w:fldSimple w:instr="DATE">${r('today')}</w:fldSimple>`), 'today'],
    [
      'ticked boxes',
      p(field('FORMCHECKBOX', '', '<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>') + r(' on')),
      '☒ on',
    ],
    [
      'chosen entries',
      p(
        field(
          'FORMDROPDOWN',
          '',
          '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="a"/><w:listEntry w:val="b"/></w:ddList></w:ffData>',
        ),
      ),
      'b',
    ],
    [
      'prompts of buttons',
      p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>MACROBUTTON Go [Click here]</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
      '[Click here]',
    ],
    [
      'equations',
      p(
        `${r('E')}<m:oMath><m:sSup><m:e><m:r><m:t>mc</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>`,
      ),
      'E mc^2',
    ],
    [
      'readings of words',
      p(
        '<w:r><w:ruby><w:rt><w:r><w:t>とう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      ),
      '東(とう)',
    ],
    ['exponents of numbers', p(r('10') + r('6', '<w:vertAlign w:val="superscript"/>')), '10⁶'],
    ['insertions', p(`<w:ins>${r('new')}</w:ins>`), 'new'],
    ['content controls', p(`<w:sdt><w:sdtPr/><w:sdtContent>${r('chosen')}</w:sdtContent></w:sdt>`), 'chosen'],
    [
      'empty controls that are ticked',
      p('<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent/></w:sdt>'),
      '☒',
    ],
  ])('%s', async (_, body, expected) => expect((await read(docxOf(body))).text).toBe(expected));

  it('a field that never ends takes no text away', async () =>
    expect(
      (await read(docxOf(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p('lost?') + p('more')))).text,
    ).toMatch(/lost\?\s*more/));
  it('paragraphs whose end was deleted run on', async () =>
    expect(await blocks(p('one ', '<w:rPr><w:del/></w:rPr>') + p('two'))).toEqual(['paragraph:one two']));
});

describe('what nobody sees', () => {
  const white = '<w:color w:val="FFFFFF"/>';
  it.each([
    [
      'deleted',
      p(`<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>${r('here')}`),
      { text: 'gone', reason: 'markup' },
    ],
    ['moved away', p(`<w:moveFrom>${r('gone')}</w:moveFrom>${r('here')}`), { text: 'gone', reason: 'markup' }],
    ['hidden', p(r('gone', '<w:vanish/>') + r('here')), { text: 'gone', reason: 'invisible' }],
    ['white', p(r('gone', white) + r('here')), { text: 'gone', reason: 'invisible' }],
    ['of one point', p(r('gone', '<w:sz w:val="2"/>') + r('here')), { text: 'gone', reason: 'too-small' }],
  ])('%s text is kept apart', async (_, body, expected) => {
    const { text, hidden } = await read(docxOf(body));
    expect([text, hidden]).toEqual(['here', [{ page: 1, ...expected }]]);
  });
  it.each([
    ['on a mark', r('seen', `${white}<w:highlight w:val="black"/>`)],
    ['in a cell', `<w:tbl><w:tr><w:tc>${p(r('seen', white))}</w:tc></w:tr></w:tbl>`],
    ['not hidden after all', r('seen', '<w:vanish w:val="0"/>')],
  ])('white text is seen %s', async (_, content) =>
    expect((await read(docxOf(content.startsWith('<w:tbl') ? content : p(content)))).text).toBe('seen'),
  );
  it('a deleted row is no row', async () => {
    const row = (text: string, deleted: boolean) =>
      `<w:tr><w:trPr>${deleted ? '<w:del/>' : ''}</w:trPr><w:tc>${p(text)}</w:tc><w:tc>${p('x')}</w:tc></w:tr>`;
    const { text, hidden } = await read(docxOf(`<w:tbl>${row('a', false)}${row('b', true)}</w:tbl>`));
    expect([text, hidden.map((one) => one.text)]).toEqual(['a   x', ['b x']]);
  });
});

describe('tables of a Word document', () => {
  const cell = (text: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${text.startsWith('<') ? text : p(text)}</w:tc>`;
  const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
  const borders = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>';
  const tableOf = async (xml: string) => (await read(docxOf(`<w:tbl>${xml}</w:tbl>`))).pages[0]!.blocks[0]!.table;

  it('have spans', async () => {
    const table = await tableOf(
      row(cell('a', '<w:gridSpan w:val="2"/>'), cell('b', '<w:vMerge w:val="restart"/>')) +
        row(cell('c'), cell('d'), cell('', '<w:vMerge/>')) +
        row(cell('e'), cell('f'), cell('g')),
    );
    expect(table).toMatchObject({ rows: 3, columns: 3 });
    expect(table!.cells.map(({ row: at, column, rowSpan = 1, columnSpan = 1 }) => [at, column, rowSpan, columnSpan])).toEqual([
      [0, 0, 1, 2], [0, 2, 2, 1], [1, 0, 1, 1], [1, 1, 1, 1], [2, 0, 1, 1], [2, 1, 1, 1], [2, 2, 1, 1],
    ]); // oxfmt-ignore
  });
  it('have header rows', async () => {
    const table = await tableOf(
      `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('h')}${cell('i')}</w:tr>${row(cell('a'), cell('b'))}`,
    );
    expect(table!.cells.map(({ isHeader = false }) => isHeader)).toEqual([true, true, false, false]);
  });
  it('may have rows and cells in content controls', async () =>
    expect(
      await blocks(
        `<w:tbl><w:sdt><w:sdtContent><w:tr>${cell('a')}<w:sdt><w:sdtContent>${cell('b')}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>`,
      ),
    ).toEqual(['table:a   b']));
  it('with one cell are a frame around text', async () =>
    expect(await blocks(`<w:tbl>${row(cell(p('one') + p('two')))}</w:tbl>`)).toEqual([
      'paragraph:one',
      'paragraph:two',
    ]));
  const inner = `<w:tbl>${row(cell('x'), cell('y'))}</w:tbl>`;
  it('without borders around tables only arrange them', async () =>
    expect(await blocks(`<w:tbl>${row(cell('left'), cell(inner))}</w:tbl>`)).toEqual([
      'paragraph:left',
      'table:x   y',
    ]));
  it('without borders part texts that stand beside each other', async () => {
    const lines = (...texts: readonly string[]) => cell(texts.map((text) => p(text)).join(''));
    const letter = row(lines('ACME', 'Street 1'), lines('Invoice 7', 'May 2024'));
    expect(await blocks(`<w:tbl>${letter}</w:tbl>`)).toEqual([
      'paragraph:ACME',
      'paragraph:Street 1',
      'paragraph:Invoice 7',
      'paragraph:May 2024',
    ]);
    expect(await blocks(`<w:tbl>${borders}${letter}</w:tbl>`)).toEqual(['table:ACME Street 1   Invoice 7 May 2024']);
    expect(await blocks(`<w:tbl>${row(cell('2024'), lines('Job', 'Town'))}</w:tbl>`)).toEqual([
      'table:2024   Job Town',
    ]);
  });
  it('with borders hold the text of tables inside', async () =>
    expect(await blocks(`<w:tbl>${borders}${row(cell('left'), cell(inner))}</w:tbl>`)).toEqual(['table:left   x   y']));
  it('nested too deep are refused', async () =>
    await expect(read(docxOf('<w:tbl><w:tr><w:tc>'.repeat(300)))).rejects.toMatchObject({ code: 'corrupt_document' }));
});

describe('a Word document as a whole', () => {
  it('says what it is', async () => {
    const reading = await read(
      docxOf(p('x'), {
        '_rels/.rels': relations(
          relation('r1', 'officeDocument', 'word/document.xml'),
          relation('r2', 'extended-properties', 'docProps/app.xml'),
        ),
        'docProps/core.xml':
          '<cp:coreProperties><dc:title>T</dc:title><dc:creator>A</dc:creator><dcterms:created>2024-01-02T03:04:05Z</dcterms:created></cp:coreProperties>',
        'docProps/app.xml': '<Properties><Pages>3</Pages><Application>Word</Application></Properties>',
        'docProps/custom.xml':
          '<Properties><property name="Client"><vt:lpwstr>ACME</vt:lpwstr></property></Properties>',
      }),
    );
    expect(reading.metadata).toEqual({
      title: 'T',
      author: 'A',
      creationDate: '2024-01-02T03:04:05Z',
      pages: '3',
      creator: 'Word',
      'custom.Client': 'ACME',
    });
  });
  it('ends at the limit of characters, and says so', async () => {
    const { receipt, text } = await read(docxOf(p('0123456789').repeat(1000)), { maxCharacters: 100 });
    expect([receipt.truncated, text.length]).toEqual([true, 100]);
  });
  it('damaged lists of styles lose the styles only', async () => {
    const whole = Buffer.from(
      docxOf(styled('berschrift1', 'text'), styles(style('berschrift1', 'heading 1')), [STYLES]),
    );
    const at = whole.lastIndexOf(
      'word/styles.xml',
      whole.lastIndexOf('PK\u0001\u0002') - 1000 < 0 ? undefined : whole.indexOf('PK\u0001\u0002'),
    );
    whole.fill(0xff, at + 15, at + 30);
    const reading = await read(whole);
    expect([reading.text, reading.receipt.truncated, reading.receipt.warnings]).toEqual([
      'text',
      true,
      ['file_damaged'],
    ]);
  });
  it.each([
    ['no ZIP', Buffer.from('PK\u0003\u0004 not at all')],
    ['no document inside', docxOf('', { 'word/document.xml': '' })],
  ])(
    '%s is refused',
    async (_, bytes) => await expect(read(bytes)).rejects.toMatchObject({ code: 'corrupt_document' }),
  );
});
