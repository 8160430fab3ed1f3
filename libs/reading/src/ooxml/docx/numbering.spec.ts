import { describe, expect, it } from 'vitest';
import { readTree } from '../xml-tree.js';
import { Numbering } from './numbering.js';
import { StyleSheet } from './styles.js';

const treeOf = (xml: string) => readTree(Buffer.from(xml))!;
const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const abstract = (id: string, content: string) => `<w:abstractNum w:abstractNumId="${id}">${content}</w:abstractNum>`;
const list = (id: string, abstractId: string, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;
const override = (index: number, start: number) =>
  `<w:lvlOverride w:ilvl="${index}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;

/** `list:level` one after the other, as markers. */
function markers(definitions: string, uses: string, styles = ''): string {
  const numbering = new Numbering(
    treeOf(`<w:numbering>${definitions}</w:numbering>`),
    new StyleSheet(treeOf(`<w:styles>${styles}</w:styles>`)),
  );
  return uses
    .split(' ')
    .map((use) => {
      const [id = '', index = '0'] = use.split(':');
      return numbering.next(id, Number(index))?.text ?? '-';
    })
    .join(' ');
}

const OUTLINE = abstract(
  '0',
  level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2') + level(2, 'lowerLetter', '%3)'),
);

describe('list numbers', () => {
  it.each([
    ['count on', OUTLINE + list('1', '0'), '1 1 1', '1. 2. 3.'],
    ['start anew below a higher level', OUTLINE + list('1', '0'), '1 1:1 1:1 1 1:1', '1. 1.1 1.2 2. 2.1'],
    ['count levels that were passed over', OUTLINE + list('1', '0'), '1 1:2 1:1', '1. a) 1.2'],
    ['go on in another list of the same kind', OUTLINE + list('1', '0') + list('2', '0'), '1 2 1', '1. 2. 3.'],
    [
      'start over where a list says so, once',
      OUTLINE + list('1', '0') + list('2', '0', override(0, 5)),
      '1 1 2 2 1',
      '1. 2. 5. 6. 7.',
    ],
    [
      'of lists of other kinds are their own',
      OUTLINE + abstract('1', level(0, 'upperRoman', '%1')) + list('1', '0') + list('2', '1'),
      '1 2 1 2',
      '1. I 2. II',
    ],
    [
      'never restart where the level says so',
      abstract('0', level(0, 'decimal', '%1') + level(1, 'decimal', '%2', '<w:lvlRestart w:val="0"/>')) +
        list('1', '0'),
      '1 1:1 1 1:1',
      '1 1 2 2',
    ],
    [
      'are decimal in legal lists',
      abstract('0', level(0, 'upperRoman', '%1') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')) + list('1', '0'),
      '1 1:1',
      'I 1.1',
    ],
    [
      'have other levels in an override',
      OUTLINE + list('1', '0', `<w:lvlOverride w:ilvl="0">${level(0, 'decimalZero', 'No. %1')}</w:lvlOverride>`),
      '1 1',
      'No. 01 No. 02',
    ],
    [
      'are bullets',
      abstract('0', level(0, 'bullet', '\uf0b7') + level(1, 'bullet', 'o') + level(2, 'bullet', '–')) + list('1', '0'),
      '1 1:1 1:2',
      '• • –',
    ],
    [
      'are boxes to tick',
      abstract('0', level(0, 'bullet', '\uf0a8', '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>')) + list('1', '0'),
      '1',
      '☐',
    ],
    ['are nothing', abstract('0', level(0, 'none', '')) + list('1', '0'), '1', ''],
    ['are not there', OUTLINE + list('1', '0'), '0 9', '- -'],
    ['may be hidden', abstract('0', level(0, 'decimal', '%1', '<w:rPr><w:vanish/></w:rPr>')) + list('1', '0'), '1', ''],
  ])('%s', (_, definitions, uses, expected) => expect(markers(definitions, uses)).toBe(expected));

  it('are found through a list style', () =>
    expect(
      markers(
        abstract('0', '<w:numStyleLink w:val="Mine"/>') +
          OUTLINE.replace('"0"', '"7"') +
          list('1', '0') +
          list('2', '7'),
        '1 1',
        '<w:style w:type="numbering" w:styleId="Mine"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
      ),
    ).toBe('1. 2.'));
  it('through list styles in a circle are none', () =>
    expect(
      markers(
        abstract('0', '<w:numStyleLink w:val="Mine"/>') + list('1', '0'),
        '1',
        '<w:style w:type="numbering" w:styleId="Mine"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      ),
    ).toBe('-'));
  it('of a style are on the level that names it', () => {
    const numbering = new Numbering(
      treeOf(
        `<w:numbering>${abstract('0', level(0, 'decimal', '%1') + level(1, 'decimal', '%1.%2', '<w:pStyle w:val="H2"/>'))}${list('1', '0')}</w:numbering>`,
      ),
      new StyleSheet(null),
    );
    expect([numbering.levelOfStyle('1', 'H2'), numbering.levelOfStyle('1', 'Other')]).toEqual([1, 0]);
  });
});
