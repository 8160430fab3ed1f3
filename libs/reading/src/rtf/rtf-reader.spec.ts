import { describe, expect, it } from 'vitest';
import type { BlockInput } from '../blocks.js';
import { rtfToBlocks } from './rtf-reader.js';

const read = (rtf: string) => rtfToBlocks(Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0 ${rtf}}`, 'latin1'));
const shown = (blocks: readonly BlockInput[]): string[] =>
  blocks
    .map((block) =>
      block.kind === 'table'
        ? `table ${block.rows.map((row) => row.map(({ text }) => text).join('|')).join(' / ')}`
        : `${block.kind}${block.level ?? ''} ${block.text}`,
    )
    .filter((line) => !/^paragraph \s*$/.test(line));
const text = (rtf: string): string[] => shown(read(rtf).blocks);

const FONTS =
  '{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial Cyr;}{\\f2\\fcharset128 MS Mincho;}{\\f3\\fcharset2 Symbol;}' +
  '{\\f4\\fcharset2 Wingdings;}{\\f5\\fcharset238{\\*\\panose 02}Arial CE;}}';

describe('characters of RTF', () => {
  it.each([
    ['bytes of the code page', "d\\'92un caf\\'e9", 'd’un café'],
    ['bytes of a font', `${FONTS}\\f1 \\'cf\\'f0\\f0\\'e9`, 'Прé'],
    ['double bytes, of which one looks like a letter', `${FONTS}\\f2 \\'93\\'fa\\'96\\{`, '日本'],
    ['a font that begins with text before it', `${FONTS}abc\\f5 \\'b3`, 'abcł'],
    ['Symbol', `${FONTS}\\f3 ab\\'b7`, 'αβ•'],
    ['boxes of Wingdings', `${FONTS}\\f4 \\'fe\\'a8`, '☑☐'],
    ['Unicode with a fallback', "caf\\u233\\'e9s", 'cafés'],
    ['Unicode with two bytes of fallback', "\\uc2 \\u26085\\'93\\'fa!", '日!'],
    ['Unicode without fallback', '\\uc0\\u8364 5', '€5'],
    ['negative Unicode', '\\u-3913 ?x', '•x'],
    ['a pair of surrogates', '\\u-10179 ?\\u-8704 ?', '😀'],
    ['half a pair', 'a\\u-10179 ?b', 'a\ufffdb'],
    ['a fallback that is a word', '\\u8211\\endash x', '–x'],
    ['a fallback that is missing', '\\u8211\\par x', '–'],
    ['special characters', '\\ldblquote a\\rdblquote\\~\\bullet\\emdash', '“a”\u00a0•—'],
    ['hyphens that may break', 'op\\-tion\\_al', 'option-al'],
    ['escaped braces', '\\{a\\}\\\\', '{a}\\'],
    ['words that were wrapped', 'wo\r\nrd', 'word'],
    ['the default font where none is named', `\\deff1${FONTS}\\'cf`, 'П'],
    ['the font that groups restore', `${FONTS}{\\f1 \\'cf}\\'cf`, 'ПÏ'],
  ])('%s', (_, rtf, expected) => expect(text(rtf)[0]).toBe(`paragraph ${expected}`));

  it('are those of the Macintosh or DOS where the file says so', () => {
    expect(shown(rtfToBlocks(Buffer.from("{\\rtf1\\mac \\'8a}")).blocks)).toEqual(['paragraph ä']);
    expect(shown(rtfToBlocks(Buffer.from("{\\rtf1\\pc \\'81}")).blocks)).toEqual(['paragraph ü']);
  });
});

