import { describe, expect, it } from 'vitest';
import type { Reading } from '../../reading-model.js';
import { testLimits } from '../../readers/limits.builder.js';
import { CompoundFile } from '../compound-file.js';
import { type DocFixture, docOf, oldDocOf, positionsOf, sprm, u16, u32 } from './doc.builder.js';
import { readDoc } from './read-doc.js';

const readBytes = (bytes: Uint8Array): Promise<Reading> =>
  readDoc(CompoundFile.open(bytes), 'application/msword', testLimits());
const shown = ({ text, pages }: Reading): string[] =>
  (pages[0]?.blocks ?? []).map(({ kind, level, start, end }) => `${kind}${level ?? ''} ${text.slice(start, end)}`);
const blocks = async (fixture: DocFixture): Promise<string[]> => shown(await readBytes(docOf(fixture)));

const IN_TABLE = sprm(0x2416, 1);
const ROW_END = sprm(0x2417, 1);

describe('the text of a Word document', () => {
  it('is in pieces of wide and narrow characters', async () =>
    expect(await blocks({ text: 'Привет\rcafé “x”\r'.replace('“x”', '\u0093x\u0094'), narrowFrom: 7 })).toEqual([
      'paragraph Привет',
      'paragraph café “x”',
    ]));

  it.each<[string, string, string[]]>([
    ['ends of lines, pages and columns', 'a\u000bb\fc\u000ed\r', ['paragraph a\nb', 'paragraph c', 'paragraph d']],
    ['hyphens and tabs', 'non\u001ebreaking op\u001ftional\tx\r', ['paragraph non-breaking optional\tx']],
    [
      'fields',
      'see \u0013HYPERLINK "x" \u0014here\u0015 and \u0013TOC \u0013PAGE\u00141\u0015 \u0014list\u0015.\r',
      ['paragraph see here and list.'],
    ],
    ['fields without an end', 'a \u0013 b \u0014 c\r', ['paragraph a  b  c']],
    ['fields that show nothing', 'a\u0013 PAGE \u0015b\r', ['paragraph ab']],
    ['text without a last mark', 'a', ['paragraph a']],
    ['signs of symbol fonts', 'x \uf061\r', ['paragraph x α']],
    ['other controls', 'a\u0000\u0001\u0005b\r', ['paragraph ab']],
  ])('%s', async (_, text, expected) => expect(await blocks({ text })).toEqual(expected));

  it('has tables with rows, cells and spans', async () => {
    const text = 'x\ra\u0007b\u0007\u0007c\rd\u0007\u0007y\r';
    const row = (...edges: number[]): Buffer => {
      const operand = Buffer.concat([
        Buffer.from([edges.length - 1]),
        ...edges.map(u16),
        Buffer.alloc(20 * (edges.length - 1)),
      ]);
      return Buffer.concat([u16(0xd608), u16(operand.length + 1), operand]);
    };
    const reading = await readBytes(
      docOf({
        text,
        paragraphs: [
          { from: 0, to: 2, sprms: [] },
          { from: 2, to: 6, sprms: [IN_TABLE] },
          { from: 6, to: 7, sprms: [IN_TABLE, ROW_END, row(0, 1000, 2000)] },
          { from: 7, to: 11, sprms: [IN_TABLE] },
          { from: 11, to: 12, sprms: [IN_TABLE, ROW_END, row(0, 2000)] },
          { from: 12, to: 14, sprms: [] },
        ],
      }),
    );
    expect(shown(reading)).toEqual(['paragraph x', 'table a   b\nc d', 'paragraph y']);
    expect(reading.pages[0]?.blocks[1]?.table?.cells[2]).toMatchObject({ row: 1, columnSpan: 2 });
  });

  it('has headings by outline level and by the styles that Word itself has', async () => {
    expect(
      await blocks({
        text: 'a\rb\rc\r',
        paragraphs: [
          { from: 0, to: 2, sprms: [sprm(0x2640, 2)] },
          { from: 2, to: 4, style: 1, sprms: [] },
          { from: 4, to: 6, style: 1, sprms: [sprm(0x2640, 9)] },
        ],
        tables: { 1: styleSheet([style(0, 'Normal'), style(2, 'Titre 2')]) },
      }),
    ).toEqual(['heading3 a', 'heading2 b', 'paragraph c']);
  });

  it('has the numbers and bullets of lists', async () => {
    const item = (from: number, list: number, depth: number) => ({
      from,
      to: from + 2,
      sprms: [sprm(0x460b, list, 0), sprm(0x260a, depth)],
    });
    const lists = Buffer.concat([
      u16(2),
      listHead(7, false),
      listHead(8, true),
      level(0, '\u0000.'),
      level(4, '\u0000.\u0001)'),
      ...Array.from({ length: 7 }, () => level(0, '')),
      level(23, '\uf0b7'),
    ]);
    const overrides = Buffer.concat([
      u32(3),
      override(7, 0),
      override(8, 0),
      override(7, 1),
      u32(-1),
      u32(-1),
      u32(-1),
      u32(5),
      u32(0x10),
    ]);
    expect(
      await blocks({
        text: 'a\rb\rc\rd\re\rf\rg\r',
        paragraphs: [
          item(0, 1, 0),
          item(2, 1, 1),
          item(4, 1, 1),
          item(6, 1, 0),
          item(8, 1, 1),
          item(10, 2, 0),
          item(12, 3, 0),
        ],
        tables: { 73: lists, 74: overrides },
        tableLengths: { 73: 2 + 2 * 28 },
      }),
    ).toEqual([
      'list-item1 1. a',
      'list-item2 1.a) b',
      'list-item2 1.b) c',
      'list-item1 2. d',
      'list-item2 2.a) e',
      'list-item1 • f',
      'list-item1 5. g',
    ]);
  });

  it('leaves hidden and deleted text out of what is seen', async () => {
    const reading = await readBytes(
      docOf({
        text: 'seen hidden gone\r',
        characters: [
          { from: 5, to: 12, sprms: [sprm(0x083c, 1)] },
          { from: 12, to: 16, sprms: [sprm(0x0800, 1)] },
        ],
      }),
    );
    expect(reading.text).toBe('seen');
    expect(reading.hidden.map(({ text }) => text)).toEqual(['hidden gone']);
  });

  it('has notes with their marks, comments, headers, footers and text boxes', async () => {
    const reading = await readBytes(
      docOf({
        text: 'a\u0002 b\u0002 c\u0005 d\u0008\r',
        footnotes: '\u0002 foot\r',
        headers: 'top\rbottom\r',
        comments: 'why?\r',
        endnotes: '\u0002 end\r',
        textBoxes: 'in box\rloose\r',
        tables: {
          2: positionsOf([1, 13], [u16(1)]),
          3: positionsOf([0, 7]),
          4: positionsOf([7, 13], [Buffer.concat([Buffer.alloc(20), u16(0), Buffer.alloc(8)])]),
          5: positionsOf([0, 5]),
          11: positionsOf([0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 11]),
          36: Buffer.concat([u16(3), Buffer.from('Ada', 'utf16le')]),
          40: positionsOf([10, 13], [Buffer.concat([u32(0x402), Buffer.alloc(22)])]),
          46: positionsOf([4, 13], [u16(1)]),
          47: positionsOf([0, 6]),
          56: positionsOf([0, 7, 13], [box(0x402), box(0x999)]),
        },
      }),
    );
    expect(shown(reading)).toEqual([
      'header top',
      'paragraph a[1] b[i] c d',
      'paragraph in box',
      'paragraph loose',
      'note [1] foot',
      'note [i] end',
      'note Ada: why?',
      'footer bottom',
    ]);
  });
});

