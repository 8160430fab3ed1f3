import { describe, expect, it } from 'vitest';
import type { BlockInput } from '../blocks.js';
import { readHtml } from './read-html.js';

/** Blocks in short: `h1 Title`, `p Text`, `li1 - item`, and tables as rows of cells. */
const short = (block: BlockInput): string =>
  block.kind === 'table'
    ? `table ${block.rows.map((row) => row.map((cell) => `${cell.isHeader === true ? '*' : ''}${cell.text}`).join(' | ')).join(' / ')}`
    : `${NAMES[block.kind] ?? block.kind}${block.level ?? ''} ${block.text}`;
const NAMES: Readonly<Record<string, string>> = { heading: 'h', paragraph: 'p', 'list-item': 'li', 'key-value': 'kv' };
const blocksOf = (html: string, isXml = false): string[] => readHtml(html, { isXml }).blocks.map(short);

describe('blocks', () => {
  it.each<[string, string, readonly string[]]>([
    ['headings', '<h1>One<br>more</h1>text<h3>Three</h3>', ['h1 One more', 'p text', 'h3 Three']],
    ['headings that are left open', '<h1>One<h2>Two</h2>', ['h1 One', 'h2 Two']],
    ['paragraphs that are left open', '<p>a<p>b<div>c', ['p a', 'p b', 'p c']],
    ['line ends', 'a<br>b<br><br>c', ['p a\nb', 'p c']],
    ['bullets', '<ul><li>a<li>b<ul><li>c</ul><li>d</ul>', ['li1 - a', 'li1 - b', 'li2 - c', 'li1 - d']],
    ['numbers', '<ol start=4><li>a<li value=9>b<li>c</ol>', ['li1 4. a', 'li1 9. b', 'li1 10. c']],
    ['letters', '<ol type=a><li>a<li>b</ol><ol type=I start=4><li>c</ol>', ['li1 a. a', 'li1 b. b', 'li1 IV. c']],
    ['a list that counts down', '<ol reversed start=2><li>a<li>b</ol>', ['li1 2. a', 'li1 1. b']],
    ['paragraphs in items', '<ul><li><p>a</p><p>b</p></li></ul>', ['li1 - a', 'p b']],
    ['code in items', '<ol><li><pre>x = 1\n  y</pre></ol>', ['li1 1.', 'code x = 1\n  y']],
    ['a heading in an item', '<ul><li><h2>T</h2>text</ul>', ['h2 T', 'p text']],
    ['items outside lists', '<li>a<li>b', ['li1 - a', 'li1 - b']],
    ['code', '<pre><code>if a &lt; b:\n    go()\n</code></pre>', ['code if a < b:\n    go()']],
    ['definitions', '<dl><dt>A<dd>one<dt>B:<dd>two</dl>', ['kv A: one', 'kv B: two']],
    ['terms and definitions in groups', '<dl><dt>A<dt>B<dd>x<dd>y</dl>', ['kv A, B: x', 'p y']],
    ['terms without definitions', '<dl><dt>A<dd><dt>B</dl>after', ['p A', 'p B', 'p after']],
    ['details', '<details><summary>More</summary>hidden until clicked</details>', ['p More', 'p hidden until clicked']],
    ['pictures', 'a <img alt="dog" src=x> b<img alt="pic.png"><img alt=t width=1 height=1>', ['p a dog b']],
    [
      'figures',
      '<figure><img alt="dog"></figure><figure><img alt=x><figcaption>Fig. 1</figcaption></figure>',
      ['p dog', 'p Fig. 1'],
    ],
    [
      'inputs',
      'Name <input value="Ann"> <input type=hidden value=t><input type=checkbox checked>yes',
      ['p Name Ann ☑ yes'],
    ],
    ['choices', 'Pay <select><option>cash<option selected>card</select>now', ['p Pay card now']],
    ['a choice that nobody made', '<select><option>first</option><option>second</option></select>', ['p first']],
    ['a text area', 'a<textarea>one\ntwo &amp; three</textarea>b', ['p a', 'p one\ntwo & three', 'p b']],
    ['buttons', '<button>Yes</button><button>No</button>', ['p Yes No']],
    ['spans that are blocks', 'a<span style="display: block">b</span>c', ['p a', 'p b', 'p c']],
    ['text in drawings', '<svg><title>t</title><g><text>label</text></g></svg>end', ['p label', 'p end']],
    [
      'noframes',
      '<frameset><frame src=a><noframes><body>No frames here</body></noframes></frameset>',
      ['p No frames here'],
    ],
    [
      'what is dropped',
      'a<template>t</template><noscript>n</noscript><iframe>i</iframe><object>o</object>b',
      ['p aob'],
    ],
    ['soft hyphens', 'In&shy;voice', ['p Invoice']],
    ['lines kept by style', '<div style="white-space: pre-wrap">a\n b</div>', ['p a\n b']],
    ['a list inside a cell', '<ul><li><table><tr><td>a<td>b</table></ul>', ['table a | b']],
    ['plain text at the end', '<plaintext>a <b> c', ['code a <b> c']],
  ])('%s', (_, html, blocks) => expect(blocksOf(html)).toEqual(blocks));
});

