import { describe, expect, it } from 'vitest';
import { compoundOf } from './compound-file.builder.js';
import { CompoundFile } from './compound-file.js';
import { embeddedFile, nameByContent, unpackOleObject } from './ole-object.js';

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('latin1');

describe('the file inside an OLE object', () => {
  it('comes out of a package with its name', () => {
    const object = compoundOf({ '\u0001Ole10Native': packaged({ label: 'notes.txt', data: 'hello' }) });
    const file = unpackOleObject(object);
    expect(file?.name).toBe('notes.txt');
    expect(text(file?.bytes)).toBe('hello');
  });

  it('has the wide name where there is one', () => {
    const object = compoundOf({
      '\u0001Ole10Native': packaged({ label: '?.txt', data: 'x', wide: 'C:\\tmp\\прив.txt' }),
    });
    expect(unpackOleObject(object)?.name).toBe('прив.txt');
  });

  it('is the native data itself where that is no package', () => {
    const object = compoundOf({ '\u0001Ole10Native': Buffer.concat([u32(4), Buffer.from('BM..junk')]) });
    expect(text(unpackOleObject(object)?.bytes)).toBe('BM..');
  });

  it.each([
    ['a package stream', { Package: 'PK..' }, 'PK..'],
    ['an Acrobat object', { CONTENTS: '%PDF-1.4' }, '%PDF-1.4'],
  ])('comes out of %s', (_, streams, expected) =>
    expect(text(unpackOleObject(compoundOf(streams))?.bytes)).toBe(expected),
  );

  it('is null where a program keeps what only it can read', () =>
    expect(unpackOleObject(compoundOf({ CONTENTS: 'proprietary', 'Equation Native': 'x' }))).toBeNull());

  it('is the object itself where that is a document', () => {
    const object = compoundOf({ WordDocument: 'x' });
    expect(unpackOleObject(object)?.bytes).toBe(object);
  });

  it('is a compound file of its own where a storage is a document', () => {
    const outer = CompoundFile.open(compoundOf({ 'ObjectPool/_1/Workbook': 'cells', 'ObjectPool/_1/Sub/Part': 'p' }));
    const inner = CompoundFile.open(embeddedFile(outer, 'ObjectPool/_1')?.bytes ?? new Uint8Array());
    expect(text(inner.stream('Workbook') ?? undefined)).toBe('cells');
    expect(text(inner.stream('Sub/Part') ?? undefined)).toBe('p');
  });
});

it.each([
  ['%PDF-1.4\n', 'object.pdf'],
  ['{\\rtf1 x}', 'object.rtf'],
  ['plain words', 'object.txt'],
  ['\u0000\u0001\u0002\u0003', 'object.bin'],
])('a name is told by the content %j', async (content, expected) =>
  expect(await nameByContent('object', Buffer.from(content, 'latin1'))).toBe(expected),
);

function packaged({ label, data, wide }: { label: string; data: string; wide?: string }): Buffer {
  const zero = Buffer.from([0]);
  const name = Buffer.concat([Buffer.from(label, 'latin1'), zero]);
  const temporary = Buffer.from('C:\\t\0', 'latin1');
  const body = Buffer.concat([
    Buffer.from([2, 0]),
    name,
    Buffer.from('C:\\src\0', 'latin1'),
    u32(0x30000),
    u32(temporary.length),
    temporary,
    u32(data.length),
    Buffer.from(data, 'latin1'),
    ...(wide === undefined
      ? []
      : [u32(1), Buffer.from('t', 'utf16le'), u32(wide.length), Buffer.from(wide, 'utf16le')]),
  ]);
  return Buffer.concat([u32(body.length), body]);
}
function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