describe('blocks of RTF', () => {
  it.each<[string, string, string[]]>([
    ['paragraphs and lines', 'one\\par two\\line three\\par\\par', ['paragraph one', 'paragraph two\nthree']],
    ['a line end behind a backslash', 'one\\\ntwo', ['paragraph one', 'paragraph two']],
    [
      'headings by outline level',
      '\\pard\\outlinelevel1 Head\\par\\pard body\\par',
      ['heading2 Head', 'paragraph body'],
    ],
    [
      'headings by style',
      '{\\stylesheet{Normal;}{\\s1\\outlinelevel0 x;}{\\s2 heading 2;}{\\*\\cs3 heading 3;}}\\s1 A\\par\\pard\\s2 B\\par\\pard\\s0 C\\par',
      ['heading1 A', 'heading2 B', 'paragraph C'],
    ],
    [
      'lists',
      `${FONTS}\\pard\\ls1{\\listtext\\f3\\'b7\\tab}one\\par\\ilvl1{\\pntext 1.\\tab}two\\par\\pard three`,
      ['list-item1 • one', 'list-item2 1. two', 'paragraph three'],
    ],
    [
      'fields without what makes them',
      'see {\\field{\\*\\fldinst HYPERLINK "http://x.y"}{\\fldrslt{\\ul here}}}.',
      ['paragraph see here.'],
    ],
    [
      'headers first, footers last, notes behind the text',
      '{\\header h\\par}{\\headerf h\\par}{\\footer f\\par}body{\\footnote{\\chftn} n\\par} end{\\footnote\\ftnalt e}\\par',
      ['header h', 'paragraph body[1] end[i]', 'note [1] n', 'note [i] e', 'footer f'],
    ],
    [
      'comments with their author',
      'a{\\*\\atnauthor Ada}\\chatn{\\*\\annotation{\\*\\atndate 1}fine}',
      ['paragraph a', 'note Ada: fine'],
    ],
    [
      'text of shapes behind their paragraph',
      'a{\\shp{\\*\\shpinst\\shpleft1{\\sp{\\sn gtextUNICODE}{\\sv ART}}{\\sp{\\sn x}{\\sv no}}{\\shptxt in the box\\par}}{\\shprslt old}}b\\par c',
      ['paragraph ab', 'paragraph ART', 'paragraph in the box', 'paragraph c'],
    ],
    ['Unicode in the place of plain text', '{\\upr{ab?}{\\*\\ud{ab\\u8364 ?}}}', ['paragraph ab€']],
    [
      'nothing of destinations that are not known',
      '{\\*\\unknown x{\\b y}}{\\*\\bkmkstart z}t{\\xe{\\v i}}',
      ['paragraph t'],
    ],
    ['text behind groups that were not opened', 'a}}b{c', ['paragraph abc']],
  ])('%s', (_, rtf, expected) => expect(text(rtf)).toEqual(expected));

  it.each<[string, string, string[]]>([
    [
      'rows and cells',
      'x\\par\\trowd\\cellx100\\cellx200\\pard\\intbl a\\cell b\\par c\\cell\\row\\pard y',
      ['paragraph x', 'table a|b\nc', 'paragraph y'],
    ],
    ['cells without a definition', '\\intbl a\\cell b\\cell\\row c\\cell d\\cell\\row', ['table a|b / c|d']],
    ['a row that was not ended', '\\intbl a\\cell b\\cell', ['table a|b']],
    ['a frame around text', '\\trowd\\cellx9\\intbl a\\par b\\cell\\row', ['paragraph a', 'paragraph b']],
    [
      'tables in cells',
      '\\trowd\\cellx9\\cellx19\\intbl\\itap2 a\\nestcell b\\nestcell{\\*\\nesttableprops\\trowd\\cellx1\\nestrow}{\\nonesttables\\par no}\\itap1 c\\cell d\\cell\\row',
      ['table a\nb\nc|d'],
    ],
  ])('tables: %s', (_, rtf, expected) => expect(text(rtf)).toEqual(expected));

  it('cells that are one have spans', () => {
    const row = (cells: string, words: string): string => `\\trowd\\trhdr${cells}\\pard\\intbl ${words}\\row`;
    const [table] = read(
      row('\\clvmgf\\cellx1000\\cellx2000\\cellx3000', 'a\\cell b\\cell c\\cell') +
        row('\\clvmrg\\cellx1000\\cellx3010', '\\cell d\\cell') +
        row('\\clmgf\\cellx1000\\clmrg\\cellx2000\\cellx3000', 'e\\cell\\cell f\\cell'),
    ).blocks;
    expect(table).toMatchObject({
      rows: [
        [{ text: 'a', rowSpan: 2, columnSpan: 1, isHeader: true }, { text: 'b' }, { text: 'c' }],
        [{ text: 'd', columnSpan: 2 }],
        [
          { text: 'e', columnSpan: 2 },
          { text: 'f', columnSpan: 1 },
        ],
      ],
    });
  });
});

it('text that is hidden or deleted is kept apart', () => {
  const { blocks, hidden } = read('seen{\\v not seen}\\par{\\deleted gone} left\\plain\\par');
  expect(shown(blocks)).toEqual(['paragraph seen', 'paragraph  left']);
  expect(hidden.map((part) => part.text)).toEqual(['not seen', 'gone']);
});

it('what the file says of itself is metadata', () => {
  const { metadata, blocks } = read(
    "{\\info{\\title T\\'e9}{\\author A}{\\operator O}{\\creatim\\yr2006\\mo5\\dy18\\hr12\\min9}{\\*\\company C}}" +
      '{\\*\\generator Writer 1;}{\\*\\userprops{\\propname Case}\\proptype30{\\staticval 42}}body',
  );
  expect(metadata).toEqual({
    title: 'Té',
    author: 'A',
    lastAuthor: 'O',
    creationDate: '2006-05-18T12:09:00',
    company: 'C',
    creator: 'Writer 1',
    'custom.Case': '42',
  });
  expect(shown(blocks)).toEqual(['paragraph body']);
});

it('pictures and objects are taken with their bytes', () => {
  const { files, blocks } = read(
    'a{\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn wzDescription}{\\sv a ship}}}\\pngblip\\picw10 89504e\r\n47}}{\\nonshppict{\\pict\\wmetafile8 0102}}' +
      '{\\pict\\jpegblip\\bin3 {}z}b{\\object\\objemb{\\*\\objclass Package}{\\*\\objdata 0105}{\\result shown}}',
  );
  expect(files.map(({ kind, format, bytes }) => [kind, format, Buffer.from(bytes).toString('hex')])).toEqual([
    ['picture', 'pngblip', '89504e47'],
    ['picture', 'jpegblip', '7b7d7a'],
    ['object', 'Package', '0105'],
  ]);
  expect(shown(blocks)).toEqual(['paragraph abshown', 'paragraph a ship']);
});

it.each([
  ['no group', ''],
  ['an end in the middle', '{\\rtf1{\\fonttbl{\\f0 A'],
  ['controls without end', `{\\rtf1 ${'\\a'.repeat(1000)}`],
  ['a long word', `{\\rtf1\\${'x'.repeat(10_000)} t`],
  ['numbers out of range', '{\\rtf1\\u99999999999 \\uc-5 \\f999999\\cellx-1\\row\\bin99999999 '],
])('does not throw at %s', (_, rtf) => expect(() => rtfToBlocks(Buffer.from(rtf))).not.toThrow());

it('refuses groups without end', () =>
  expect(() => rtfToBlocks(Buffer.from(`{\\rtf1${'{'.repeat(100_000)}`))).toThrow(
    expect.objectContaining({ code: 'corrupt_document' }),
  ));