describe('tables', () => {
  const long = 'word '.repeat(80).trim();
  it.each<[string, string, readonly string[]]>([
    [
      'header cells',
      '<table><caption>Prices</caption><thead><tr><td>A<th>B<tbody><tr><td>1<td>2</table>',
      ['p Prices', 'table *A | *B / 1 | 2'],
    ],
    ['rows without end tags', '<table><tr><td>a<td>b<tr><td>c<td>d</table>', ['table a | b / c | d']],
    ['lines in cells', '<table><tr><th>a<td>b<br>c<p>d</table>', ['table *a | b\nc d']],
    [
      'a table in a cell of a table',
      '<table><tr><th>Name<td><table><tr><td>a<td>b<tr><td>c<td>d</table></table>',
      ['table *Name | a b; c d'],
    ],
    [
      'a page placed by tables',
      `<table><tr><td><h1>Shop</h1><td><p>menu</p><ul><li>a<li>b<li>c<li>d</ul><tr><td colspan=2>${long}</table>`,
      ['h1 Shop', 'p menu', 'li1 - a', 'li1 - b', 'li1 - c', 'li1 - d', `p ${long}`],
    ],
    ['one column', '<table><tr><td>a<tr><td><p>b</p><tr><td>c</table>', ['p a', 'p b', 'p c']],
    ['one column with a header', '<table><tr><th>Names<tr><td>Ann<tr><td>Bob</table>', ['table *Names / Ann / Bob']],
    [
      'prices between the parts of a mail',
      `<table><tr><td>${long}<tr><td><table><tr><td>Total<td>10<tr><td>VAT<td>2</table><tr><td>Bye</table>`,
      [`p ${long}`, 'table Total | 10 / VAT | 2', 'p Bye'],
    ],
    [
      'addresses beside each other',
      '<table><tr><td>From<br>Ann<br>Road 1<td>To<br>Bob<br>Lane 2</table>',
      ['p From\nAnn\nRoad 1', 'p To\nBob\nLane 2'],
    ],
    ['cells that cover several rows', '<table><tr><td rowspan=2>a<td>b<tr><td>c</table>', ['table a | b / c']],
    ['a grid that is drawn', '<table border=1><tr><td>a<tr><td>b<td>c</table>', ['table a / b | c']],
    ['text between cells', '<table><tr>stray<td>a<td>b</table>', ['p stray', 'table a | b']],
    ['cells without a table', '<tr><td>a<td>b', ['p a b']],
    ['an end tag that does not reach out', '<div><table><tr><td></div>a<td>b</table>c</div>', ['table a | b', 'p c']],
  ])('%s', (_, html, blocks) => expect(blocksOf(html)).toEqual(blocks));

  it('keeps spans', () =>
    expect(readHtml('<table><tr><th rowspan=2>a<th colspan="3">b<tr><td>c</table>').blocks).toEqual([
      {
        kind: 'table',
        isTight: false,
        rows: [
          [
            { text: 'a', isHeader: true, rowSpan: 2 },
            { text: 'b', isHeader: true, columnSpan: 3 },
          ],
          [{ text: 'c' }],
        ],
      },
    ]));

  it('takes tables in tables in tables', () => {
    const depth = 300;
    expect(blocksOf('<table><tr><td>'.repeat(depth) + 'x' + '</table>'.repeat(depth) + 'y')).toEqual(['p x', 'p y']);
  });
});

