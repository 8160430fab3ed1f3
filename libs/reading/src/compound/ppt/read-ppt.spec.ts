import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../reading-model.js';
import { testLimits } from '../../readers/limits.builder.js';
import { compoundOf } from '../compound-file.builder.js';
import { CompoundFile } from '../compound-file.js';
import { u16, u32 } from '../xls/xls.builder.js';
import {
  atom,
  container,
  drawing,
  FIRST_STORED,
  narrowText,
  type PresentationFixture,
  presentationOf,
  shape,
  string,
  text,
} from './ppt.builder.js';
import { readPpt } from './read-ppt.js';

const readBytes = (bytes: Uint8Array, limits = testLimits()): Promise<Reading> =>
  readPpt(CompoundFile.open(bytes), 'application/vnd.ms-powerpoint', limits);
const shown = ({ text: all, pages }: Reading): string[][] =>
  pages.map(({ blocks }) =>
    blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ''} ${all.slice(start, end)}`),
  );
const read = (fixture: PresentationFixture): Promise<Reading> => readBytes(presentationOf(fixture));
const slide = async (...shapes: readonly Buffer[]): Promise<string[]> =>
  shown(await read({ slides: [{ shapes }] }))[0] ?? [];

describe('a slide', () => {
  it('has its title first, then its shapes as people read them', async () =>
    expect(
      await slide(
        shape({ inside: text(4, 'right'), place: [50, 500, 900, 90] }),
        shape({ inside: narrowText(4, 'left caf\u00e9\vsecond line'), place: [50, 10, 400, 90] }),
        shape({ inside: text(6, 'The\rtitle'), place: [100, 0, 900, 200] }),
      ),
    ).toEqual(['heading1 The title', 'paragraph left café\nsecond line', 'paragraph right']));

  it('has bullets where the body or the paragraph has them', async () => {
    const plain = (count: number, depth: number): Buffer => Buffer.concat([u32(count), u16(depth), u32(0)]);
    // Flags of the bullet, its character, the margin, two tab stops: the next run must be found behind them.
    const without = Buffer.concat([
      u32(3),
      u16(0),
      u32(1 | (1 << 7) | (1 << 8) | (1 << 20)),
      u16(0),
      u16(0x2022),
      u16(9),
      u16(2),
      u32(0),
      u32(0),
    ]);
    const styled = [
      ...text(1, 'one\rsub\rno\rend'),
      atom(0x0fa1, Buffer.concat([plain(4, 0), plain(4, 1), without, plain(4, 2)])),
    ];
    expect(await slide(shape({ inside: styled }))).toEqual([
      'list-item1 • one',
      'list-item2 • sub',
      'paragraph no',
      'list-item3 • end',
    ]);
  });

  it('has the text of the outline that a shape refers to, and what no shape shows', async () => {
    const outline = [...text(0, 'Title'), ...text(1, 'shown'), ...text(4, 'loose')];
    const shapes = [shape({ inside: [atom(0x0f9e, u32(0))] }), shape({ inside: [atom(0x0f9e, u32(1))] })];
    expect(shown(await read({ slides: [{ shapes, outline }] }))).toEqual([
      ['heading1 Title', 'list-item1 • shown', 'paragraph loose'],
    ]);
  });

  it('has no characters that stand for fields', async () =>
    expect(await slide(shape({ inside: [...text(4, 'p. * of x'), atom(0x0fd8, u32(3))] }))).toEqual([
      'paragraph p.  of x',
    ]));

  it('has tables, groups, drawn letters and descriptions', async () => {
    const child = (content: string, left: number, top: number): Buffer =>
      container(0xf004, [
        atom(0xf00f, Buffer.concat([left, top, left + 10, top + 10].map(u32))),
        container(0xf00d, text(4, content)),
      ]);
    const property = (id: number, value: Buffer): Buffer =>
      atom(0xf00b, Buffer.concat([u16(id | 0x8000), u32(value.length), value]), 1);
    const own = (more: readonly Buffer[]): Buffer =>
      container(0xf004, [atom(0xf010, Buffer.concat([0, 0, 50, 50].map(u16))), ...more]);
    const isTable = atom(0xf122, Buffer.concat([u16(0x039f), u32(1)]), 1);
    expect(
      await slide(
        container(0xf003, [own([isTable]), child('d', 10, 10), child('a', 0, 0), child('b', 10, 0), child('c', 0, 10)]),
        container(0xf003, [own([]), child('in a group', 0, 0)]),
        shape({ inside: [], place: [100, 0, 9, 120], more: [property(0x00c0, Buffer.from('WORDS\0', 'utf16le'))] }),
        shape({ inside: [], place: [200, 0, 9, 220], more: [property(0x0381, Buffer.from('A ship\0', 'utf16le'))] }),
        shape({
          inside: [],
          place: [300, 0, 9, 320],
          more: [property(0x0381, Buffer.from('C:\\a\\ship.png\0', 'utf16le'))],
        }),
      ),
    ).toEqual(['table a   b\nc   d', 'paragraph in a group', 'paragraph WORDS', 'paragraph A ship']);
  });
});

it('notes, comments and footers belong to slides; what masters show is told once', async () => {
  const comment = container(0x2ee0, [string('Ada', 0), string('hm', 1), string('A', 2)]);
  const tags = container(0x1388, [container(0x138a, [string('___PPT10'), atom(0x138b, comment)])]);
  const footer = container(0x0fd9, [atom(0x0fda, Buffer.concat([u16(0), u16(0x20)])), string('Acme', 2)], 3);
  const hidden = atom(0x03f9, Buffer.concat([Buffer.alloc(10), u16(0b100), u32(0)]));
  const reading = await read({
    slides: [
      {
        shapes: [shape({ inside: text(0, 'One') })],
        notes: [
          shape({ inside: text(2, 'say this'), placeholder: 0x0c }),
          shape({ inside: text(4, '*'), placeholder: 0x08 }),
        ],
        more: [tags],
      },
      { shapes: [shape({ inside: text(0, 'Two') })], more: [hidden] },
    ],
    master: [shape({ inside: text(0, 'Click to edit'), placeholder: 1 }), shape({ inside: text(4, 'on all slides') })],
    document: [footer],
  });
  expect(shown(reading)).toEqual([
    ['heading1 One', 'note say this', 'note Ada: hm', 'footer on all slides', 'footer Acme'],
    ['heading1 Two'],
  ]);
  expect(reading.pages.map(({ name }) => name)).toEqual(['One', 'Two (hidden)']);
  expect(reading.receipt.warnings).toEqual(['hidden_slides']);
});

it('embedded files are children; those that are damaged are named', async () => {
  const object = compoundOf({ Package: 'plain text' });
  const packed = atom(0x1011, Buffer.concat([u32(object.length), deflateSync(object)]), 1);
  const entry = (index: number): Buffer =>
    container(0x0fcc, [
      atom(0x0fc3, Buffer.concat([Buffer.alloc(16), u32(FIRST_STORED + index), u32(0)])),
      string('Prog.1', 2),
    ]);
  const { children, receipt } = await read({
    slides: [{ shapes: [] }],
    document: [container(0x0409, [entry(0), entry(1), entry(2), entry(3)])],
    stored: [
      packed,
      atom(0x1011, Buffer.concat([u32(99), Buffer.from('broken')]), 1),
      atom(0x1011, Buffer.from(compoundOf({ Own: 'x' }))),
    ],
  });
  expect(children.map(({ name }) => name)).toEqual(['object-1.txt']);
  expect(receipt.childrenSkipped).toEqual([
    { name: 'object-2', reason: 'damaged' },
    { name: 'object-3 (Prog.1)', reason: 'unreadable_object' },
    { name: 'object-4', reason: 'damaged' },
  ]);
  expect(receipt.warnings).toEqual(['object_damaged']);
});

describe('files that are not as they should be', () => {
  it('are encrypted', () =>
    expect(read({ slides: [], token: 0xf3d1c4df })).rejects.toMatchObject({ code: 'encrypted_document' }));
  it('have no document', () =>
    expect(readBytes(compoundOf({ 'PowerPoint Document': atom(1) }))).rejects.toMatchObject({
      code: 'corrupt_document',
    }));
  it('have lost what tells the last edit', async () =>
    expect(
      shown(await read({ slides: [{ shapes: [shape({ inside: text(0, 'T') })] }], streams: { 'Current User': '' } })),
    ).toEqual([['heading1 T']]));
  it('have lost the list of slides', async () => {
    const bytes = compoundOf({
      'PowerPoint Document': Buffer.concat([
        container(0x03e8, []),
        container(0x03ee, [drawing([shape({ inside: text(4, 'here') })])]),
      ]),
    });
    expect(shown(await readBytes(bytes))).toEqual([['paragraph here']]);
  });
  it('were written for PowerPoint 95 too', async () => {
    const file = CompoundFile.open(presentationOf({ slides: [{ shapes: [shape({ inside: text(0, 'T') })] }] }));
    const stream = (name: string): Uint8Array => file.stream(name) ?? new Uint8Array();
    const both = compoundOf({
      'PP97_DUALSTORAGE/PowerPoint Document': stream('PowerPoint Document'),
      'PP97_DUALSTORAGE/Current User': stream('Current User'),
    });
    expect(shown(await readBytes(both))).toEqual([['heading1 T']]);
  });
  it('have a slide that is not there', async () => {
    const bytes = presentationOf({
      slides: [{ shapes: [shape({ inside: text(0, 'A') })] }, { shapes: [shape({ inside: text(0, 'B') })] }],
    });
    const at = Buffer.from(bytes).indexOf(Buffer.concat([u32((1 << 20) | 10)]));
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(at + 4, 0xffffff, true);
    const { text: all, receipt } = await readBytes(bytes);
    expect(all.trim()).toBe('B');
    expect(receipt).toMatchObject({ pages: { failed: 1 }, warnings: ['slide_damaged'] });
  });
  it('have more slides than are read', async () => {
    const one = { shapes: [shape({ inside: text(0, 'A') })] };
    const { receipt } = await readBytes(presentationOf({ slides: [one, one, one] }), testLimits({ maxPages: 2 }));
    expect(receipt).toMatchObject({ pages: { total: 3, read: 2 }, warnings: ['page_limit'], truncated: true });
  });
});
