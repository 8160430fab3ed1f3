import { expect, it } from 'vitest';
import { embeddedName, readDataAddress } from './data-address.js';

it.each<[string, string | null, string | null, string]>([
  ['data:image/png;base64,SGVsbG8=', 'image/png', 'Hello', 'embedded-1.png'],
  ['DATA:Image/JPEG;name=x;base64,SGVs\nbG8', 'image/jpeg', 'Hello', 'embedded-1.jpg'],
  ['data:image/svg+xml,%3Csvg%3E<a b="100%"/>', 'image/svg+xml', '<svg><a b="100%"/>', 'embedded-1.svg'],
  ['data:;base64,SGVsbG8%3D', '', 'Hello', 'embedded-1'],
  ['data:text/plain;charset=utf-8,', null, null, ''],
  ['data:text/plain', null, null, ''],
  ['https://example.org/data:,x', null, null, ''],
])('%s', (address, mediaType, content, name) => {
  const file = readDataAddress(address);
  const read =
    file === null ? [null, null, ''] : [file.mediaType, Buffer.from(file.bytes).toString(), embeddedName(1, file)];
  expect(read).toEqual([mediaType, content, name]);
});