describe('what is not seen', () => {
  const sheet =
    '<style>.gone, #x { display: none } @media print { .no { display: none } } .back { display: none } .back { display: block }</style>';
  it.each<[string, string, string, readonly string[]]>([
    ['no display', 'a<span style="display:none">b</span>c', 'ac', ['b']],
    ['the attribute', 'a<p hidden>b<p>c', 'a c', ['b']],
    ['aria-hidden is for the ear', 'a<span aria-hidden=true>b</span>', 'ab', []],
    [
      'invisible, but for what says otherwise',
      '<p style="visibility:hidden">a<b style="visibility:visible">b</b></p>',
      'b',
      ['a'],
    ],
    [
      'no size, but for what has one',
      '<td style="font-size:0px">a<div style="font-size:13px">b</div></td>',
      'b',
      ['a'],
    ],
    ['relative sizes of nothing', '<p style="font-size:0">a<b style="font-size:2em">b</b></p>', '', ['ab']],
    ['white on white', 'a<font color="#FFFFFF">b</font>', 'a', ['b']],
    ['white on dark', '<td bgcolor="#003366"><font color=white>a</font></td>', 'a', []],
    ['white on a picture', '<td background="x.png"><font color=white>a</font></td>', 'a', []],
    [
      'white where a style sheet says what is behind',
      '<style>body { background: navy }</style><p style="color:#fff">a',
      'a',
      [],
    ],
    ['nearly the same colour', '<p style="background:#fafafa;color:rgb(251, 250, 250)">a', '', ['a']],
    ['transparent', '<p style="color:rgba(0,0,0,0)">a', '', ['a']],
    ['no height', '<div style="max-height:0;overflow:hidden">a</div>b', 'b', ['a']],
    ['far outside', '<div style="position:absolute;left:-9999px">a</div>b', 'b', ['a']],
    ['not far enough outside', '<div style="margin-left:-100px">a</div>b', 'a b', []],
    ['outside by widths of the page', '<div style="position:absolute;left:-100vw">a</div>b', 'b', ['a']],
    ['letters of a pixel', '<p style="font-size:1px">a<b style="font-size:12px">b</b></p>', 'b', ['a']],
    [
      'a hundredth of the letters around',
      '<span style="font-size:.01em">a</span><b style="font-size:.9em">b</b>',
      'b',
      ['a'],
    ],
    ['all but transparent', '<span style="opacity:0.01">a</span><i style="opacity:.5">b</i>', 'b', ['a']],
    [
      'scaled to nothing',
      '<span style="transform: scale(0)">a</span><i style="transform:scale(0.5)">b</i>',
      'b',
      ['a'],
    ],
    ['clipped away', '<span style="clip-path: inset(100%)">a</span><i style="clip-path:inset(5%)">b</i>', 'b', ['a']],
    ['by class', `${sheet}<p class="big gone">a</p>b<i id=x>c</i>`, 'b', ['a', 'c']],
    ['classes of other media, or shown later', `${sheet}<p class=no>a</p><p class=back>b`, 'a b', []],
    ['a page that a script shows', '<body style="display:none">a', 'a', []],
    ['an element left open in a cell', '<table><tr><td><i hidden>a<td>b</table>', 'b', ['a']],
    ['an inner element of the same name', '<span hidden>a<span>b</span>c</span>d', 'd', ['abc']],
    ['hidden rows', '<table><tr hidden><td>a<td>b<tr><td>c<td>d</table>', 'c d', ['ab']],
  ])('%s', (_, html, seen, hidden) => {
    const content = readHtml(html);
    const text = content.blocks.map((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.map((cell) => cell.text).join(' ')).join(' ') : block.text,
    );
    expect([text.join(' '), content.hidden]).toEqual([seen, hidden]);
  });
});

