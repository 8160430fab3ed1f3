import { describe, expect, it } from 'vitest';
import { compoundOf } from '../compound/compound-file.builder.js';
import { sniffMediaType } from './sniff.js';

describe('a compound file is told by its root', () => {
  it.each([
    [{ WordDocument: 'x' }, 'application/msword'],
    [{ WORKBOOK: 'x' }, 'application/vnd.ms-excel'],
    [{ Workbook: 'x', 'MBD1/WordDocument': 'x' }, 'application/vnd.ms-excel'],
    [{ 'PowerPoint Document': 'x' }, 'application/vnd.ms-powerpoint'],
    [{ '__properties_version1.0': 'x', 'attach/WordDocument': 'x' }, 'application/vnd.ms-outlook'],
    [{ EncryptedPackage: 'x' }, 'application/x-ole-encrypted'],
    [{ MatOST: 'x' }, 'application/x-cfb'],
  ])('%j', async (streams, kind) => expect(await sniffMediaType(compoundOf(streams))).toBe(kind));

  it('or by names in its head where the directory lies behind it', async () => {
    const bytes = compoundOf({ WordDocument: 'x' }).slice();
    // The directory begins where there is nothing.
    new DataView(bytes.buffer).setUint32(48, 0xfffe, true);
    expect(await sniffMediaType(bytes)).toBe('application/msword');
  });
});

it.each([
  [[9, 0, 4, 0, 2, 0, 0x10, 0, 1, 2, 3, 4], 'application/vnd.ms-excel'],
  [[9, 4, 6, 0, 0, 0, 0x10, 0, 0, 0, 3, 4], 'application/vnd.ms-excel'],
  [[9, 9, 9, 9, 2, 0, 0x10, 0, 1, 2, 3, 4], null],
])('a bare sheet: %j', async (bytes, kind) => expect(await sniffMediaType(Uint8Array.from(bytes))).toBe(kind));
