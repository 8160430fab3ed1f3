import { describe, expect, it } from 'vitest';
import type { ReadingLimits } from '../../readers/format-reader.js';
import { blocksOf, inputOf, PPTX, pptxOf, relation, shape, type SlideInput } from '../ooxml.builder.js';
import { readPptx } from './read-pptx.js';

const read = (
  slides: readonly (string | SlideInput)[],
  options: Parameters<typeof pptxOf>[1] = {},
  limits: Partial<ReadingLimits> = {},
) =>
  readPptx(
    inputOf(
      pptxOf(
        slides.map((one) => (typeof one === 'string' ? { shapes: one } : one)),
        options,
      ),
      PPTX,
      limits,
    ),
  );
const blocks = async (slide: string | SlideInput, options: Parameters<typeof pptxOf>[1] = {}) =>
  blocksOf(await read([slide], options));

const title = (text: string) => shape([text], { placeholder: 'type="title"' });
const at = (text: string, place: string) => shape([text], { place });

describe('the order of a slide', () => {
  it('is the title, then rows, then columns', async () =>
    expect(
      await blocks(
        at('right', '600,150,300,300') +
          at('foot', '0,460,1000,30') +
          at('left 2', '50,300,300,100') +
          at('left 1', '50,150,300,100') +
          title('Title'),
      ),
    ).toEqual(['heading1:Title', 'paragraph:left 1', 'paragraph:left 2', 'paragraph:right', 'paragraph:foot']));
  it('knows the places that placeholders inherit', async () =>
    expect(
      await blocks(at('below', '0,300,1000,50') + shape(['above'], { placeholder: 'type="body" idx="1"' }), {
        layout: shape(['Click to edit'], { placeholder: 'type="body" idx="1"', place: '0,100,1000,100' }),
      }),
    ).toEqual(['paragraph:above', 'paragraph:below']));
  it('keeps groups together', async () =>
    expect(
      await blocks(
        `<p:grpSp><p:nvGrpSpPr/><p:grpSpPr><a:xfrm><a:off x="0" y="300"/><a:ext cx="100" cy="100"/></a:xfrm></p:grpSpPr>${at('two', '0,50,9,9')}${at('one', '0,0,9,9')}</p:grpSp>` +
          at('first', '0,0,100,100'),
      ),
    ).toEqual(['paragraph:first', 'paragraph:one', 'paragraph:two']));
  it('of very many shapes takes time that grows with their number', async () => {
    const shapes = Array.from({ length: 5000 }, (_, index) => at('x', `${index % 900},${index % 450},2,2`)).join('');
    expect((await read([shapes])).pages[0]!.blocks).toHaveLength(5000);
  });
});

describe('text of a slide', () => {
  const bullet = (level: number, inner: string) => `<a:lvl${level}pPr>${inner}</a:lvl${level}pPr>`;
  const paragraph = (text: string, properties = '') =>
    `<a:p><a:pPr ${properties}</a:pPr><a:r><a:t>${text}</a:t></a:r></a:p>`;
  it('has bullets and numbers, its own or those of master and layout', async () => {
    const master = `<p:cSld><p:spTree/></p:cSld><p:txStyles><p:bodyStyle>${bullet(1, '<a:buChar char="•"/>')}${bullet(2, '<a:buAutoNum type="alphaLcParenR"/>')}</p:bodyStyle></p:txStyles>`;
    const text = [
      paragraph('one', '>'),
      paragraph('two', 'lvl="1">'),
      paragraph('three', 'lvl="1">'),
      paragraph('four', '><a:buNone/>'),
      paragraph('five', 'lvl="1">'),
    ];
    expect(await blocks(shape(text, { placeholder: 'idx="1"' }), { master })).toEqual([
      'list-item1:• one',
      'list-item2:a) two',
      'list-item2:b) three',
      'paragraph:four',
      'list-item2:a) five',
    ]);
    expect(
      await blocks(shape(text.slice(0, 1), { style: bullet(1, '<a:buAutoNum type="romanUcPeriod" startAt="4"/>') }), {
        master,
      }),
    ).toEqual(['list-item1:IV. one']);
  });
  it('has breaks, fields and equations', async () =>
    expect(
      await blocks(
        shape([
          '<a:p><a:r><a:t>a</a:t></a:r><a:br/><a:fld><a:t>b</a:t></a:fld><mc:AlternateContent><mc:Choice Requires="a14"><a14:m><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></a14:m></mc:Choice><mc:Fallback><a:r><a:t>no</a:t></a:r></mc:Fallback></mc:AlternateContent></a:p>',
        ]),
      ),
    ).toEqual(['paragraph:a\nbx=1']));
  it('has footers apart', async () =>
    expect(await blocks(shape(['7'], { placeholder: 'type="sldNum"' }) + title('T'))).toEqual([
      'heading1:T',
      'footer:7',
    ]));
  it('has tables with spans', async () => {
    const cell = (text: string, attributes = '') =>
      `<a:tc ${attributes}><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`;
    const reading = await read([
      `<p:graphicFrame><a:graphic><a:tbl><a:tblPr firstRow="1"/><a:tr>${cell('a', 'gridSpan="2"')}${cell('', 'hMerge="1"')}${cell('b', 'rowSpan="2"')}</a:tr><a:tr>${cell('c')}${cell('d')}${cell('', 'vMerge="1"')}</a:tr></a:tbl></a:graphic></p:graphicFrame>`,
    ]);
    const { table } = reading.pages[0]!.blocks[0]!;
    expect(table!.cells.map(({ row, column, rowSpan = 1, columnSpan = 1, isHeader = false }) => [row, column, rowSpan, columnSpan, isHeader])).toEqual([
      [0, 0, 1, 2, true], [0, 2, 2, 1, true], [1, 0, 1, 1, false], [1, 1, 1, 1, false],
    ]); // oxfmt-ignore
  });
  it('of designs stands once, without their prompts', async () => {
    const options = {
      layout: at('Layout text', '0,0,100,50') + shape(['Click to edit'], { placeholder: 'type="body" idx="1"' }),
      master: at('Master text', '0,450,100,50'),
    };
    expect(blocksOf(await read([title('1'), title('2')], options))).toEqual([
      'header:Layout text',
      'heading1:1',
      'footer:Master text',
      'heading1:2',
    ]);
    expect(await blocks({ shapes: title('1'), attributes: 'showMasterSp="0"' }, options)).toEqual(['heading1:1']);
  });
});