describe('what a page says of itself', () => {
  it('title, meta, language, structured data', () =>
    expect(
      readHtml(
        `<html lang=de><head><title> A &amp;\n B </title><title>Other</title><meta name=Author content="Ann"><meta property="og:title" content=T>
         <meta http-equiv="last-modified" content="2024-01-02"><meta name=constructor content=x>
         <script type="application/ld+json">{"@type": "Thing"}</script><body>x`,
      ).metadata,
    ).toEqual({
      title: 'A & B',
      author: 'Ann',
      language: 'de',
      ogTitle: 'T',
      modDate: '2024-01-02',
      jsonLd: '{"@type": "Thing"}',
    }));

  it('files inside', () =>
    expect(
      readHtml('<img src="data:image/png;base64,AAAA"><img src=x.png><object data="data:,a b"></object>').embedded,
    ).toEqual(['data:image/png;base64,AAAA', 'data:,a b']));
});

describe('broken pages', () => {
  const many = 20_000;
  it.each<[string, string, readonly string[]]>([
    ['a quote that is never closed', '<p title="x>a</p><p>b</p>', ['p a', 'p b']],
    ['an attribute with an apostrophe', "<p title=it's>a</p><p class='b'>c</p>", ['p a', 'p c']],
    ['a script that is never closed', '<head><script>x = "</head><body>a', ['p a']],
    ['a title that is never closed', '<title>T<p>a', ['p a']],
    ['a script closed in a strange way', '<script>x</script<a></a>y', ['p y']],
    ['unknown elements', '<foo:bar><o:p>a</o:p></foo:bar>', ['p a']],
    ['a comment that ends at once', 'a<!-->b<!--->c', ['p abc']],
    ['character data', 'a<![CDATA[<b>]]>c', ['p a<b>c']],
    ['processing instructions', '<?php echo 1 ?>a<!doctype html>b', ['p ab']],
    ['unclosed font elements', '<font>'.repeat(many) + 'a', ['p a']],
    ['end tags of nothing', '</div>'.repeat(many) + 'a', ['p a']],
    ['deep nesting', '<div>'.repeat(many) + 'a' + '</div>'.repeat(many) + 'b', ['p a', 'p b']],
    ['quotes without end', '<a b="'.repeat(many), []],
    ['equal signs without end', `<a ${'= '.repeat(many)}>x`, ['p x']],
    ['closed scripts without end tags', `${'<script/>'.repeat(many)}<p>a`, ['p a']],
    ['comments without end', 'a' + '<!--'.repeat(many), ['p a']],
    ['spaces without end', `<pre>a${' \t'.repeat(many)}b</pre>`, [`code a${' \t'.repeat(many)}b`]],
    ['lists in lists', `${'<ul><li>'.repeat(many)}a`, ['li512 - a']],
  ])('%s', (_, html, blocks) =>
    expect(blocksOf(html).map((block) => block.replace(/^li\d{3}/, 'li512'))).toEqual(blocks),
  );

  it('takes XHTML at its word', () => {
    expect(blocksOf('<p>a<b/>b</p><title/><script src="x"/><div/>c', true)).toEqual(['p ab', 'p c']);
    expect(blocksOf('<div/>a<b/>c')).toEqual(['p ac']);
  });
});
