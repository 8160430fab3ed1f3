import { describe, expect, it } from 'vitest';
import type { BlockInput } from '../blocks.js';
import { dataBlocks } from './data-blocks.js';
import { feedBlocks } from './feed-blocks.js';
import { labelOf } from './labels.js';
import { looksLikeProse, proseBlocks } from './prose-blocks.js';
import { vocabularyOf } from './vocabularies.js';
import { filesIn } from './xml-files.js';
import { readXmlTree } from './xml-tree.js';

const rootOf = (source: string) => readXmlTree(source)!.root;
const short = (block: BlockInput): string =>
  block.kind === 'table'
    ? `table ${block.rows.map((row) => row.map(({ text, isHeader }) => `${isHeader === true ? '*' : ''}${text}`).join(' | ')).join(' / ')}`
    : `${block.kind}${block.level ?? ''}: ${block.text}`;

describe('data', () => {
  const blocksOf = (source: string): string[] => {
    const root = rootOf(source);
    return dataBlocks(root, filesIn(root)).map(short);
  };
  it.each<[string, string, readonly string[]]>([
    [
      'names and values, under the names of what holds them',
      `<Invoice xmlns="urn:x" xmlns:c="urn:c"><c:ID>7</c:ID><c:Amount currencyID="EUR">1.00</c:Amount>
       <Party role="seller"><Name>Ann</Name><Address><City>Köln</City></Address></Party></Invoice>`,
      [
        'heading1: Invoice',
        'key-value: ID: 7',
        'key-value: Amount: 1.00 (currency ID EUR)',
        'heading2: Party',
        'key-value: role: seller',
        'key-value: Name: Ann',
        'key-value: Address City: Köln',
      ],
    ],
    [
      'records as a table',
      '<list><row id="1"><a>x</a><b>y</b></row><row id="2"><b>z</b></row></list>',
      ['heading1: list', 'table *id | *a | *b / 1 | x | y / 2 |  | z'],
    ],
    [
      'records that hold more than values',
      '<list><row><a>x</a><a>y</a></row><row><a>z</a></row></list>',
      ['heading1: list', 'heading2: row', 'key-value: a: x', 'key-value: a: y', 'key-value: row a: z'],
    ],
    ['an empty document', '<order/>', ['key-value: order']],
    [
      'attributes only',
      '<p:set xmlns:p="urn:p" xml:id="q" a="1" b=""><e/></p:set>',
      ['heading1: set', 'key-value: a: 1'],
    ],
    ['text with elements', '<a><b>one <i>two</i> three</b></a>', ['heading1: a', 'key-value: b: one two three']],
    ['what is left open', '<a><b>1<c>2', ['heading1: a', 'key-value: b: 12']],
  ])('%s', (_, source, blocks) => expect(blocksOf(source)).toEqual(blocks));

  it('puts the name of a file where the file stands', () => {
    const content = Buffer.from('%PDF-1.4 '.repeat(40)).toString('base64');
    const root = rootOf(
      `<a><Object mimeCode="application/pdf" filename="x.pdf">${content}</Object><Allegati><NomeAttachment>y.pdf</NomeAttachment><Attachment>${content}</Attachment></Allegati></a>`,
    );
    const files = filesIn(root);
    expect([...files.values()].map(({ name, bytes }) => [name, bytes.byteLength])).toEqual([
      ['x.pdf', 360],
      ['y.pdf', 360],
    ]);
    expect(dataBlocks(root, files).map(short)).toEqual([
      'heading1: a',
      'key-value: Object: x.pdf',
      'heading2: Allegati',
      'key-value: Nome Attachment: y.pdf',
      'key-value: Attachment: y.pdf',
    ]);
  });

  it('is bounded in depth', () => expect(blocksOf(`${'<a>'.repeat(1500)}x${'</a>'.repeat(1500)}`)).toHaveLength(2));
});

describe('prose', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'DocBook',
      `<book><info><author><surname>Doe</surname></author></info><title>T</title><chapter><title>One</title>
       <para>Some <emphasis>words</emphasis>:<itemizedlist><listitem><para>a</para></listitem><listitem><para>b</para><para>c</para></listitem></itemizedlist></para>
       <programlisting>x\n  y</programlisting></chapter></book>`,
      [
        'key-value: surname: Doe',
        'heading1: T',
        'heading2: One',
        'paragraph: Some words:',
        'list-item1: - a',
        'list-item1: - b',
        'paragraph: c',
        'code: x\n  y',
      ],
    ],
    [
      'tables',
      '<sec><title>S</title><table-wrap><caption><p>C</p></caption><table><thead><tr><th>A</th></tr></thead><tbody><tr><td><bold>1</bold></td></tr></tbody></table></table-wrap></sec>',
      ['heading1: S', 'paragraph: C', 'table *A / 1'],
    ],
    ['runs', '<body><p><r><t>One </t></r><r><t>tw</t></r><r><t>o</t></r></p></body>', ['paragraph: One two']],
    [
      'drawings',
      '<svg><style>x</style><title>T</title><text><tspan>a</tspan><tspan>b</tspan></text></svg>',
      ['heading1: T', 'paragraph: a', 'paragraph: b'],
    ],
    [
      'notes',
      '<p>text<footnote><para>note</para></footnote> goes on</p>',
      ['paragraph: text goes on', 'paragraph: note'],
    ],
  ])('%s', (_, source, blocks) => expect(proseBlocks(rootOf(source)).map(short)).toEqual(blocks));

  it.each([
    ['<doc><body><p>Some words that go on.</p></body><id>7</id></doc>', true],
    ['<doc><text>Words with <b>marks</b> in them</text></doc>', true],
    ['<doc><id>7</id><name>Ann</name><p>x</p></doc>', false],
  ])('%s is prose: %s', (source, prose) => expect(looksLikeProse(rootOf(source))).toBe(prose));
});

it('feeds', () =>
  expect(
    feedBlocks(
      rootOf(
        `<rss><channel><title>News</title><link>https://a</link><item><title>One</title><pubDate>today</pubDate>
         <description>&lt;p&gt;A &lt;b&gt;b&lt;/b&gt;&lt;/p&gt;&lt;p&gt;c&lt;/p&gt;</description></item></channel></rss>`,
      ),
    ).map(short),
  ).toEqual([
    'heading1: News',
    'key-value: link: https://a',
    'heading2: One',
    'key-value: pub Date: today',
    'paragraph: A b',
    'paragraph: c',
  ]));

it.each([
  ['<i:Invoice xmlns:i="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>', 'ubl-invoice'],
  ['<CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"/>', 'ubl-credit-note'],
  ['<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"/>', 'cii'],
  ['<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"/>', 'iso20022-camt.053'],
  ['<article><front/></article>', 'jats'],
  ['<article><title/></article>', 'docbook'],
  ['<rss version="2.0"/>', 'rss'],
  ['<x:svg xmlns:x="http://www.w3.org/2000/svg"/>', 'svg'],
  ['<unknown xmlns="urn:x"/>', undefined],
])('%s is %s', (source, format) => expect(vocabularyOf(readXmlTree(source)!)?.format).toBe(format));

it.each([
  ['IssueDate', 'Issue Date'],
  ['IBANID', 'IBANID'],
  ['XMLFile', 'XML File'],
  ['issue_date', 'issue date'],
  ['Line2Text', 'Line2 Text'],
])('%s reads %s', (name, label) => expect(labelOf(name)).toBe(label));
