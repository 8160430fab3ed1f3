import { describe, expect, it } from 'vitest';
import { compoundOf } from '../compound/compound-file.builder.js';
import { testLimits } from '../readers/limits.builder.js';
import { zipOf } from '../zip/zip.builder.js';
import { odfInput, type OdfFixture, p, partOf, shown } from './odf.builder.js';
import { readOdf } from './read-odf.js';

const readText = (content: string, fixture: OdfFixture = {}) =>
  readOdf(odfInput('text', `<office:text>${content}</office:text>`, fixture));
const blocks = async (content: string, fixture: OdfFixture = {}): Promise<string[]> =>
  shown(await readText(content, fixture))[0] ?? [];

const LISTS =
  '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>' +
  '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")" text:display-levels="2" text:start-value="3"/></text:list-style>' +
  '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/></text:list-style>' +
  '<text:list-style style:name="P"><text:list-level-style-number text:level="1" style:num-format="I" loext:num-list-format="Art. %1%:"/></text:list-style>';
const item = (inside: string, attributes = ''): string => `<text:list-item${attributes}>${inside}</text:list-item>`;

describe('a text in OpenDocument', () => {
  it.each<[string, string, string[], OdfFixture?]>([
    ['white space', p(' a  b<text:s text:c="2"/>c<text:tab/>d<text:line-break/>e\n f'), ['paragraph a b  c\td\ne f']],
    [
      'headings',
      '<text:h text:outline-level="2">H</text:h><text:h text:outline-level="9">I</text:h>',
      ['heading2 H', 'heading6 I'],
    ],
    [
      'the style of titles',
      p('T', 'P1') + p('x', 'P2'),
      ['heading1 T', 'paragraph x'],
      {
        automatic: '<style:style style:family="paragraph" style:name="P1" style:parent-style-name="Title"/>',
        styles: '<office:styles><style:style style:family="paragraph" style:name="Title"/></office:styles>',
      },
    ],
    [
      'numbers of headings',
      '<text:h text:outline-level="1">A</text:h><text:h text:outline-level="2">B</text:h><text:h text:outline-level="2">C</text:h>' +
        '<text:h text:outline-level="1">D</text:h><text:h text:outline-level="2">E</text:h><text:h text:outline-level="1" text:is-list-header="true">F</text:h>',
      ['heading1 1 A', 'heading2 1.1 B', 'heading2 1.2 C', 'heading1 2 D', 'heading2 2.1 E', 'heading1 F'],
      {
        styles:
          '<office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>' +
          '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style></office:styles>',
      },
    ],
    [
      'lists',
      `<text:list text:style-name="N">${item(p('a') + p('more'))}${item(p('b') + `<text:list>${item(p('c'))}${item(p('d'))}</text:list>`)}${item(p('e'), ' text:start-value="9"')}</text:list>` +
        `<text:list text:style-name="N">${item(p('f'))}</text:list><text:list text:style-name="N" text:continue-numbering="true">${item(p('g'))}</text:list>` +
        `<text:list text:style-name="B">${item(p('h'))}<text:list-header>${p('i')}</text:list-header></text:list><text:list text:style-name="P">${item(p('j'))}</text:list>`,
      [
        'list-item1 1. a',
        'paragraph more',
        'list-item1 2. b',
        'list-item2 (2.c) c',
        'list-item2 (2.d) d',
        'list-item1 9. e',
        'list-item1 1. f',
        'list-item1 2. g',
        'list-item1 • h',
        'paragraph i',
        'list-item1 Art. I: j',
      ],
      { automatic: LISTS },
    ],
    [
      'notes behind the text, comments with their author',
      p(
        'a<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>foot</text:p></text:note-body></text:note> b' +
          '<office:annotation><dc:creator>Ada</dc:creator><dc:date>2020-01-01</dc:date><text:p>why?</text:p></office:annotation>',
      ),
      ['paragraph a[1] b', 'note [1] foot', 'note Ada: why?'],
    ],
    [
      'tables',
      `<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">${p('A')}</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>` +
        `<table:table-row><table:table-cell table:number-columns-repeated="2">${p('b')}${p('c')}</table:table-cell></table:table-row></table:table>`,
      ['table A\nb c   b c'],
    ],
    [
      'a frame around text',
      `<table:table><table:table-row><table:table-cell>${p('x')}${p('y')}</table:table-cell></table:table-row></table:table>`,
      ['paragraph x', 'paragraph y'],
    ],
    [
      'what stands beside a paragraph',
      p(
        'a<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame><draw:frame><draw:image xlink:href="Pictures/1.png"/><svg:title>pic.png</svg:title><svg:desc>A ship</svg:desc></draw:frame>' +
          '<draw:custom-shape><text:p>shape</text:p></draw:custom-shape> b',
      ),
      ['paragraph a b', 'paragraph boxed', 'paragraph A ship', 'paragraph shape'],
    ],
    [
      'fields and links',
      p(
        'p. <text:page-number>3</text:page-number> <text:a xlink:href="http://x">here</text:a><text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>',
      ),
      ['paragraph p. 3 here漢(kan)'],
    ],
    [
      'an index without its source',
      `<text:table-of-content><text:table-of-content-source><text:index-title-template>no</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>${p('Contents')}</text:index-title>${p('A<text:tab/>1')}</text:index-body></text:table-of-content>`,
      ['paragraph Contents', 'paragraph A\t1'],
    ],
    [
      'forms',
      '<office:forms><form:form><form:checkbox form:id="c1" form:label="Agree" form:current-state="checked"/><form:text form:id="c2" form:current-value="Ada"/><form:password form:id="c3" form:value="secret"/></form:form></office:forms>' +
        p('<draw:control draw:control="c1"/><draw:control draw:control="c2"/><draw:control draw:control="c3"/>'),
      ['paragraph ☒ Agree', 'paragraph Ada'],
    ],
  ])('%s', async (_, content, expected, fixture = {}) => expect(await blocks(content, fixture)).toEqual(expected));

  it('keeps what nobody sees apart', async () => {
    const reading = await readText(
      '<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>A</dc:creator></office:change-info><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
        p('seen<text:span text:style-name="T1">unseen</text:span>') +
        p('hidden paragraph', 'H') +
        `<text:section text:display="none">${p('hidden section')}</text:section>` +
        p(
          'x<text:hidden-text text:is-hidden="true">cond</text:hidden-text><text:variable-set text:display="none">v</text:variable-set>',
        ),
      {
        automatic:
          '<style:style style:family="text" style:name="T1"><style:text-properties text:display="none"/></style:style>' +
          '<style:style style:family="paragraph" style:name="H"><style:text-properties text:display="none"/></style:style>',
      },
    );
    expect(reading.text).toBe('seen\n\nx');
    expect(reading.hidden.map(({ text }) => text)).toEqual([
      'gone',
      'unseen',
      'hidden paragraph',
      'hidden section',
      'cond',
      'v',
    ]);
  });

  it('has the headers and footers of the master pages that it uses', async () => {
    const master = (name: string, text: string): string =>
      `<style:master-page style:name="${name}"><style:header>${p(`${text} head`)}</style:header><style:footer-left style:display="false">${p('no')}</style:footer-left><style:footer>${p(`${text} foot`)}</style:footer></style:master-page>`;
    expect(
      await blocks(p('a') + p('b', 'P'), {
        automatic: '<style:style style:family="paragraph" style:name="P" style:master-page-name="Used"/>',
        styles: `<office:master-styles>${master('Standard', 'S')}${master('Used', 'U')}${master('Unused', 'X')}</office:master-styles>`,
      }),
    ).toEqual(['header S head', 'header U head', 'paragraph a', 'paragraph b', 'footer S foot', 'footer U foot']);
  });

  it('says what it is', async () => {
    const { metadata } = await readText(p('x'), {
      meta: '<dc:title>T</dc:title><meta:initial-creator>A</meta:initial-creator><meta:keyword>k</meta:keyword><meta:keyword>l</meta:keyword><meta:user-defined meta:name="Case">7</meta:user-defined>',
    });
    expect(metadata).toEqual({ title: 'T', author: 'A', keywords: 'k, l', 'custom.Case': '7' });
  });

  it('has formulas, charts and tables of embedded objects in place, other files as children', async () => {
    const object = (path: string): string =>
      `<draw:frame><draw:object xlink:href="./${path}"/><draw:image xlink:href="./ObjectReplacements/${path}"/></draw:frame>`;
    const reading = await readText(
      p(`f ${object('Formula')}`) +
        p(object('Chart')) +
        p(object('Sheet')) +
        p(
          '<draw:frame><draw:object-ole xlink:href="./Ole"/></draw:frame><draw:frame><draw:image xlink:href="Pictures/a.txt"/></draw:frame>',
        ),
      {
        files: {
          'Formula/content.xml':
            '<math><semantics><mrow><mi>x</mi><mo>=</mo><mfrac><mn>1</mn><msqrt><mi>y</mi></msqrt></mfrac></mrow><annotation>x = 1 over sqrt y</annotation></semantics></math>',
          'Chart/content.xml': partOf(
            'content',
            '<office:body><office:chart><chart:chart><chart:title><text:p>Sales</text:p></chart:title><table:table><table:table-rows><table:table-row><table:table-cell><text:p>Q1</text:p></table:table-cell><table:table-cell><text:p>5</text:p></table:table-cell></table:table-row></table:table-rows></table:table></chart:chart></office:chart></office:body>',
          ),
          'Sheet/content.xml': partOf(
            'content',
            `<office:body><office:spreadsheet><table:table><table:table-row><table:table-cell>${p('a')}</table:table-cell><table:table-cell>${p('b')}</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>`,
          ),
          Ole: compoundOf({ Package: 'plain text in it' }),
          'Pictures/a.txt': 'no picture',
        },
      },
    );
    expect(shown(reading)[0]).toEqual(['paragraph f  x=1/(√(y))', 'paragraph Sales', 'table Q1   5', 'table a   b']);
    expect(reading.children.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['Ole.txt', 'text/plain'],
      ['a.txt', 'text/plain'],
    ]);
  });
});