it('letters that are drawn and descriptions of pictures are told', async () => {
  const property = (id: number, value: string): Buffer => {
    const bytes = Buffer.from(`${value}\0`, 'utf16le');
    return art(0xf00b, 1, Buffer.concat([u16(id | 0x8000), u32(bytes.length), bytes]));
  };
  const shape = (inside: Buffer): Buffer => Buffer.concat([u16(0xf), u16(0xf004), u32(inside.length), inside]);
  const inline = shape(property(0x0381, 'A ship'));
  const drawn = shape(property(0x00c0, 'WORDS'));
  const group = art(0xf000, 0, Buffer.alloc(4));
  expect(
    await blocks({
      text: 'x\u0001\r',
      characters: [{ from: 1, to: 2, sprms: [sprm(0x6a03, 0, 0, 0, 0)] }],
      streams: { Data: Buffer.concat([u32(68 + inline.length), u16(68), Buffer.alloc(62), inline]) },
      tables: { 50: Buffer.concat([group, Buffer.from([0]), drawn, Buffer.from([1]), drawn]) },
    }),
  ).toEqual(['paragraph x', 'paragraph A ship', 'paragraph WORDS', 'paragraph WORDS']);
});

it('embedded files and pictures are children', async () => {
  const picture = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
    be32(64),
    be32(64),
    Buffer.alloc(5),
    Buffer.alloc(4),
    Buffer.from('\0\0\0\0IDAT'),
  ]);
  const blip = art(0xf01e, 0x6e0, Buffer.concat([Buffer.alloc(16, 1), Buffer.from([255]), picture]));
  const data = Buffer.concat([u32(68 + blip.length), u16(68), Buffer.alloc(62), blip]);
  const { children, receipt } = await readBytes(
    docOf({
      text: 'x\u0001\r',
      characters: [{ from: 1, to: 2, sprms: [sprm(0x6a03, 0, 0, 0, 0)] }],
      streams: {
        Data: data,
        'ObjectPool/_1/Package': 'plain text',
        'ObjectPool/_2/Unknown': 'x',
        'Macros/VBA/dir': 'x',
      },
    }),
  );
  expect(children.map(({ name, mediaType }) => [name, mediaType])).toEqual([
    ['object-_1.txt', 'text/plain'],
    ['picture-1.png', 'image/png'],
  ]);
  expect(receipt.childrenSkipped).toEqual([{ name: '_2', reason: 'unreadable_object' }]);
  expect(receipt.warnings).toEqual(['macros_not_read']);
});

