import { expect, it } from 'vitest';
import { compoundOf } from './compound-file.builder.js';
import { CompoundFile } from './compound-file.js';
import { fileTime, readMetadata } from './property-set.js';

it('tells title, author and dates, in the code page of the set', () => {
  const set = propertySet([
    [1, [0x02, 1251]],
    [2, stringValue(Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]))],
    [4, stringValue(Buffer.from('Ada'))],
    // 2010-11-12T16:22:00Z
    [12, [0x40, 0x58938e00, 0x01cb828d]],
  ]);
  const metadata = readMetadata(CompoundFile.open(compoundOf({ '\u0005SummaryInformation': set })));
  expect(metadata).toEqual({ title: 'Привет', author: 'Ada', creationDate: fileTime(0x58938e00, 0x01cb828d) });
});

it('survives sets that point nowhere', () => {
  const bytes = Buffer.alloc(100, 0xff);
  expect(readMetadata(CompoundFile.open(compoundOf({ '\u0005SummaryInformation': bytes })))).toEqual({});
});

it.each([
  [0, 0, ''],
  [0xd53e8000, 0x019db1de, '1970-01-01T00:00:00Z'],
  [0xffffffff, 0xffffffff, ''],
])('a file time %i %i is %s', (low, high, expected) => expect(fileTime(low, high)).toBe(expected));

type Value = readonly number[] | Buffer;
function propertySet(properties: readonly (readonly [number, Value])[]): Buffer {
  const values = properties.map(([, value]) => (Buffer.isBuffer(value) ? value : words(value)));
  const table: number[] = [];
  let at = 8 + properties.length * 8;
  properties.forEach(([id], index) => {
    table.push(id, at);
    at += values[index]?.length ?? 0;
  });
  const header = Buffer.alloc(48);
  header.writeUInt16LE(0xfffe, 0);
  header.writeUInt32LE(1, 24);
  header.writeUInt32LE(48, 44);
  return Buffer.concat([header, words([at, properties.length, ...table]), ...values]);
}
function stringValue(bytes: Buffer): Buffer {
  const padding = Buffer.alloc(4 - (bytes.length % 4));
  return Buffer.concat([words([0x1e, bytes.length + 1]), bytes, padding]);
}
const words = (values: readonly number[]): Buffer => Buffer.from(new Uint8Array(Uint32Array.from(values).buffer));