describe('a presentation in OpenDocument', () => {
  it('is a page for each slide, with notes, footers told once', async () => {
    const slide = (inside: string, style = 'dp'): string =>
      `<draw:page draw:name="page1" draw:style-name="${style}" draw:master-page-name="M" presentation:use-footer-name="f1">${inside}</draw:page>`;
    const frame = (kind: string, text: string, more = ''): string =>
      `<draw:frame presentation:class="${kind}"${more}><draw:text-box>${p(text)}</draw:text-box></draw:frame>`;
    const reading = await readOdf(
      odfInput(
        'presentation',
        '<office:presentation><presentation:footer-decl presentation:name="f1">Acme</presentation:footer-decl>' +
          slide(
            frame('title', 'First') +
              frame('outline', 'Click to add', ' presentation:placeholder="true"') +
              `<draw:g>${frame('outline', 'inside')}</draw:g>` +
              `<presentation:notes><draw:page-thumbnail/>${frame('notes', 'say this')}${frame('page-number', '7')}</presentation:notes>`,
          ) +
          slide(frame('outline', 'no title'), 'hidden') +
          '</office:presentation>',
        {
          automatic:
            '<style:style style:family="drawing-page" style:name="dp"><style:drawing-page-properties presentation:display-footer="true"/></style:style>' +
            '<style:style style:family="drawing-page" style:name="hidden"><style:drawing-page-properties presentation:visibility="hidden" presentation:display-footer="true"/></style:style>',
          styles: `<office:master-styles><style:master-page style:name="M">${frame('title', 'prompt', ' presentation:placeholder="true"')}<draw:custom-shape>${p('on every slide')}</draw:custom-shape>${frame('page-number', '&lt;number&gt;')}</style:master-page></office:master-styles>`,
        },
      ),
    );
    expect(shown(reading)).toEqual([
      ['heading1 First', 'paragraph inside', 'note say this', 'footer Acme', 'footer on every slide'],
      ['paragraph no title'],
    ]);
    expect(reading.pages.map(({ name }) => name)).toEqual(['First', 'page1 (hidden)']);
    expect(reading.receipt.warnings).toEqual(['hidden_slides']);
  });
});

