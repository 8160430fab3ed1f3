import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../reading-model.js';
import { testLimits } from '../../readers/limits.builder.js';
import { compoundOf } from '../compound-file.builder.js';
import { rkNumber } from './cells.js';
import { rc4Stream } from './rc4.js';
import { readXls } from './read-xls.js';
import { cell, f64, label, narrow, number, record, substream, u16, u32, u8, wide, workbookOf } from './xls.builder.js';

const XLS = 'application/vnd.ms-excel';
const read = (
  stream: Buffer,
  streams: Readonly<Record<string, string>> = {},
  limits = testLimits(),
): Promise<Reading> => readXls(compoundOf({ Workbook: stream, ...streams }), XLS, limits);
const shown = ({ text, pages }: Reading): string[][] =>
  pages.map(({ blocks }) => blocks.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`));
const sheet = async (...records: readonly Buffer[]): Promise<string[]> =>
  shown(await read(workbookOf([{ name: 'Sheet1', records }])))[0] ?? [];

describe('cells of a workbook', () => {
  it('have numbers, texts, results of formulas and errors', async () => {
    const formula = (column: number, ...result: readonly Buffer[]): Buffer =>
      record(0x0006, cell(1, column), ...result, Buffer.alloc(8));
    expect(
      await sheet(
        label(0, 0, 'Müller'),
        number(0, 1, 2.5),
        record(0x027e, cell(0, 2), u32((7 << 2) | 2)),
        record(0x00bd, u16(0), u16(3), u16(0), u32((250 << 2) | 3), u16(0), u32((9 << 2) | 2), u16(4)),
        record(0x0205, cell(0, 5), u8(1, 0)),
        record(0x0205, cell(0, 6), u8(7, 1)),
        record(0x00d6, cell(0, 7), u16(4), narrow('rich'), u16(1), u32(0)),
        formula(0, f64(42)),
        formula(1, u8(0, 0, 0, 0, 0, 0, 255, 255)),
        record(0x0207, u16(4), narrow('text')),
        formula(2, u8(1, 0, 1, 0, 0, 0, 255, 255)),
        formula(3, u8(2, 0, 0x2a, 0, 0, 0, 255, 255)),
      ),
    ).toEqual(['table Müller   2.5   7   2.5   9   TRUE   #DIV/0!   rich\n42   text   TRUE   #N/A']);
  });

  it('have the shared strings, which go on in other records', async () => {
    const long = 'word '.repeat(30);
    const strings = Buffer.concat([
      record(
        0x00fc,
        u32(3),
        u32(3),
        u16(2),
        narrow('ab'),
        u16(3),
        u8(0x0d),
        u16(1),
        u32(4),
        Buffer.from('x\0y\0z\0', 'latin1'),
        u32(0),
        u32(0),
        u16(long.length),
        narrow(long.slice(0, 40)),
      ),
      record(0x003c, wide(long.slice(40, 90))),
      record(0x003c, narrow(long.slice(90))),
    ]);
    const at = (row: number, index: number): Buffer => record(0x00fd, cell(row, 0), u32(index));
    const reading = await read(
      workbookOf([{ name: 'S', records: [at(0, 0), at(1, 1), at(2, 2), at(3, 9)] }], [strings]),
    );
    expect(reading.text).toBe(`S\n\nab\nxyz\n${long.trim()}`);
  });

  it('are shown as their formats say', async () => {
    const format = (index: number, code: string): Buffer => record(0x041e, u16(index), u16(code.length), narrow(code));
    const style = (index: number): Buffer => record(0x00e0, u16(0), u16(index), Buffer.alloc(16));
    const reading = await read(
      workbookOf(
        [
          {
            name: 'S',
            records: [
              number(0, 0, 0.256, 1),
              number(0, 1, 40000, 2),
              number(0, 2, 1234.5, 3),
              label(1, 0, 'never', 4),
              number(1, 1, 1),
            ],
          },
        ],
        [
          record(0x0022, u16(0)),
          format(164, 'yyyy-mm-dd'),
          format(165, ';;;'),
          style(0),
          style(10),
          style(164),
          style(4),
          style(165),
        ],
      ),
    );
    expect(reading.text).toBe('S\n\n25.60%   2009-07-06   1,234.50\n1');
    expect(reading.hidden).toEqual([{ page: 1, text: 'never', reason: 'invisible' }]);
  });

  it('may be one with others, or hidden', async () => {
    const reading = await read(
      workbookOf([
        {
          name: 'S',
          records: [
            record(0x007d, u16(2), u16(2), u16(0), u16(0), u16(1)),
            record(0x0208, u16(1), Buffer.alloc(10), u16(0x20), u16(0)),
            label(0, 0, 'wide'),
            label(0, 2, 'column'),
            label(1, 0, 'row'),
            label(2, 0, 'a'),
            label(2, 1, 'b'),
            record(0x00e5, u16(1), u16(0), u16(0), u16(0), u16(1)),
          ],
        },
      ]),
    );
    expect(reading.text).toBe('S\n\nwide\n\na   b');
    expect(reading.hidden[0]?.text).toBe('column\nrow');
  });

  it.each([
    [0x3ff00000, 1],
    [0x3ff00001, 0.01],
    [(-5 << 2) | 2, -5],
    [(12345 << 2) | 3, 123.45],
  ])('number %i in 30 bits is %d', (rk, expected) => expect(rkNumber(rk)).toBe(expected));
});

describe('sheets of a workbook', () => {
  it('are pages; hidden ones are kept apart, modules are none', async () => {
    const reading = await read(
      workbookOf([
        { name: 'Kosten', records: [label(0, 0, 'a')] },
        { name: 'Secret', records: [label(0, 0, 'b')], state: 2 },
        { name: 'Module1', records: [], kind: 6 },
      ]),
      { '_VBA_PROJECT_CUR/VBA/dir': 'x' },
    );
    expect(reading.pages.map(({ name }) => name)).toEqual(['Kosten', 'Secret']);
    expect(reading.text).toBe('Kosten\n\na\n\n');
    expect(reading.hidden).toEqual([{ page: 2, text: 'Secret\nb', reason: 'invisible' }]);
    expect(reading.receipt.warnings).toEqual(['hidden_sheets', 'macros_not_read']);
  });

  it('have comments, text boxes, charts, headers and footers', async () => {
    const shape = (kind: number, id: number, text: string): Buffer[] => [
      record(0x005d, u16(0x15), u16(0x12), u16(kind), u16(id), Buffer.alloc(14)),
      record(0x01b6, Buffer.alloc(10), u16(text.length), u16(0), u32(0)),
      record(0x003c, wide(text)),
    ];
    expect(
      await sheet(
        record(0x0014, u16(16), narrow('&L&"Arial"&12Top')),
        record(0x0015, u16(9), narrow('&CPage &P')),
        label(0, 0, 'x'),
        record(0x00ec, u16(0xf), u16(0xf004), u32(28), u16(0x13), u16(0xf00b), u32(20)),
        record(0x00ec, u16(0x80c0), u32(14), Buffer.from('LETTER\0', 'utf16le')),
        ...shape(6, 1, 'boxed'),
        ...shape(0x19, 2, 'why?'),
        substream(32, [record(0x100d, u16(0), u8(5), narrow('Sales')), label(0, 0, 'cached')]),
        record(0x001c, u16(2), u16(27), u16(0), u16(2), u16(3), narrow('Ada'), u8(0)),
      ),
    ).toEqual([
      'header Top',
      'paragraph x',
      'paragraph boxed',
      'paragraph LETTER',
      'paragraph Sales',
      'note AB3: Ada: why?',
    ]);
  });

  it('whose place is wrong fail alone', async () => {
    const stream = workbookOf([
      { name: 'A', records: [label(0, 0, 'a')] },
      { name: 'B', records: [label(0, 0, 'b')] },
    ]);
    stream.writeUInt32LE(9, stream.indexOf(Buffer.from([0x85, 0])) + 4);
    const { text, receipt } = await read(stream);
    expect(text.trim()).toBe('B\n\nb');
    expect(receipt).toMatchObject({ pages: { failed: 1 }, warnings: ['sheet_damaged'] });
  });

  it('end where there is no room for more', async () => {
    const records = Array.from({ length: 100 }, (_, row) => label(row, 0, 'word '.repeat(20)));
    const { receipt } = await read(
      workbookOf([
        { name: 'A', records },
        { name: 'B', records },
      ]),
      {},
      testLimits({ maxCharacters: 1000 }),
    );
    expect(receipt).toMatchObject({ truncated: true, pages: { total: 2 } });
  });
});

it('embedded files are children', async () => {
  const { children } = await read(workbookOf([{ name: 'A', records: [] }]), {
    'MBD0000ABCD/Package': 'plain text',
    'Other/Package': 'no',
  });
  expect(children.map(({ name }) => name)).toEqual(['object-MBD0000ABCD.txt']);
});

describe('older versions of Excel', () => {
  it('5 and 95 have bytes in a code page', async () => {
    const records = [
      record(0x0204, cell(0, 0), u16(2), u8(0xcf, 0xf0)),
      record(0x001c, u16(0), u16(0), u16(2), Buffer.from('hm')),
    ];
    const stream = workbookOf([{ name: 'A', records }], [record(0x0042, u16(1251))], 0x0500);
    expect(shown(await readXls(compoundOf({ Book: stream }), XLS, testLimits()))).toEqual([
      ['heading A', 'paragraph Пр', 'note A1: hm'],
    ]);
  });

  it.each([
    [
      2,
      0x0009,
      [
        record(0x0004, u16(0), u16(0), u8(0, 0, 0), u8(1), Buffer.from('a')),
        record(0x0003, u16(0), u16(1), u8(0, 0, 0), f64(1.5)),
        record(0x0002, u16(0), u16(2), u8(0, 0, 0), u16(7)),
      ],
    ],
    [
      3,
      0x0209,
      [
        record(0x0204, cell(0, 0), u16(1), Buffer.from('a')),
        number(0, 1, 1.5),
        record(0x027e, cell(0, 2), u32((7 << 2) | 2)),
      ],
    ],
    [
      4,
      0x0409,
      [record(0x0204, cell(0, 0), u16(1), Buffer.from('a')), number(0, 1, 1.5), record(0x0206, cell(0, 2), f64(7))],
    ],
  ])('%i is a sheet without a compound file', async (_, bof, records) => {
    const bytes = Buffer.concat([record(bof, u16(0), u16(0x10)), ...records, record(0x000a)]);
    expect((await readXls(bytes, XLS, testLimits())).text).toBe('a   1.5   7');
  });
});

describe('encrypted workbooks', () => {
  it('that everybody may open are read', async () => {
    expect((await read(encrypted('VelvetSweatshop'))).text).toBe('A\n\nsecret');
  });
  it.each([
    ['with a password', encrypted('other')],
    ['in another way', workbookOf([], [record(0x002f, u16(0), u32(0x1234))])],
  ])('%s are refused', (_, stream) => expect(read(stream)).rejects.toMatchObject({ code: 'encrypted_document' }));

  it('RC4 is RC4', () =>
    expect(Buffer.from(rc4Stream(Buffer.from('Key'), 9)).toString('hex')).toBe('eb9f7781b734ca72a7'));
});

it.each([
  ['nothing', Buffer.alloc(0)],
  ['other records', Buffer.alloc(400, 7)],
])('a stream of %s is damaged', (_, stream) =>
  expect(read(stream)).rejects.toMatchObject({ code: 'corrupt_document' }),
);

it('survives records that claim what is not there', async () => {
  const wild = [
    0x00fc, 0x0204, 0x00fd, 0x00bd, 0x00e5, 0x0006, 0x0207, 0x01b6, 0x001c, 0x041e, 0x0014, 0x100d, 0x007d,
  ].map((type) => record(type, Buffer.alloc(20, 0xff)));
  const reading = await read(workbookOf([{ name: 'A', records: [...wild, label(0, 0, 'here')] }], wild));
  expect(reading.text).toContain('here');
});

/** Encrypts with RC4 ([MS-OFFCRYPTO] 2.3.6): headers of records, and some records, stay as they are. */
function encrypted(password: string): Buffer {
  const md5 = (...parts: readonly Buffer[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();
  const salt = Buffer.alloc(16, 3);
  const short = md5(Buffer.from(password, 'utf16le')).subarray(0, 5);
  const base = md5(Buffer.concat(Array.from({ length: 16 }, () => Buffer.concat([short, salt])))).subarray(0, 5);
  const keystream = (block: number): Uint8Array => rc4Stream(md5(base, u32(block)), 1024);
  const verifier = Buffer.alloc(16, 9);
  const both = Buffer.concat([verifier, md5(verifier)]).map((byte, index) => byte ^ keystream(0)[index]!);
  const pass = record(0x002f, u16(1), u16(1), u16(1), salt, Buffer.from(both));
  const stream = workbookOf([{ name: 'A', records: [label(0, 0, 'secret')] }], [pass]);
  for (let at = 0; at < stream.length;) {
    const type = stream.readUInt16LE(at);
    const end = at + 4 + stream.readUInt16LE(at + 2);
    if (type !== 0x0809 && type !== 0x002f)
      for (let place = at + 4 + (type === 0x0085 ? 4 : 0); place < end; place++)
        stream[place] = stream[place]! ^ keystream(Math.floor(place / 1024))[place % 1024]!;
    at = end;
  }
  return stream;
}