describe('what stands beside a slide', () => {
  it('notes and comments', async () => {
    const parts = {
      'ppt/notesSlides/n.xml': `<p:notes><p:cSld><p:spTree>${shape(['say this'], { placeholder: 'type="body" idx="1"' })}${shape(['5'], { placeholder: 'type="sldNum"' })}</p:spTree></p:cSld></p:notes>`,
      'ppt/comments/c.xml': '<p:cmLst><p:cm authorId="0"><p:text>why?</p:text></p:cm></p:cmLst>',
      'ppt/comments/m.xml': `<p188:cmLst><p188:cm authorId="{A}"><p188:replyLst><p188:reply authorId="{A}"><p188:txBody><a:p><a:r><a:t>because</a:t></a:r></a:p></p188:txBody></p188:reply></p188:replyLst><p188:txBody><a:p><a:r><a:t>modern</a:t></a:r></a:p></p188:txBody></p188:cm></p188:cmLst>`,
      'ppt/ca.xml': '<p:cmAuthorLst><p:cmAuthor id="0" name="Ann"/></p:cmAuthorLst>',
      'ppt/au.xml': '<p188:authorLst><p188:author id="{A}" name="Bob"/></p188:authorLst>',
    };
    const slide = {
      shapes: title('T'),
      related: [
        relation('n', 'notesSlide', '../notesSlides/n.xml'),
        relation('c', 'comments', '../comments/c.xml'),
        relation('m', 'comments', '../comments/m.xml'),
      ],
    };
    const related = [relation('a', 'commentAuthors', 'ca.xml'), relation('b', 'authors', 'au.xml')];
    expect(await blocks(slide, { parts, related })).toEqual([
      'heading1:T',
      'note:say this',
      'note:Ann: why?',
      'note:Bob: modern',
      'note:Bob: because',
    ]);
  });
  it.each([
    ['off the slide', at('gone', '2000,0,100,100'), 'off-page'],
    ['switched off', shape(['gone'], { attributes: 'hidden="1"' }), 'invisible'],
  ])('shapes %s are hidden', async (_, shapes, reason) => {
    const { text, hidden } = await read([title('T') + shapes]);
    expect([text, hidden]).toEqual(['T', [{ page: 1, text: 'gone', reason }]]);
  });
  it('slides that are not shown are read, and marked', async () => {
    const { pages, receipt } = await read([{ shapes: title('T'), attributes: 'show="0"' }, title('U')]);
    expect([pages.map(({ name }) => name), receipt.warnings]).toEqual([['T (hidden)', 'U'], ['hidden_slides']]);
  });
});

describe('limits of a presentation', () => {
  it('reads so many slides as it may', async () => {
    const { receipt } = await read([title('1'), title('2')], {}, { maxPages: 1 });
    expect([receipt.pages.total, receipt.pages.failed, receipt.warnings]).toEqual([2, 1, ['page_limit']]);
  });
  it('a slide that is missing is a failed page', async () => {
    const { receipt, text } = await read([title('1'), title('2')], { parts: { 'ppt/slides/slide1.xml': '' } });
    expect([text.trim(), receipt.pages.failed, receipt.warnings]).toEqual(['2', 1, ['slide_damaged', 'file_damaged']]);
  });
});