describe('other forms of OpenDocument', () => {
  it('flat XML has all in one file, pictures too', async () => {
    const xml = partOf(
      'x',
      `<office:meta><dc:title>T</dc:title></office:meta><office:automatic-styles>${LISTS}</office:automatic-styles><office:body><office:text><text:list text:style-name="N">${item(p('a'))}</text:list>` +
        `${p(`<draw:frame><draw:image><office:binary-data>${Buffer.from('no picture').toString('base64')}</office:binary-data></draw:image></draw:frame>`)}</office:text></office:body>`,
    );
    const reading = await readOdf({
      bytes: Buffer.from(xml),
      mediaType: 'application/vnd.oasis.opendocument.text-flat-xml',
      limits: testLimits(),
    });
    expect(shown(reading)).toEqual([['list-item1 1. a']]);
    expect(reading.metadata).toEqual({ title: 'T' });
    expect(reading.children.map(({ name }) => name)).toEqual(['picture-1.txt']);
  });

  it('says where the content is damaged, and keeps what comes before', async () => {
    const content = partOf(
      'content',
      `<office:body><office:text>${p('first')}${Array.from({ length: 3000 }, (_, index) => p(`number ${index * 7919}`)).join('')}</office:text></office:body>`,
    );
    const bytes = zipOf({ 'content.xml': content });
    bytes.fill(0xff, 6000, 6050);
    const { text, receipt } = await readOdf({
      bytes,
      mediaType: 'application/vnd.oasis.opendocument.text',
      limits: testLimits(),
    });
    expect(text.startsWith('first\n\nnumber 0')).toBe(true);
    expect(receipt).toMatchObject({ truncated: true, warnings: ['file_damaged'] });
  });

  it('formulas are documents too', async () => {
    const bytes = zipOf({
      'content.xml': '<math:math><math:msup><math:mi>a</math:mi><math:mn>2</math:mn></math:msup></math:math>',
    });
    const { text } = await readOdf({
      bytes,
      mediaType: 'application/vnd.oasis.opendocument.formula',
      limits: testLimits(),
    });
    expect(text).toBe('a^2');
  });

  it('databases name what is in them, and have their forms', async () => {
    const { text } = await readOdf(
      odfInput(
        'base',
        '<office:database><db:queries><db:query db:name="Old" db:command="SELECT 1"/></db:queries><db:forms><db:component db:name="Entry"/></db:forms></office:database>',
        {
          files: {
            'forms/Obj1/content.xml': partOf(
              'content',
              `<office:body><office:text>${p('label')}</office:text></office:body>`,
            ),
          },
        },
      ),
    );
    expect(text).toBe('Old\n\nSELECT 1\n\nEntry\n\nlabel');
  });

  it('OpenOffice 1 has sheets right in the body', async () => {
    const content = `<office:document-content office:class="spreadsheet"><office:body><table:table table:name="Data"><table:table-row><table:table-cell table:value="3"><text:p>3.0</text:p></table:table-cell></table:table-row></table:table></office:body></office:document-content>`;
    const { text } = await readOdf({
      bytes: zipOf({ 'content.xml': content }),
      mediaType: 'application/vnd.sun.xml.calc',
      limits: testLimits(),
    });
    expect(text).toBe('Data\n\n3.0');
  });

  it.each([
    [
      'encrypted_document',
      {
        'content.xml': 'x',
        'META-INF/manifest.xml':
          '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
      },
    ],
    ['encrypted_document', { 'encrypted-package': 'x' }],
    ['corrupt_document', { 'other.xml': '<a/>' }],
    ['corrupt_document', { 'content.xml': 'no xml at all' }],
    ['corrupt_document', { 'content.xml': `<office:document-content>${'<a>'.repeat(1000)}` }],
  ])('%s', (code, files) =>
    expect(
      readOdf({ bytes: zipOf(files), mediaType: 'application/vnd.oasis.opendocument.text', limits: testLimits() }),
    ).rejects.toMatchObject({ code }),
  );
});