describe('Word 6 and 95', () => {
  it('have 8-bit text in the code page of the language', async () => {
    expect(
      shown(await readBytes(oldDocOf(Buffer.from('a\u0007b\u0007\u0007c\u0007d\u0007\u0007caf\u00e9\r', 'latin1')))),
    ).toEqual(['table a   b\nc   d', 'paragraph café']);
    expect(shown(await readBytes(oldDocOf(Buffer.from([0xcf, 0xf0, 0x0d]), 0x0419)))).toEqual(['paragraph Пр']);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['encrypted_document', docOf({ text: 'x', flags: 0x0100 })],
    ['corrupt_document', docOf({ text: 'x', streams: { WordDocument: 'no word' } })],
  ])('%s', (code, bytes) => expect(readBytes(bytes)).rejects.toMatchObject({ code }));

  it('survives tables that lead nowhere', async () => {
    const wild = Buffer.alloc(400, 0xff);
    const tables = Object.fromEntries(
      [1, 2, 3, 4, 5, 11, 12, 13, 15, 36, 40, 46, 47, 50, 56, 58, 73, 74].map((index) => [index, wild]),
    );
    const reading = await readBytes(
      docOf({ text: 'still here\r', footnotes: 'n\r', headers: 'h\r', comments: 'c\r', textBoxes: 't\r', tables }),
    );
    expect(reading.text).toContain('still here');
  });
});

function style(builtIn: number, name: string): Buffer {
  const body = Buffer.concat([
    u16(builtIn),
    u16((0xfff << 4) | 1),
    Buffer.alloc(6),
    u16(name.length),
    Buffer.from(name, 'utf16le'),
    u16(0),
    u16(2),
    u16(0),
  ]);
  return Buffer.concat([u16(body.length), body]);
}
const styleSheet = (styles: readonly Buffer[]): Buffer =>
  Buffer.concat([u16(18), u16(styles.length), u16(10), Buffer.alloc(14), ...styles]);
const listHead = (id: number, isSimple: boolean): Buffer =>
  Buffer.concat([u32(id), Buffer.alloc(22), Buffer.from([isSimple ? 1 : 0, 0])]);
const level = (format: number, text: string): Buffer =>
  Buffer.concat([u32(1), Buffer.from([format, 0]), Buffer.alloc(22), u16(text.length), Buffer.from(text, 'utf16le')]);
const override = (list: number, changes: number): Buffer =>
  Buffer.concat([u32(list), Buffer.alloc(8), Buffer.from([changes, 0, 0, 0])]);
const box = (shape: number): Buffer => Buffer.concat([Buffer.alloc(14), u32(shape), Buffer.alloc(4)]);
function art(type: number, instance: number, body: Buffer): Buffer {
  return Buffer.concat([u16(instance << 4), u16(type), u32(body.length), body]);
}
function be32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(value);
  return buffer;
}
